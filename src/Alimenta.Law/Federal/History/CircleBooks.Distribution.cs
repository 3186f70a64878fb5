using Alimenta.Law.Federal.Allocation;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>The part of the books that distributes money.</summary>
internal sealed partial class CircleBooks
{
    private readonly Dictionary<string, Money> _passedThrough = [];
    private readonly Dictionary<string, Money> _maintenanceKept = [];
    private readonly Dictionary<string, Money> _arrearsPaid = [];
    private readonly Dictionary<(string Case, int Year), Money> _reachedFamily = [];
    private readonly Dictionary<(string Case, int Year), Money> _feePaid = [];

    /// <summary>What is counted by the month begins anew.</summary>
    public void OpenMonth()
    {
        _passedThrough.Clear();
        _maintenanceKept.Clear();
        _arrearsPaid.Clear();
    }

    public Step Distribute(ReceiptFacts receipt) => Distribute(receipt, receipt.Amount, receipt.Source, receipt.CollectedOn, false)!;

    /// <summary>Held future money is distributed again on the first of each month as a voluntary receipt (H5). Nothing happens while it can pay nothing.</summary>
    public Step? DistributeFuture(FutureHeld held, DateOnly on)
    {
        _futures.Remove(held);
        return Distribute(held.Receipt, held.Amount, CollectionSource.Voluntary, on, true);
    }

    private Step? Distribute(ReceiptFacts receipt, Money amount, CollectionSource source, DateOnly on, bool future)
    {
        var month = SupportMonth.Of(on);
        var key = future ? $"D:{receipt.Key}:{month}" : $"D:{receipt.Key}";
        var why = _explain?.Invoke(key) == true ? new Explanation(Distribution.Distribution.RuleId, "42 USC 657; 45 CFR 302.51") : null;
        var scope = Scope(receipt);
        var run = new Run { Several = scope.Count > 1, On = on, Month = month, Why = why };
        var left = amount;
        if (!future && receipt.Manual is { } manual) left -= ByHand(receipt, scope, manual, left, source, run);
        left = ByRule(receipt, scope, left, source, run);
        if (!left.IsZero && !Rest(receipt, scope, left, source, run) && future) return null;

        Partners(run.Moves, DebtPlace.Satisfied, DebtPlace.SatisfiedByPartner);
        return new()
        {
            Kind = StepKind.Distribution,
            Key = key,
            On = on,
            Receipt = receipt.Key,
            Obligor = receipt.Obligor,
            Case = scope.Count == 1 ? scope[0].Case.Key : "",
            FromFuture = future,
            Debts = run.Moves,
            Assistance = run.Assistance,
            Uses = Uses.Of(run.Cases, run.Over),
            Parts = run.Parts,
            Why = why,
        };
    }

    /// <summary>The orders that a receipt may pay, case by case.</summary>
    private List<(CaseFacts Case, List<ObligationFacts> Obligations)> Scope(ReceiptFacts receipt) =>
        [.. _facts.Cases.Where(c => c.Obligor == receipt.Obligor && (receipt.Case.Length == 0 || c.Key == receipt.Case))
            .Select(c => (c, c.Obligations.Where(o => receipt.Order.Length == 0 || o.Order == receipt.Order).ToList()))
            .Where(x => x.Item2.Count > 0)];

    /// <summary>Allocates over the orders and distributes in each case; returns what is beyond every debt.</summary>
    private Money ByRule(ReceiptFacts receipt, List<(CaseFacts Case, List<ObligationFacts> Obligations)> scope, Money amount, CollectionSource source, Run run)
    {
        if (scope.Count == 0 || amount.IsZero) return amount;
        var first = _policyOn(scope[0].Case.Policy, run.On);
        if (scope.Count == 1)
        {
            run.Why?.Step(receipt.Case.Length > 0 || receipt.Order.Length > 0
                ? $"{amount} was collected for case {scope[0].Case.Key}{(receipt.Order.Length > 0 ? $", order {receipt.Order}" : "")}."
                : $"{amount} was collected; case {scope[0].Case.Key} is the obligor's only one.", "45 CFR 303.100(a)(5)", "allocation");
            return InCase(scope[0].Case, scope[0].Obligations, receipt, amount, source, run);
        }

        var claims = scope.SelectMany(s => s.Obligations.GroupBy(o => o.Order).Select(g => Claim(s.Case, g.Key, [.. g], first, run.Month))).ToList();
        var arrearsOnly = source == CollectionSource.FederalTaxOffset && first.OffsetElection == OffsetElection.Prwora;
        var allocated = Allocation.Allocation.Decide(amount, claims, arrearsOnly, run.Why?.Child(Allocation.Allocation.RuleId, "45 CFR 303.100(a)(5)"));
        var rest = allocated.Unallocated;
        foreach (var (c, obligations) in scope)
        {
            var share = allocated.Shares.Where(s => s.Claim.Case == c.Key).Sum(s => s.Total);
            if (!share.IsZero) rest += InCase(c, obligations, receipt, share, source, run);
        }

        return rest;
    }

