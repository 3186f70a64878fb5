namespace Alimenta.Office.Participants;

/// <summary>What a telephone number and an employer's number must be.</summary>
public static class ContactRules
{
    private static readonly HashSet<string> NoEmployers = ["UNEMPLOYED", "CASH", "SELF", "SELFEMPLOYED", "NONE", "UNKNOWN"];

    /// <summary>The number as it is stored: with country code, and an extension after an x; a refusal when it is none.</summary>
    public static Outcome<string> Phone(string text)
    {
        var parts = NameText.Clean(text).Split(['x', 'X', '#'], 2, StringSplitOptions.TrimEntries);
        var number = parts[0].TrimEnd('e', 't', '.', ' ');
        if (number.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '-' or '(' or ')' or '.' or ' '))) return No("A telephone number has digits only.");
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var extension = parts.Length > 1 ? string.Concat(parts[1].Where(char.IsAsciiDigit)) : "";
        var abroad = number.StartsWith('+') && !number.StartsWith("+1", StringComparison.Ordinal);
        if (abroad ? digits.Length is < 8 or > 15 : digits.Length is not (10 or 11) || (digits.Length == 11 && digits[0] != '1'))
            return No(abroad ? "A number abroad has eight to fifteen digits." : "A number here has ten digits.");
        var local = abroad ? digits : digits[^10..];
        if (local.Distinct().Count() == 1) return No("This is not a telephone number.");
        return (abroad ? $"+{digits}" : $"+1{local}") + (extension.Length > 0 ? $"x{extension}" : "");

        static Refusal No(string what) => new("R-PHONE", what, "Type the number again.", Field: "number");
    }

    /// <summary>The nine digits of an employer's federal number; a refusal when it is none.</summary>
    public static Outcome<string> Fein(string text)
    {
        var digits = string.Concat(NameText.Clean(text).Where(c => c is not ('-' or ' ')));
        return digits.Length == 9 && digits.All(char.IsAsciiDigit) && !digits.StartsWith("00", StringComparison.Ordinal)
            ? digits
            : new Refusal("R-FEIN", "A federal employer number has nine digits and does not begin with 00.", "Check the number and type it again.", Field: "fein");
    }

    /// <summary>A refusal when the name says that there is no employer.</summary>
    public static Refusal? NoEmployer(string name) => NoEmployers.Contains(NameText.Fold(name))
        ? new("R-EMPLOYER-NONE", $"{name} is not an employer.", "End the employment instead, and say why.", Field: "name")
        : null;
}
