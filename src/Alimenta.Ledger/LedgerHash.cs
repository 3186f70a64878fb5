using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alimenta.Ledger;

/// <summary>One hash over all entries, whatever the order in which they came: what two runs are compared by.</summary>
/// <remarks>The hashes of the entries are sorted byte by byte and hashed with their number; each holds key and version.</remarks>
public static class LedgerHash
{
    /// <summary>The ledger hash of entry hashes in any order, as lower-case hexadecimal digits.</summary>
    public static string Of(IEnumerable<byte[]> entryHashes)
    {
        var sorted = entryHashes.ToArray();
        Array.Sort(sorted, (a, b) => a.AsSpan().SequenceCompareTo(b));
        using var builder = new LedgerHashBuilder();
        foreach (var hash in sorted) builder.Add(hash);
        return builder.Finish();
    }
}

/// <summary>Takes entry hashes that come already sorted byte by byte, so that a large ledger need not fit in memory.</summary>
public sealed class LedgerHashBuilder : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _last = [];

    /// <summary>How many were taken.</summary>
    public long Count { get; private set; }

    /// <summary>Takes the next hash.</summary>
    /// <exception cref="LedgerException">It is not above the last one.</exception>
    public void Add(byte[] entryHash)
    {
        if (Count > 0 && entryHash.AsSpan().SequenceCompareTo(_last) <= 0) throw new LedgerException("Entry hashes must come sorted and without doubles.");
        _hash.AppendData(entryHash);
        _last = entryHash;
        Count++;
    }

    /// <summary>The ledger hash of all that were taken.</summary>
    public string Finish()
    {
        Span<byte> count = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(count, Count);
        _hash.AppendData(count);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}

/// <summary>The chain of one book: a link for each commit that touched it, so that no past entry can change unseen.</summary>
/// <param name="Book">The book.</param>
/// <param name="Seq">The place of the link, from 1 without gaps.</param>
/// <param name="EntryCount">How many entries it covers.</param>
/// <param name="CommittedAt">When, in UTC and whole milliseconds (what every engine keeps).</param>
/// <param name="PrevHash">The hash of the link before; empty for the first.</param>
/// <param name="Hash">The hash of this link.</param>
public sealed record Link(Book Book, long Seq, int EntryCount, DateTime CommittedAt, string PrevHash, string Hash)
{
    /// <summary>The link that follows: it covers the hashes of the entries of one commit, in any order.</summary>
    /// <param name="book">The book.</param>
    /// <param name="prev">The link before, or null for the first.</param>
    /// <param name="committedAt">When, in UTC and whole milliseconds.</param>
    /// <param name="entryHashes">The hashes of the entries of the commit that touch the book.</param>
    public static Link Next(Book book, Link? prev, DateTime committedAt, IReadOnlyCollection<byte[]> entryHashes) =>
        After(book, prev?.Seq ?? 0, prev?.Hash ?? "", committedAt, entryHashes);

    /// <summary>The link that follows the one with a place and a hash (0 and empty before the first).</summary>
    public static Link After(Book book, long prevSeq, string prevHash, DateTime committedAt, IReadOnlyCollection<byte[]> entryHashes) =>
        After(book, prevSeq, prevHash, committedAt, entryHashes.Count, LedgerHash.Of(entryHashes));

    /// <summary>The same, where the entries are known by their number and their ledger hash only.</summary>
    public static Link After(Book book, long prevSeq, string prevHash, DateTime committedAt, int entryCount, string ledgerHash)
    {
        if (committedAt.Kind != DateTimeKind.Utc || committedAt.Ticks % TimeSpan.TicksPerMillisecond != 0)
            throw new LedgerException("A link is dated in UTC and whole milliseconds.");
        var at = committedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var head = string.Create(CultureInfo.InvariantCulture, $"{(book == Book.Debt ? "debt" : "custody")} {prevSeq + 1} {at} {prevHash} {ledgerHash}");
        return new(book, prevSeq + 1, entryCount, committedAt, prevHash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head))));
    }
}