    private OrderClaim Claim(CaseFacts c, string order, List<ObligationFacts> obligations, DistributionPolicy policy, SupportMonth month)
    {
        var keys = obligations.Select(o => o.Key).ToHashSet();
        var rows = Debts.Rows.Where(r => r.Case == c.Key && keys.Contains(r.Obligation)).ToList();
        var current = rows.Where(r => r.Place == DebtPlace.Current).ToList();
        var (medical, spousal) = (Of(ObligationKind.Medical), Of(ObligationKind.Spousal));
        return OrderClaim.Of(policy.AllocateByType, order, c.Key, current.Sum(r => r.Left) - medical - spousal, medical, spousal, PaybackDue(obligations, month, c.Key), rows.Where(r => r.Place != DebtPlace.Current).Sum(r => r.Left));

        Money Of(ObligationKind kind) => current.Where(r => r.Kind == kind).Sum(r => r.Left);
    }

    private Money PaybackDue(IEnumerable<ObligationFacts> obligations, SupportMonth month, string caseKey) =>
        (obligations.Where(o => o.Kind == ObligationKind.Payback).SelectMany(o => o.Terms.SelectMany(t => ChargeSchedule.In(t, o.LastDay, month))).Sum(x => x.Amount)
            - _arrearsPaid.GetValueOrDefault(caseKey)).OrZero;

    private Money InCase(CaseFacts c, List<ObligationFacts> obligations, ReceiptFacts receipt, Money amount, CollectionSource source, Run run, (string Obligation, SupportMonth Month)? only = null)
    {
        var policy = _policyOn(c.Policy, run.On);
        var year = Days.FederalFiscalYear(run.On);
        var tanf = Unreimbursed(c.Custodian, AssistanceProgram.Tanf);
        var fosterCare = Unreimbursed(c.Custodian, AssistanceProgram.FosterCare);
        var given = new DistributionFacts
        {
            Amount = amount,
            Source = source,
            Status = _assistance.Status(c, run.Month),
            FosterCare = _assistance.FosterCare(c, run.Month),
            Case = c.Key,
            Obligations = obligations.Count == c.Obligations.Count ? null : obligations.Select(o => o.Key).ToHashSet(),
            Only = only,
            Debts = Debts,
            CustodianCases = _custodianCases[c.Custodian],
            Unreimbursed = tanf,
            UnreimbursedFosterCare = fosterCare,
            MaintenanceLeft = (_facts.Grants.Where(g => g.Program == AssistanceProgram.FosterCare && g.Custodian == c.Custodian && g.Month == run.Month).Sum(g => g.Amount)
                - _maintenanceKept.GetValueOrDefault(c.Custodian)).OrZero,
            Children = _assistance.Children(c, run.Month),
            PassedThrough = _passedThrough.GetValueOrDefault(c.Custodian),
            ReachedFamilyThisYear = _reachedFamily.GetValueOrDefault((c.Key, year)),
            FeePaidThisYear = _feePaid.GetValueOrDefault((c.Key, year)),
            FeeApplies = !c.SnapMandatory,
            PaybackDue = PaybackDue(obligations, run.Month, c.Key),
            Certified = receipt.Certified,
            LeaveRest = true,
        };
        var why = run.Why?.Child(Distribution.Distribution.RuleId, "42 USC 657");
        if (run.Several) why?.Step($"{amount} of it is for case {c.Key}.", "45 CFR 303.100(a)(5)", c.Key);
        var outcome = Distribution.Distribution.Decide(given, policy, why);
        var result = outcome.Refusal is { } contradiction ? throw new InvalidOperationException($"The play reached facts that contradict each other in case {c.Key}: {contradiction}") : outcome.Value;

        var share = run.For(c, _assistance, policy);
        share.Parts.AddRange(result.Parts);
        share.Source = source;
        share.KeptIvA += result.RetainedIvA;
        share.KeptIvE += result.RetainedIvE;
        share.Beyond += result.PassedThroughBeyond;
        run.Parts.AddRange(result.Parts.Select(p => (c.Key, p)));
        run.Moves.AddRange(result.Moves);
        Retain(c.Custodian, AssistanceProgram.Tanf, result.RetainedIvA, run);
        Retain(c.Custodian, AssistanceProgram.FosterCare, Money.Min(fosterCare, result.RetainedIvE), run);
        Count(_passedThrough, c.Custodian, result.PassedThrough);
        Count(_maintenanceKept, c.Custodian, result.Parts.Where(p => p.Rule == "foster-care-maintenance").Sum(p => p.Amount));
        Count(_arrearsPaid, c.Key, result.Parts.Where(p => p.Obligation.Length > 0 && p.Bucket != "current").Sum(p => p.Amount));
        Count(_reachedFamily, (c.Key, year), result.To(Recipient.Family));
        Count(_feePaid, (c.Key, year), result.To(Recipient.Fee));
        return result.Rest;
    }

