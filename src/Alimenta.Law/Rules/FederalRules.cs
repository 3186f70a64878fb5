using System.ComponentModel;
using Alimenta.Law.Federal.Allocation;
using Alimenta.Law.Federal.Clocks;
using Alimenta.Law.Federal;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Federal.Collection;
using Alimenta.Law.Federal.Obligation;
using Alimenta.Law.Federal.Offset;
using Alimenta.Law.Federal.Performance;
using Alimenta.Law.Federal.Withholding;

namespace Alimenta.Law.Rules;

/// <summary>The federal rules that can be called by themselves.</summary>
public static class FederalRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ILawRule> All { get; } =
    [
        new LawRule<AllocationFacts, AllocationAnswer>(Allocation.RuleId, "Shares money over the orders of one obligor.", "45 CFR 303.100(a)(5)", AllocationByLaw.Decide),
        new LawRule<DistributionRequest, DistributionReply>(Distribution.RuleId, "Distributes an amount collected within one case.", "42 USC 657; 45 CFR 302.51, 302.52", (law, facts, why) => DistributionRule.Decide(facts, DistributionPolicyReader.Read(law, why), why)),
        new LawRule<ReplayRequest, ReplayReply>(Replay.RuleId, "Plays the dated events of one case: balances by class at each month's end, and what each payee gets.", "42 USC 657; 45 CFR 302.51, 302.52", HistoryLimits.Play),
        new LawRule<WithholdingFacts, WithholdingAnswer>(WithholdingLimit.RuleId, "Says how much may be withheld from earnings for support and for which order.", "15 USC 1673(b)(2); 45 CFR 303.100(a)(3), (5)", WithholdingLimit.Decide),
        new LawRule<CollectionDateFacts, CollectionDateAnswer>(CollectionDate.RuleId, "Says which day is the date of collection.", "45 CFR 302.51(a)(4)", (law, facts, why) => CollectionDate.Decide(law, facts, why)),
        new LawRule<JointHoldFacts, JointHoldAnswer>(JointHold.RuleId, "Says how much of a joint-return offset is held for a family and until when.", "45 CFR 303.72(h)(5); 42 USC 664(a)(3)(B)", JointHold.Decide),
        new LawRule<OffsetThresholdFacts, OffsetThresholdAnswer>(OffsetThresholds.RuleId, "Says what debt may be submitted for an offset or for denial of a passport.", "45 CFR 303.72(a), 303.102; 31 CFR 285.1(e); 42 USC 652(k)(1)", (law, facts, why) => OffsetThresholds.Decide(law, facts, why)),
        new LawRule<RemedyFacts, RemedyAnswer>(RemedySelection.RuleId, "Says for which remedies an obligor is selected, with which debt, and why not.", RemedySelection.Citation, (law, facts, why) => RemedySelection.Decide(law, facts, why)),
        new LawRule<ClockFacts, ClockDue>(Clocks.RuleId, "Says when a clock of the program runs out.", "45 CFR parts 302, 303 and 307; title IV-D", RunClock),
        new LawRule<DisbursementFacts, DisbursementDue>(DisbursementClock.RuleId, "Says by when money is paid out.", "45 CFR 302.32(b); 42 USC 654b(c)", (law, facts, why) => DisbursementClock.Due(law, facts, OfficeCalendar.Of(law, why), why)),
        new LawRule<OfficeDayFacts, OfficeDay>(OfficeCalendar.RuleId, "Says whether the offices are open on a day and on which days of its year they are closed.", "45 CFR 307.1; 42 USC 654b(d)", OpenDay),
        new LawRule<EmancipationFacts, EmancipationAnswer>(Emancipation.RuleId, "Says when a child is emancipated.", "State law", Emancipation.Decide),
        new LawRule<MonthlyEquivalentFacts, MonthlyEquivalentAnswer>(MonthlyEquivalent.RuleId, "Puts support of another period as support of a month.", "45 CFR 302.51(a)(2)", MonthlyEquivalent.Decide),
        new LawRule<IncentiveFacts, IncentiveAnswer>(Incentives.RuleId, "Says what a state earns for its performance in a fiscal year.", "42 USC 658a; 45 CFR 305.31 to 305.33", Incentives.Decide),
        new LawRule<PenaltyFacts, PenaltyAnswer>(Penalties.RuleId, "Says whether a state's performance in a fiscal year leads to a penalty.", "42 USC 652(g); 45 CFR 305.40, 305.61", Penalties.Decide),
    ];

    private static Outcome<ClockDue> RunClock(LawOn law, ClockFacts facts, Explanation? why)
    {
        if (law.Store.Find(facts.Clock) is not { Unit: LawUnit.Clock })
            return new Refusal("L-CLOCK-UNKNOWN", $"There is no clock \"{facts.Clock}\".", "Use the id of a parameter of unit clock, such as us/clocks/enforcement/action.", Field: "clock");
        return Clocks.Due(law, facts.Clock, facts.Event, OfficeCalendar.Of(law, why), why);
    }

    private static Outcome<OfficeDay> OpenDay(LawOn law, OfficeDayFacts facts, Explanation? why)
    {
        if (facts.Date.Year < FederalHolidays.FirstYear)
            return new Refusal("L-FACT-RANGE", $"Federal holidays are known from {FederalHolidays.FirstYear} on.", "Ask for a later day.", "5 USC 6103", "date");
        return OfficeCalendar.Day(law, facts.Date, why);
    }
}

/// <summary>A clock and the event that starts it.</summary>
public sealed record ClockFacts
{
    /// <summary>The id of the clock.</summary>
    [Description("Id of the clock, such as us/clocks/enforcement/action.")]
    public required string Clock { get; init; }

    /// <summary>The day of the event.</summary>
    [Description("Day of the event that starts the clock; the law of this day counts.")]
    public required DateOnly Event { get; init; }
}

/// <summary>A day asked about.</summary>
public sealed record OfficeDayFacts
{
    /// <summary>The day.</summary>
    [Description("The day.")]
    public required DateOnly Date { get; init; }
}
