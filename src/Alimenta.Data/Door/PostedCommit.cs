using Alimenta.Ledger;

namespace Alimenta.Data;

/// <summary>What was written into the books at once: all of a command, or a piece of one that posts more than should lie in memory. A link of the chain covers it.</summary>
internal sealed class PostedCommit
{
    private readonly SortedDictionary<string, Money> _custody = new(StringComparer.Ordinal);

    /// <summary>Counts and hashes entries; none is kept.</summary>
    public PostedCommit(long id, IReadOnlyList<Entry> entries, IReadOnlyList<JournalEntry> rows)
    {
        Id = id;
        var hashes = new SortedDictionary<Book, List<byte[]>>();
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var book in entries[i].Lines.Select(l => l.Book).Distinct())
            {
                if (!hashes.TryGetValue(book, out var of)) hashes.Add(book, of = []);
                of.Add(rows[i].Hash);
            }

            foreach (var line in entries[i].Lines.Where(l => l.Book == Book.Custody)) _custody[line.Account.Code] = _custody.GetValueOrDefault(line.Account.Code) + line.Amount;
        }

        Books = [.. hashes.Select(h => (h.Key, h.Value.Count, LedgerHash.Of(h.Value)))];
    }

    public long Id { get; }

    /// <summary>The books that it touches, with the number and the ledger hash of its entries in each.</summary>
    public IReadOnlyList<(Book Book, int Entries, string Hash)> Books { get; }

    /// <summary>What it adds to each account of the custody book.</summary>
    public IReadOnlyDictionary<string, Money> Custody => _custody;
}
