namespace Alimenta.Law.Federal.Distribution;

/// <summary>To whom a debt of support is owed and under which assignment: the arrears classes of federal distribution.</summary>
public enum DebtClass
{
    /// <summary>Never assigned: accrued outside assistance; the family's.</summary>
    NA,

    /// <summary>Permanently assigned: accrued during assistance; the state's up to the unreimbursed assistance.</summary>
    PA,

    /// <summary>Temporarily assigned: accrued before a spell that began before the Deficit Reduction Act date; the state's while that spell runs.</summary>
    TA,

    /// <summary>Conditionally assigned: what was temporarily assigned when the spell ended; the state's only for a federal tax refund offset under the PRWORA election.</summary>
    CA,

    /// <summary>Unassigned during assistance: the part of during-assistance arrears above the unreimbursed assistance; the family's.</summary>
    UDA,

    /// <summary>Unassigned pre-assistance: temporarily assigned arrears above the unreimbursed assistance when the spell ended; the family's.</summary>
    UPA,

    /// <summary>Assigned foster care (title IV-E) arrears.</summary>
    FC,

    /// <summary>Assigned medical support of a dollar amount; the Medicaid agency's.</summary>
    MED,
}

/// <summary>What the family gets of public assistance in the month of a collection.</summary>
public enum AssistanceStatus
{
    /// <summary>Never any.</summary>
    Never,

    /// <summary>Title IV-A cash assistance in this month.</summary>
    Current,

    /// <summary>Title IV-A cash assistance earlier, not now.</summary>
    Former,
}

/// <summary>How the money was collected.</summary>
public enum CollectionSource
{
    /// <summary>Withheld by an employer or other payer of income.</summary>
    IncomeWithholding,

    /// <summary>Paid by the obligor himself.</summary>
    Voluntary,

    /// <summary>Offset of a state tax refund.</summary>
    StateTaxOffset,

    /// <summary>Offset of a federal tax refund (45 CFR 303.72).</summary>
    FederalTaxOffset,

    /// <summary>Offset of another federal payment (31 CFR 285.1).</summary>
    FederalAdministrativeOffset,

    /// <summary>Withheld from unemployment compensation.</summary>
    Unemployment,

    /// <summary>Collected by another state.</summary>
    OtherState,

    /// <summary>Any other way.</summary>
    Other,
}

/// <summary>How a state distributes federal tax refund offsets (42 USC 654(34)).</summary>
public enum OffsetElection
{
    /// <summary>As before the Deficit Reduction Act: arrears only, the state's first.</summary>
    Prwora,

    /// <summary>Families first: like any other collection.</summary>
    Dra,
}

/// <summary>Who bears the annual fee of 42 USC 654(6)(B).</summary>
public enum FeeMethod
{
    /// <summary>Retained from support collected above the first part of the year.</summary>
    Retain,

    /// <summary>Charged to the obligor, after current support and the ordered payback.</summary>
    ChargeObligor,

    /// <summary>Paid by the state out of its own funds.</summary>
    StatePays,
}

/// <summary>How a pass-through amount is found.</summary>
public enum PassThroughBasis
{
    /// <summary>None is paid.</summary>
    None,

    /// <summary>One amount for a family with one child, another for more.</summary>
    ByFamily,

    /// <summary>An amount for each child up to a maximum.</summary>
    ByChild,
}

/// <summary>The state's choices that distribution reads, as they stand on one date. Every field comes from a dated parameter of the law tree.</summary>
public sealed record DistributionPolicy
{
    /// <summary>The state plan's election for federal tax refund offsets.</summary>
    public required OffsetElection OffsetElection { get; init; }

    /// <summary>Order in which current support is paid by kind; kinds of one tier share in proportion. Cash comes before medical (our convention D11).</summary>
    public required IReadOnlyList<IReadOnlyList<ObligationKind>> CurrentTiers { get; init; }

    /// <summary>Whether money is allocated over orders by type, child support before spousal support; else over all current support together.</summary>
    public bool AllocateByType { get; init; }

    /// <summary>Order of arrears classes where the family never had assistance.</summary>
    public required IReadOnlyList<DebtClass> NeverOrder { get; init; }

    /// <summary>Order of arrears classes in a month of assistance.</summary>
    public required IReadOnlyList<DebtClass> CurrentOrder { get; init; }

    /// <summary>Order of arrears classes after assistance.</summary>
    public required IReadOnlyList<DebtClass> FormerOrder { get; init; }

    /// <summary>Order of arrears classes for a federal tax refund offset under the PRWORA election, for every status.</summary>
    public required IReadOnlyList<DebtClass> OffsetOrder { get; init; }

    /// <summary>How the pass-through is found.</summary>
    public required PassThroughBasis PassThroughBasis { get; init; }

    /// <summary>By family: the amount for one child. By child: the amount for each.</summary>
    public required Money PassThroughFirst { get; init; }

    /// <summary>By family: the amount for two or more children. By child: the maximum.</summary>
    public required Money PassThroughMost { get; init; }

    /// <summary>The part of a pass-through for one child of which the state owes no federal share (42 USC 657(a)(6)(B)).</summary>
    public required Money ExceptedOneChild { get; init; }

    /// <summary>The same for two or more children.</summary>
    public required Money ExceptedMoreChildren { get; init; }

    /// <summary>Whether the state pays assigned arrears of former assistance families to the family instead (42 USC 657(a)(6)(A)).</summary>
    public required bool AssignedToFamily { get; init; }

    /// <summary>Federal medical assistance percentage of the fiscal year, in millionths.</summary>
    public required long FederalSharePpm { get; init; }

    /// <summary>Who bears the annual fee.</summary>
    public required FeeMethod FeeMethod { get; init; }

    /// <summary>The annual fee.</summary>
    public required Money FeeAmount { get; init; }

    /// <summary>What must have reached the family in the fiscal year before the fee is due.</summary>
    public required Money FeeThreshold { get; init; }

    /// <summary>How many months ahead future support may be held; what is beyond is refunded.</summary>
    public required int FutureMonthsMost { get; init; }

    /// <summary>The part of a family's money from a joint-return offset that is held, in millionths.</summary>
    public required long JointHoldPpm { get; init; }

    /// <summary>For how many months after the offset notice it is held at most.</summary>
    public required int JointHoldMonths { get; init; }

    /// <summary>First day on which a new assistance spell no longer makes older arrears assigned (Deficit Reduction Act of 2005, section 7301).</summary>
    public required DateOnly NoPreAssistanceAssignmentFrom { get; init; }
}
