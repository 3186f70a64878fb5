using System.Globalization;

namespace Alimenta.Law.Guidelines;

/// <summary>One line of a state's child support worksheet for one column of it.</summary>
/// <remarks>The states number, name and round their lines each in their own way; only what a line is means the same everywhere.</remarks>
/// <param name="Number">Its number as the state prints it, such as 1a.</param>
/// <param name="Label">What it is, in words of our own.</param>
/// <param name="Who">The column: whose figure it is.</param>
/// <param name="Kind">What the value is and in which unit it stands.</param>
/// <param name="Value">The value: cents, millionths, a whole number, or 1 for yes; 0 for words.</param>
/// <param name="Citation">Its place in the law.</param>
public sealed record WorksheetLine(string Number, string Label, GuidelineParty Who, LineKind Kind, long Value, string Citation)
{
    /// <summary>How many lines a worksheet seldom exceeds: a list with room for them need not grow.</summary>
    public const int Room = 112;

    private const int MillionthPlaces = 6;
    private const decimal Millionths = 1_000_000m;

    // Null where the text follows from the value; else the words, or the exact figure of a line that the state does not round.
    private object? More { get; init; }

    /// <summary>The value as people read it; where the state does not round the line, with more places than <see cref="Value"/> has.</summary>
    /// <remarks>Written when it is asked for: calculations in bulk look at values only.</remarks>
    public string Text
    {
        get => More switch { null => Written(Kind, Value), decimal exact => Written(Kind, exact), _ => (string)More };
        init => More = value == Written(Kind, Value) ? null : value;
    }

    /// <summary>Lines are the same when they read the same, whether a figure is at hand or came as text.</summary>
    /// <param name="other">The other line.</param>
    public bool Equals(WorksheetLine? other) =>
        other is not null && (Number, Label, Who, Kind, Value, Citation) == (other.Number, other.Label, other.Who, other.Kind, other.Value, other.Citation) && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Label, Who, Kind, Value, Citation);

    /// <summary>An amount of money rounded to the cent.</summary>
    public static WorksheetLine Of(string number, string label, GuidelineParty who, Money value, string citation) =>
        new(number, label, who, LineKind.Money, value.Cents, citation);

    /// <summary>An amount in dollars on a line that the state does not round; the value is its nearest cent, the text has six places.</summary>
    public static WorksheetLine Unrounded(string number, string label, GuidelineParty who, decimal dollars, string citation) =>
        new(number, label, who, LineKind.Money, Whole(dollars * 100m), citation) { More = dollars };

    /// <summary>A share in millionths.</summary>
    public static WorksheetLine Share(string number, string label, GuidelineParty who, long ppm, string citation) =>
        new(number, label, who, LineKind.Share, ppm, citation);

    /// <summary>A share that the state does not round to millionths; the value is its nearest millionth.</summary>
    public static WorksheetLine UnroundedShare(string number, string label, GuidelineParty who, decimal share, string citation) =>
        new(number, label, who, LineKind.Share, Whole(share * Millionths), citation) { More = share };

    /// <summary>A whole number, such as of children.</summary>
    public static WorksheetLine Count(string number, string label, GuidelineParty who, long count, string citation) =>
        new(number, label, who, LineKind.Count, count, citation);

    /// <summary>A number with decimals, such as of overnights; the value is in millionths.</summary>
    public static WorksheetLine Decimal(string number, string label, GuidelineParty who, decimal value, string citation) =>
        new(number, label, who, LineKind.Number, Whole(value * Millionths), citation) { More = value };

    /// <summary>Yes or no.</summary>
    public static WorksheetLine YesNo(string number, string label, GuidelineParty who, bool yes, string citation) =>
        new(number, label, who, LineKind.YesNo, yes ? 1 : 0, citation);

    /// <summary>An answer in words.</summary>
    public static WorksheetLine Words(string number, string label, GuidelineParty who, string words, string citation) =>
        new(number, label, who, LineKind.Words, 0, citation) { Text = words };

    private static string Written(LineKind kind, long value) => kind switch
    {
        LineKind.Money => new Money(value).ToString(),
        LineKind.Share => LawWords.Percent(value),
        LineKind.Count => value.ToString(CultureInfo.InvariantCulture),
        LineKind.Number => Places(value / Millionths),
        LineKind.YesNo => value == 1 ? "yes" : "no",
        _ => "",
    };

    private static string Written(LineKind kind, decimal exact) => kind == LineKind.Share ? Places(exact * 100m) + " %" : Places(exact);

    private static long Whole(decimal value) => (long)Math.Round(value, MidpointRounding.AwayFromZero);

    private static string Places(decimal value) =>
        Math.Round(value, MillionthPlaces, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture);
}

/// <summary>What the value of a line is.</summary>
public enum LineKind
{
    /// <summary>Money in cents.</summary>
    Money,

    /// <summary>A share in millionths.</summary>
    Share,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A number with decimals, in millionths.</summary>
    Number,

    /// <summary>1 for yes, 0 for no.</summary>
    YesNo,

    /// <summary>Words; the value is 0.</summary>
    Words,
}

/// <summary>Someone in a guideline calculation: whose column a line stands in, who pays, who is paid.</summary>
public enum GuidelineParty
{
    /// <summary>The first parent.</summary>
    ParentA,

    /// <summary>The second parent.</summary>
    ParentB,

    /// <summary>A person or agency other than a parent that has the care of a child.</summary>
    Caretaker,

    /// <summary>A child who is paid directly because the law lets a grown child in school receive support.</summary>
    Child,

    /// <summary>All together: a total, or a line with one figure.</summary>
    Total,
}
