namespace Alimenta.Web.Components;

/// <summary>A language in which the public pages speak.</summary>
public enum Tongue
{
    /// <summary>English.</summary>
    English,

    /// <summary>Spanish.</summary>
    Spanish,
}

/// <summary>Words in both languages of the public pages; there is none in one language alone.</summary>
/// <param name="En">In English.</param>
/// <param name="Es">In Spanish.</param>
public sealed record Phrase(string En, string Es)
{
    /// <summary>In a language.</summary>
    public string In(Tongue tongue) => tongue == Tongue.Spanish ? Es : En;

    /// <summary>In a language, with its places {0}, {1} filled in.</summary>
    public string In(Tongue tongue, params ReadOnlySpan<object?> filled) => string.Format(System.Globalization.CultureInfo.InvariantCulture, In(tongue), filled);

    /// <summary>Whether there is anything to say.</summary>
    public bool IsEmpty => En.Length == 0;

    /// <summary>No words.</summary>
    public static Phrase None { get; } = new("", "");

    /// <summary>Words as a pair: English, Spanish.</summary>
    public static implicit operator Phrase((string En, string Es) pair) => new(pair.En, pair.Es);
}

/// <summary>A language as addresses and documents name it.</summary>
public static class Tongues
{
    /// <summary>en or es.</summary>
    public static string Code(this Tongue tongue) => tongue == Tongue.Spanish ? "es" : "en";

    /// <summary>The language that an address asks for; English when it asks for none.</summary>
    public static Tongue Of(string? code) => code == "es" ? Tongue.Spanish : Tongue.English;

    /// <summary>The language of what the law's own words are in when they differ from the page: for the lang attribute; null when they do not.</summary>
    public static string? Foreign(this Tongue tongue) => tongue == Tongue.English ? null : "en";

    private static readonly string[] Months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];

    /// <summary>20 Nov 2026, or 20 nov 2026.</summary>
    public static string Date(this Tongue tongue, DateOnly date) =>
        tongue == Tongue.Spanish ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}") : Words.Date(date);
}
