using Alimenta.Law;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Iowa;

namespace Alimenta.Office.Interest;

/// <summary>How interest on late support comes to be owed under a state's rules.</summary>
public enum InterestBy
{
    /// <summary>By law on each payment that is late: counted here.</summary>
    EachPayment,

    /// <summary>On a judgment for arrears only; such judgments are not kept here with their entry, so none is counted.</summary>
    Judgment,

    /// <summary>The program establishes none; what an order sets is entered as a debt of its own.</summary>
    NotEstablished,

    /// <summary>No rule of the state is recorded.</summary>
    NotRecorded,
}

/// <summary>A payment that fell due, with its interest.</summary>
/// <param name="Obligation">Key of the obligation.</param>
/// <param name="Month">The month of support.</param>
/// <param name="Due">The day on which it fell due.</param>
/// <param name="Amount">How much fell due.</param>
/// <param name="From">The first day that bears interest; null when none does yet.</param>
/// <param name="Unpaid">What is unpaid of it.</param>
/// <param name="Interest">The interest.</param>
public sealed record InterestPart(string Obligation, SupportMonth Month, DateOnly Due, Money Amount, DateOnly? From, Money Unpaid, Money Interest);

/// <summary>Interest in one case through a day.</summary>
/// <param name="Case">The case.</param>
/// <param name="Through">The day.</param>
/// <param name="Parts">Each payment that bears interest or is unpaid, in the order of their days.</param>
/// <param name="NotCounted">Debts on which none is counted.</param>
/// <param name="Joint">Whether another person owes some of it too: the same interest is then stated in each of their cases.</param>
public sealed record InterestCount(string Case, DateOnly Through, IReadOnlyList<InterestPart> Parts, IReadOnlyList<IowaNotCounted> NotCounted, bool Joint)
{
    /// <summary>All interest.</summary>
    public Money Interest => Parts.Sum(p => p.Interest);

    /// <summary>The support that is unpaid of what is counted on.</summary>
    public Money Unpaid => Parts.Sum(p => p.Unpaid);

    /// <summary>What is owed on which none is counted.</summary>
    public Money OnNone => NotCounted.Sum(n => n.Left);

    /// <summary>The policies under which interest is counted.</summary>
    public static IReadOnlyList<string> Policies { get; } = ["us-ia"];

    /// <summary>How interest comes to be owed under a policy.</summary>
    public static InterestBy By(string policy) => policy switch
    {
        "us-ia" => InterestBy.EachPayment,
        "us-ny" => InterestBy.Judgment,
        "us-or" => InterestBy.NotEstablished,
        _ => InterestBy.NotRecorded,
    };

    /// <summary>Counts the interest of a case under the rules of Iowa, without looking at a database.</summary>
    /// <param name="law">The law under the policy of the case.</param>
    /// <param name="file">The case.</param>
    /// <param name="steps">The played history of its circle through the day.</param>
    /// <param name="orders">The orders behind its obligations, by the keys of these.</param>
    /// <param name="through">The day.</param>
    /// <param name="why">Takes the explanation: of payments that bear interest only.</param>
    /// <returns>What the rule refuses is a fault of the play: it gives no payment that is later than the day or more than what fell due.</returns>
    public static Outcome<InterestCount> Of(LawOn law, CaseFacts file, IReadOnlyList<Step> steps, IReadOnlyDictionary<string, OrderBehind> orders, DateOnly through, Explanation? why = null)
    {
        var debts = IowaInterestDebts.Of(law, steps, file.Key, orders, through);
        var outcome = IowaInterest.Decide(law, new() { Through = through, Installments = [.. debts.Dues.Select(d => d.Installment)] });
        if (outcome.Refusal is { } refusal) return refusal;
        List<InterestPart> parts = [.. outcome.Value.Installments.Zip(debts.Dues, (answer, due) => new InterestPart(due.Obligation, due.Month, answer.Due, due.Installment.Amount, answer.From, answer.Unpaid, answer.Interest))];
        if (why is not null) IowaInterest.Decide(law, new() { Through = through, Installments = [.. debts.Dues.Where((_, i) => parts[i].Interest.IsPositive).Select(d => d.Installment)] }, why);
        parts.RemoveAll(p => !p.Interest.IsPositive && !p.Unpaid.IsPositive);
        var joint = file.Obligations.Where(o => o.JointGroup.Length > 0).Select(o => o.Key).ToHashSet();
        return new InterestCount(file.Key, through, parts, debts.NotCounted, parts.Exists(p => joint.Contains(p.Obligation)));
    }
}
