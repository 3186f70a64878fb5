using System.ComponentModel;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Federal.History;

/// <summary>The dated events of one family's money, as a person or a program states them. Money is integer cents.</summary>
public sealed record ReplayRequest
{
    /// <summary>The policy: us, us-or, us-ny or us-ia.</summary>
    [Description("The policy: us, us-or, us-ny or us-ia.")]
    public string Policy { get; init; } = "us";

    /// <summary>The last day to play.</summary>
    [Description("The last day to play.")]
    public required DateOnly Through { get; init; }

    /// <summary>A name for the case.</summary>
    [Description("A name for the case.")]
    public string Case { get; init; } = "case";

    /// <summary>A name for the payee of the family.</summary>
    [Description("A name for the payee of the family.")]
    public string Payee { get; init; } = "family";

    /// <summary>Whether the recipient must cooperate for SNAP.</summary>
    [Description("Whether the recipient must cooperate for SNAP.")]
    public bool SnapMandatory { get; init; }

    /// <summary>Options of the state that differ from its dated policy.</summary>
    [Description("Options of the state that differ from its dated policy.")]
    public PolicyOptions? Options { get; init; }

    /// <summary>What an order says; later known terms replace earlier ones where they overlap.</summary>
    [Description("What an order says; later known terms replace earlier ones where they overlap.")]
    public IReadOnlyList<ReplayTerms> Terms { get; init; } = [];

    /// <summary>Spells of assistance.</summary>
    [Description("Spells of assistance.")]
    public IReadOnlyList<ReplaySpell> Assistance { get; init; } = [];

    /// <summary>Assistance paid.</summary>
    [Description("Assistance paid.")]
    public IReadOnlyList<ReplayGrant> Grants { get; init; } = [];

    /// <summary>Balances brought in.</summary>
    [Description("Balances brought in.")]
    public IReadOnlyList<ReplayOpening> Openings { get; init; } = [];

    /// <summary>Collections.</summary>
    [Description("Collections.")]
    public IReadOnlyList<ReplayReceipt> Receipts { get; init; } = [];

    /// <summary>Returned items.</summary>
    [Description("Returned items.")]
    public IReadOnlyList<ReplayReturn> Returns { get; init; } = [];

    /// <summary>Corrections of debt.</summary>
    [Description("Corrections of debt.")]
    public IReadOnlyList<ReplayAdjustment> Adjustments { get; init; } = [];

    /// <summary>Explain one distribution, by the id of its receipt; left out: none.</summary>
    [Description("Explain one distribution, by the id of its receipt; left out: none.")]
    public string? Explain { get; init; }
}

/// <summary>Terms of an obligation.</summary>
public sealed record ReplayTerms
{
    /// <summary>A name for the obligation.</summary>
    [Description("A name for the obligation.")]
    public string Obligation { get; init; } = "support";

    /// <summary>The order; it settles ties of allocation.</summary>
    [Description("The order; it settles ties of allocation.")]
    public string Order { get; init; } = "1";

    /// <summary>What it is for.</summary>
    [Description("What it is for.")]
    public ObligationKind Kind { get; init; }

    /// <summary>A name for the supported child; left out: not named.</summary>
    [Description("A name for the supported child; left out: not named.")]
    public string Supported { get; init; } = "";

    /// <summary>What falls due each time.</summary>
    [Description("What falls due each time.")]
    public required Money AmountCents { get; init; }

    /// <summary>How often.</summary>
    [Description("How often.")]
    public Frequency Frequency { get; init; } = Frequency.Monthly;

    /// <summary>First day on which the terms hold.</summary>
    [Description("First day on which the terms hold.")]
    public required DateOnly From { get; init; }

    /// <summary>Last day; left out: no end.</summary>
    [Description("Last day; left out: no end.")]
    public DateOnly? To { get; init; }

    /// <summary>A day on which support is due; left out: the first day.</summary>
    [Description("A day on which support is due; left out: the first day.")]
    public DateOnly? Anchor { get; init; }

