namespace Alimenta.Office.Participants;

/// <summary>What a bank account must be. A card number is never stored.</summary>
public static class BankRules
{
    // The account field of a NACHA entry.
    private const int MostDigits = 17;
    private const int FewestDigits = 4;

    /// <summary>The digits of the routing number; a refusal when its check digit is wrong.</summary>
    public static Outcome<string> Routing(string text) => AbaRouting.TryParse(NameText.Clean(text), out var routing)
        ? routing.Digits
        : new Refusal("R-ROUTING", "This is no routing number of a bank: it has nine digits, and the last one checks the others.", "Copy it from the foot of a check.", "ABA routing number policy", "routing");

    /// <summary>The account number as it is stored; a refusal when it is none. Nothing of the number is repeated.</summary>
    public static Outcome<string> Account(string text)
    {
        var number = string.Concat(NameText.Clean(text).Where(c => c is not (' ' or '-')));
        if (number.Length is < FewestDigits or > MostDigits || !number.All(char.IsAsciiDigit))
            return No($"An account number has {FewestDigits} to {MostDigits} digits.", "Copy it from the foot of a check.");
        if (number.All(c => c == '0')) return No("An account number is not all zeros.", "Copy it from the foot of a check.");
        return IsCard(number)
            ? new Refusal("R-ACCOUNT-CARD", "This looks like the number of a payment card. It was not stored.", "Ask for the number of the account behind the card.", Field: "account")
            : number;

        static Refusal No(string what, string remedy) => new("R-ACCOUNT", what, remedy, Field: "account");
    }

    /// <summary>Fifteen or sixteen digits that begin as cards do and fulfil their check (Luhn).</summary>
    private static bool IsCard(string digits)
    {
        if (digits.Length is not (15 or 16) || digits[0] is not ('3' or '4' or '5' or '6')) return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }
}
