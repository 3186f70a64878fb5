using System.Globalization;

namespace Alimenta.Kernel;

/// <summary>A case number with a check digit: YY-OOO-NNNNN-C (year opened, office, sequence, check digit).</summary>
/// <remarks>The check digit is Luhn's over the ten digits before it: it catches each wrong digit and each swap of neighbours but 0 and 9.</remarks>
public readonly record struct CaseNumber
{
    private readonly string _digits;

    private CaseNumber(string digits) => _digits = digits;

    /// <summary>The eleven digits without dashes, as a file carries them.</summary>
    public string Digits => _digits ?? "";

    /// <summary>Makes the number of a new case.</summary>
    /// <param name="year">The year in which the case is opened; its last two digits are used.</param>
    /// <param name="office">The office that opens it, 0 to 999.</param>
    /// <param name="sequence">Its number in that office and year, 0 to 99999.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its bounds.</exception>
    public static CaseNumber Make(int year, int office, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(year);
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