    /// <summary>Twice a month: the second day.</summary>
    [Description("Twice a month: the second day.")]
    public int SecondDay { get; init; } = 15;

    /// <summary>Whether the order says that a part of a period is charged in proportion.</summary>
    [Description("Whether the order says that a part of a period is charged in proportion.")]
    public bool Prorate { get; init; }

    /// <summary>The day on which this became known; left out: the first day.</summary>
    [Description("The day on which this became known; left out: the first day.")]
    public DateOnly? KnownOn { get; init; }
}

/// <summary>A spell of assistance.</summary>
public sealed record ReplaySpell
{
    /// <summary>The programme.</summary>
    [Description("The programme.")]
    public AssistanceProgram Program { get; init; }

    /// <summary>First day.</summary>
    [Description("First day.")]
    public required DateOnly From { get; init; }

    /// <summary>Last day; left out: it runs.</summary>
    [Description("Last day; left out: it runs.")]
    public DateOnly? To { get; init; }

    /// <summary>Names of the members; left out: the whole household.</summary>
    [Description("Names of the members; left out: the whole household.")]
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The day on which the spell became known; left out: its first day.</summary>
    [Description("The day on which the spell became known; left out: its first day.")]
    public DateOnly? KnownOn { get; init; }

    /// <summary>The day on which its end became known; left out: the last day.</summary>
    [Description("The day on which its end became known; left out: the last day.")]
    public DateOnly? EndKnownOn { get; init; }
}

/// <summary>Assistance paid.</summary>
public sealed record ReplayGrant
{
    /// <summary>The programme.</summary>
    [Description("The programme.")]
    public AssistanceProgram Program { get; init; }

    /// <summary>The day from which it raises the unreimbursed assistance.</summary>
    [Description("The day from which it raises the unreimbursed assistance.")]
    public required DateOnly On { get; init; }

    /// <summary>How much; below nothing for a correction.</summary>
    [Description("How much; below nothing for a correction.")]
    [MayBeNegative]
    public required Money AmountCents { get; init; }

    /// <summary>The day on which it became known; left out: the day itself.</summary>
    [Description("The day on which it became known; left out: the day itself.")]
    public DateOnly? KnownOn { get; init; }
}

/// <summary>A balance brought in.</summary>
public sealed record ReplayOpening
{
    /// <summary>The obligation.</summary>
    [Description("The obligation.")]
    public string Obligation { get; init; } = "support";

    /// <summary>The class.</summary>
    [Description("The class.")]
    public DebtClass Class { get; init; }

    /// <summary>The month as 2026-11; left out: undated.</summary>
    [Description("The month as 2026-11; left out: undated.")]
    public string? Month { get; init; }

    /// <summary>The day as of which it stood.</summary>
    [Description("The day as of which it stood.")]
    public required DateOnly On { get; init; }

    /// <summary>How much.</summary>
    [Description("How much.")]
    public required Money AmountCents { get; init; }

    /// <summary>The day on which it became known; left out: the day itself.</summary>
    [Description("The day on which it became known; left out: the day itself.")]
    public DateOnly? KnownOn { get; init; }
}

/// <summary>A collection.</summary>
public sealed record ReplayReceipt
{
    /// <summary>A name; receipts of one day are taken in the order of their names.</summary>
    [Description("A name; receipts of one day are taken in the order of their names.")]
    public required string Id { get; init; }

    /// <summary>The date of collection.</summary>
    [Description("The date of collection.")]
    public required DateOnly On { get; init; }

    /// <summary>How much.</summary>
    [Description("How much.")]
    public required Money AmountCents { get; init; }

    /// <summary>How it was collected.</summary>
    [Description("How it was collected.")]
    public CollectionSource Source { get; init; } = CollectionSource.IncomeWithholding;

    /// <summary>What the obligor wants done with the rest.</summary>
    [Description("What the obligor wants done with the rest.")]
    public OverpaymentIntent Intent { get; init; }

    /// <summary>The day on which it was received; left out: the date of collection.</summary>
    [Description("The day on which it was received; left out: the date of collection.")]
    public DateOnly? KnownOn { get; init; }
}

