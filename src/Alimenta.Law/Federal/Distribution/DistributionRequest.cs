using System.ComponentModel;

namespace Alimenta.Law.Federal.Distribution;

/// <summary>The facts of one distribution within one case, as a person or a program states them. Money is integer cents.</summary>
public sealed record DistributionRequest
{
    /// <summary>The amount allocated to the case.</summary>
    [Description("The amount allocated to the case.")]
    public required Money AmountCents { get; init; }

    /// <summary>How it was collected.</summary>
    [Description("How it was collected.")]
    public CollectionSource Source { get; init; } = CollectionSource.IncomeWithholding;

    /// <summary>Assistance of the family in the month of collection.</summary>
    [Description("Assistance of the family in the month of collection.")]
    public AssistanceStatus Status { get; init; }

    /// <summary>Whether a child of the case is in title IV-E foster care in the month.</summary>
    [Description("Whether a child of the case is in title IV-E foster care in the month.")]
    public bool FosterCare { get; init; }

    /// <summary>Children in the assistance unit.</summary>
    [Description("Children in the assistance unit.")]
    public int Children { get; init; } = 1;

    /// <summary>Current support still due for the month.</summary>
    [Description("Current support still due for the month.")]
    public IReadOnlyList<CurrentDue> Current { get; init; } = [];

    /// <summary>Arrears by class and month.</summary>
    [Description("Arrears by class and month.")]
    public IReadOnlyList<ArrearsDue> Arrears { get; init; } = [];

    /// <summary>Title IV-A assistance paid and not yet retained.</summary>
    [Description("Title IV-A assistance paid and not yet retained.")]
    public Money UnreimbursedCents { get; init; }

    /// <summary>Title IV-E maintenance paid and not yet retained.</summary>
    [Description("Title IV-E maintenance paid and not yet retained.")]
    public Money UnreimbursedFosterCareCents { get; init; }

    /// <summary>This month's maintenance payment, less what was retained of it.</summary>
    [Description("This month's maintenance payment, less what was retained of it.")]
    public Money MaintenanceCents { get; init; }

    /// <summary>Pass-through already paid for the month.</summary>
    [Description("Pass-through already paid for the month.")]
    public Money PassedThroughCents { get; init; }

    /// <summary>Support that reached the family earlier in the federal fiscal year.</summary>
    [Description("Support that reached the family earlier in the federal fiscal year.")]
    public Money ReachedFamilyCents { get; init; }

    /// <summary>Annual fee already collected in the federal fiscal year.</summary>
    [Description("Annual fee already collected in the federal fiscal year.")]
    public Money FeePaidCents { get; init; }

    /// <summary>Whether the recipient must cooperate for SNAP.</summary>
    [Description("Whether the recipient must cooperate for SNAP.")]
    public bool SnapMandatory { get; init; }

    /// <summary>Ordered payment toward arrears in the month, still unpaid.</summary>
    [Description("Ordered payment toward arrears in the month, still unpaid.")]
    public Money PaybackDueCents { get; init; }

    /// <summary>Debt certified for the offset; left out: all arrears.</summary>
    [Description("Debt certified for the offset; left out: all arrears.")]
    public Money? CertifiedCents { get; init; }

    /// <summary>Whether support will fall due in a later month; left out: whether current support is due now.</summary>
    [Description("Whether support will fall due in a later month; left out: whether current support is due now.")]
    public bool? CurrentOrder { get; init; }

    /// <summary>Support of an ordinary month, for the bound of future support; left out: no bound.</summary>
    [Description("Support of an ordinary month, for the bound of future support; left out: no bound.")]
    public Money MonthlyDueCents { get; init; }

    /// <summary>Future support already held.</summary>
    [Description("Future support already held.")]
    public Money FutureHeldCents { get; init; }

    /// <summary>What the obligor wants done with the rest.</summary>
    [Description("What the obligor wants done with the rest.")]
    public OverpaymentIntent Intent { get; init; }

    /// <summary>Options of the state that differ from its dated policy; left out: none.</summary>
    [Description("Options of the state that differ from its dated policy; left out: none.")]
    public PolicyOptions? Policy { get; init; }
}

/// <summary>Current support of one obligation.</summary>
public sealed record CurrentDue
{
    /// <summary>A name for the obligation.</summary>
    [Description("A name for the obligation.")]
    public string Obligation { get; init; } = "support";

    /// <summary>What it is for.</summary>
    [Description("What it is for.")]
    public ObligationKind Kind { get; init; }

    /// <summary>To whom it is assigned; left out: as the assistance of the month says.</summary>
    [Description("To whom it is assigned; left out: as the assistance of the month says.")]
    public Assignment? Assigned { get; init; }

