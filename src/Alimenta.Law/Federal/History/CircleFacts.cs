using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>A programme of assistance.</summary>
public enum AssistanceProgram
{
    /// <summary>Title IV-A cash assistance.</summary>
    Tanf,

    /// <summary>Title IV-E foster care maintenance.</summary>
    FosterCare,

    /// <summary>Medicaid.</summary>
    Medicaid,
}

/// <summary>An obligation as the play reads it.</summary>
public sealed record ObligationFacts
{
    /// <summary>Natural key.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the order.</summary>
    public required string Order { get; init; }

    /// <summary>What it is for.</summary>
    public required ObligationKind Kind { get; init; }

    /// <summary>Key of the supported child or spouse; empty when not named.</summary>
    public string Supported { get; init; } = "";

    /// <summary>The terms in the order of their dates; their periods do not overlap.</summary>
    public required IReadOnlyList<Term> Terms { get; init; }

    /// <summary>The last day of the obligation by its end rule, or null.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Obligations of one group are one debt owed by several people: they are paid and adjusted together. Empty: alone.</summary>
    public string JointGroup { get; init; } = "";
}

/// <summary>A case as the play reads it.</summary>
public sealed record CaseFacts
{
    /// <summary>Natural key.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the obligor.</summary>
    public required string Obligor { get; init; }

    /// <summary>Key of the custodian.</summary>
    public required string Custodian { get; init; }

    /// <summary>Name of the policy, such as us-or.</summary>
    public required string Policy { get; init; }

    /// <summary>The obligations.</summary>
    public required IReadOnlyList<ObligationFacts> Obligations { get; init; }

    /// <summary>Who is paid from a day on; empty: the custodian always. In the order of the days.</summary>
    public IReadOnlyList<(DateOnly From, string Payee)> Payees { get; init; } = [];

    /// <summary>Whether the recipient must cooperate for SNAP, so that no annual fee falls due.</summary>
    public bool SnapMandatory { get; init; }

    /// <summary>The payee on a day.</summary>
    public string PayeeOn(DateOnly day)
    {
        var payee = Custodian;
        foreach (var (from, who) in Payees)
            if (from <= day) payee = who;
        return payee;
    }
}

/// <summary>A spell of assistance.</summary>
/// <param name="Program">The programme.</param>
/// <param name="Custodian">Key of the custodian whose household it is.</param>
/// <param name="Period">First and last day.</param>
/// <param name="Members">Keys of the members; empty: the whole household.</param>
/// <param name="Agency">Foster care: key of the placement agency.</param>
public sealed record SpellFacts(AssistanceProgram Program, string Custodian, DatePeriod Period, IReadOnlyList<string> Members, string Agency = "");

/// <summary>Assistance paid.</summary>
/// <param name="Key">Natural key.</param>
/// <param name="Custodian">Key of the custodian.</param>
/// <param name="Program">The programme.</param>
/// <param name="On">The day from which it raises the unreimbursed assistance.</param>
/// <param name="Month">The month it is for.</param>
/// <param name="Amount">Below nothing for a correction.</param>
public sealed record GrantFacts(string Key, string Custodian, AssistanceProgram Program, DateOnly On, SupportMonth Month, Money Amount);

/// <summary>A correction of debt.</summary>
/// <param name="Key">Natural key.</param>
/// <param name="Case">Key of the case.</param>
/// <param name="Obligation">Key of the obligation.</param>
/// <param name="Place">The class, or current; null: oldest first over all (only for a credit).</param>
/// <param name="Month">The month of support.</param>
/// <param name="On">The day on which it takes effect.</param>
/// <param name="Amount">Above nothing adds debt, below takes it away.</param>
public sealed record AdjustmentFacts(string Key, string Case, string Obligation, DebtPlace? Place, SupportMonth Month, DateOnly On, Money Amount);

/// <summary>A balance brought in.</summary>
/// <param name="Key">Natural key.</param>
/// <param name="Case">Key of the case.</param>
/// <param name="Obligation">Key of the obligation.</param>
/// <param name="Place">The class.</param>
/// <param name="Month">The month of support, or undated.</param>
/// <param name="On">The day as of which it stood.</param>
/// <param name="Amount">Above nothing.</param>
public sealed record OpeningFacts(string Key, string Case, string Obligation, DebtPlace Place, SupportMonth Month, DateOnly On, Money Amount);

/// <summary>Money collected from an obligor. A returned item is not in the facts; one returned in part is in with what stayed.</summary>
public sealed record ReceiptFacts
{
    /// <summary>Natural key; also settles the order of receipts of one day.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the obligor.</summary>
    public required string Obligor { get; init; }

    /// <summary>What the obligor is credited with.</summary>
    public required Money Amount { get; init; }

    /// <summary>How it was collected.</summary>
    public required CollectionSource Source { get; init; }

    /// <summary>The date of collection.</summary>
    public required DateOnly CollectedOn { get; init; }

    /// <summary>Key of the case it is for; empty: all cases of the obligor.</summary>
    public string Case { get; init; } = "";

    /// <summary>Key of the order it is for; empty: all.</summary>
    public string Order { get; init; } = "";

    /// <summary>What the obligor wants done with the rest.</summary>
    public OverpaymentIntent Intent { get; init; }

    /// <summary>Debt certified for an offset; null: all arrears.</summary>
    public Money? Certified { get; init; }

    /// <summary>What a person decided, debt by debt. What it leaves is distributed by the rule. Null: all by the rule.</summary>
    public IReadOnlyList<ManualPart>? Manual { get; init; }
}

/// <summary>What a person decided about a part of a receipt: which debt it pays. A debt is named by its obligation and month, for its class may change with the assistance.</summary>
/// <param name="Case">Key of the case.</param>
/// <param name="Obligation">Key of the obligation.</param>
/// <param name="Place">Current or a class: where the debt stood, tried first.</param>
/// <param name="Month">The month of support.</param>
/// <param name="To">Who keeps the money, in a protected distribution; null: whom the law gives it to.</param>
/// <param name="Amount">Above nothing.</param>
/// <param name="Rule">In a protected distribution, the rule by which it was once given.</param>
public sealed record ManualPart(string Case, string Obligation, DebtPlace Place, SupportMonth Month, Recipient? To, Money Amount, string Rule = "kept");

/// <summary>Everything dated that decides the money of an accounting circle.</summary>
public sealed record CircleFacts
{
    /// <summary>The cases.</summary>
    public required IReadOnlyList<CaseFacts> Cases { get; init; }

    /// <summary>The spells of assistance.</summary>
    public IReadOnlyList<SpellFacts> Spells { get; init; } = [];

    /// <summary>The assistance paid.</summary>
    public IReadOnlyList<GrantFacts> Grants { get; init; } = [];

    /// <summary>The corrections.</summary>
    public IReadOnlyList<AdjustmentFacts> Adjustments { get; init; } = [];

    /// <summary>The balances brought in.</summary>
    public IReadOnlyList<OpeningFacts> Openings { get; init; } = [];

    /// <summary>The collections.</summary>
    public IReadOnlyList<ReceiptFacts> Receipts { get; init; } = [];
}
