using System.Globalization;

namespace Alimenta.Kernel;

/// <summary>A Social Security number with valid form. Shown masked unless asked otherwise.</summary>
/// <remarks>Never issued: areas 000, 666 and 900 to 999, group 00, serial 0000 (SSA POMS RM 10201.035); advertising and specimen numbers are refused.</remarks>
public readonly record struct Ssn
{
    private static readonly HashSet<string> Specimens = ["078051120", "219099999", "123456789"];

    private readonly string _digits;

    private Ssn(string digits) => _digits = digits;

    /// <summary>The nine digits; for matching and files only, never for a log or a screen.</summary>
    public string Digits => _digits ?? "";

    /// <summary>Reads a number; blanks, dots and dashes between digits are ignored.</summary>
    /// <param name="text">What was typed or sent.</param>
    /// <param name="ssn">The number, when it is one.</param>
    /// <param name="why">Why it is not, in words for a person.</param>
    public static bool TryParse(string? text, out Ssn ssn, out string why)
    {
        ssn = default;
        var digits = new string([.. (text ?? "").Where(c => c is not (' ' or '-' or '.'))]);
        why = digits.Length != 9 || !digits.All(char.IsAsciiDigit) ? "A Social Security number has nine digits."
            : digits.StartsWith("000", StringComparison.Ordinal) || digits.StartsWith("666", StringComparison.Ordinal) ? $"No Social Security number starts with {digits[..3]}."
            : digits[0] == '9' ? IsItin(digits) ? "This looks like an ITIN: enter it as one." : "No Social Security number starts with 9."
            : digits[3..5] == "00" ? "No Social Security number has 00 as its middle digits."
            : digits[5..] == "0000" ? "No Social Security number ends in 0000."
            : Specimens.Contains(digits) || digits.Distinct().Count() == 1 ? "This is a known specimen number."
            : "";
        if (why.Length > 0) return false;
        ssn = new(digits);
        return true;
    }

    private static bool IsItin(string digits) => int.Parse(digits.AsSpan(3, 2), CultureInfo.InvariantCulture) is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or >= 94;

    /// <summary>The last four digits.</summary>
    public string Last4 => Digits.Length == 9 ? Digits[5..] : "";

    /// <summary>The number with only its last four digits: ***-**-1234.</summary>
    public override string ToString() => Digits.Length == 9 ? $"***-**-{Last4}" : "";
}
