using Alimenta.Ledger;

namespace Alimenta.Data;

/// <summary>What was written into the books at once: all of a command, or a piece of one that posts more than should lie in memory. A link of the chain covers it.</summary>
internal sealed class PostedCommit
{
    private readonly Dictionary<string, Money> _custody = new(StringComparer.Ordinal);

    /// <summary>Counts and hashes entries; none is kept.</summary>
    public PostedCommit(long id, IReadOnlyList<Entry> entries, IReadOnlyList<JournalEntry> rows)
    {
        Id = id;
        var books = Enum.GetValues<Book>();
        var hashes = new List<byte[]>[books.Length];
        for (var i = 0; i < entries.Count; i++)
        {
            var (debt, custody) = (false, false);
            foreach (var line in entries[i].Lines)
            {
                if (line.Book == Book.Debt)
                {
                    debt = true;
                    continue;
                }

                custody = true;
                _custody[line.Account.Code] = _custody.GetValueOrDefault(line.Account.Code) + line.Amount;
            }

            if (debt) (hashes[(int)Book.Debt] ??= []).Add(rows[i].Hash);
            if (custody) (hashes[(int)Book.Custody] ??= []).Add(rows[i].Hash);
        }

        Books = [.. books.Where(b => hashes[(int)b] is not null).Select(b => (b, hashes[(int)b].Count, LedgerHash.Of(hashes[(int)b])))];
    }

    public long Id { get; }

    /// <summary>The books that it touches, with the number and the ledger hash of its entries in each.</summary>
    public IReadOnlyList<(Book Book, int Entries, string Hash)> Books { get; }

    /// <summary>What it adds to each account of the custody book.</summary>
    public IReadOnlyDictionary<string, Money> Custody => _custody;
}
