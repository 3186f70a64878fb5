using System.ComponentModel;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.Collection;

/// <summary>What decides the date of collection.</summary>
public sealed record CollectionDateFacts
{
    /// <summary>The day of receipt.</summary>
    [Description("Day on which the disbursement unit received the money.")]
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>How it was collected.</summary>
    [Description("How the money was collected; only withheld money may count from the day of withholding.")]
    public required CollectionSource Source { get; init; }

    /// <summary>The day of withholding, as the employer reported it or as it was proven later; null when not known.</summary>
    [Description("Day on which the income was withheld, as reported by the employer or proven later.")]
    public DateOnly? WithheldOn { get; init; }

    /// <summary>The date of the check; null when not known.</summary>
    [Description("Date of the check or transfer.")]
    public DateOnly? CheckDate { get; init; }
}

/// <summary>The date of collection.</summary>
/// <param name="CollectedOn">The day that counts.</param>
/// <param name="Month">The month whose current support the money pays first.</param>
/// <param name="Basis">receipt, withholding or check-date.</param>
/// <param name="Provisional">Whether proof of another day of withholding would change it.</param>
public sealed record CollectionDateAnswer(DateOnly CollectedOn, SupportMonth Month, string Basis, bool Provisional);

/// <summary>The date of collection: 45 CFR 302.51(a)(4); 42 USC 654b(c)(1).</summary>
public static class CollectionDate
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/collection-date";

    /// <summary>Decides the day that counts.</summary>
    /// <param name="law">The law on the day of receipt under the state's policy.</param>
    /// <param name="facts">What is known of the money.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static CollectionDateAnswer Decide(LawOn law, CollectionDateFacts facts, Explanation? why = null)
    {
        var (day, basis, provisional) = Day(law, facts, why);
        why?.Step(basis switch
        {
            "withholding" => $"The state counts the day of withholding: {Days.Words(day)}.",
            "check-date" => $"The employer did not report the day of withholding, so the date of the check counts until it is proven: {Days.Words(day)}.",
            _ => $"The day of receipt counts: {Days.Words(day)}.",
        }, "45 CFR 302.51(a)(4)", "collected_on");
        var month = SupportMonth.Of(day);
        why?.Step($"The money pays current support of {month.Words} first.", "45 CFR 302.51(a)(1)", "month");
        return new(day, month, basis, provisional);
    }

    private static (DateOnly Day, string Basis, bool Provisional) Day(LawOn law, CollectionDateFacts facts, Explanation? why)
    {
        if (law.Word("policy/collection-date", why) == "receipt" || facts.Source != CollectionSource.IncomeWithholding) return (facts.ReceivedOn, "receipt", false);
        if (facts.WithheldOn is { } withheld) return withheld < facts.ReceivedOn ? (withheld, "withholding", false) : (facts.ReceivedOn, "receipt", false);
        if (law.Word("policy/collection-date-unreported", why) == "check-date" && facts.CheckDate is { } check && check < facts.ReceivedOn) return (check, "check-date", true);
        return (facts.ReceivedOn, "receipt", true);
    }
}
