using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;

namespace Alimenta.Law.Iowa;

/// <summary>One obligation in one month, as interest looks at it: what came to be owed on which day, and what was paid or taken off it when.</summary>
internal sealed class OwedInMonth
{
    private readonly List<Charge> _charges = [];
    private readonly List<IowaPayment> _less = [];

    /// <summary>Debts whose due day is not known, with what is left of them.</summary>
    public List<(NotCountedWhy Why, Money Left)> Others { get; } = [];

    /// <summary>Takes a move of the debt; moves come in the order of their days.</summary>
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
                if (move.To == DebtPlace.Adjusted) Less(step, OffOthers(move.Amount));
                else if (move.To is DebtPlace.Satisfied or DebtPlace.SatisfiedByPartner) Less(step, move.Amount);
                break;
        }
    }

    /// <summary>Each payment that fell due with what met it, the first due first. What was paid beyond them has met the other debts.</summary>
    public IReadOnlyList<IowaInstallment> Settle()
    {
        var less = new Queue<IowaPayment>(_less.OrderBy(l => l.On));
        var left = Next();
        var dues = new List<IowaInstallment>();
        foreach (var charge in _charges.OrderBy(c => c.Due))
        {
            var (open, paid) = (charge.Amount, new List<IowaPayment>());
            while (left is not null && open.IsPositive)
            {
                var part = Money.Min(open, left.Amount);
                paid.Add(left with { Amount = part });
                open -= part;
                left = left.Amount == part ? Next() : left with { Amount = left.Amount - part };
            }

            dues.Add(new() { Due = charge.Due, Amount = charge.Amount, Paid = paid });
        }

        for (; left is not null; left = Next()) OffOthers(left.Amount);
        return dues;

        IowaPayment? Next() => less.Count > 0 ? less.Dequeue() : null;
    }

    private void Less(Step step, Money amount)
    {
        if (amount.IsPositive) _less.Add(new() { On = step.On, Amount = amount });
    }

    /// <summary>Takes an amount off the other debts in the order of their kinds; what they do not hold is given back.</summary>
    private Money OffOthers(Money amount)
    {
        foreach (var i in Enumerable.Range(0, Others.Count).OrderBy(i => Others[i].Why))
        {
            var part = Money.Min(amount, Others[i].Left);
            Others[i] = Others[i] with { Left = Others[i].Left - part };
            amount -= part;
        }

        return amount;
    }
}
