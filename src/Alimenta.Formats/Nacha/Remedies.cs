using System.Globalization;

namespace Alimenta.Formats.Nacha;

/// <summary>What to do about a refused file, and how its figures are shown.</summary>
internal static class Remedies
{
    public const string Corrected = "Ask the sender for a corrected file.";
    public const string CutOff = "The transfer may have been cut off: fetch the file again, else ask the sender.";
    public const string Totals = "Records may be lost or changed: fetch the file again, else ask the sender.";

    /// <summary>A figure as it would stand in the field.</summary>
    public static string Figure(long number, int length) => number.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');
}
