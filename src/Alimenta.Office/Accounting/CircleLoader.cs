using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Microsoft.EntityFrameworkCore;
using LawKind = Alimenta.Law.Federal.Distribution.ObligationKind;
using LawProgram = Alimenta.Law.Federal.History.AssistanceProgram;

namespace Alimenta.Office.Accounting;

/// <summary>Reads the facts of many circles with one query for each kind of fact.</summary>
public static class CircleLoader
{
    /// <summary>The facts of the circles as the books know them: receipts that wait for their distribution are not among them. Circles without cases are left out.</summary>
    public static async Task<IReadOnlyList<LoadedCircle>> LoadAsync(AlimentaDb db, IReadOnlyCollection<long> circles, CancellationToken cancel) =>
        await LoadAsync(db, circles, obligors => Of(db, obligors).Where(r => r.Status != ReceiptStatus.Identified).ToListAsync(cancel), cancel);

    /// <summary>The facts of the circles with the receipts that wait for their distribution, for whoever distributes them.</summary>
    internal static async Task<IReadOnlyList<LoadedCircle>> LoadWithWaitingAsync(AlimentaDb db, IReadOnlyCollection<long> circles, CancellationToken cancel) =>
        await LoadAsync(db, circles, obligors => Of(db, obligors).ToListAsync(cancel), cancel);

    /// <summary>The facts of the circles with these receipts only, which need not be written yet.</summary>
    internal static async Task<IReadOnlyList<LoadedCircle>> LoadWithAsync(AlimentaDb db, IReadOnlyCollection<long> circles, IReadOnlyList<Receipt> receipts, CancellationToken cancel) =>
        await LoadAsync(db, circles, _ => Task.FromResult(receipts.ToList()), cancel);

    private static IQueryable<Receipt> Of(AlimentaDb db, List<long> obligors) =>
        db.Receipts.AsNoTracking().Where(r => r.ObligorId != null && obligors.Contains(r.ObligorId.Value) && r.Status != ReceiptStatus.Unidentified && r.Status != ReceiptStatus.Returned);

