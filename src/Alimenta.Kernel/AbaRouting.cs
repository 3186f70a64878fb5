using System.Globalization;

namespace Alimenta.Kernel;

/// <summary>The nine digits that name a bank in the United States.</summary>
/// <remarks>The first two digits are 00 to 12, 21 to 32, 61 to 72 or 80; the digits times 3, 7, 1, 3, 7, 1, 3, 7, 1 add up to a multiple of
/// ten (American Bankers Association routing number policy).</remarks>
public readonly record struct AbaRouting
{
    private static readonly int[] Weights = [3, 7, 1, 3, 7, 1, 3, 7, 1];

    private readonly string _digits;

    private AbaRouting(string digits) => _digits = digits;

    /// <summary>The nine digits.</summary>
    public string Digits => _digits ?? "";

    /// <summary>Reads a number and checks its ranges and check digit.</summary>
    public static bool TryParse(string? text, out AbaRouting routing)
    {
        routing = default;
        var t = (text ?? "").Trim();
        if (t.Length != 9 || !t.All(char.IsAsciiDigit)) return false;
        var district = int.Parse(t.AsSpan(0, 2), CultureInfo.InvariantCulture);
        if (district is not (<= 12 or (>= 21 and <= 32) or (>= 61 and <= 72) or 80) || t == "000000000") return false;
        if (t.Select((c, i) => (c - '0') * Weights[i]).Sum() % 10 != 0) return false;
        routing = new(t);
        return true;
    }

    /// <summary>The check digit that belongs to the first eight digits.</summary>
    /// <exception cref="ArgumentException">The text is not eight digits.</exception>
    public static char CheckDigit(string eight)
    {
        ArgumentNullException.ThrowIfNull(eight);
        if (eight.Length != 8 || !eight.All(char.IsAsciiDigit)) throw new ArgumentException("A check digit belongs to eight digits.", nameof(eight));
        return (char)('0' + (10 - eight.Select((c, i) => (c - '0') * Weights[i]).Sum() % 10) % 10);
    }

    /// <inheritdoc/>
    public override string ToString() => Digits;
}
