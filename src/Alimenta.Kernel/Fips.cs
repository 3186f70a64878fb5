namespace Alimenta.Kernel;

/// <summary>A locator code: five digits (state and county) and two more for an office or payment place.</summary>
public readonly record struct Fips
{
    private readonly string _digits;

    private Fips(string digits) => _digits = digits;

    /// <summary>Five or seven digits.</summary>
    public string Digits => _digits ?? "";

    /// <summary>The first two digits: a state, 90 for a tribe, 80 for a country.</summary>
    public string State => Digits.Length >= 2 ? Digits[..2] : "";

    /// <summary>Reads a code of five or seven digits.</summary>
    public static bool TryParse(string? text, out Fips fips)
    {
        fips = default;
        var t = (text ?? "").Trim();
        if (t.Length is not (5 or 7) || !t.All(char.IsAsciiDigit) || t[..2] == "00") return false;
        fips = new(t);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Digits;
}
