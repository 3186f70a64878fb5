using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Alimenta.Formats.Nacha;

/// <summary>Reads child support segments (DED) with the tolerance that real senders need (our convention F3).</summary>
/// <remarks>Letter case and blanks around elements do not matter; the end is \ or ~ or the end of the text; dates have six or eight digits. A case
/// number or a medical indicator that was left out does not make a segment unreadable: the Social Security number and name still tell whose it is.</remarks>
public static class DedReader
{
    private static readonly char[] Terminators = ['\\', '~'];

    /// <summary>The most digits of an amount in X12. By the banking convention there are ten, and no entry pays more than ten digits can say.</summary>
    private const int AmountDigits = 15;
    private const long MostCents = 9_999_999_999;

    /// <summary>Reads the one segment of a CCD addenda.</summary>
    /// <param name="text">The payment related information.</param>
    /// <param name="ded">The segment.</param>
    /// <param name="fault">Why it cannot be read.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out DedSegment? ded, [NotNullWhen(false)] out RemittanceFault? fault)
    {
        ded = null;
        var end = text.IndexOfAny(Terminators);
        if (end >= 0 && text.AsSpan(end).ContainsAnyExcept('\\', '~', ' '))
        {
            fault = RemittanceFault.Of("D-REST", "", text[end..], "Something follows the end of the segment; a CCD carries one segment.");
            return false;
        }

        return TryRead((end < 0 ? text : text[..end]).Split('*'), out ded, out fault);
    }

    /// <summary>Reads a segment that has been split into its elements.</summary>
    internal static bool TryRead(string[] parts, [NotNullWhen(true)] out DedSegment? ded, [NotNullWhen(false)] out RemittanceFault? fault)
    {
        ded = null;
        var elements = Array.ConvertAll(parts, part => part.Trim().ToUpperInvariant());
        fault = Problem(elements);
        if (fault is not null) return false;
        ded = new(
            Enum.Parse<DedApplication>(elements[1]), elements[2], Date(elements[3])!.Value, new Money(long.Parse(elements[4], CultureInfo.InvariantCulture)), elements[5],
            elements[6] switch { "Y" => MedicalSupport.Available, "N" => MedicalSupport.NotAvailable, "W" => MedicalSupport.NotApplicable, _ => MedicalSupport.NotSaid },
            At(elements, 7), At(elements, 8), At(elements, 9) == "Y");
        return true;
    }

    private static RemittanceFault? Problem(string[] elements)
    {
        if (elements[0] != "DED") return RemittanceFault.Of("D-START", "", string.Join('*', elements), "A child support segment begins with DED*.");
        if (elements.Length < 7) return RemittanceFault.Of("D-SHORT", "", string.Join('*', elements), "The segment has fewer than its six mandatory elements.");
        if (elements.Skip(10).Any(element => element.Length > 0)) return RemittanceFault.Of("D-LONG", "DED10", elements[10], "The segment has more than nine elements: a * may stand inside one.");
        if (!Enum.GetNames<DedApplication>().Contains(elements[1])) return RemittanceFault.Of("D-APPLICATION", "DED01", elements[1], "Expected CS, II, IT, IO, RI, RT or RO.");
        if (Date(elements[3]) is null) return RemittanceFault.Of("D-DATE", "DED03", elements[3], "Expected the pay date as YYMMDD or CCYYMMDD.");
        if (!IsAmount(elements[4])) return RemittanceFault.Of("D-AMOUNT", "DED04", elements[4], "Expected the amount in cents, digits only.");
        if (elements[5].Length != 9 || !elements[5].All(char.IsAsciiDigit)) return new("D-SSN", "DED05", Masked.Ending(elements[5]), "Expected a Social Security number of nine digits.", RemittanceFault.AskSender);
        return null;
    }

    private static bool IsAmount(string digits) =>
        digits.Length is > 0 and <= AmountDigits && digits.All(char.IsAsciiDigit) && long.Parse(digits, CultureInfo.InvariantCulture) <= MostCents;

    private static string At(string[] elements, int index) => index < elements.Length ? elements[index] : "";

    private static DateOnly? Date(string digits)
    {
        if (digits.Length is not (6 or 8) || !digits.All(char.IsAsciiDigit)) return null;
        if (digits.Length == 6) digits = (digits[0] < '7' ? "20" : "19") + digits;
        return DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
