using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;

namespace Alimenta.Law.Iowa;

/// <summary>Why no interest is counted on a debt.</summary>
public enum NotCountedWhy
{
    /// <summary>A decision raised it: on which day it fell due is not known.</summary>
    RaisedByDecision,

    /// <summary>It was taken over from an earlier record: on which day it fell due is not known.</summary>
    TakenOver,

    /// <summary>It is a judgment for support of the past: from when such a debt bears this interest is not settled by what was read.</summary>
    Judgment,

    /// <summary>It fell due before the first day of the recorded law.</summary>
    BeforeRecordedLaw,

    /// <summary>The order says that it fell due before the order was signed: whether it bears interest from then is not settled by what was read.</summary>
    BeforeOrder,

    /// <summary>Another state made the order: which state's interest it bears is not settled by what was read.</summary>
    OtherState,
}

/// <summary>What is to be known of the order behind an obligation.</summary>
/// <param name="State">The state that made it, such as IA.</param>
/// <param name="SignedOn">The day on which it was signed.</param>
public sealed record OrderBehind(string State, DateOnly SignedOn);

/// <summary>A payment that fell due, with what was paid toward it.</summary>
/// <param name="Obligation">Key of the obligation.</param>
/// <param name="Month">The month of support.</param>
/// <param name="Installment">What the rule of interest is asked with.</param>
public sealed record IowaDue(string Obligation, SupportMonth Month, IowaInstallment Installment);

/// <summary>A debt on which no interest is counted.</summary>
/// <param name="Obligation">Key of the obligation.</param>
/// <param name="Month">The month of support, or undated.</param>
/// <param name="Why">Why not.</param>
/// <param name="Left">What is owed of it; above nothing.</param>
public sealed record IowaNotCounted(string Obligation, SupportMonth Month, NotCountedWhy Why, Money Left);

/// <summary>What interest is counted on in one case, and on what it is not.</summary>
/// <param name="Dues">In the order of their days.</param>
/// <param name="NotCounted">The rest that is owed.</param>
public sealed record IowaInterestDebts(IReadOnlyList<IowaDue> Dues, IReadOnlyList<IowaNotCounted> NotCounted)
{
    private const string State = "IA";
    private const string Begins = "ia/interest/begins-after-days";

    /// <summary>The debts of a case out of its played history.</summary>
    /// <remarks>The books say of each payment which obligation and month it met. Within a month a payment meets what fell due first, and what is known by its day before what is not. A decision that lowers a debt takes back what a decision raised,
    /// then what was taken over, then what fell due (our choices).</remarks>
    /// <param name="law">The law; days that it does not cover bear no interest here.</param>
    /// <param name="steps">The steps of the play through <paramref name="through"/>.</param>
    /// <param name="caseKey">The case.</param>
    /// <param name="orders">The orders behind its obligations, by the keys of these.</param>
    /// <param name="through">The last day; what falls due after it is left out.</param>
    public static IowaInterestDebts Of(LawOn law, IEnumerable<Step> steps, string caseKey, IReadOnlyDictionary<string, OrderBehind> orders, DateOnly through)
    {
        var months = new Dictionary<(string Obligation, SupportMonth Month), OwedInMonth>();
        foreach (var step in steps)
        {
            foreach (var move in step.Debts)
            {
                if (move.Case != caseKey) continue;
                if (!months.TryGetValue((move.Obligation, move.Month), out var owed)) months.Add((move.Obligation, move.Month), owed = new());
                owed.Take(step, move);
            }
        }

        var (dues, rest) = (new List<IowaDue>(), new List<IowaNotCounted>());
        foreach (var ((obligation, month), owed) in months)
        {
            foreach (var due in owed.Settle().Where(d => d.Due <= through))
            {
                if (Not(law, orders[obligation], due.Due) is not { } why) dues.Add(new(obligation, month, due));
                else if (due.Amount - due.Paid.Sum(p => p.Amount) is { IsPositive: true } unpaid) rest.Add(new(obligation, month, why, unpaid));
            }

            rest.AddRange(owed.Others.Where(o => o.Left.IsPositive).Select(o => new IowaNotCounted(obligation, month, o.Why, o.Left)));
        }

        return new([.. dues.OrderBy(d => d.Installment.Due).ThenBy(d => d.Obligation, StringComparer.Ordinal)], [.. rest.OrderBy(r => r.Month).ThenBy(r => r.Obligation, StringComparer.Ordinal).ThenBy(r => r.Why)]);
    }

    private static NotCountedWhy? Not(LawOn law, OrderBehind order, DateOnly due) =>
        order.State != State ? NotCountedWhy.OtherState : due < order.SignedOn ? NotCountedWhy.BeforeOrder : law.At(due).Covers(Begins) ? null : NotCountedWhy.BeforeRecordedLaw;
}