    /// <summary>What is still due.</summary>
    [Description("What is still due.")]
    public required Money DueCents { get; init; }
}

/// <summary>Arrears of one class and month.</summary>
public sealed record ArrearsDue
{
    /// <summary>The class.</summary>
    [Description("The class.")]
    public required DebtClass Class { get; init; }

    /// <summary>The month as 2026-11; left out: undated, older than every month.</summary>
    [Description("The month as 2026-11; left out: undated, older than every month.")]
    public string? Month { get; init; }

    /// <summary>A name for the obligation.</summary>
    [Description("A name for the obligation.")]
    public string Obligation { get; init; } = "support";

    /// <summary>What is owed.</summary>
    [Description("What is owed.")]
    public required Money OwedCents { get; init; }
}

/// <summary>Options of a state, to ask what would follow from them. What is left out stays as the dated policy says.</summary>
public sealed record PolicyOptions
{
    /// <summary>Election for federal tax refund offsets.</summary>
    [Description("Election for federal tax refund offsets.")]
    public OffsetElection? OffsetElection { get; init; }

    /// <summary>Federal medical assistance percentage in millionths.</summary>
    [Description("Federal medical assistance percentage in millionths.")]
    public long? FederalSharePpm { get; init; }

    /// <summary>How the pass-through is found.</summary>
    [Description("How the pass-through is found.")]
    public PassThroughBasis? PassThroughBasis { get; init; }

    /// <summary>Pass-through: first amount.</summary>
    [Description("Pass-through: first amount.")]
    public Money? PassThroughFirstCents { get; init; }

    /// <summary>Pass-through: second amount or maximum.</summary>
    [Description("Pass-through: second amount or maximum.")]
    public Money? PassThroughMostCents { get; init; }

    /// <summary>Whether the state pays assigned arrears of former assistance families to the family.</summary>
    [Description("Whether the state pays assigned arrears of former assistance families to the family.")]
    public bool? AssignedToFamily { get; init; }

    /// <summary>Who bears the annual fee.</summary>
    [Description("Who bears the annual fee.")]
    public FeeMethod? FeeMethod { get; init; }

    /// <summary>A policy with these options.</summary>
    public DistributionPolicy Over(DistributionPolicy policy) => policy with
    {
        OffsetElection = OffsetElection ?? policy.OffsetElection,
        FederalSharePpm = FederalSharePpm ?? policy.FederalSharePpm,
        PassThroughBasis = PassThroughBasis ?? policy.PassThroughBasis,
        PassThroughFirst = PassThroughFirstCents ?? policy.PassThroughFirst,
        PassThroughMost = PassThroughMostCents ?? policy.PassThroughMost,
        AssignedToFamily = AssignedToFamily ?? policy.AssignedToFamily,
        FeeMethod = FeeMethod ?? policy.FeeMethod,
    };
}

/// <summary>What a distribution gives, with balances after it.</summary>
public sealed record DistributionReply
{
    /// <summary>The parts in the order of the law.</summary>
    public required IReadOnlyList<DistributionReplyPart> Parts { get; init; }

    /// <summary>To the family, a gift included.</summary>
    public required Money FamilyCents { get; init; }

    /// <summary>The state's share of what is kept.</summary>
    public required Money StateCents { get; init; }

    /// <summary>The federal share of what is kept.</summary>
    public required Money FederalCents { get; init; }

    /// <summary>To the Medicaid agency.</summary>
    public required Money MedicaidCents { get; init; }

    /// <summary>To the placement agency.</summary>
    public required Money AgencyCents { get; init; }

    /// <summary>The annual fee.</summary>
    public required Money FeeCents { get; init; }

    /// <summary>Held for months to come.</summary>
    public required Money FutureCents { get; init; }

    /// <summary>Back to the obligor.</summary>
    public required Money RefundCents { get; init; }

    /// <summary>The pass-through within the family's money.</summary>
    public required Money PassedThroughCents { get; init; }

    /// <summary>What is left of current support.</summary>
    public required Money CurrentLeftCents { get; init; }

    /// <summary>What is left of each arrears class that is not empty.</summary>
    public required IReadOnlyDictionary<string, Money> ArrearsLeftCents { get; init; }

    /// <summary>Title IV-A assistance still unreimbursed.</summary>
    public required Money UnreimbursedLeftCents { get; init; }

    /// <summary>Title IV-E maintenance still unreimbursed.</summary>
    public required Money UnreimbursedFosterCareLeftCents { get; init; }
}

