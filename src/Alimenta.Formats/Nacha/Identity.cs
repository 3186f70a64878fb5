using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alimenta.Formats.Nacha;

/// <summary>What makes a file the same file: origin, moment of making, modifier and control totals (our convention F4).</summary>
/// <param name="Origin">The immediate origin, without blanks, in capital letters.</param>
/// <param name="CreatedOn">The day on which it was made.</param>
/// <param name="CreatedAt">The time at which it was made, or null.</param>
/// <param name="Modifier">What tells apart the files of one day.</param>
/// <param name="Totals">The control totals of the file.</param>
public sealed record FileKey(string Origin, DateOnly CreatedOn, TimeOnly? CreatedAt, char Modifier, ControlTotals Totals)
{
    /// <summary>The key as one line of text, to be kept and compared.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Origin}|{CreatedOn:yyyyMMdd}|{CreatedAt:HHmm}|{Modifier}|{Totals.Count}|{Totals.EntryHash}|{Totals.Debits.Cents}|{Totals.Credits.Cents}");
}

/// <summary>What makes an entry the same entry: originating bank, trace and effective date (our convention F4).</summary>
/// <param name="OriginatingDfi">Eight digits of the originating bank, from the batch.</param>
/// <param name="Trace">The fifteen digits of the trace number.</param>
/// <param name="EffectiveOn">The effective entry date, or null.</param>
/// <param name="Occurrence">0; for entries of one file that are alike in all of the above, 1 and upward. Some originators number each batch
/// anew, and two credits that the bank has totalled are two credits.</param>
public sealed record EntryKey(string OriginatingDfi, string Trace, DateOnly? EffectiveOn, int Occurrence)
{
    /// <summary>The key as one line of text, to be kept and compared.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OriginatingDfi}|{Trace}|{EffectiveOn:yyyyMMdd}|{Occurrence}");
}

internal static class Fingerprint
{
    /// <summary>SHA-256 over the content of an item without anything of the file's header: the same item sent again in another file has the same.</summary>
    public static string Of(string companyId, string trace, Money amount, DateOnly? effectiveOn, string addenda, int occurrence)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{companyId.Trim()}|{trace}|{amount.Cents}|{effectiveOn:yyyyMMdd}|{addenda.Trim()}|{occurrence}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToUpperInvariant())));
    }
}
