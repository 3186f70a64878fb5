using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using LawIntent = Alimenta.Law.Federal.Distribution.OverpaymentIntent;
using LawKind = Alimenta.Law.Federal.Distribution.ObligationKind;
using LawProgram = Alimenta.Law.Federal.History.AssistanceProgram;

namespace Alimenta.Office.Accounting;

/// <summary>Puts the facts of circles together from their rows.</summary>
internal sealed class CircleAssembly
{
    private readonly ILookup<long, Receipt> _receipts;
    private readonly Dictionary<long, OrderRow> _orders;
    private readonly ILookup<long, ObligationRow> _obligations;
    private readonly ILookup<long, TermRow> _terms;
    private readonly ILookup<long, SpellRow> _spells;
    private readonly ILookup<long, MemberRow> _members;
    private readonly ILookup<long, GrantRow> _grants;
    private readonly ILookup<long, OpeningRow> _openings;
    private readonly ILookup<long, AdjustmentRow> _adjustments;
    private readonly ILookup<long, ChoiceRow> _choices;
    private readonly Dictionary<string, long> _people = new(StringComparer.Ordinal);

    public CircleAssembly(CircleRows rows, ILookup<long, Receipt> receipts)
    {
        _receipts = receipts;
        _orders = rows.Orders.ToDictionary(o => o.Id);
        _obligations = rows.Obligations.ToLookup(o => o.CaseId);
        _terms = rows.Terms.ToLookup(t => t.ObligationId);
        _spells = rows.Spells.ToLookup(s => s.CustodianId);
        _members = rows.Members.ToLookup(m => m.SpellId);
        _grants = rows.Grants.ToLookup(g => g.CustodianId);
        _openings = rows.Openings.ToLookup(o => o.CaseId);
        _adjustments = rows.Adjustments.ToLookup(a => a.CaseId);
        _choices = rows.Choices.ToLookup(c => c.PersonId);
        foreach (var file in rows.Cases) (_people[file.Obligor], _people[file.Custodian]) = (file.ObligorId, file.CustodianId);
        foreach (var obligation in rows.Obligations)
            if (obligation.SupportedId is { } supported) _people[obligation.Supported] = supported;
        foreach (var spell in rows.Spells)
            if (spell.AgencyId is { } agency) _people[spell.Agency] = agency;
        foreach (var member in rows.Members) _people[member.Person] = member.PersonId;
    }

    /// <summary>A circle with its cases.</summary>
    public LoadedCircle Circle(long id, IReadOnlyList<CircleCase> cases)
    {
        var numbers = cases.ToDictionary(c => c.Id, c => c.Number);
        var keys = new Dictionary<long, string>();
        foreach (var file in cases)
            foreach (var obligation in _obligations[file.Id]) keys.Add(obligation.Id, obligation.NaturalKey);
        var custodians = cases.Select(c => (c.CustodianId, c.Custodian)).Distinct().ToList();
        var payors = cases.Select(c => (c.ObligorId, c.Obligor)).Distinct().ToList();
        return new()
        {
            Id = id,
            Cases = cases.ToDictionary(c => c.Number),
            Obligations = keys.ToDictionary(k => k.Value, k => k.Key),
            People = _people,
            Receipts = payors.SelectMany(p => _receipts[p.ObligorId]).ToDictionary(r => r.NaturalKey),
            Facts = new()
            {
                Cases = [.. cases.Select(Case)],
                Spells = [.. custodians.SelectMany(c => _spells[c.CustodianId].Select(s => (c.Custodian, Row: s))).OrderBy(s => s.Row.From).ThenBy(s => s.Row.Id).Select(s => Spell(s.Custodian, s.Row))],
                Grants = [.. custodians.SelectMany(c => _grants[c.CustodianId].Select(g => new GrantFacts(g.NaturalKey, c.Custodian, (LawProgram)(int)g.Program, g.EffectiveOn, g.Month, g.Amount)))],
                Openings = [.. cases.SelectMany(c => _openings[c.Id]).Select(o => new OpeningFacts($"{keys[o.ObligationId]}:{o.Class}:{o.Month}", numbers[o.CaseId], keys[o.ObligationId], Enum.Parse<DebtPlace>(o.Class), o.Month, o.AsOf, o.Amount))],
                Adjustments = [.. cases.SelectMany(c => _adjustments[c.Id]).Select(a => new AdjustmentFacts(a.NaturalKey, numbers[a.CaseId], keys[a.ObligationId], a.Class is null ? null : Enum.Parse<DebtPlace>(a.Class), a.Month, a.On, a.Amount))],
                Receipts = [.. payors.SelectMany(p => _receipts[p.ObligorId].Select(r => Collected(r, p.Obligor, numbers))).Where(r => r.Amount.IsPositive)],
            },
        };
    }

    private CaseFacts Case(CircleCase file) => new()
    {
        Key = file.Number,
        Obligor = file.Obligor,
        Custodian = file.Custodian,
        Policy = file.Policy,
        SnapMandatory = file.SnapMandatory,
        Obligations = [.. _obligations[file.Id].Select(Obligation)],
    };

    private ObligationFacts Obligation(ObligationRow o)
    {
        var order = _orders[o.OrderId];
        return new()
        {
            Key = o.NaturalKey,
            Order = order.Docket,
            Kind = (LawKind)(int)o.Kind,
            Supported = o.Supported,
            LastDay = order.EndsOn is { } end && (o.EndsOn is null || end < o.EndsOn) ? end : o.EndsOn,
            JointGroup = o.JointGroup ?? "",
            Terms = TermHistory.Compose([.. _terms[o.Id].Select(t => new Term(t.Amount, (Alimenta.Law.Federal.History.Frequency)(int)t.Frequency, new(t.From, t.To), t.AnchorDate, t.DueDay2 ?? 15, o.ProratePartial))]),
        };
    }

    private SpellFacts Spell(string custodian, SpellRow s) => new((LawProgram)(int)s.Program, custodian, new(s.From, s.To), [.. _members[s.Id].Select(m => m.Person)], s.Agency);

    private ReceiptFacts Collected(Receipt r, string obligor, Dictionary<long, string> cases) => new()
    {
        Key = r.NaturalKey,
        Obligor = obligor,
        Amount = r.Amount - r.ReturnedAmount,
        Source = (CollectionSource)(int)r.Source,
        CollectedOn = r.CollectedOn,
        Case = r.DirectedCaseId is { } directed ? cases.GetValueOrDefault(directed, "") : "",
        Order = r.DirectedOrderId is { } order ? _orders[order].Docket : "",
        Intent = IntentOn(_choices[r.ObligorId!.Value], r.CollectedOn),
        Manual = r.ManualJson is { Length: > 0 } json ? JsonSerializer.Deserialize<List<ManualPart>>(json, AlimentaJson.Options) : null,
    };

    /// <summary>What the obligor had said by the day of collection: a later choice leaves what was collected before it alone.</summary>
    private static LawIntent IntentOn(IEnumerable<ChoiceRow> choices, DateOnly day)
    {
        var intent = LawIntent.None;
        foreach (var choice in choices)
            if (choice.From <= day) intent = (LawIntent)(int)choice.Intent;
        return intent;
    }
}