/// <summary>One part of a reply.</summary>
/// <param name="Bucket">What it pays.</param>
/// <param name="Obligation">The obligation; empty where none is paid.</param>
/// <param name="Month">The month, or undated.</param>
/// <param name="To">Who gets it.</param>
/// <param name="AmountCents">How much.</param>
/// <param name="Rule">The step of the rule.</param>
public sealed record DistributionReplyPart(string Bucket, string Obligation, string Month, Recipient To, Money AmountCents, string Rule);

/// <summary>The distribution as a rule that can be asked by itself.</summary>
public static class DistributionRule
{
    private const string Case = "case";

    /// <summary>Distributes as the request says.</summary>
    /// <param name="request">The facts.</param>
    /// <param name="dated">The dated policy of the state.</param>
    /// <param name="why">Takes the explanation.</param>
    public static Outcome<DistributionReply> Decide(DistributionRequest request, DistributionPolicy dated, Explanation? why)
    {
        var sheet = new DebtSheet();
        var month = SupportMonth.Of(9999, 12);
        foreach (var due in request.Current)
        {
            var row = sheet.Row(Case, due.Obligation, due.Kind, DebtPlace.Current, month);
            row.Left += due.DueCents;
            row.Assignment = due.Assigned ?? (due.Kind == ObligationKind.Medical ? Assignment.None
                : request.FosterCare ? Assignment.FosterCare
                : request.Status == AssistanceStatus.Current ? Assignment.Tanf : Assignment.None);
        }

        for (var i = 0; i < request.Arrears.Count; i++)
        {
            var owed = request.Arrears[i];
            var of = SupportMonth.Undated;
            if (owed.Month is not null && !SupportMonth.TryParse(owed.Month, out of))
                return new Refusal("L-MONTH", $"\"{owed.Month}\" is not a month.", "Write the year and the month, such as 2026-11.", "", $"arrears[{i}].month");
            sheet.Row(Case, owed.Obligation, ObligationKind.Child, Enum.Parse<DebtPlace>(owed.Class.ToString()), of).Left += owed.OwedCents;
        }

        var given = new DistributionFacts
        {
            Amount = request.AmountCents,
            Source = request.Source,
            Status = request.Status,
            FosterCare = request.FosterCare,
            Case = Case,
            Debts = sheet,
            CustodianCases = new HashSet<string> { Case },
            Unreimbursed = request.UnreimbursedCents,
            UnreimbursedFosterCare = request.UnreimbursedFosterCareCents,
            MaintenanceLeft = request.MaintenanceCents,
            Children = request.Children,
            PassedThrough = request.PassedThroughCents,
            ReachedFamilyThisYear = request.ReachedFamilyCents,
            FeePaidThisYear = request.FeePaidCents,
            FeeApplies = !request.SnapMandatory,
            PaybackDue = request.PaybackDueCents,
            Certified = request.CertifiedCents,
            CurrentOrder = request.CurrentOrder ?? request.Current.Count > 0,
            MonthlyDue = request.MonthlyDueCents,
            FutureHeld = request.FutureHeldCents,
            Intent = request.Intent,
        };
        var outcome = Distribution.Decide(given, request.Policy?.Over(dated) ?? dated, why);
        if (outcome.Refusal is { } refusal) return refusal;
        var result = outcome.Value;
        return new DistributionReply
        {
            Parts = [.. result.Parts.Select(p => new DistributionReplyPart(p.Bucket, p.Obligation, p.Bucket == "current" ? "current" : p.Month.ToString(), p.To, p.Amount, p.Rule))],
            FamilyCents = result.To(Recipient.Family) + result.To(Recipient.Gift),
            StateCents = result.RetainedIvA + result.RetainedIvE - result.FederalIvA - result.FederalIvE,
            FederalCents = result.FederalIvA + result.FederalIvE,
            MedicaidCents = result.To(Recipient.Medicaid),
            AgencyCents = result.To(Recipient.Agency),
            FeeCents = result.To(Recipient.Fee),
            FutureCents = result.To(Recipient.Future),
            RefundCents = result.To(Recipient.Refund),
            PassedThroughCents = result.PassedThrough,
            CurrentLeftCents = sheet.Total(Case, DebtPlace.Current),
            ArrearsLeftCents = sheet.Rows.Where(r => r.Place != DebtPlace.Current).GroupBy(r => r.Place).OrderBy(g => g.Key).ToDictionary(g => g.Key.ToString(), g => g.Sum(r => r.Left)),
            UnreimbursedLeftCents = given.Unreimbursed,
            UnreimbursedFosterCareLeftCents = given.UnreimbursedFosterCare,
        };
    }
}
