using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Federal.Obligation;
using Alimenta.Office.Accounting;
using Frequency = Alimenta.Law.Federal.History.Frequency;

namespace Alimenta.Office.Reading;

/// <summary>Why the figures of a case are what they are, found by playing its facts again.</summary>
public sealed record CaseWhy
{
    /// <summary>Why so much is due each month.</summary>
    public required Explanation Support { get; init; }

    /// <summary>Support of an ordinary month as it was found here.</summary>
    public required Money SupportAmount { get; init; }

    /// <summary>Why the arrears are what they are, class by class.</summary>
    public required Explanation Arrears { get; init; }

    /// <summary>Why a class (or current) is what it is, by code; only what is not nothing.</summary>
    public required IReadOnlyDictionary<string, (Money Amount, Explanation Why)> Classes { get; init; }

    /// <summary>What of this calendar year's collections is the family's, month by month, and what of it is held.</summary>
    public required Explanation Family { get; init; }

    /// <summary>Where the last payment went, all parts of each step, by its entry.</summary>
    public required IReadOnlyDictionary<string, Explanation> Payments { get; init; }

    /// <summary>Why money of the case waits and until when, by the number of the hold.</summary>
    public required IReadOnlyDictionary<long, Explanation> Holds { get; init; }

    /// <summary>The next support that falls due after the business date; null when none will.</summary>
    public (DateOnly On, Money Amount)? NextDue { get; init; }
}

/// <summary>Explains the figures on the page of a case. Who may see the page may see why.</summary>
public sealed class CaseWhys(AlimentaStore store, PolicyDesk policies)
{
    private const int MonthsAhead = 13;

    /// <summary>Explains a case.</summary>
    /// <param name="page">The page as it was read.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null when nothing was ever posted for the case.</returns>
    public async Task<CaseWhy?> ReadAsync(CasePage page, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var wanted = page.LastPayment?.Steps.Select(s => s.EntryKey).ToHashSet(StringComparer.Ordinal) ?? [];
        if (await CircleReplay.OfCaseAsync(db, policies, page.Number, wanted.Count == 0 ? null : wanted.Contains, cancel) is not { } replay) return null;
        var file = replay.Case(page.Number);
        var (amount, support) = Support(replay, file, page.AsOf);
        var classes = new BalanceReasons(replay, page.Number).All();
        var reasons = new StepReasons(replay);
        var holds = (await new ExplainWaiting(store, policies).HoldsAsync([.. page.Holds.Select(h => h.Id)], cancel)).ToDictionary(h => h.Key, h => h.Value.Why);
        return new()
        {
            Holds = holds,
            Support = support,
            SupportAmount = amount,
            Classes = classes,
            Arrears = Arrears(classes),
            Family = Family(replay.Play.Steps, page),
            Payments = replay.Play.Steps.Where(s => s.Why is not null).ToDictionary(s => s.Key, s => reasons.Of(s, page.Number), StringComparer.Ordinal),
            NextDue = NextDue(file, page.AsOf),
        };
    }

    private (Money Amount, Explanation Why) Support(CircleReplay replay, CaseFacts file, DateOnly today)
    {
        var why = new Explanation(MonthlyEquivalent.RuleId, "45 CFR 302.50, 302.51(a)(2)");
        var total = Money.Zero;
        var law = policies.Law.On(today, file.Policy);
        foreach (var o in file.Obligations.Where(o => o.Kind is not (Law.Federal.Distribution.ObligationKind.Judgment or Law.Federal.Distribution.ObligationKind.Payback) && (o.LastDay is not { } last || last >= today)))
        {
            foreach (var term in o.Terms.Where(t => t.Period.Contains(today) && t.Frequency != Frequency.Once))
            {
                why.Step($"{Capital(replay.Words(o))} is {term.Amount} {ExplainSteps.Often(term.Frequency)} from {Days.Words(term.Period.From)}{(o.LastDay is { } end ? $", at the latest until {Days.Words(end)}" : "")}.", $"order {o.Order}");
                var monthly = term.Frequency == Frequency.Monthly ? term.Amount : MonthlyEquivalent.Decide(law, new() { Amount = term.Amount, Frequency = term.Frequency }, why).Value.Monthly;
                total += monthly;
            }
        }

        why.Step(why.Steps.Count == 0 ? "No order of this case demands support for this month." : $"Together that is {total} for an ordinary month.");
        return (total, why);
    }

    private static Explanation Arrears(IReadOnlyDictionary<string, (Money Amount, Explanation Why)> classes)
    {
        var why = new Explanation("us/distribution/classes", "42 USC 657");
        foreach (var (code, (amount, _)) in classes.Where(c => c.Key != "current")) why.Step($"{amount} is on {code}: {Ledger.Accounts.Find(code).Says}");
        var total = classes.Where(c => c.Key != "current").Sum(c => c.Value.Amount);
        why.Step(total.IsZero ? "No support of earlier months is owed." : $"Together {total}. What fell due in the month that still runs is current support and is not among them.", "45 CFR 302.51(a)(1)");
        return why;
    }

    private static Explanation Family(IReadOnlyList<Step> steps, CasePage page)
    {
        var why = new Explanation("us/distribution", "42 USC 657");
        var (given, due) = (Money.Zero, Money.Zero);
        foreach (var month in steps.Where(s => s.On.Year == page.AsOf.Year).GroupBy(s => SupportMonth.Of(s.On)).OrderBy(g => g.Key))
        {
            var went = month.SelectMany(s => s.Uses).Where(u => u.Case == page.Number && u.To is Recipient.Family or Recipient.Gift).Sum(u => u.Amount);
            var fell = month.SelectMany(s => s.Debts).Where(d => d.Case == page.Number && d.From == DebtPlace.Charged).Sum(d => d.Amount);
            if (went.IsZero && fell.IsZero) continue;
            why.Step($"{month.Key.Words}: {went} for the family, {fell} fell due.");
            (given, due) = (given + went, due + fell);
        }

        why.Step($"Together {given} of what was collected in {page.AsOf.Year} is the family's, against {due} that fell due. What is kept for assistance or sent to others is not in it.", "42 USC 657(a)");
        if (page.HeldThisYear.IsZero) return why.Step("None of it is held: it was paid out or is on its way.");
        var family = page.People.Where(p => p.Role == ParticipantRole.Custodian).Select(p => p.Name).ToHashSet();
        foreach (var held in page.Holds.Where(h => h.Amount.IsPositive && family.Contains(h.Payee)).GroupBy(h => h.Reason).OrderByDescending(g => g.Sum(h => h.Amount)))
            why.Step($"Held now: {held.Sum(h => h.Amount)}. {ExplainWaiting.Says(held.Key)}", held.First().Citation);
        return why.Step($"Of this year's {given}, {page.HeldThisYear} is held and {page.SentThisYear} was paid out or is on its way.");
    }

    private static (DateOnly, Money)? NextDue(CaseFacts file, DateOnly today)
    {
        for (var month = SupportMonth.Of(today); month <= SupportMonth.Of(today).Plus(MonthsAhead); month = month.Next)
        {
            var charges = file.Obligations.Where(o => o.Kind != Law.Federal.Distribution.ObligationKind.Payback).SelectMany(o => o.Terms.SelectMany(t => ChargeSchedule.In(t, o.LastDay, month))).Where(c => c.Due > today).ToList();
            if (charges.Count == 0) continue;
            var day = charges.Min(c => c.Due);
            return (day, charges.Where(c => c.Due == day).Sum(c => c.Amount));
        }

        return null;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
