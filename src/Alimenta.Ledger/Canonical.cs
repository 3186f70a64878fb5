using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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
        var lines = new string[entry.Lines.Count];
        for (var i = 0; i < lines.Length; i++) lines[i] = Text(entry.Lines[i], names);
        Array.Sort(lines, StringComparer.Ordinal);
        var text = new StringBuilder(64 + 80 * lines.Length);
        Field(text, entry.Kind);
        Field(text, entry.Key);
        Field(text, Days.Iso(entry.EffectiveOn));
        text.Append('\n');
        foreach (var line in lines) text.Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary>SHA-256 of the content. Entries with the same content hash say the same; the version and the reason may differ.</summary>
    public static byte[] ContentHash(Entry entry, INames names) => SHA256.HashData(Encoding.UTF8.GetBytes(Content(entry, names)));

    /// <summary>SHA-256 of the whole entry: its content, version, what it reverses and why.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="contentHash">Its <see cref="ContentHash"/>.</param>
    public static byte[] EntryHash(Entry entry, ReadOnlySpan<byte> contentHash)
    {
        var text = new StringBuilder();
        Field(text, Convert.ToHexStringLower(contentHash));
        Field(text, entry.Version.ToString(CultureInfo.InvariantCulture));
        Field(text, (entry.Reverses ?? 0).ToString(CultureInfo.InvariantCulture));
        Field(text, entry.Reason);
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Text(Line line, INames names)
    {
        var text = new StringBuilder(80);
        Field(text, line.Book == Book.Debt ? "debt" : "custody");
        Field(text, line.Account.Code);
        Field(text, line.ObligorId is { } obligor ? names.Person(obligor) : "");
        Field(text, line.CaseId is { } caseId ? names.Case(caseId) : "");
        Field(text, line.ObligationId is { } obligation ? names.Obligation(obligation) : "");
        Field(text, line.PersonId is { } person ? names.Person(person) : "");
        Field(text, line.ReceiptId is { } receipt ? names.Receipt(receipt) : "");
        Field(text, line.Month.ToString());
        Field(text, line.Amount.Cents.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    // The length before each field makes the text readable in one way only, whatever the field contains.
    private static void Field(StringBuilder text, string value) => text.Append(value.Length).Append(':').Append(value).Append(' ');
}
