using System.Globalization;
using System.Text;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>What kind of thing happened.</summary>
public enum StepKind
{
    /// <summary>A balance was brought in.</summary>
    Opening,

    /// <summary>Support of a month fell due.</summary>
    Charge,

    /// <summary>A spell of assistance began and assigned older arrears.</summary>
    SpellBegin,

    /// <summary>Assistance was paid.</summary>
    Grant,

    /// <summary>A debt was corrected.</summary>
    Adjustment,

    /// <summary>Money was distributed.</summary>
    Distribution,

    /// <summary>A month ended: unpaid current support became arrears.</summary>
    MonthEnd,
}

/// <summary>A change of unreimbursed assistance.</summary>
/// <param name="Custodian">Key of the custodian.</param>
/// <param name="Program">The programme.</param>
/// <param name="Amount">Above nothing: assistance paid; below: retained.</param>
/// <param name="Retained">Whether it was retained out of support.</param>
public sealed record AssistanceMove(string Custodian, AssistanceProgram Program, Money Amount, bool Retained);

/// <summary>A use of money: who gets how much, under which clock.</summary>
/// <param name="Case">Key of the case; empty for a use over all cases (future, refund).</param>
/// <param name="To">The kind of recipient.</param>
/// <param name="Federal">Whether it is the federal share of what the state keeps.</param>
/// <param name="Payee">Key of the person or agency; empty for the state.</param>
/// <param name="Amount">Above nothing.</param>
/// <param name="Clock">Id of the clock that runs for it (see law/us/clocks), or empty.</param>
public sealed record MoneyUse(string Case, Recipient To, bool Federal, string Payee, Money Amount, string Clock);

/// <summary>One step of a played history. Its key is natural: the same fact gives the same key in every play.</summary>
public sealed class Step
{
    private static readonly Comparer<DebtMove> MoveOrder = Comparer<DebtMove>.Create((a, b) =>
        string.CompareOrdinal(a.Case, b.Case) is var byCase and not 0 ? byCase
        : string.CompareOrdinal(a.Obligation, b.Obligation) is var byObligation and not 0 ? byObligation
        : a.Month.CompareTo(b.Month) is var byMonth and not 0 ? byMonth
        : ((int)a.From).CompareTo((int)b.From) is var byFrom and not 0 ? byFrom
        : ((int)a.To).CompareTo((int)b.To));

    /// <summary>What happened.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Natural key.</summary>
    public required string Key { get; init; }

    /// <summary>The day on which it takes effect.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Key of the case; empty where it concerns several.</summary>
    public string Case { get; init; } = "";

    /// <summary>Key of the receipt; empty where none is concerned.</summary>
    public string Receipt { get; init; } = "";

    /// <summary>Key of the obligor whose money is distributed; else empty.</summary>
    public string Obligor { get; init; } = "";

    /// <summary>Whether the money distributed had been held as future support.</summary>
    public bool FromFuture { get; init; }

    /// <summary>Changes of debt in the order in which they were made.</summary>
    public IReadOnlyList<DebtMove> Debts { get; init; } = [];

    /// <summary>Changes of unreimbursed assistance.</summary>
    public IReadOnlyList<AssistanceMove> Assistance { get; init; } = [];

    /// <summary>Uses of money; they add up to what was distributed.</summary>
    public IReadOnlyList<MoneyUse> Uses { get; init; } = [];

    /// <summary>The parts of a distribution, by case, as the rule decided them.</summary>
    public IReadOnlyList<(string Case, DistributionPart Part)> Parts { get; init; } = [];

    /// <summary>The charges of a charge step.</summary>
    public IReadOnlyList<Charge> Charges { get; init; } = [];

    /// <summary>Why; only for the step that was asked for.</summary>
    public Explanation? Why { get; init; }

    /// <summary>Everything that the books record of the step, as text: two steps with the same content post the same entry.</summary>
    public string Content()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Kind}|{Key}|{On:yyyy-MM-dd}|{(FromFuture ? "future" : "")}\n");
        // Whose money it is: a receipt that is moved while it is merely kept has the same uses and another owner.
        if (Obligor.Length > 0) text.Append(CultureInfo.InvariantCulture, $"O|{Obligor}|{Case}\n");
        foreach (var d in DebtsTogether())
            text.Append(CultureInfo.InvariantCulture, $"D|{d.Case}|{d.Obligation}|{d.Month}|{d.From}|{d.To}|{d.Amount.Cents}\n");
        foreach (var a in Assistance)
            text.Append(CultureInfo.InvariantCulture, $"A|{a.Custodian}|{a.Program}|{a.Amount.Cents}|{a.Retained}\n");
        foreach (var u in Uses.Count < 2 ? (IEnumerable<MoneyUse>)Uses : Uses.OrderBy(u => u.Case, StringComparer.Ordinal).ThenBy(u => u.To).ThenBy(u => u.Federal).ThenBy(u => u.Payee, StringComparer.Ordinal).ThenBy(u => u.Clock, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"U|{u.Case}|{u.To}|{u.Federal}|{u.Payee}|{u.Amount.Cents}|{u.Clock}\n");
        return text.ToString();
    }

    /// <summary>The changes of debt in a fixed order, those of one debt between the same places as one.</summary>
    private List<DebtMove> DebtsTogether()
    {
        var moves = Debts.Order(MoveOrder).ToList();
        var kept = 0;
        for (var i = 1; i < moves.Count; i++)
        {
            if (MoveOrder.Compare(moves[kept], moves[i]) == 0) moves[kept] = moves[kept] with { Amount = moves[kept].Amount + moves[i].Amount };
            else moves[++kept] = moves[i];
        }

        if (moves.Count > 0) moves.RemoveRange(kept + 1, moves.Count - kept - 1);
        return moves;
    }
}

/// <summary>Balances of a case at the end of a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Case">Key of the case.</param>
/// <param name="Balances">What is owed in each place that is not empty.</param>
/// <param name="Unreimbursed">The custodian's unreimbursed title IV-A assistance.</param>
public sealed record MonthBalance(SupportMonth Month, string Case, IReadOnlyDictionary<DebtPlace, Money> Balances, Money Unreimbursed);
