using System.ComponentModel;

namespace Alimenta.Law.Federal.Offset;

/// <summary>A federal tax refund offset of a joint return, as far as it goes to a family.</summary>
public sealed record JointHoldFacts
{
    /// <summary>The family's part of the offset.</summary>
    [Description("The part of the offset that is due to the family; money kept for assistance is not held.")]
    public required Money Family { get; init; }

    /// <summary>The day of the notice of the offset.</summary>
    [Description("Day of the notice of the offset.")]
    public required DateOnly NoticeOn { get; init; }

    /// <summary>What the Treasury took back for the other spouse.</summary>
    [Description("What the Treasury took back for the other spouse.")]
    public Money SpouseShare { get; init; }

    /// <summary>The day on which the spouse's share was settled; null while it is not.</summary>
    [Description("Day on which the other spouse's share was settled; left out while it is not.")]
    public DateOnly? SpouseSettledOn { get; init; }
}

/// <summary>What is held and until when.</summary>
/// <param name="PaidNow">What the family gets at once.</param>
/// <param name="Held">What is held.</param>
/// <param name="HoldUntil">The last day of the hold.</param>
/// <param name="FamilyInTheEnd">What the family has got when the hold is over, as far as it is known.</param>
/// <param name="Released">Whether the hold is over on the law date.</param>
public sealed record JointHoldAnswer(Money PaidNow, Money Held, DateOnly HoldUntil, Money FamilyInTheEnd, bool Released);

/// <summary>The hold of a joint-return offset: 45 CFR 303.72(h)(5); 42 USC 664(a)(3)(B); our convention D17. The obligor is credited with the whole offset.</summary>
public static class JointHold
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/joint-offset-hold";

    private const long Whole = 1_000_000;

    /// <summary>Decides what is held and until when.</summary>
    /// <param name="law">The law on the day on which it is asked, under the state's policy.</param>
    /// <param name="facts">The offset.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<JointHoldAnswer> Decide(LawOn law, JointHoldFacts facts, Explanation? why = null)
    {
        if (facts.SpouseShare > facts.Family)
            return new Refusal("L-JOINT-SHARE", $"The spouse's share ({facts.SpouseShare}) is more than the family's part of the offset ({facts.Family}).",
                "Give what was taken from the family's part; the rest is a receivable of another kind.", "42 USC 664(a)(3)(C)", "spouse_share_cents");
        var then = law.At(facts.NoticeOn);
        var share = then.Ppm("policy/joint-hold/share", why);
        var months = then.Whole("policy/joint-hold/months", why);
        var held = facts.Family.ShareHalfUp(share, Whole);
        var latest = Days.PlusMonths(facts.NoticeOn, months);
        var until = facts.SpouseSettledOn is { } settled && settled < latest ? settled : latest;
        why?.Step($"{LawWords.Percent(share)} of the family's {facts.Family} is held: {held}.", "45 CFR 303.72(h)(5); convention D17", "held");
        why?.Step(until < latest
            ? $"The spouse's share was settled on {Days.Words(until)}, so the hold ends then instead of on {Days.Words(latest)}."
            : $"The hold ends {months} months after the notice of {Days.Words(facts.NoticeOn)}: on {Days.Words(latest)}.", "45 CFR 303.72(h)(5)", "hold_until");
        if (facts.SpouseShare.IsPositive)
            why?.Step($"The Treasury took {facts.SpouseShare} for the spouse; the family has {facts.Family - facts.SpouseShare} in the end.", "42 USC 664(a)(3)(C)", "family_in_the_end");
        return new JointHoldAnswer(facts.Family - held, held, until, facts.Family - facts.SpouseShare, law.Date >= until);
    }
}
