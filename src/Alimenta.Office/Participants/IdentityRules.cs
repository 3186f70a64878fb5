namespace Alimenta.Office.Participants;

/// <summary>What a Social Security number and the days of a life must be.</summary>
public static class IdentityRules
{
    // Nobody alive was born before; the sources name no figure.
    private const int EarliestYear = 1900;
    private const int YoungestParent = 11;

    /// <summary>A refusal when the text is no Social Security number; its digits when it is. Nothing of the number is repeated.</summary>
    public static Outcome<string> Ssn(string text) => Alimenta.Kernel.Ssn.TryParse(text, out var ssn, out var why)
        ? ssn.Digits
        : new Refusal("R-SSN", why, "Check the number and type it again.", "SSA POMS RM 10201.035", "ssn");

    /// <summary>A refusal when the day of birth cannot be.</summary>
    public static Refusal? Born(DateOnly? born, DateOnly today) => born switch
    {
        { } day when day > today => new("R-BORN-FUTURE", $"The date of birth, {Days.Words(day)}, lies after the business date, {Days.Words(today)}.", "Leave it out for a child who is not born yet.", Field: "born"),
        { Year: < EarliestYear } day => new("R-BORN-EARLY", $"The date of birth is in the year {day.Year}.", "Enter the year with four digits.", Field: "born"),
        _ => null,
    };

    /// <summary>A refusal when the day of death cannot be.</summary>
    public static Refusal? Died(DateOnly? died, DateOnly? born, DateOnly today)
    {
        if (died is not { } day) return null;
        if (day > today) return new("R-DIED-FUTURE", $"The date of death, {Days.Words(day)}, lies after the business date, {Days.Words(today)}.", "Enter the day on which the person died.", Field: "died");
        return born is { } birth && day < birth
            ? new("R-DIED-BEFORE-BIRTH", $"The date of death, {Days.Words(day)}, lies before the birth on {Days.Words(birth)}.", "Correct one of the two days.", Field: "died")
            : null;
    }

    /// <summary>A warning when a parent was too young, or not yet born, at the birth of the child.</summary>
    public static Refusal? Parent(DateOnly? parent, DateOnly? child) => parent is { } p && child is { } c && Days.Age(p, c) < YoungestParent
        ? new("W-PARENT-AGE", c < p ? "The child is older than the parent." : $"The parent was {Days.Age(p, c)} years old at the birth of the child.", "Check both dates of birth, or confirm them.", Field: "born")
        : null;
}
