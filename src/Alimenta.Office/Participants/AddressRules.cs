namespace Alimenta.Office.Participants;

/// <summary>An address as someone tells it.</summary>
public sealed record AddressGiven(string Line1, string Line2, string City, string State, string Zip, string Country = "US")
{
    /// <summary>The address as it is stored.</summary>
    public AddressGiven Clean() => new(
        NameText.Clean(Line1), NameText.Clean(Line2), NameText.Clean(City), NameText.Clean(State).ToUpperInvariant(), NameText.Clean(Zip).ToUpperInvariant(), NameText.Clean(Country).ToUpperInvariant());
}

/// <summary>What an address must be. Post office boxes, general delivery and military addresses pass.</summary>
public static class AddressRules
{
    private const int MostLetters = 100;

    private static readonly HashSet<string> States =
    [
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT",
        "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
        "PR", "VI", "GU", "AS", "MP", "FM", "MH", "PW", "AA", "AE", "AP",
    ];

    /// <summary>A refusal, or null when the address may be stored. The address must be clean.</summary>
    public static Refusal? Check(AddressGiven address)
    {
        foreach (var (part, field) in (IEnumerable<(string, string)>)[(address.Line1, "line1"), (address.Line2, "line2"), (address.City, "city"), (address.State, "state"), (address.Zip, "zip"), (address.Country, "country")])
        {
            if (NameText.Unprintable(part) is { } character)
                return new("R-ADDRESS-CHARACTER", $"The address contains a character that cannot be printed ({character}).", "Type it again without it.", Field: field);
            if (part.Length > MostLetters) return new("R-ADDRESS-LONG", $"This part of the address has {part.Length} characters; there is room for {MostLetters}.", "Use both address lines.", Field: field);
        }

        if (address.Line1.Length == 0) return new("R-ADDRESS-LINE", "The street or box is missing.", "Enter it, or General Delivery.", Field: "line1");
        if (address.City.Length == 0) return new("R-ADDRESS-CITY", "The city is missing.", "Enter the city.", Field: "city");
        if (address.Country.Length != 2 || !address.Country.All(char.IsAsciiLetterUpper)) return new("R-ADDRESS-COUNTRY", "The country has two letters, such as US.", "Enter its two letters.", Field: "country");
        if (address.Country != "US") return null;
        if (!States.Contains(address.State)) return new("R-ADDRESS-STATE", $"There is no state or territory {address.State}.", "Enter its two letters, such as OR.", Field: "state");
        return IsZip(address.Zip) ? null : new("R-ADDRESS-ZIP", "A ZIP code has five digits, or five and four, and is not 00000.", "Enter the ZIP code.", Field: "zip");
    }

    private static bool IsZip(string zip) =>
        (zip.Length == 5 || (zip.Length == 10 && zip[5] == '-')) && zip.Where((_, i) => i != 5).All(char.IsAsciiDigit) && !zip.StartsWith("00000", StringComparison.Ordinal);

    /// <summary>What makes two addresses the same place: street and ZIP code folded.</summary>
    internal static string Place(string line1, string zip) => $"{NameText.Fold(line1)} {zip[..Math.Min(5, zip.Length)]}";
}
