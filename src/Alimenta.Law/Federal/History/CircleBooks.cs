using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>The state of a circle while its history is played, and what each kind of fact does to it.</summary>
internal sealed partial class CircleBooks
{
    private readonly CircleFacts _facts;
    private readonly Func<string, DateOnly, DistributionPolicy> _policyOn;
    private readonly Func<string, bool>? _explain;
    private readonly AssistanceCalendar _assistance;
    private readonly Dictionary<string, CaseFacts> _cases;
    private readonly Dictionary<string, (CaseFacts Case, ObligationFacts Obligation)> _obligations;
    private readonly Dictionary<string, HashSet<string>> _custodianCases;
    private readonly Dictionary<string, List<string>> _partners = [];
    private readonly Dictionary<(string Custodian, AssistanceProgram Program), Money> _unreimbursed = [];
    private readonly List<FutureHeld> _futures = [];

    public CircleBooks(CircleFacts facts, Func<string, DateOnly, DistributionPolicy> policyOn, Func<string, bool>? explain)
    {
        (_facts, _policyOn, _explain, _assistance) = (facts, policyOn, explain, new(facts.Spells));
        (_cases, _obligations, _custodianCases) = (new(facts.Cases.Count), new(facts.Cases.Count), new(facts.Cases.Count));
        foreach (var c in facts.Cases)
        {
            _cases.Add(c.Key, c);
            if (!_custodianCases.TryGetValue(c.Custodian, out var cases)) _custodianCases.Add(c.Custodian, cases = []);
            cases.Add(c.Key);
            foreach (var o in c.Obligations)
            {
                _obligations.Add(o.Key, (c, o));
                if (o.JointGroup.Length == 0) continue;
                if (!_partners.TryGetValue(o.JointGroup, out var partners)) _partners.Add(o.JointGroup, partners = []);
                partners.Add(o.Key);
            }
        }
    }

    public DebtSheet Debts { get; } = new();

    public IReadOnlyList<FutureHeld> Futures => _futures;

    public IReadOnlyDictionary<(string Custodian, AssistanceProgram Program), Money> UnreimbursedAll => _unreimbursed;

    public Step Open(OpeningFacts o)
    {
        var moves = new List<DebtMove>();
        Debts.Add(o.Case, o.Obligation, _obligations[o.Obligation].Obligation.Kind, DebtPlace.Opening, o.Place, o.Month, o.Amount, moves);
        Recompute(_cases[o.Case].Custodian, moves);
        return new() { Kind = StepKind.Opening, Key = $"O:{o.Key}", On = o.On, Case = o.Case, Debts = moves };
    }

    public Step? Charge(CaseFacts c, ObligationFacts o, SupportMonth month)
    {
        if (o.Kind == ObligationKind.Payback) return null;
        var charges = o.Terms.SelectMany(t => ChargeSchedule.In(t, o.LastDay, month)).OrderBy(x => x.Due).ToList();
        var amount = charges.Sum(x => x.Amount);
        if (amount.IsZero) return null;
        var moves = new List<DebtMove>();
        var assignment = _assistance.Assigned(c, o, month);
        // A judgment for the past is arrears from its date; it is never current support.
        var place = o.Kind == ObligationKind.Judgment ? ArrearsPlace(assignment) : DebtPlace.Current;
        Debts.Add(c.Key, o.Key, o.Kind, DebtPlace.Charged, place, month, amount, moves).Assignment = assignment;
        if (place == DebtPlace.PA) Recompute(c.Custodian, moves);
        return new() { Kind = StepKind.Charge, Key = $"C:{month}:{o.Key}", On = charges[0].Due, Case = c.Key, Debts = moves, Charges = charges };
    }

    public Step Grant(GrantFacts g)
    {
        _unreimbursed[(g.Custodian, g.Program)] = Unreimbursed(g.Custodian, g.Program) + g.Amount;
        var moves = new List<DebtMove>();
        Recompute(g.Custodian, moves);
        return new() { Kind = StepKind.Grant, Key = $"G:{g.Key}", On = g.On, Debts = moves, Assistance = [new(g.Custodian, g.Program, g.Amount, false)] };
    }

