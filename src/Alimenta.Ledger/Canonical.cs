using System.Security.Cryptography;

namespace Alimenta.Ledger;

/// <summary>The natural keys behind row numbers. They never change, so they are the same on every engine and after every move of the books.</summary>
public interface INames
{
    /// <summary>The number of a person or agency.</summary>
    string Person(long id);

    /// <summary>The number of a case.</summary>
    string Case(long id);

    /// <summary>The natural key of an obligation.</summary>
    string Obligation(long id);

    /// <summary>The natural key of a receipt.</summary>
    string Receipt(long id);
}

/// <summary>The content of an entry as text that depends on nothing but the content: not on row numbers, engine, order of lines or of arrival.</summary>
public static class Canonical
{
    /// <summary>The content: kind, key, effective day and lines in a fixed order. Two postings of one decision have the same content.</summary>
    public static string Content(Entry entry, INames names)
    {
        using var text = Write(entry, names);
        return text.Written.ToString();
    }

    /// <summary>SHA-256 of the content. Entries with the same content hash say the same; the version and the reason may differ.</summary>
    public static byte[] ContentHash(Entry entry, INames names)
    {
        using var text = Write(entry, names);
        return text.Hash();
    }

    /// <summary>SHA-256 of the whole entry: its content, version, what it reverses and why.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="contentHash">Its <see cref="ContentHash"/>.</param>
    public static byte[] EntryHash(Entry entry, ReadOnlySpan<byte> contentHash)
    {
        using var text = new CanonicalText();
        Span<char> hex = stackalloc char[2 * SHA256.HashSizeInBytes];
        if (!Convert.TryToHexStringLower(contentHash, hex, out var digits)) throw new ArgumentException("Not a hash of a content.", nameof(contentHash));
        text.Field(hex[..digits]);
        text.Field(entry.Version);
        text.Field(entry.Reverses ?? 0);
        text.Field(entry.Reason);
        return text.Hash();
    }

    private static CanonicalText Write(Entry entry, INames names)
    {
        var text = new CanonicalText();
        text.Field(entry.Kind);
        text.Field(entry.Key);
        text.Field(Days.Iso(entry.EffectiveOn));
        text.EndLine();
        var start = text.Length;
        var ends = new int[entry.Lines.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            Write(text, entry.Lines[i], names);
            ends[i] = text.Length;
        }

        text.SortLines(start, ends);
        return text;
    }

    private static void Write(CanonicalText text, Line line, INames names)
    {
        text.Field(line.Book == Book.Debt ? "debt" : "custody");
        text.Field(line.Account.Code);
        text.Field(line.ObligorId is { } obligor ? names.Person(obligor) : "");
        text.Field(line.CaseId is { } caseId ? names.Case(caseId) : "");
        text.Field(line.ObligationId is { } obligation ? names.Obligation(obligation) : "");
        text.Field(line.PersonId is { } person ? names.Person(person) : "");
        text.Field(line.ReceiptId is { } receipt ? names.Receipt(receipt) : "");
        text.Field(line.Month.ToString());
        text.Field(line.Amount.Cents);
        text.EndLine();
    }
}
