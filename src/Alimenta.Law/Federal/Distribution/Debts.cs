namespace Alimenta.Law.Federal.Distribution;

/// <summary>What an obligation is for.</summary>
public enum ObligationKind
{
    /// <summary>Cash support of a child.</summary>
    Child,

    /// <summary>Cash support of a spouse or former spouse.</summary>
    Spousal,

    /// <summary>Medical support of a dollar amount.</summary>
    Medical,

    /// <summary>A judgment for support of the past: never current support, arrears from its date.</summary>
    Judgment,

    /// <summary>An ordered payment toward arrears: it makes no debt, it says how much of the debt is to be paid each time.</summary>
    Payback,
}

/// <summary>To whom the support of a month is assigned while it accrues (42 USC 608(a)(3), 671(a)(17), 1396k).</summary>
public enum Assignment
{
    /// <summary>Not assigned: the family's.</summary>
    None,

    /// <summary>To the state for title IV-A cash assistance.</summary>
    Tanf,

    /// <summary>To the state for title IV-E foster care.</summary>
    FosterCare,

    /// <summary>Medical support, to the Medicaid agency.</summary>
    Medicaid,
}

/// <summary>Where a cent of debt stands. Every change of debt is a move from one place to another.</summary>
public enum DebtPlace
{
    /// <summary>Outside: it came to be owed by a charge.</summary>
    Charged,

    /// <summary>Current support of a month that is still open.</summary>
    Current,

    /// <summary>Never assigned arrears.</summary>
    NA,

    /// <summary>Permanently assigned arrears.</summary>
    PA,

    /// <summary>Temporarily assigned arrears.</summary>
    TA,

    /// <summary>Conditionally assigned arrears.</summary>
    CA,

    /// <summary>Unassigned during-assistance arrears.</summary>
    UDA,

    /// <summary>Unassigned pre-assistance arrears.</summary>
    UPA,

    /// <summary>Assigned foster care arrears.</summary>
    FC,

    /// <summary>Assigned medical arrears.</summary>
    MED,

    /// <summary>Outside: satisfied by money collected.</summary>
    Satisfied,

    /// <summary>Outside: satisfied by money collected from another person who owes the same debt.</summary>
    SatisfiedByPartner,

    /// <summary>Outside: corrected by an adjustment.</summary>
    Adjusted,

    /// <summary>Outside: brought in as an opening balance.</summary>
    Opening,
}

/// <summary>A move of debt.</summary>
/// <param name="Case">Key of the case.</param>
/// <param name="Obligation">Key of the obligation.</param>
/// <param name="Month">The month of support.</param>
/// <param name="From">Where it stood.</param>
/// <param name="To">Where it stands now.</param>
/// <param name="Amount">Above nothing.</param>
public sealed record DebtMove(string Case, string Obligation, SupportMonth Month, DebtPlace From, DebtPlace To, Money Amount);

/// <summary>One row of debt: what is left of one obligation for one month in one place. Changes while a history is played.</summary>
public sealed class Debt(string caseKey, string obligation, ObligationKind kind, DebtPlace place, SupportMonth month)
{
    /// <summary>Key of the case.</summary>
    public string Case { get; } = caseKey;

    /// <summary>Key of the obligation.</summary>
    public string Obligation { get; } = obligation;

    /// <summary>What the obligation is for.</summary>
    public ObligationKind Kind { get; } = kind;

    /// <summary>Current support or an arrears class.</summary>
    public DebtPlace Place { get; } = place;

    /// <summary>The month of support.</summary>
    public SupportMonth Month { get; } = month;

    /// <summary>For current support: to whom it is assigned.</summary>
    public Assignment Assignment { get; set; }

    /// <summary>What is left to pay.</summary>
    public Money Left { get; set; }
}

/// <summary>All debts of some cases, in the order in which the law pays them: oldest month first, an undated one before all (our convention D6).</summary>
public sealed class DebtSheet
{
    private readonly List<Debt> _rows = [];

