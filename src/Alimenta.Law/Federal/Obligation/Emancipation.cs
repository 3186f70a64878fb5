using System.ComponentModel;

namespace Alimenta.Law.Federal.Obligation;

/// <summary>What is known of a child for whom support is owed.</summary>
public sealed record EmancipationFacts
{
    /// <summary>The day of birth.</summary>
    [Description("Day of birth.")]
    public required DateOnly Born { get; init; }

    /// <summary>Whether the child attends school as the state's rule wants it.</summary>
    [Description("Whether the child attends school as the state's rule wants it.")]
    public bool AttendingSchool { get; init; }

    /// <summary>The day on which that ends; null when not known.</summary>
    [Description("Last day of school, when known.")]
    public DateOnly? SchoolEndsOn { get; init; }

    /// <summary>An earlier day on which the child is emancipated by event, such as marriage or a court's finding; null when none.</summary>
    [Description("Day of an event that emancipates earlier, such as marriage, service or a court's finding.")]
    public DateOnly? EventOn { get; init; }
}

/// <summary>When a duty of support ends.</summary>
/// <param name="EmancipatedOn">The day on which the child is emancipated.</param>
/// <param name="LastDay">The last day of the duty: the day before.</param>
/// <param name="Reason">age, school-age, school-end or event.</param>
/// <param name="Age">The age that counts.</param>
public sealed record EmancipationAnswer(DateOnly EmancipatedOn, DateOnly LastDay, string Reason, int Age);

/// <summary>When a child is emancipated by age, by the end of school or by event, under the state's law.</summary>
public static class Emancipation
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/emancipation";

    /// <summary>Decides the day.</summary>
    /// <param name="law">The law under the policy of the state whose order it is.</param>
    /// <param name="facts">What is known of the child.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<EmancipationAnswer> Decide(LawOn law, EmancipationFacts facts, Explanation? why = null)
    {
        if (facts.EventOn <= facts.Born)
            return new Refusal("L-EMANC-EVENT", "The event that emancipates lies before the birth.", "Correct one of the two days.", Field: "event_on");
        var leap = law.Word("policy/emancipation/leap-birthday", why) == "march-1" ? LeapBirthday.March1 : LeapBirthday.February28;
        var age = law.Whole("policy/emancipation/age", why);
        var day = Days.Birthday(facts.Born, facts.Born.Year + age, leap);
        var reason = "age";
        why?.Step($"The child, born on {Days.Words(facts.Born)}, turns {age} on {Days.Words(day)}.", law.Find("policy/emancipation/age").Value.Citation, "emancipated_on");
        if (facts.AttendingSchool)
        {
            var schoolAge = law.Whole("policy/emancipation/age-in-school", why);
            var latest = Days.Birthday(facts.Born, facts.Born.Year + schoolAge, leap);
            if (facts.SchoolEndsOn is { } end && end.AddDays(1) < latest)
                (latest, schoolAge, reason) = end.AddDays(1) > day ? (end.AddDays(1), schoolAge, "school-end") : (day, age, "age");
            else if (latest > day)
                reason = "school-age";
            if (reason != "age")
            {
                (day, age) = (latest, schoolAge);
                why?.Step($"Attending school, the child is supported until {(reason == "school-end" ? "school ends" : $"the age of {schoolAge}")}: emancipated on {Days.Words(day)}.", law.Find("policy/emancipation/age-in-school").Value.Citation, "emancipated_on");
            }
        }

        if (facts.EventOn is { } happened && happened < day)
        {
            (day, reason) = (happened, "event");
            why?.Step($"An event emancipates the child earlier: {Days.Words(day)}.", "", "emancipated_on");
        }

        return new EmancipationAnswer(day, day.AddDays(-1), reason, age);
    }
}