    /// <summary>Uses the rest; false when it merely stays held as it was.</summary>
    private bool Rest(ReceiptFacts receipt, List<(CaseFacts Case, List<ObligationFacts> Obligations)> scope, Money rest, CollectionSource source, Run run)
    {
        var policy = _policyOn(scope.Count > 0 ? scope[0].Case.Policy : "us", run.On);
        var terms = scope.SelectMany(s => s.Obligations.Where(o => o.Kind is not (ObligationKind.Judgment or ObligationKind.Payback)).SelectMany(o => o.Terms.Select(t => (o, t)))).ToList();
        var later = terms.Any(x => LaterCharge(x.o, x.t, run.Month));
        var monthly = terms.Where(x => x.t.Period.Touches(run.Month) || x.t.Period.From > run.On).Sum(x => ChargeSchedule.MonthlyEquivalent(x.t));
        var held = _futures.Where(f => f.Receipt.Obligor == receipt.Obligor).Sum(f => f.Amount);
        var changed = run.Parts.Count > 0;
        foreach (var (to, amount, sentence, citation) in OverpaymentRule.Decide(rest, source, receipt.Intent, later, monthly, held, policy))
        {
            run.Why?.Step(sentence, citation, to.ToString());
            var payee = to == Recipient.Gift && scope.Count > 0 ? scope[0].Case.PayeeOn(run.On) : to == Recipient.Refund ? receipt.Obligor : "";
            run.Over.Add(new("", to, false, payee, amount, ""));
            run.Parts.Add(("", new(OverpaymentRule.Bucket(to), "", SupportMonth.Undated, to, amount, OverpaymentRule.Bucket(to), Money.Zero)));
            if (to == Recipient.Future) _futures.Add(new(receipt, amount, run.On));
            else changed = true;
        }

        return changed;
    }

    /// <summary>Whether the terms charge in a month after the given one.</summary>
    private static bool LaterCharge(ObligationFacts o, Term term, SupportMonth month)
    {
        var end = term.Period.To is { } to && o.LastDay is { } last ? (to < last ? to : last) : term.Period.To ?? o.LastDay;
        if (term.Frequency == Frequency.Once) return SupportMonth.Of(term.Anchor) > month && (end is null || term.Anchor <= end);
        if (end is null) return !term.Amount.IsZero;
        for (var m = month.Next; m <= SupportMonth.Of(end.Value); m = m.Next)
            if (ChargeSchedule.In(term, o.LastDay, m).Any()) return true;
        return false;
    }

    private void Retain(string custodian, AssistanceProgram program, Money amount, Run run)
    {
        if (amount.IsZero) return;
        _unreimbursed[(custodian, program)] = Unreimbursed(custodian, program) - amount;
        var at = run.Assistance.FindIndex(a => a.Custodian == custodian && a.Program == program);
        if (at < 0) run.Assistance.Add(new(custodian, program, -amount, true));
        else run.Assistance[at] = run.Assistance[at] with { Amount = run.Assistance[at].Amount - amount };
    }

    private static void Count<TKey>(Dictionary<TKey, Money> totals, TKey key, Money amount) where TKey : notnull =>
        totals[key] = totals.GetValueOrDefault(key) + amount;

    /// <summary>One distribution under way.</summary>
    private sealed class Run
    {
        /// <summary>Whether several cases share the money.</summary>
        public required bool Several { get; init; }

        public required DateOnly On { get; init; }

        public required SupportMonth Month { get; init; }

        public Explanation? Why { get; init; }

        public List<DebtMove> Moves { get; } = [];

        public List<AssistanceMove> Assistance { get; } = [];

        public List<(string Case, DistributionPart Part)> Parts { get; } = [];

        public List<CaseShare> Cases { get; } = [];

        public List<MoneyUse> Over { get; } = [];

        public CaseShare For(CaseFacts c, AssistanceCalendar assistance, DistributionPolicy policy)
        {
            var share = Cases.Find(s => s.Case.Key == c.Key);
            if (share is null) Cases.Add(share = new() { Case = c, Payee = c.PayeeOn(On), Agency = assistance.Agency(c, Month), Status = assistance.Status(c, Month), Policy = policy });
            return share;
        }
    }
}

/// <summary>What one case gets of a distribution.</summary>
internal sealed class CaseShare
{
    public required CaseFacts Case { get; init; }

    public required string Payee { get; init; }

    public required string Agency { get; init; }

    public required AssistanceStatus Status { get; init; }

    public required DistributionPolicy Policy { get; init; }

    public CollectionSource Source { get; set; }

    public List<DistributionPart> Parts { get; } = [];

    public Money KeptIvA { get; set; }

    public Money KeptIvE { get; set; }

    public Money Beyond { get; set; }
}