    /// <summary>Rows with something left.</summary>
    public IEnumerable<Debt> Rows => _rows.Where(r => !r.Left.IsZero);

    /// <summary>Every row in its order, those with nothing left too.</summary>
    internal List<Debt> AllRows => _rows;

    /// <summary>Puts a row back as it was kept, after those put back before it.</summary>
    internal void Restore(Debt row) => _rows.Add(row);

    /// <summary>The row of an obligation, a place and a month; made when it is not there.</summary>
    public Debt Row(string caseKey, string obligation, ObligationKind kind, DebtPlace place, SupportMonth month)
    {
        foreach (var row in _rows)
            if (row.Place == place && row.Month == month && row.Obligation == obligation) return row;
        var made = new Debt(caseKey, obligation, kind, place, month);
        var at = _rows.FindIndex(r => Compare(r, made) > 0);
        _rows.Insert(at < 0 ? _rows.Count : at, made);
        return made;
    }

    // Those below are asked for every payment and every month of every case: plain loops.

    /// <summary>Rows of a case in a place with something left, oldest first.</summary>
    public IReadOnlyList<Debt> Of(string caseKey, DebtPlace place)
    {
        List<Debt>? found = null;
        foreach (var row in _rows)
            if (row.Place == place && !row.Left.IsZero && row.Case == caseKey) (found ??= []).Add(row);
        return found ?? (IReadOnlyList<Debt>)[];
    }

    /// <summary>Rows of some cases in a place with something left, oldest first.</summary>
    public IReadOnlyList<Debt> Of(IReadOnlySet<string> cases, DebtPlace place)
    {
        List<Debt>? found = null;
        foreach (var row in _rows)
            if (row.Place == place && !row.Left.IsZero && cases.Contains(row.Case)) (found ??= []).Add(row);
        return found ?? (IReadOnlyList<Debt>)[];
    }

    /// <summary>What a case owes in a place.</summary>
    public Money Total(string caseKey, DebtPlace place)
    {
        var total = Money.Zero;
        foreach (var row in _rows)
            if (row.Place == place && row.Case == caseKey) total += row.Left;
        return total;
    }

    /// <summary>What a case owes in every arrears class together.</summary>
    public Money Arrears(string caseKey)
    {
        var total = Money.Zero;
        foreach (var row in _rows)
            if (row.Place != DebtPlace.Current && row.Case == caseKey) total += row.Left;
        return total;
    }

    /// <summary>Moves debt from a row to another place of the same obligation and month, and notes the move.</summary>
    public void Move(Debt row, DebtPlace to, Money amount, List<DebtMove> moves)
    {
        if (amount.IsZero) return;
        if (amount.IsNegative || amount > row.Left)
            throw new InvalidOperationException($"A move of {amount} does not fit a debt of {row.Left} ({row.Obligation}, {row.Place}, {row.Month}).");
        row.Left -= amount;
        if (to is >= DebtPlace.Current and <= DebtPlace.MED) Row(row.Case, row.Obligation, row.Kind, to, row.Month).Left += amount;
        moves.Add(new(row.Case, row.Obligation, row.Month, row.Place, to, amount));
    }

    /// <summary>Brings debt in from outside and notes the move.</summary>
    public Debt Add(string caseKey, string obligation, ObligationKind kind, DebtPlace from, DebtPlace to, SupportMonth month, Money amount, List<DebtMove> moves)
    {
        var row = Row(caseKey, obligation, kind, to, month);
        row.Left += amount;
        moves.Add(new(caseKey, obligation, month, from, to, amount));
        return row;
    }

    /// <summary>Forgets rows with nothing left, so that a long history stays short.</summary>
    public void Tidy() => _rows.RemoveAll(r => r.Left.IsZero);

    private static int Compare(Debt a, Debt b)
    {
        var byMonth = a.Month.CompareTo(b.Month);
        return byMonth != 0 ? byMonth : string.CompareOrdinal(a.Obligation, b.Obligation);
    }
}
