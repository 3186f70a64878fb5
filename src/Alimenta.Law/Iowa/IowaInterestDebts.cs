using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;

namespace Alimenta.Law.Iowa;

/// <summary>Why no interest can be counted on a debt.</summary>
public enum NotCountedWhy
{
    /// <summary>It was taken over from an earlier record: on which day it fell due is not known.</summary>
    TakenOver,

    /// <summary>A decision raised it: on which day it fell due is not known.</summary>
    RaisedByDecision,

    /// <summary>It is a judgment for support of the past: from when such a debt bears this interest is not settled by what was read.</summary>
    Judgment,

    /// <summary>It fell due before the first day of the recorded law.</summary>
    BeforeRecordedLaw,
}

/// <summary>A payment that fell due, with what was paid toward it.</summary>
/// <param name="Obligation">Key of the obligation.</param>
/// <param name="Month">The month of support.</param>
/// <param name="Installment">What the rule of interest is asked with.</param>
public sealed record IowaDue(string Obligation, SupportMonth Month, IowaInstallment Installment);

/// <summary>A debt on which no interest can be counted.</summary>
/// <param name="Obligation">Key of the obligation.</param>
/// <param name="Month">The month of support, or undated.</param>
/// <param name="Why">Why not.</param>
/// <param name="Amount">The debt as it came to be owed.</param>
public sealed record IowaNotCounted(string Obligation, SupportMonth Month, NotCountedWhy Why, Money Amount);

/// <summary>What interest is counted on in one case, and on what it cannot be.</summary>
/// <param name="Dues">In the order of their days.</param>
/// <param name="NotCounted">The rest.</param>
public sealed record IowaInterestDebts(IReadOnlyList<IowaDue> Dues, IReadOnlyList<IowaNotCounted> NotCounted)
{
    private const string FirstDay = "ia/interest/begins-after-days";

    /// <summary>The debts of a case out of its played history.</summary>
    /// <remarks>The books say of each payment which obligation and month it met. Within a month it meets what fell due first (our choice), and what is known by its day before what is not: so never too much interest is counted.</remarks>
    /// <param name="law">The law; days that it does not cover bear no interest here.</param>
    /// <param name="steps">The steps of the play through <paramref name="through"/>.</param>
    /// <param name="caseKey">The case.</param>
    /// <param name="through">The last day; what falls due after it is left out.</param>
    public static IowaInterestDebts Of(LawOn law, IEnumerable<Step> steps, string caseKey, DateOnly through)
    {
        var months = new Dictionary<(string Obligation, SupportMonth Month), Owed>();
        foreach (var step in steps)
            foreach (var move in step.Debts)
                if (move.Case == caseKey) Take(step, move);
        var (dues, rest) = (new List<IowaDue>(), new List<IowaNotCounted>());
        foreach (var ((obligation, month), owed) in months)
        {
            foreach (var due in owed.Dues(through))
            {
                if (law.At(due.Due).Covers(FirstDay)) dues.Add(new(obligation, month, due));
                else if (Late(due)) rest.Add(new(obligation, month, NotCountedWhy.BeforeRecordedLaw, due.Amount));
            }

            rest.AddRange(owed.Others.Select(o => new IowaNotCounted(obligation, month, o.Why, o.Amount)));
        }

        return new([.. dues.OrderBy(d => d.Installment.Due).ThenBy(d => d.Obligation, StringComparer.Ordinal)], [.. rest.OrderBy(r => r.Month).ThenBy(r => r.Obligation, StringComparer.Ordinal).ThenBy(r => r.Why)]);

        void Take(Step step, DebtMove move)
        {
            if (!months.TryGetValue((move.Obligation, move.Month), out var owed)) months.Add((move.Obligation, move.Month), owed = new());
            owed.Take(step, move);
        }
    }

    private static bool Late(IowaInstallment due) => due.Paid.Where(p => p.On <= due.Due).Sum(p => p.Amount) < due.Amount;

    /// <summary>One obligation in one month: what came to be owed, and what was paid or taken off.</summary>
    private sealed class Owed
    {
        private readonly List<Charge> _charges = [];
        private readonly List<IowaPayment> _less = [];

        public List<(NotCountedWhy Why, Money Amount)> Others { get; } = [];

        public void Take(Step step, DebtMove move)
        {
            switch (move.From)
            {
                case DebtPlace.Charged when move.To == DebtPlace.Current:
                    _charges.AddRange(step.Charges);
                    break;
                case DebtPlace.Charged:
                    Others.Add((NotCountedWhy.Judgment, move.Amount));
                    break;
                case DebtPlace.Opening:
                    Others.Add((NotCountedWhy.TakenOver, move.Amount));
                    break;
                case DebtPlace.Adjusted:
                    Others.Add((NotCountedWhy.RaisedByDecision, move.Amount));
                    break;
                default:
                    if (move.To is DebtPlace.Satisfied or DebtPlace.SatisfiedByPartner or DebtPlace.Adjusted) _less.Add(new() { On = step.On, Amount = move.Amount });
                    break;
            }
        }

        /// <summary>Each payment that fell due through a day, with what met it: the first due first.</summary>
        public IEnumerable<IowaInstallment> Dues(DateOnly through)
        {
            var less = new Queue<IowaPayment>(_less.OrderBy(l => l.On));
            var left = less.Count > 0 ? less.Dequeue() : null;
            foreach (var charge in _charges.OrderBy(c => c.Due))
            {
                var (open, paid) = (charge.Amount, new List<IowaPayment>());
                while (left is not null && open.IsPositive)
                {
                    var part = Money.Min(open, left.Amount);
                    paid.Add(left with { Amount = part });
                    open -= part;
                    left = left.Amount == part ? less.Count > 0 ? less.Dequeue() : null : left with { Amount = left.Amount - part };
                }

                if (charge.Due <= through) yield return new() { Due = charge.Due, Amount = charge.Amount, Paid = paid };
            }
        }
    }
}
