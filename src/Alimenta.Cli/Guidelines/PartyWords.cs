using Alimenta.Law;
using Alimenta.Law.Guidelines;

namespace Alimenta.Cli.Guidelines;

/// <summary>Who stands where in a calculation and what a payment is for, in words.</summary>
internal static class PartyWords
{
    /// <summary>The head of a column.</summary>
    public static string Head(GuidelineParty who) => who switch
    {
        GuidelineParty.ParentA => "Parent A",
        GuidelineParty.ParentB => "Parent B",
        GuidelineParty.Caretaker => "Caretaker",
        GuidelineParty.Child => "Child",
        _ => "All",
    };

    /// <summary>A payment as a sentence without its full stop.</summary>
    public static string Sentence(GuidelinePayment payment) =>
        $"{Subject(payment.From)} pays {Object(payment.To)} {(payment.SharePpm is { } share ? $"{LawWords.Percent(share)} of" : $"{payment.Amount} a month,")} {Kind(payment.Kind)}";

    /// <summary>What a payment is for.</summary>
    public static string Kind(PaymentKind kind) => kind switch
    {
        PaymentKind.Cash => "cash support",
        PaymentKind.CashMedical => "cash medical support",
        PaymentKind.HealthInsurance => "the children's health insurance",
        PaymentKind.UncoveredHealth => "health costs that no insurance pays",
        PaymentKind.ChildCare => "child care",
        _ => "education",
    };

    /// <summary>Someone within a sentence.</summary>
    public static string Object(GuidelineParty who) => who switch
    {
        GuidelineParty.ParentA => "parent A",
        GuidelineParty.ParentB => "parent B",
        GuidelineParty.Caretaker => "the caretaker",
        GuidelineParty.Child => "the child",
        _ => "all",
    };

    private static string Subject(GuidelineParty who) => who == GuidelineParty.Caretaker ? "The caretaker" : Head(who);
}
