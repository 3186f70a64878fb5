namespace Alimenta.Formats.Nacha;

/// <summary>Writes child support segments in characters that cannot be taken for marks between elements.</summary>
internal static class DedWriter
{
    private const int NameLength = 10;

    /// <summary>The segment; a name that had to be changed or cut is noted as a loss.</summary>
    public static string Segment(DedSegment ded, bool fullYear, RecordOutput output)
    {
        var name = Clean(ded.ObligorName, NameLength);
        if (!name.Equals(ded.ObligorName.Trim(), StringComparison.OrdinalIgnoreCase)) output.Lost("DED07", ded.ObligorName, name, 1);
        return (ded with { ObligorName = name, CaseId = ded.CaseId.Trim().ToUpperInvariant() }).Encode(fullYear);
    }

    /// <summary>Plain capital text without the marks that X12 uses, cut at a length.</summary>
    public static string Clean(string text, int length)
    {
        var plain = PlainText.Of(new([.. PlainText.Of(text).Select(c => c is '*' or '\\' or '~' or '>' ? ' ' : c)]));
        return plain.Length > length ? plain[..length].TrimEnd() : plain;
    }
}