    private static async Task<IReadOnlyList<LoadedCircle>> LoadAsync(AlimentaDb db, IReadOnlyCollection<long> circles, Func<List<long>, Task<List<Receipt>>> receiptsOf, CancellationToken cancel)
    {
        var ids = circles.ToList();
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.CircleId)).OrderBy(c => c.Number).ToListAsync(cancel);
        if (cases.Count == 0) return [];
        var caseIds = cases.Select(c => c.Id).ToList();
        var custodians = cases.Select(c => c.CustodianId).Distinct().ToList();
        var obligors = cases.Select(c => c.ObligorId).Distinct().ToList();
        var orders = await db.Orders.AsNoTracking().Where(o => caseIds.Contains(o.CaseId)).ToDictionaryAsync(o => o.Id, cancel);
        var obligations = (await db.Obligations.AsNoTracking().Where(o => caseIds.Contains(o.CaseId)).OrderBy(o => o.NaturalKey).ToListAsync(cancel)).ToLookup(o => o.CaseId);
        var obligationIds = obligations.SelectMany(g => g).Select(o => o.Id).ToList();
        var terms = (await db.ObligationTerms.AsNoTracking().Where(t => obligationIds.Contains(t.ObligationId)).OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).ToListAsync(cancel)).ToLookup(t => t.ObligationId);
        var spells = await db.AssistanceSpells.AsNoTracking().Where(s => custodians.Contains(s.CustodianId) && !s.Voided).OrderBy(s => s.From).ThenBy(s => s.Id).ToListAsync(cancel);
        var spellIds = spells.Select(s => s.Id).ToList();
        var members = (await db.SpellMembers.AsNoTracking().Where(m => spellIds.Contains(m.SpellId)).ToListAsync(cancel)).ToLookup(m => m.SpellId);
        var grants = (await db.AssistanceGrants.AsNoTracking().Where(g => custodians.Contains(g.CustodianId)).ToListAsync(cancel)).ToLookup(g => g.CustodianId);
        var openings = (await db.OpeningBalances.AsNoTracking().Where(o => caseIds.Contains(o.CaseId)).ToListAsync(cancel)).ToLookup(o => o.CaseId);
        var adjustments = (await db.Adjustments.AsNoTracking().Where(a => caseIds.Contains(a.CaseId)).ToListAsync(cancel)).ToLookup(a => a.CaseId);
        var receipts = (await receiptsOf(obligors)).Where(r => r.ObligorId is not null).ToLookup(r => r.ObligorId!.Value);
        var people = cases.SelectMany(c => new[] { c.ObligorId, c.CustodianId })
            .Concat(obligations.SelectMany(g => g).Select(o => o.SupportedPersonId ?? 0)).Concat(members.SelectMany(g => g).Select(m => m.PersonId)).Concat(spells.Select(s => s.AgencyPersonId ?? 0)).Where(id => id != 0).Distinct().ToList();
        var persons = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Number }).ToDictionaryAsync(p => p.Id, cancel);
        var choices = (await db.OverpaymentChoices.AsNoTracking().Where(c => obligors.Contains(c.PersonId)).OrderBy(c => c.From).ThenBy(c => c.Id).ToListAsync(cancel)).ToLookup(c => c.PersonId);
        var numbersOfPeople = persons.Values.ToDictionary(p => p.Number, p => p.Id);
        var spellsOf = spells.ToLookup(s => s.CustodianId);
        string Name(long? id) => id is { } key ? persons[key].Number : "";

        return [.. cases.GroupBy(c => c.CircleId).OrderBy(g => g.Key).Select(circle =>
        {
            var own = circle.ToList();
            var numbers = own.ToDictionary(c => c.Id, c => c.Number);
            var mine = own.SelectMany(c => obligations[c.Id]).ToList();
            var keys = mine.ToDictionary(o => o.Id, o => o.NaturalKey);
            var custodianIds = own.Select(c => c.CustodianId).Distinct().ToList();
            var collected = own.Select(c => c.ObligorId).Distinct().SelectMany(o => receipts[o]).ToList();
            return new LoadedCircle
            {
                Id = circle.Key,
                Cases = own.ToDictionary(c => c.Number),
                Obligations = mine.ToDictionary(o => o.NaturalKey, o => o.Id),
                People = numbersOfPeople,
                Receipts = collected.ToDictionary(r => r.NaturalKey),
                Facts = new()
                {
                    Cases = [.. own.Select(c => new CaseFacts
                    {
                        Key = c.Number,
                        Obligor = Name(c.ObligorId),
                        Custodian = Name(c.CustodianId),
                        Policy = c.Policy,
                        SnapMandatory = c.SnapMandatory,
                        Obligations = [.. obligations[c.Id].Select(o => Obligation(o, orders[o.OrderId], terms[o.Id], Name(o.SupportedPersonId)))],
                    })],
                    Spells = [.. custodianIds.SelectMany(c => spellsOf[c]).OrderBy(s => s.From).ThenBy(s => s.Id).Select(s => new SpellFacts(
                        (LawProgram)(int)s.Program, Name(s.CustodianId), new(s.From, s.To), [.. members[s.Id].Select(m => Name(m.PersonId))], Name(s.AgencyPersonId)))],
                    Grants = [.. custodianIds.SelectMany(c => grants[c]).Select(g => new GrantFacts(g.NaturalKey, Name(g.CustodianId), (LawProgram)(int)g.Program, g.EffectiveOn, g.Month, g.Amount))],
                    Openings = [.. own.SelectMany(c => openings[c.Id]).Select(o => new OpeningFacts($"{keys[o.ObligationId]}:{o.Class}:{o.Month}", numbers[o.CaseId], keys[o.ObligationId], Enum.Parse<DebtPlace>(o.Class), o.Month, o.AsOf, o.Amount))],
                    Adjustments = [.. own.SelectMany(c => adjustments[c.Id]).Select(a => new AdjustmentFacts(a.NaturalKey, numbers[a.CaseId], keys[a.ObligationId], a.Class is null ? null : Enum.Parse<DebtPlace>(a.Class), a.Month, a.On, a.Amount))],
                    Receipts = [.. collected.Select(r => Collected(r, Name(r.ObligorId), numbers, orders, IntentOn(choices[r.ObligorId!.Value], r.CollectedOn))).Where(r => r.Amount.IsPositive)],
                },
            };
        })];
    }

    private static ObligationFacts Obligation(Obligation o, SupportOrder order, IEnumerable<ObligationTerm> terms, string supported) => new()
    {
        Key = o.NaturalKey,
        Order = order.Docket,
        Kind = (LawKind)(int)o.Kind,
        Supported = supported,
        LastDay = order.EndsOn is { } end && (o.EndsOn is null || end < o.EndsOn) ? end : o.EndsOn,
        JointGroup = o.JointGroup ?? "",
        Terms = TermHistory.Compose([.. terms.Select(t => new Term(t.Amount, (Alimenta.Law.Federal.History.Frequency)(int)t.Frequency, new(t.From, t.To), t.AnchorDate, t.DueDay2 ?? 15, o.ProratePartial))]),
    };

    /// <summary>What the obligor had said by the day of collection: a later choice leaves what was collected before it alone.</summary>
    private static Alimenta.Law.Federal.Distribution.OverpaymentIntent IntentOn(IEnumerable<OverpaymentChoice> choices, DateOnly day) =>
        (Alimenta.Law.Federal.Distribution.OverpaymentIntent)(int)(choices.LastOrDefault(c => c.From <= day)?.Intent ?? Alimenta.Data.OverpaymentIntent.None);

    private static ReceiptFacts Collected(Receipt r, string obligor, Dictionary<long, string> cases, Dictionary<long, SupportOrder> orders, Alimenta.Law.Federal.Distribution.OverpaymentIntent intent) => new()
    {
        Key = r.NaturalKey,
        Obligor = obligor,
        Amount = r.Amount - r.ReturnedAmount,
        Source = (CollectionSource)(int)r.Source,
        CollectedOn = r.CollectedOn,
        Case = r.DirectedCaseId is { } directed ? cases.GetValueOrDefault(directed, "") : "",
        Order = r.DirectedOrderId is { } order ? orders[order].Docket : "",
        Intent = intent,
        Manual = r.ManualJson is { Length: > 0 } json ? JsonSerializer.Deserialize<List<ManualPart>>(json, AlimentaJson.Options) : null,
    };
}