    /// <summary>A correction of debt. A credit that finds nothing owed any more, because the past has changed since, moves nothing and is no step.</summary>
    public Step? Adjust(AdjustmentFacts a)
    {
        var moves = new List<DebtMove>();
        var kind = _obligations[a.Obligation].Obligation.Kind;
        if (a.Amount.IsPositive)
        {
            var row = Debts.Add(a.Case, a.Obligation, kind, DebtPlace.Adjusted, a.Place ?? DebtPlace.NA, a.Month, a.Amount, moves);
            if (row.Place == DebtPlace.Current) row.Assignment = _assistance.Assigned(_cases[a.Case], _obligations[a.Obligation].Obligation, a.Month);
        }
        else
        {
            var left = -a.Amount;
            foreach (var row in Debts.Rows.Where(r => r.Obligation == a.Obligation && (a.Place is null || (r.Place == a.Place && r.Month == a.Month))).ToList())
            {
                var take = Money.Min(left, row.Left);
                Debts.Move(row, DebtPlace.Adjusted, take, moves);
                left -= take;
            }
        }

        Partners(moves, DebtPlace.Adjusted, DebtPlace.Adjusted);
        Recompute(_cases[a.Case].Custodian, moves);
        return moves.Count == 0 ? null : new() { Kind = StepKind.Adjustment, Key = $"A:{a.Key}", On = a.On, Case = a.Case, Debts = moves };
    }

    /// <summary>Assistance that began before the Deficit Reduction Act date assigns the arrears from before it, while it runs.</summary>
    public Step? SpellBegins(string custodian, IReadOnlyList<CaseFacts> cases, SupportMonth month)
    {
        var begun = cases.Where(c => _assistance.Tanf(c, month) && !_assistance.Tanf(c, month.Previous)
            && _assistance.TanfRunBegan(c, month) is { } began && began < _policyOn(c.Policy, began).NoPreAssistanceAssignmentFrom).Select(c => c.Key).ToHashSet();
        if (begun.Count == 0) return null;
        var moves = new List<DebtMove>();
        AssignedArrears.SpellBegins(Debts, begun, moves);
        return moves.Count == 0 ? null : new() { Kind = StepKind.SpellBegin, Key = $"S:{month}:{custodian}", On = month.FirstDay, Debts = moves };
    }

    /// <summary>Unpaid current support becomes arrears of the class that the month demands; a spell that ends releases what it assigned.</summary>
    public IEnumerable<Step> EndMonth(string custodian, IReadOnlyList<CaseFacts> cases, SupportMonth month)
    {
        foreach (var c in cases)
        {
            var moves = new List<DebtMove>();
            foreach (var row in Debts.Of(c.Key, DebtPlace.Current)) Debts.Move(row, ArrearsPlace(row.Assignment), row.Left, moves);
            if (_assistance.Tanf(c, month) && !_assistance.Tanf(c, month.Next))
                AssignedArrears.SpellEnds(Debts, new HashSet<string> { c.Key }, Unreimbursed(custodian, AssistanceProgram.Tanf), moves);
            Recompute(custodian, moves);
            if (moves.Count > 0) yield return new() { Kind = StepKind.MonthEnd, Key = $"M:{month}:{c.Key}", On = month.LastDay, Case = c.Key, Debts = moves };
        }

        Debts.Tidy();
    }

    public IEnumerable<MonthBalance> Balances(SupportMonth month) => _facts.Cases.Select(c => new MonthBalance(month, c.Key,
        Debts.Rows.Where(r => r.Case == c.Key).GroupBy(r => r.Place).ToDictionary(g => g.Key, g => g.Sum(r => r.Left)),
        Unreimbursed(c.Custodian, AssistanceProgram.Tanf)));

    private Money Unreimbursed(string custodian, AssistanceProgram program) => _unreimbursed.GetValueOrDefault((custodian, program));

    private void Recompute(string custodian, List<DebtMove> moves)
    {
        if (_custodianCases.TryGetValue(custodian, out var cases))
            AssignedArrears.Recompute(Debts, cases, Unreimbursed(custodian, AssistanceProgram.Tanf), moves);
    }

    /// <summary>What one of several people who owe the same debt pays or is forgiven, the others no longer owe.</summary>
    private void Partners(List<DebtMove> moves, DebtPlace to, DebtPlace partnersTo)
    {
        foreach (var paid in moves.Where(m => m.To == to && _obligations[m.Obligation].Obligation.JointGroup.Length > 0).ToList())
            foreach (var partner in _partners[_obligations[paid.Obligation].Obligation.JointGroup].Where(k => k != paid.Obligation).Order(StringComparer.Ordinal))
            {
                var left = paid.Amount;
                foreach (var row in Debts.Rows.Where(r => r.Obligation == partner && r.Month == paid.Month).OrderBy(r => r.Place == paid.From ? 0 : 1).ThenBy(r => r.Place).ToList())
                {
                    var take = Money.Min(left, row.Left);
                    Debts.Move(row, partnersTo, take, moves);
                    left -= take;
                }
            }
    }

    private static DebtPlace ArrearsPlace(Assignment assignment) => assignment switch
    {
        Assignment.Tanf => DebtPlace.PA,
        Assignment.FosterCare => DebtPlace.FC,
        Assignment.Medicaid => DebtPlace.MED,
        _ => DebtPlace.NA,
    };
}
