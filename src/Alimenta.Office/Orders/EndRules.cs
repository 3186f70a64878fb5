using Alimenta.Data;
using Alimenta.Law.Federal.Obligation;
using Alimenta.Office.Accounting;
using Alimenta.Office.Intake;

namespace Alimenta.Office.Orders;

/// <summary>What ends an obligation, as the order says it. There is none without: an order that ends by nothing is entered with the event that ends it.</summary>
/// <param name="Rule">By emancipation, on a day, by an event, or when a judgment is paid.</param>
/// <param name="On">The last day, for the rule by day.</param>
/// <param name="State">The state whose age of emancipation counts.</param>
/// <param name="Event">What ends it, in the order's words.</param>
/// <param name="AttendingSchool">Whether the child attends school as the state's rule wants it.</param>
/// <param name="SchoolEndsOn">The last day of school, when known.</param>
public sealed record EndGiven(EndRule Rule, DateOnly? On = null, string? State = null, string Event = "", bool AttendingSchool = false, DateOnly? SchoolEndsOn = null);

/// <summary>When an obligation ends.</summary>
public static class EndRules
{
    /// <summary>The last day, or null when it is not known yet; a refusal when the rule does not fit.</summary>
    /// <param name="policies">The law at hand.</param>
    /// <param name="end">What the order says.</param>
    /// <param name="kind">What the obligation is for.</param>
    /// <param name="supported">Whom it supports, or null.</param>
    /// <param name="lawDate">The day as of which the state's age is read.</param>
    public static Outcome<DateOnly?> LastDay(PolicyDesk policies, EndGiven end, ObligationKind kind, Person? supported, DateOnly lawDate)
    {
        switch (end.Rule)
        {
            case EndRule.Date:
                return end.On is { } day ? day : new Refusal("R-END-DATE", "It is not said on which day the obligation ends.", "Enter its last day.", Field: "end.on");
            case EndRule.Event:
                return end.Event.Trim().Length > 0 ? end.On : new Refusal("R-END-EVENT", "It is not said what ends the obligation.", "Enter the event in the order's words.", Field: "end.event");
            case EndRule.NoneForJudgment:
                return kind is ObligationKind.Judgment or ObligationKind.Payback ? (DateOnly?)null
                    : new Refusal("R-END-NONE", "Only a judgment, or payments toward arrears, end when they are paid.", "Choose emancipation, a day or an event.", Field: "end.rule");
            default:
                return Emancipated(policies, end, supported, lawDate);
        }
    }

    private static Outcome<DateOnly?> Emancipated(PolicyDesk policies, EndGiven end, Person? child, DateOnly lawDate)
    {
        if (end.State is not { Length: 2 } state) return new Refusal("R-END-STATE", "It is not said by the law of which state the child is emancipated.", "Enter the state of the order.", Field: "end.state");
        if (child?.Born is not { } born) return new Refusal("R-END-BORN", "The child's date of birth is not known, so the day of emancipation is not either.", "Record the date of birth, or end the obligation by an event.", Field: "end.rule");
        var decided = Emancipation.Decide(policies.Law.On(lawDate, OpenCase.PolicyOf(policies, state)), new() { Born = born, AttendingSchool = end.AttendingSchool, SchoolEndsOn = end.SchoolEndsOn });
        return decided.Refusal is { } no ? no : decided.Value.LastDay;
    }
}