/// <summary>A returned item.</summary>
public sealed record ReplayReturn
{
    /// <summary>The receipt.</summary>
    [Description("The receipt.")]
    public required string Receipt { get; init; }

    /// <summary>The day on which it came back.</summary>
    [Description("The day on which it came back.")]
    public required DateOnly On { get; init; }

    /// <summary>How much of it; left out: all.</summary>
    [Description("How much of it; left out: all.")]
    public Money? AmountCents { get; init; }
}

/// <summary>A correction of debt.</summary>
public sealed record ReplayAdjustment
{
    /// <summary>A name.</summary>
    [Description("A name.")]
    public required string Id { get; init; }

    /// <summary>The obligation.</summary>
    [Description("The obligation.")]
    public string Obligation { get; init; } = "support";

    /// <summary>The class, or current; left out: oldest first over all (only for a credit).</summary>
    [Description("The class, or current; left out: oldest first over all (only for a credit).")]
    public DebtPlace? Class { get; init; }

    /// <summary>The month as 2026-11; left out: undated.</summary>
    [Description("The month as 2026-11; left out: undated.")]
    public string? Month { get; init; }

    /// <summary>The day on which it takes effect.</summary>
    [Description("The day on which it takes effect.")]
    public required DateOnly On { get; init; }

    /// <summary>Above nothing adds debt, below takes it away.</summary>
    [Description("Above nothing adds debt, below takes it away.")]
    [MayBeNegative]
    public required Money AmountCents { get; init; }

    /// <summary>The day on which it became known; left out: the day itself.</summary>
    [Description("The day on which it became known; left out: the day itself.")]
    public DateOnly? KnownOn { get; init; }
}

/// <summary>What a replay gives.</summary>
public sealed record ReplayReply
{
    /// <summary>Balances at the end of each month by all that is known at the end.</summary>
    public required IReadOnlyList<ReplayMonth> MonthEnds { get; init; }

    /// <summary>Balances at the end of each month by what was known then.</summary>
    public required IReadOnlyList<ReplayMonth> MonthEndsAsKnown { get; init; }

    /// <summary>Money that left for a payee, in the order of the days on which it could be decided.</summary>
    public required IReadOnlyList<ReplayPayment> Payments { get; init; }

    /// <summary>What payees owe because the past changed: potential recoveries, taken only with consent.</summary>
    public required IReadOnlyList<ReplayPayment> Recoveries { get; init; }

    /// <summary>Held for months to come at the end.</summary>
    public required Money FutureHeldCents { get; init; }

    /// <summary>Every step of the books by all that is known at the end.</summary>
    public required IReadOnlyList<ReplayStep> Steps { get; init; }
}

/// <summary>Balances at the end of a month (on the last day played for the last one, which has not ended).</summary>
/// <param name="Month">The month.</param>
/// <param name="CurrentCents">Current support still unpaid (only in the last month: at a month's end it has become arrears).</param>
/// <param name="ArrearsCents">Arrears by class, classes without any left out.</param>
/// <param name="TotalCents">All that is owed.</param>
/// <param name="UnreimbursedCents">Title IV-A assistance not yet reimbursed.</param>
public sealed record ReplayMonth(string Month, Money CurrentCents, IReadOnlyDictionary<string, Money> ArrearsCents, Money TotalCents, Money UnreimbursedCents);

/// <summary>Money of one payee.</summary>
/// <param name="On">The day on which it could be decided.</param>
/// <param name="Payee">Who.</param>
/// <param name="Receipt">The receipt it comes from.</param>
/// <param name="AmountCents">How much.</param>
public sealed record ReplayPayment(DateOnly On, string Payee, string Receipt, Money AmountCents);

/// <summary>One step of the books.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Key">Its natural key.</param>
/// <param name="Debts">Moves of debt in words.</param>
/// <param name="Uses">Uses of money in words.</param>
public sealed record ReplayStep(DateOnly On, StepKind Kind, string Key, IReadOnlyList<string> Debts, IReadOnlyList<string> Uses);
