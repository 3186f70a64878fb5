using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>Turns a stated history into the facts of a circle as they were known on a day.</summary>
internal static class ReplayFacts
{
    private const string Obligor = "obligor";

    public static Outcome<CircleFacts> KnownOn(ReplayRequest r, DateOnly day)
    {
        var obligations = Obligations(r, day);
        foreach (var name in r.Openings.Select(o => o.Obligation).Concat(r.Adjustments.Select(a => a.Obligation)).Distinct())
            if (obligations.TrueForAll(o => o.Key != name))
                obligations.Add(new() { Key = name, Order = "1", Kind = ObligationKind.Judgment, Terms = [] });
        foreach (var (month, field) in r.Openings.Select((o, i) => (o.Month, $"openings[{i}].month")).Concat(r.Adjustments.Select((a, i) => (a.Month, $"adjustments[{i}].month"))))
            if (month is not null && !SupportMonth.TryParse(month, out _))
                return new Refusal("L-MONTH", $"\"{month}\" is not a month.", "Write the year and the month, such as 2026-11.", "", field);

        return new CircleFacts
        {
            Cases = [new() { Key = r.Case, Obligor = Obligor, Custodian = r.Payee, Policy = r.Policy, SnapMandatory = r.SnapMandatory, Obligations = obligations }],
            Spells = [.. r.Assistance.Where(s => (s.KnownOn ?? s.From) <= day)
                .Select(s => new SpellFacts(s.Program, r.Payee, new(s.From, s.To is { } to && (s.EndKnownOn ?? to) <= day ? to : null), s.Members, "agency"))],
            Grants = [.. r.Grants.Select((g, i) => (g, i)).Where(x => (x.g.KnownOn ?? x.g.On) <= day)
                .Select(x => new GrantFacts($"{x.i:0000}", r.Payee, x.g.Program, x.g.On, SupportMonth.Of(x.g.On), x.g.AmountCents))],
            Openings = [.. r.Openings.Select((o, i) => (o, i)).Where(x => (x.o.KnownOn ?? x.o.On) <= day)
                .Select(x => new OpeningFacts($"{x.i:0000}", r.Case, x.o.Obligation, Enum.Parse<DebtPlace>(x.o.Class.ToString()), Month(x.o.Month), x.o.On, x.o.AmountCents))],
            Adjustments = [.. r.Adjustments.Where(a => (a.KnownOn ?? a.On) <= day)
                .Select(a => new AdjustmentFacts(a.Id, r.Case, a.Obligation, a.Class, Month(a.Month), a.On, a.AmountCents))],
            Receipts = [.. r.Receipts.Where(x => (x.KnownOn ?? x.On) <= day).Select(x => Receipt(r, x, day)).Where(x => x.Amount.IsPositive)],
        };
    }

    private static ReceiptFacts Receipt(ReplayRequest r, ReplayReceipt x, DateOnly day)
    {
        var back = r.Returns.Where(b => b.Receipt == x.Id && b.On <= day).Sum(b => b.AmountCents ?? x.AmountCents);
        return new() { Key = x.Id, Obligor = Obligor, Amount = (x.AmountCents - back).OrZero, Source = x.Source, CollectedOn = x.On, Intent = x.Intent };
    }

    private static List<ObligationFacts> Obligations(ReplayRequest r, DateOnly day) =>
        [.. r.Terms.Where(t => (t.KnownOn ?? t.From) <= day).GroupBy(t => t.Obligation).Select(g => new ObligationFacts
        {
            Key = g.Key,
            Order = g.First().Order,
            Kind = g.First().Kind,
            Supported = g.First().Supported,
            Terms = TermHistory.Compose([.. g.OrderBy(t => t.KnownOn ?? t.From)
                .Select(t => new Term(t.AmountCents, t.Frequency, new(t.From, t.To), t.Anchor ?? t.From, t.SecondDay, t.Prorate))]),
        })];

    private static SupportMonth Month(string? text) => text is not null && SupportMonth.TryParse(text, out var month) ? month : SupportMonth.Undated;
}

/// <summary>Terms that replace each other.</summary>
public static class TermHistory
{
    /// <summary>Lays terms over each other: where two overlap, the later in the list holds. The result is in the order of days without overlap.</summary>
    public static IReadOnlyList<Term> Compose(IReadOnlyList<Term> inOrderOfKnowledge)
    {
        if (inOrderOfKnowledge.Count < 2) return inOrderOfKnowledge;
        var terms = new List<Term>();
        foreach (var added in inOrderOfKnowledge)
        {
            terms = [.. terms.SelectMany(t => Without(t, added.Period))];
            terms.Add(added);
        }

        return [.. terms.OrderBy(t => t.Period.From)];
    }

    private static IEnumerable<Term> Without(Term term, DatePeriod cut)
    {
        if (!term.Period.Overlaps(cut))
        {
            yield return term;
            yield break;
        }

        if (term.Period.From < cut.From) yield return term with { Period = new(term.Period.From, cut.From.AddDays(-1)) };
        if (cut.To is { } end && (term.Period.To is null || term.Period.To > end)) yield return term with { Period = new(end.AddDays(1), term.Period.To) };
    }
}
