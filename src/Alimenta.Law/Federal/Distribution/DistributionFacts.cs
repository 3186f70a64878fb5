namespace Alimenta.Law.Federal.Distribution;

/// <summary>To whom a part of a collection goes.</summary>
public enum Recipient
{
    /// <summary>The family (the payee of the case).</summary>
    Family,

    /// <summary>Kept for title IV-A assistance; shared between the state and the federal government.</summary>
    StateIvA,

    /// <summary>Kept for title IV-E maintenance; shared between the state and the federal government.</summary>
    StateIvE,

    /// <summary>The Medicaid agency.</summary>
    Medicaid,

    /// <summary>The agency that placed the child in foster care.</summary>
    Agency,

    /// <summary>The state's annual fee.</summary>
    Fee,

    /// <summary>Held for support of months to come.</summary>
    Future,

    /// <summary>Back to the obligor.</summary>
    Refund,

    /// <summary>To the family beyond every debt, because the obligor said so.</summary>
    Gift,
}

/// <summary>What the obligor wants done with money beyond every debt.</summary>
public enum OverpaymentIntent
{
    /// <summary>Nothing recorded: the state's rule decides.</summary>
    None,

    /// <summary>Hold it for months to come.</summary>
    Future,

    /// <summary>Send it back.</summary>
    Refund,

    /// <summary>A gift to the family.</summary>
    Gift,
}

/// <summary>One part of a distributed collection.</summary>
/// <param name="Bucket">What it pays: current, an arrears class, fee, future, refund or gift.</param>
/// <param name="Obligation">Key of the obligation; empty where none is paid.</param>
/// <param name="Month">The month of support; undated where none is paid.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Amount">Above nothing.</param>
/// <param name="Rule">The step of the rule that decided.</param>
/// <param name="Before">What was owed in the bucket row before.</param>
public sealed record DistributionPart(string Bucket, string Obligation, SupportMonth Month, Recipient To, Money Amount, string Rule, Money Before);

/// <summary>What is known of a case when one amount of money is distributed in it. The debts and the unreimbursed assistance change as it is.</summary>
public sealed class DistributionFacts
{
    /// <summary>The amount allocated to the case; at least nothing.</summary>
    public required Money Amount { get; init; }

    /// <summary>How it was collected.</summary>
    public required CollectionSource Source { get; init; }

    /// <summary>Assistance of the family in the month of collection.</summary>
    public required AssistanceStatus Status { get; init; }

    /// <summary>Whether a child of the case is in title IV-E foster care in the month of collection.</summary>
    public bool FosterCare { get; init; }

    /// <summary>Key of the case.</summary>
    public required string Case { get; init; }

    /// <summary>Keys of the obligations that may be paid; null: all of the case.</summary>
    public IReadOnlySet<string>? Obligations { get; init; }

    /// <summary>The one obligation and month that a person chose to be paid; null: all. The fee charged to the obligor is not taken from what he chose.</summary>
    public (string Obligation, SupportMonth Month)? Only { get; init; }

    /// <summary>All debts that share the custodian's unreimbursed assistance.</summary>
    public required DebtSheet Debts { get; init; }

    /// <summary>The custodian's cases.</summary>
    public required IReadOnlySet<string> CustodianCases { get; init; }

    /// <summary>Title IV-A assistance paid and not yet retained.</summary>
    public Money Unreimbursed { get; set; }

    /// <summary>Title IV-E maintenance paid and not yet retained.</summary>
    public Money UnreimbursedFosterCare { get; set; }

    /// <summary>What is left of the collection month's maintenance payment (45 CFR 302.52(b)(1)).</summary>
    public Money MaintenanceLeft { get; init; }

    /// <summary>Children in the assistance unit, for the pass-through.</summary>
    public int Children { get; init; } = 1;

    /// <summary>Pass-through already paid for the month.</summary>
    public Money PassedThrough { get; init; }

    /// <summary>Support that reached the family earlier in the federal fiscal year, for the annual fee.</summary>
    public Money ReachedFamilyThisYear { get; init; }

    /// <summary>Annual fee already collected in the federal fiscal year.</summary>
    public Money FeePaidThisYear { get; init; }

    /// <summary>Whether the annual fee may fall due in the case at all: never title IV-A, and the recipient is not required by SNAP to cooperate.</summary>
    public bool FeeApplies { get; init; }

    /// <summary>Ordered payment toward arrears in the month, still unpaid.</summary>
    public Money PaybackDue { get; init; }

    /// <summary>Debt certified for the offset; null when all arrears are.</summary>
    public Money? Certified { get; init; }

    /// <summary>Whether support will fall due in a later month.</summary>
    public bool CurrentOrder { get; init; }

    /// <summary>Support of an ordinary month, for the bound of future support; nothing when unknown.</summary>
    public Money MonthlyDue { get; init; }

    /// <summary>Future support already held for the case.</summary>
    public Money FutureHeld { get; init; }

    /// <summary>What the obligor wants done with the rest.</summary>
    public OverpaymentIntent Intent { get; init; }

    /// <summary>Whether the rest stays with the caller (it is decided over all cases of the obligor).</summary>
    public bool LeaveRest { get; init; }
}

/// <summary>How an amount was distributed.</summary>
public sealed class DistributionResult
{
    /// <summary>The parts in the order of the law; they add up to the amount less <see cref="Rest"/>.</summary>
    public required IReadOnlyList<DistributionPart> Parts { get; init; }

    /// <summary>The changes of debt.</summary>
    public required IReadOnlyList<DebtMove> Moves { get; init; }

    /// <summary>Kept for title IV-A, state and federal together.</summary>
    public required Money RetainedIvA { get; init; }

    /// <summary>Kept for title IV-E, state and federal together.</summary>
    public required Money RetainedIvE { get; init; }

    /// <summary>Federal share of what was kept for title IV-A (and of a pass-through above the excepted part).</summary>
    public required Money FederalIvA { get; init; }

    /// <summary>Federal share of what was kept for title IV-E.</summary>
    public required Money FederalIvE { get; init; }

    /// <summary>The pass-through within the family's money.</summary>
    public required Money PassedThrough { get; init; }

    /// <summary>The part of the pass-through above the excepted amount, of which the federal share is owed.</summary>
    public required Money PassedThroughBeyond { get; init; }

    /// <summary>What is beyond every debt and was left to the caller.</summary>
    public required Money Rest { get; init; }

    /// <summary>The sum of the parts that go to a recipient.</summary>
    public Money To(Recipient recipient) => Parts.Where(p => p.To == recipient).Sum(p => p.Amount);
}
