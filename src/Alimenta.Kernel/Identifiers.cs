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

/// <summary>A case number with a check digit: YY-OOO-NNNNN-C (year opened, office, sequence, check digit).</summary>
/// <remarks>The check digit is Luhn's over the ten digits before it: it catches each wrong digit and nearly each swap of neighbours.</remarks>
public readonly record struct CaseNumber
{
    private readonly string _digits;

    private CaseNumber(string digits) => _digits = digits;

    /// <summary>The eleven digits without dashes, as a file carries them.</summary>
    public string Digits => _digits ?? "";

    /// <summary>Makes the number of a new case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The office is not 0 to 999 or the sequence not 0 to 99999.</exception>
    public static CaseNumber Make(int year, int office, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(office, 999);
        ArgumentOutOfRangeException.ThrowIfNegative(office);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 99_999);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        var body = string.Create(CultureInfo.InvariantCulture, $"{year % 100:00}{office:000}{sequence:00000}");
        return new(body + CheckDigit(body));
    }

    /// <summary>Reads a number with or without dashes and blanks, and checks its check digit.</summary>
    public static bool TryParse(string? text, out CaseNumber number)
    {
        number = default;
        var digits = new string([.. (text ?? "").Where(c => c is not (' ' or '-'))]);
        if (digits.Length != 11 || !digits.All(char.IsAsciiDigit) || CheckDigit(digits[..10]) != digits[10]) return false;
        number = new(digits);
        return true;
    }

    private static char CheckDigit(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = body[body.Length - 1 - i] - '0';
            if (i % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }

        return (char)('0' + (10 - sum % 10) % 10);
    }

    /// <summary>The number as people read it: 26-104-00731-4.</summary>
    public override string ToString() => Digits.Length == 11 ? $"{Digits[..2]}-{Digits[2..5]}-{Digits[5..10]}-{Digits[10]}" : "";
}

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

/// <summary>The nine digits that name a bank in the United States.</summary>
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
    public static char CheckDigit(string eight) =>
        (char)('0' + (10 - eight.Select((c, i) => (c - '0') * Weights[i]).Sum() % 10) % 10);

    /// <inheritdoc/>
    public override string ToString() => Digits;
}
