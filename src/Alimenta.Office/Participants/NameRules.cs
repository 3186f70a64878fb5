namespace Alimenta.Office.Participants;

/// <summary>A person's name as someone tells it.</summary>
/// <param name="Last">Last name.</param>
/// <param name="First">First name.</param>
/// <param name="Middle">Middle name.</param>
/// <param name="Suffix">Such as Jr. or III.</param>
/// <param name="OnlyOne">Whether the person has only one name, which stands as the last name.</param>
public sealed record NameGiven(string Last, string First = "", string Middle = "", string Suffix = "", bool OnlyOne = false)
{
    /// <summary>The name as it is stored.</summary>
    public NameGiven Clean() => this with { Last = NameText.Clean(Last), First = NameText.Clean(First), Middle = NameText.Clean(Middle), Suffix = NameText.Clean(Suffix) };
}

/// <summary>What a name must be. Anything that people are called passes: Null, O'Brien, de la Cruz, a name in any alphabet.</summary>
public static class NameRules
{
    /// <summary>The most characters of one part of a name.</summary>
    public const int MostLetters = 100;

    private static readonly HashSet<string> Suffixes = ["JR", "SR", "II", "III", "IV", "V"];
    private static readonly HashSet<string> Placeholders = ["TEST", "UNKNOWN", "UNK"];

    /// <summary>A refusal, or null when the name may be stored. The name must be clean.</summary>
    public static Refusal? Check(NameGiven name)
    {
        foreach (var (part, field, called) in (IEnumerable<(string, string, string)>)[(name.Last, "last", "last name"), (name.First, "first", "first name"), (name.Middle, "middle", "middle name"), (name.Suffix, "suffix", "suffix")])
        {
            if (NameText.Unprintable(part) is { } character)
                return new("R-NAME-CHARACTER", $"The {called} contains a character that cannot be printed ({character}).", "Type the name again without it.", Field: field);
            if (part.Length > MostLetters)
                return new("R-NAME-LONG", $"The {called} has {part.Length} characters; there is room for {MostLetters}.", "Shorten it, and keep the full name in a note.", Field: field);
        }

        if (name.Last.Length == 0) return new("R-NAME-EMPTY", "The last name is missing.", "Enter a last name.", Field: "last");
        if (name.First.Length == 0 && !name.OnlyOne)
            return new("R-NAME-FIRST", "The first name is missing.", "Enter it, or say that the person has only one name.", Field: "first");
        return null;
    }

    /// <summary>What may be meant, or may be a slip.</summary>
    public static Refusal? Warning(NameGiven name)
    {
        if (new[] { name.Last, name.First, name.Middle }.Any(NameText.MixesAlphabets))
            return new("W-NAME-ALPHABETS", "The name mixes letters of two alphabets that look alike.", "Type it again in one alphabet, or confirm it.", Field: "last");
        if (name.Last.Split(' ') is { Length: > 1 } words && Suffixes.Contains(words[^1].TrimEnd('.').ToUpperInvariant()))
            return new("W-NAME-SUFFIX", $"The last name ends in {words[^1]}.", "Put it into the suffix, or confirm it.", Field: "suffix");
        if (Placeholders.Contains(NameText.Fold(name.Last)))
            return new("W-NAME-PLACEHOLDER", $"{name.Last} may stand for a name that is not known.", "Enter the name, or confirm that the person is called so.", Field: "last");
        return null;
    }

    /// <summary>A refusal when the name of an office, agency or firm may not be stored. The name must be clean.</summary>
    public static Refusal? CheckFirm(string name, string field)
    {
        if (name.Length == 0) return new("R-FIRM-EMPTY", "The name is missing.", "Enter the name.", Field: field);
        if (name.Length > MostLetters * 2) return new("R-FIRM-LONG", $"The name has {name.Length} characters; there is room for {MostLetters * 2}.", "Shorten it.", Field: field);
        return NameText.Unprintable(name) is { } character
            ? new("R-FIRM-CHARACTER", $"The name contains a character that cannot be printed ({character}).", "Type it again without it.", Field: field)
            : null;
    }
}
