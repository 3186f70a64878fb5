using System.ComponentModel;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Whether an order of Oregon may be changed: periodic review (OAR 137-055-3420) and change of circumstances (OAR 137-055-3430).</summary>
public static class OregonModification
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "or/modification";

    private const string Change = "OAR 137-055-3430";
    private const string Review = "OAR 137-055-3420";
    private const long Millionths = 1_000_000;

    /// <summary>Decides.</summary>
    /// <param name="on">The law on the day of the calculation.</param>
    /// <param name="facts">The order and the new figure.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<OregonModificationAnswer> Decide(LawOn on, OregonModificationFacts facts, Explanation? why = null)
    {
        var law = new GuidelineLaw(on, why);
        if (facts.Ordered > on.Date) return InFuture("ordered", facts.Ordered);
        if (facts.TookEffect > on.Date) return InFuture("took_effect", facts.TookEffect);
        var amount = law.Money("or/guidelines/modification/amount");
        var share = law.Ppm("or/guidelines/modification/share");
        var ofNew = facts.NewAmount.ShareHalfUp(share, Millionths);
        var difference = facts.OrderAmount > facts.NewAmount ? facts.OrderAmount - facts.NewAmount : facts.NewAmount - facts.OrderAmount;
        // The share is compared exactly; only what is shown is rounded.
        var beyond = difference > amount || (Int128)difference.Cents * Millionths > (Int128)facts.NewAmount.Cents * share;
        var reviewFrom = facts.TookEffect.AddMonths(law.Whole("or/guidelines/modification/review-months"));
        var due = on.Date >= reviewFrom;
        var changeFrom = facts.SixtyDaysExcepted ? facts.Ordered : facts.Ordered.AddDays(law.Whole("or/guidelines/modification/days"));
        why?.Step($"The order is for {facts.OrderAmount} and the guideline gives {facts.NewAmount}: {difference} apart. {(beyond ? "More" : "No more")} than the lesser of {amount} and {LawWords.Percent(share)} of the new figure ({ofNew}).", Change, "difference");
        if (facts.Request == OregonModificationRequest.PeriodicReview)
        {
            why?.Step(due ? $"It took effect on {Days.Words(facts.TookEffect)}; from {Days.Words(reviewFrom)} on it counts as not in substantial compliance." : $"It comes up for review on {Days.Words(reviewFrom)}.", Review, "review");
            if (due && facts.RoleReversal)
            {
                why?.Step("The parent with more parenting time would come to owe support for which the other parent did not apply, so it may be set to nothing.", $"{Review}(7)(a)", "review");
                return Answer(true, "The order is old enough for review; support may be set to nothing.") with { MaySetToNothing = true };
            }

            return Answer(due, due ? "The order is old enough to be brought to the guideline, whatever the difference." : $"The order comes up for review on {Days.Words(reviewFrom)}.");
        }

        if (facts.Ground == OregonChangeGround.GuidelineChange)
        {
            why?.Step("A change of the guideline is not by itself a substantial change of circumstances.", "OAR 137-050-0700(3)", "ground");
            return Answer(false, "A change of the guideline alone is no ground.");
        }

        if (on.Date < changeFrom)
        {
            why?.Step($"Such a change is looked at from {Days.Words(changeFrom)} on.", Change, "wait");
            return Answer(false, $"A change of circumstances is looked at from {Days.Words(changeFrom)} on.");
        }

        why?.Step(beyond ? "The order is not in substantial compliance." : "The order is in substantial compliance.", Change, "compliance");
        return Answer(beyond, beyond ? "The order is not in substantial compliance with the guideline." : "The order is in substantial compliance with the guideline.");

        OregonModificationAnswer Answer(bool may, string says) =>
            new(may, says, difference, Money.Min(amount, ofNew), beyond, reviewFrom, changeFrom, law.ToConfirm);
    }

    private static Refusal InFuture(string field, DateOnly day) =>
        new("L-OR-ORDER-DATE", $"{field} is after the day of the calculation: {Days.Words(day)}.", "Correct the day.", Field: field);
}

/// <summary>An order that may be changed. Amounts are for a month.</summary>
public sealed record OregonModificationFacts
{
    /// <summary>What the order says.</summary>
    [Description("Support a month under the order; below nothing when the other parent pays.")]
    [MayBeNegative]
    public required Money OrderAmount { get; init; }

    /// <summary>What the guideline says now.</summary>
    [Description("Support a month that the guideline gives now.")]
    public required Money NewAmount { get; init; }

    /// <summary>The day of the order.</summary>
    [Description("The day of the order.")]
    public required DateOnly Ordered { get; init; }

    /// <summary>The day on which it took effect.</summary>
    [Description("The day on which the order took effect.")]
    public required DateOnly TookEffect { get; init; }

    /// <summary>What is asked for.</summary>
    [Description("A periodic review (on a written request or because of TANF), or a change of circumstances.")]
    public required OregonModificationRequest Request { get; init; }

    /// <summary>The ground of a change.</summary>
    [Description("For a change of circumstances: what changed.")]
    public OregonChangeGround Ground { get; init; }

    /// <summary>Whether the parent with more time would come to owe and the other did not apply.</summary>
    [Description("For a periodic review: whether the guideline would make the parent with more parenting time pay, and the other parent has not applied for that.")]
    public bool RoleReversal { get; init; }

    /// <summary>Whether the waiting time does not hold.</summary>
    [Description("Whether the ground is one of (H), (I) and (J) of the rule, for which there is no waiting time.")]
    public bool SixtyDaysExcepted { get; init; }
}

/// <summary>What is asked for.</summary>
public enum OregonModificationRequest
{
    /// <summary>A periodic review.</summary>
    PeriodicReview,

    /// <summary>A change because circumstances changed.</summary>
    ChangeOfCircumstances,
}

/// <summary>What changed.</summary>
public enum OregonChangeGround
{
    /// <summary>Something that the rule names and this list does not.</summary>
    Other,

    /// <summary>Parenting time.</summary>
    ParentingTime,

    /// <summary>Finances or household of a parent.</summary>
    FinancesOrHousehold,

    /// <summary>Social Security or veterans benefits that were not counted.</summary>
    BenefitsNotCounted,

    /// <summary>Needs of a child or parent.</summary>
    Needs,

    /// <summary>The order runs again after a suspension under ORS 25.247.</summary>
    ReinstatedAfterSuspension,

    /// <summary>Only the guideline.</summary>
    GuidelineChange,
}

/// <summary>Whether an order may be changed.</summary>
/// <param name="MayChange">Whether it may.</param>
/// <param name="Says">Why, in a sentence.</param>
/// <param name="Difference">How far it lies from the guideline.</param>
/// <param name="Threshold">The lesser of the amount and the share, to the cent.</param>
/// <param name="BeyondThreshold">Whether it lies further than that.</param>
/// <param name="ReviewFrom">The first day of a periodic review.</param>
/// <param name="ChangeFrom">The first day on which a change of circumstances is looked at.</param>
/// <param name="ToConfirm">What it rests on that no official text has confirmed.</param>
public sealed record OregonModificationAnswer(bool MayChange, string Says, Money Difference, Money Threshold, bool BeyondThreshold,
    DateOnly ReviewFrom, DateOnly ChangeFrom, IReadOnlyList<ToConfirm> ToConfirm)
{
    /// <summary>Whether support may be set to nothing because the roles of the parents would be reversed.</summary>
    public bool MaySetToNothing { get; init; }
}
