namespace Alimenta.Formats;

/// <summary>What the characters of a field may be.</summary>
public enum Picture
{
    /// <summary>Letters, digits and marks, left-justified and filled with blanks.</summary>
    Text,

    /// <summary>Digits only, right-justified and filled with zeros. Money is in cents without a point.</summary>
    Number,

    /// <summary>A date as YYMMDD. Where the field is not mandatory, zeros and anything but six digits stand for "no date"; six digits that are
    /// not in the calendar are a fault everywhere.</summary>
    Date,

    /// <summary>A time of day as HHMM.</summary>
    Time,

    /// <summary>Always the same characters.</summary>
    Literal,

    /// <summary>Reserved: written as blanks, not looked at when read.</summary>
    Reserved,
}

/// <summary>Whether a field must be there.</summary>
public enum Presence
{
    /// <summary>A file without it is refused.</summary>
    Mandatory,

    /// <summary>The format asks for it; a file without it is still read.</summary>
    Expected,

    /// <summary>May be left out.</summary>
    Optional,
}

/// <summary>One field of a fixed-width record.</summary>
/// <param name="Name">The field's name in the words of the format.</param>
/// <param name="Start">Its first position, counted from 1.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Picture">What the characters may be.</param>
/// <param name="Presence">Whether it must be there.</param>
/// <param name="Meaning">What it holds, for the document and for people who fix a file.</param>
public sealed record FieldLayout(string Name, int Start, int Length, Picture Picture, Presence Presence, string Meaning)
{
    /// <summary>The characters of a literal; empty for others.</summary>
    public string Value { get; init; } = "";

    /// <summary>Whether the field can hold a Social Security number or an account number, so that a message shows at most its last four characters.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Its last position.</summary>
    public int End => Start + Length - 1;

    /// <summary>The positions as people write them: 7 or 5-20.</summary>
    public string Positions => Length == 1 ? $"{Start}" : $"{Start}-{End}";

    /// <summary>A text field.</summary>
    public static FieldLayout Text(string name, int start, int length, string meaning, Presence presence = Presence.Optional, bool sensitive = false) =>
        new(name, start, length, Picture.Text, presence, meaning) { Sensitive = sensitive };

    /// <summary>A mandatory field of digits.</summary>
    public static FieldLayout Number(string name, int start, int length, string meaning, Presence presence = Presence.Mandatory) =>
        new(name, start, length, Picture.Number, presence, meaning);

    /// <summary>A date field of six digits.</summary>
    public static FieldLayout Date(string name, int start, string meaning, Presence presence = Presence.Optional) =>
        new(name, start, 6, Picture.Date, presence, meaning);

    /// <summary>A field that always holds the same characters.</summary>
    public static FieldLayout Literal(string name, int start, string value, string meaning) =>
        new(name, start, value.Length, Picture.Literal, Presence.Mandatory, meaning) { Value = value };

    /// <summary>Reserved positions.</summary>
    public static FieldLayout Reserved(int start, int length) => new("Reserved", start, length, Picture.Reserved, Presence.Optional, "Blank.");
}
