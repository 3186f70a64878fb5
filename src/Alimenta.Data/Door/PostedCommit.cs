using Alimenta.Ledger;

namespace Alimenta.Data;

/// <summary>What one commit brings into the books.</summary>
internal sealed class PostedCommit(long id)
{
    private readonly Dictionary<Book, List<byte[]>> _hashes = [];
    private readonly SortedDictionary<string, Money> _custody = new(StringComparer.Ordinal);

    public long Id { get; } = id;

    public IEnumerable<Book> Books => _hashes.Keys.Order();

    /// <summary>What the commit adds to each account of the custody book.</summary>
    public IReadOnlyDictionary<string, Money> Custody => _custody;

    public IReadOnlyCollection<byte[]> Hashes(Book book) => _hashes[book];

    public void Add(Entry entry, byte[] hash)
    {
        foreach (var book in entry.Lines.Select(l => l.Book).Distinct())
        {
            if (!_hashes.TryGetValue(book, out var hashes)) _hashes.Add(book, hashes = []);
            hashes.Add(hash);
        }

        foreach (var line in entry.Lines.Where(l => l.Book == Book.Custody))
            _custody[line.Account.Code] = _custody.GetValueOrDefault(line.Account.Code) + line.Amount;
    }
}
