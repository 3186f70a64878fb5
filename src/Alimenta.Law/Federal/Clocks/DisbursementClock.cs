using System.ComponentModel;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.Clocks;

/// <summary>Who is paid.</summary>
public enum DisbursementPayee
{
    /// <summary>The family, or whoever is paid for it.</summary>
    Family,

    /// <summary>The agency that placed the child in foster care.</summary>
    PlacementAgency,

    /// <summary>The state that asked for the collection.</summary>
    OtherState,
}

/// <summary>What decides by when money is paid out.</summary>
public sealed record DisbursementFacts
{
    /// <summary>The day on which the disbursement unit received the money.</summary>
    [Description("Day on which the disbursement unit received the money.")]
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Who is paid.</summary>
    [Description("Who is paid.")]
    public DisbursementPayee Payee { get; init; }

    /// <summary>Assistance of the family in the month of receipt.</summary>
    [Description("Assistance of the family in the month of receipt.")]
    public AssistanceStatus Assistance { get; init; } = AssistanceStatus.Never;

    /// <summary>Whether the month of receipt is the first month after assistance ended.</summary>
    [Description("Whether the month of receipt is the first month after assistance ended.")]
    public bool FirstMonthAfterAssistance { get; init; }

    /// <summary>Whether the money is a pass-through.</summary>
    [Description("Whether the money is a pass-through of current support to a family on assistance.")]
    public bool PassThrough { get; init; }

    /// <summary>How the money was collected.</summary>
    [Description("How the money was collected.")]
    public CollectionSource Source { get; init; } = CollectionSource.IncomeWithholding;

    /// <summary>The day of the notice of a joint-return offset whose family money is held; null when it is not held.</summary>
    [Description("Federal tax refund offset of a joint return that is held: the day of the offset notice.")]
    public DateOnly? JointHoldNoticeOn { get; init; }

    /// <summary>The day on which the other spouse's share was settled; null while it is not.</summary>
    [Description("Joint return: the day on which the other spouse's share was settled.")]
    public DateOnly? SpouseSettledOn { get; init; }

    /// <summary>Whether a timely appeal concerns this money and is not yet resolved.</summary>
    [Description("Whether a timely appeal of this arrears or offset money is still open.")]
    public bool AppealOpen { get; init; }

    /// <summary>The day on which a timely appeal was resolved; null when there was none.</summary>
    [Description("Day on which a timely appeal was resolved.")]
    public DateOnly? AppealResolvedOn { get; init; }

    /// <summary>Whether enough is known to identify the payee.</summary>
    [Description("Whether enough is known to identify and find the payee.")]
    public bool PayeeIdentified { get; init; } = true;

    /// <summary>The day on which that became known, when later than the receipt.</summary>
    [Description("Day on which that became known, when later than the receipt.")]
    public DateOnly? PayeeIdentifiedOn { get; init; }
}

/// <summary>By when money is paid out.</summary>
/// <param name="Due">The last day in time; null while the clock does not run.</param>
/// <param name="Clock">The id of the clock that decided.</param>
/// <param name="CountedFrom">The day that counts as the day of receipt.</param>
/// <param name="Waits">Why the clock does not run; empty while it does.</param>
public sealed record DisbursementDue(DateOnly? Due, string Clock, DateOnly CountedFrom, string Waits);

/// <summary>By when money is paid out: 45 CFR 302.32(b), 303.72(h)(5); 42 USC 654b(c).</summary>
public static class DisbursementClock
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/disbursement-clock";

    private const string Clock = "us/clocks/disbursement/";

    /// <summary>The last day on which the money leaves in time.</summary>
    /// <param name="law">The law under the payer state's policy.</param>
    /// <param name="facts">What decides it.</param>
    /// <param name="calendar">The days on which the offices are open.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    /// <exception cref="LawNotCovered">The clocks are not recorded for the day of receipt.</exception>
    public static DisbursementDue Due(LawOn law, DisbursementFacts facts, BusinessCalendar calendar, Explanation? why = null)
    {
        var received = ReceiptDay(law.At(facts.ReceivedOn), facts.ReceivedOn, calendar, why);
        if (!facts.PayeeIdentified) return Waiting("payee-identified", received, "The payee is not identified.", why);
        if (facts.AppealOpen)
            return Waiting(facts.Source == CollectionSource.FederalTaxOffset ? "federal-tax-offset-appealed" : "arrears-under-appeal", received, "A timely appeal is open.", why);

        var name = Name(facts);
        var from = name == "federal-tax-offset-appealed" ? facts.AppealResolvedOn!.Value : received;
        var due = Clocks.Due(law, Clock + name, from, calendar, why).Due!.Value;
        if (facts.Source == CollectionSource.FederalTaxOffset && facts is { Payee: DisbursementPayee.Family, JointHoldNoticeOn: { } notice }
            && HoldEnd(law, notice, facts.SpouseSettledOn, calendar, why) is var hold && hold > due)
            (name, due) = ("joint-offset", hold);
        if (facts.PayeeIdentifiedOn is { } identified && identified > facts.ReceivedOn
            && Clocks.Due(law, Clock + "payee-identified", identified, calendar, why).Due!.Value is var later && later > due)
            (name, due) = ("payee-identified", later);
        return new(due, Clock + name, received, "");
    }

    private static string Name(DisbursementFacts facts) => facts switch
    {
        { Source: CollectionSource.FederalTaxOffset, Payee: not DisbursementPayee.OtherState, AppealResolvedOn: not null } => "federal-tax-offset-appealed",
        { Source: CollectionSource.FederalTaxOffset, Payee: not DisbursementPayee.OtherState } => "federal-tax-offset",
        { Payee: DisbursementPayee.OtherState } => "responding-state",
        { Payee: DisbursementPayee.PlacementAgency } => "placement-agency",
        { PassThrough: true } => "pass-through",
        { FirstMonthAfterAssistance: true } => "first-month-after-assistance",
        { Assistance: AssistanceStatus.Current } => "family-on-assistance",
        _ => "family",
    };

    private static DateOnly ReceiptDay(LawOn law, DateOnly received, BusinessCalendar calendar, Explanation? why)
    {
        if (law.Word("policy/disbursement/receipt-on-closed-day", why) == "same-day" || calendar.IsOpen(received)) return received;
        var counted = calendar.OnOrAfter(received);
        why?.Step($"{Days.Words(received)} was a closed day; the receipt counts on {Days.Words(counted)}.", "42 USC 654b(c)(1)", "due");
        return counted;
    }

    private static DateOnly HoldEnd(LawOn law, DateOnly notice, DateOnly? settled, BusinessCalendar calendar, Explanation? why)
    {
        // The law's time are the most; a state may hold for less.
        var latest = Clocks.Due(law, Clock + "joint-offset", notice, calendar, why).Due!.Value;
        var byPolicy = Days.PlusMonths(notice, law.At(notice).Whole("policy/joint-hold/months", why));
        if (byPolicy < latest) latest = byPolicy;
        return settled is { } day && day < latest ? day : latest;
    }

    private static DisbursementDue Waiting(string name, DateOnly received, string reason, Explanation? why)
    {
        why?.Step($"{reason} The time to pay out does not run.", "42 USC 654b(c)", "due");
        return new(null, Clock + name, received, reason);
    }
}
