using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Alimenta.Formats.Nacha;

/// <summary>An X12 820 payment order with child support segments, as a CTX entry carries it.</summary>
/// <param name="Amount">The money it pays (BPR02).</param>
/// <param name="Deds">Its segments, at least one.</param>
public sealed record X12Remittance(Money Amount, IReadOnlyList<DedSegment> Deds)
{
    /// <summary>Reads an 820 from its interchange (ISA to IEA), its group (GS to GE) or bare from ST to SE.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out X12Remittance? remittance, [NotNullWhen(false)] out RemittanceFault? fault)
    {
        remittance = null;
        if (!X12Text.TrySplit(text, out var segments, out fault)) return false;
        fault = Envelope(segments, "ISA", 13, "IEA", 2) ?? Envelope(segments, "GS", 6, "GE", 2) ?? Envelope(segments, "ST", 2, "SE", 2) ?? TransactionSet(segments);
        if (fault is not null) return false;

        segments = [.. segments.SkipWhile(segment => segment[0] != "ST").TakeWhile(segment => segment[0] != "SE")];
        var order = segments.FirstOrDefault(segment => segment[0] == "BPR");
        if (order is null || order.Length < 3 || !TryAmount(order[2], out var amount))
        {
            fault = RemittanceFault.Of("D-BPR", "BPR02", order is { Length: > 2 } ? order[2] : "", "The 820 needs one payment order (BPR) with its amount.");
            return false;
        }

        var deds = new List<DedSegment>();
        foreach (var segment in segments.Where(segment => segment[0] == "DED"))
        {
            if (!DedReader.TryRead(segment, out var ded, out fault)) return false;
            deds.Add(ded);
        }

        if (deds.Count == 0)
        {
            fault = RemittanceFault.Of("D-NODED", "", "", "The 820 has no child support segment (DED).");
            return false;
        }

        remittance = new(amount, deds);
        return true;
    }

    // An opening segment without its closing one means that addenda were lost; with another number, that two files were mixed.
    private static RemittanceFault? Envelope(List<string[]> segments, string opens, int openNumber, string closes, int closeNumber)
    {
        var open = segments.FindAll(segment => segment[0] == opens);
        var close = segments.FindAll(segment => segment[0] == closes);
        if (open.Count == 0 && close.Count == 0 && opens != "ST") return null;
        if (open.Count != 1 || close.Count != 1) return RemittanceFault.Of("D-ENVELOPE", opens, "", $"Expected one {opens} segment and one {closes} segment.");
        string first = Element(open[0], openNumber), second = Element(close[0], closeNumber);
        return first == second ? null : RemittanceFault.Of("D-ENVELOPE", $"{closes}{closeNumber:00}", second, $"Expected the number of the {opens} segment.");
    }

    private static RemittanceFault? TransactionSet(List<string[]> segments)
    {
        var start = segments.FindIndex(segment => segment[0] == "ST");
        var end = segments.FindIndex(segment => segment[0] == "SE");
        if (Element(segments[start], 1) != "820") return RemittanceFault.Of("D-SET", "ST01", Element(segments[start], 1), "Expected an 820 payment order.");
        var count = (end - start + 1).ToString(CultureInfo.InvariantCulture);
        return Element(segments[end], 1).TrimStart('0') == count ? null : RemittanceFault.Of("D-COUNT", "SE01", Element(segments[end], 1), $"The 820 has {count} segments.");
    }

    private static string Element(string[] segment, int index) => index < segment.Length ? segment[index] : "";

    /// <summary>Dollars with at most two decimals, as X12 writes decimal numbers: 1234.5, 1234 or .50.</summary>
    private static bool TryAmount(string text, out Money amount)
    {
        amount = default;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var cents = point < 0 ? "" : text[(point + 1)..];
        if (whole.Length + cents.Length == 0 || whole.Length > 12 || cents.Length > 2 || !(whole + cents).All(char.IsAsciiDigit)) return false;
        amount = new(long.Parse("0" + whole, CultureInfo.InvariantCulture) * 100 + int.Parse(cents.PadRight(2, '0'), CultureInfo.InvariantCulture));
        return true;
    }
}
