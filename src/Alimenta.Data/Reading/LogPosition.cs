using System.Globalization;

namespace Alimenta.Data;

/// <summary>A place in the log of changes of a database, written as PostgreSQL writes it (16/B374D848). What happened later stands further on.</summary>
public readonly record struct LogPosition(ulong Value)
{
    private const int LongestHalf = 8;

    /// <summary>Before everything.</summary>
    public static LogPosition Start => default;

    /// <summary>After everything: no follower has ever got so far.</summary>
    public static LogPosition Beyond => new(ulong.MaxValue);

    /// <summary>Reads a position; what is none is not read.</summary>
    public static LogPosition? Parse(string? text)
    {
        var halves = (text ?? "").Split('/');
        return halves.Length == 2 && Half(halves[0]) is { } high && Half(halves[1]) is { } low ? new((ulong)high << 32 | low) : null;
    }

    public static bool operator <(LogPosition one, LogPosition other) => one.Value < other.Value;

    public static bool operator >(LogPosition one, LogPosition other) => one.Value > other.Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value >> 32:X}/{Value & uint.MaxValue:X}");

    private static uint? Half(string text) =>
        text.Length is > 0 and <= LongestHalf && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var half) ? half : null;
}
