using Alimenta.Data;
using Alimenta.Law.Federal.Offset;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Enforcement;

/// <summary>Remedies for past-due support in words.</summary>
internal static class RemedyWords
{
    /// <summary>A remedy with the part of the debt that it counts.</summary>
    public static string Of(Remedy remedy, SelectedDebt debt) => (remedy, debt) switch
    {
        (Remedy.FederalTaxRefund, SelectedDebt.Assigned) => "Federal tax refund, debt assigned to the state",
        (Remedy.FederalTaxRefund, _) => "Federal tax refund, debt to the family",
        (Remedy.StateTaxRefund, _) => "State tax refund",
        _ => "Passport denial",
    };

    /// <summary>The same from the rule.</summary>
    public static string Of(RemedyDecision decision) => Of(
        decision.Remedy switch { OffsetRemedy.FederalTaxRefund => Remedy.FederalTaxRefund, OffsetRemedy.StateTaxRefund => Remedy.StateTaxRefund, _ => Remedy.Passport }, decision.Debt == RemedyDebt.Assigned ? SelectedDebt.Assigned : SelectedDebt.Family);

    public static string Of(SelectionStanding standing) => standing switch
    {
        SelectionStanding.Selected => "Selected",
        SelectionStanding.NeedsPerson => "Needs a person",
        _ => "Left out",
    };

    public static Tone ToneOf(SelectionStanding standing) => standing switch
    {
        SelectionStanding.Selected => Tone.Info,
        SelectionStanding.NeedsPerson => Tone.Warn,
        _ => Tone.Neutral,
    };

    public static string Of(RemedyStanding standing) => standing switch
    {
        RemedyStanding.Selected => "would be selected",
        RemedyStanding.NeedsPerson => "would need a person",
        RemedyStanding.LeftOut => "would be left out",
        RemedyStanding.NotRecorded => "not selected",
        _ => "would not be on the list",
    };

    public static string Of(SelectionReason reason) => Of(Enum.Parse<RemedyReason>(reason.ToString()));

    public static string Of(RemedyReason reason) => reason switch
    {
        RemedyReason.ReachesThreshold => "owes enough",
        RemedyReason.StaysUntilPaid => "stays until all is paid",
        RemedyReason.NoNumber => "no Social Security number",
        RemedyReason.NumberNotVerified => "Social Security number not verified",
        RemedyReason.NoCustodianAddress => "no present address of the custodian",
        RemedyReason.FamilyViolence => "family violence in a case",
        RemedyReason.Died => "the obligor died",
        RemedyReason.ThresholdNotRecorded => "the state’s threshold is not recorded",
        _ => "owes less than the threshold",
    };

    public static string Of(SelectionEnd? end) => end switch
    {
        SelectionEnd.Changed => "changed",
        SelectionEnd.BelowThreshold => "owes less than the threshold",
        SelectionEnd.Paid => "paid",
        SelectionEnd.NotRecorded => "the state’s threshold is not recorded",
        SelectionEnd.NoOpenCase => "no open case left",
        _ => "",
    };

    /// <summary>The name of the state behind a policy; "the federal defaults" where none is.</summary>
    public static string StateOf(string policy) => policy.Contains('-', StringComparison.Ordinal) ? CaseWords.State(policy.Split('-')[^1].ToUpperInvariant()) : "federal defaults";

    /// <summary>What a "Why?" beside an amount is headed by.</summary>
    public static Reason Why(SelectionHistory one) => new(
        one.Row.Standing switch
        {
            SelectionStanding.Selected => $"Why {one.Row.Amount} is selected: {Of(one.Row.Remedy, one.Row.Debt).ToLowerInvariant()}",
            SelectionStanding.NeedsPerson => $"Why a person decides about {one.Row.Amount}",
            _ => $"Why {one.Row.Amount} is left out",
        },
        one.Why);
}
