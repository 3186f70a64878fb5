using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>Plays the dated facts of an accounting circle from the first to a given day and yields the steps that its books must hold.</summary>
/// <remarks>The one code that keeps the books: a new receipt, a month's end, a change in the past and a preview all play it. Order within a month
/// (our conventions H1 to H5): a spell of older law begins, support of the month is charged, held future money is distributed again on the first,
/// then day by day grants, adjustments and receipts; at the end unpaid current support becomes arrears.</remarks>
public sealed class CirclePlay
{
    private readonly CircleFacts _facts;
    private readonly CircleBooks _books;
    private readonly List<Step> _steps = [];
    private readonly List<MonthBalance> _balances = [];
    private readonly ILookup<SupportMonth, Event> _events;
    private readonly IReadOnlyList<(string Custodian, IReadOnlyList<CaseFacts> Cases)> _families;
    private readonly bool _wantBalances;
    private readonly PlayState? _kept;
    private PlayPlace _last;

    private CirclePlay(CircleFacts facts, Func<string, DateOnly, DistributionPolicy> policyOn, DateOnly through, Func<string, bool>? explain, bool balances, PlayState? kept)
    {
        _facts = facts;
        _books = new(facts, policyOn, explain);
        _wantBalances = balances;
        _kept = kept;
        _last = kept?.Last ?? default;
        _events = Events(facts).Where(e => e.Place.On <= through && (kept is null || e.Place > kept.Last)).OrderBy(e => e.Place).ToLookup(e => SupportMonth.Of(e.Place.On));
        _families = [.. facts.Cases.GroupBy(c => c.Custodian).Select(g => (g.Key, (IReadOnlyList<CaseFacts>)[.. g]))];
    }

    /// <summary>Plays the facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="policyOn">The state's choices under a policy name on a date.</param>
    /// <param name="through">The last day; its month is opened, not ended.</param>
    /// <param name="explain">Key of the step to explain; null: none.</param>
    /// <param name="balances">Whether balances are noted at each month's end (and on the last day).</param>
    public static Played Run(CircleFacts facts, Func<string, DateOnly, DistributionPolicy> policyOn, DateOnly through, string? explain = null, bool balances = false) =>
        Explain(facts, policyOn, through, explain is null ? null : key => key == explain, balances);

    /// <summary>Plays the facts and explains any of the steps.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="policyOn">The state's choices under a policy name on a date.</param>
    /// <param name="through">The last day; its month is opened, not ended.</param>
    /// <param name="explain">Whether to explain the step with a key; null: none.</param>
    /// <param name="balances">Whether balances are noted at each month's end (and on the last day).</param>
    public static Played Explain(CircleFacts facts, Func<string, DateOnly, DistributionPolicy> policyOn, DateOnly through, Func<string, bool>? explain, bool balances = false)
    {
        var play = new CirclePlay(facts, policyOn, through, explain, balances, null);
        return play.Go(through);
    }

    /// <summary>Goes on from where an earlier play stood, and yields the steps since: the same that a play of the whole yields after it.</summary>
    /// <param name="facts">The facts; what was played before is not asked for again, but the cases, the spells and the grants must be whole.</param>
    /// <param name="kept">Where the earlier play stood.</param>
    /// <param name="policyOn">The state's choices under a policy name on a date.</param>
    /// <param name="through">The last day, no earlier than that of the earlier play.</param>
    /// <exception cref="ArgumentOutOfRangeException">The month of the last day was ended already.</exception>
    public static Played Continue(CircleFacts facts, PlayState kept, Func<string, DateOnly, DistributionPolicy> policyOn, DateOnly through)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SupportMonth.Of(through), kept.Month);
        var play = new CirclePlay(facts, policyOn, through, null, false, kept);
        play._books.Restore(kept);
        return play.Go(through);
    }

    private Played Go(DateOnly through)
    {
        var last = SupportMonth.Of(through);
        for (var month = _kept?.Month ?? First(through); month <= last; month = month.Next)
        {
            if (month != _kept?.Month) Open(month);
            foreach (var happened in _events[month]) Happen(happened);
            if (month < last) End(month);
            if (_wantBalances) _balances.AddRange(_books.Balances(month));
        }

        return new(_steps, _books.Debts, _books.UnreimbursedAll, _books.Futures, _balances) { Kept = () => _books.Keep(last, _last) };
    }

    private SupportMonth First(DateOnly through)
    {
        var days = _facts.Cases.SelectMany(c => c.Obligations).SelectMany(o => o.Terms).Select(t => t.Period.From)
            .Concat(Events(_facts).Select(e => e.Place.On)).Where(d => d <= through);
        return SupportMonth.Of(days.DefaultIfEmpty(through).Min());
    }

    private void Open(SupportMonth month)
    {
        _books.OpenMonth();
        foreach (var (custodian, cases) in _families) Keep(_books.SpellBegins(custodian, cases, month));
        foreach (var c in _facts.Cases)
            foreach (var o in c.Obligations) Keep(_books.Charge(c, o, month));
        foreach (var held in _books.Futures.ToList()) Keep(_books.DistributeFuture(held, month.FirstDay));
    }

    private void Happen(Event happened)
    {
        _last = happened.Place;
        Keep(happened.Fact switch
        {
            OpeningFacts o => _books.Open(o),
            GrantFacts g => _books.Grant(g),
            AdjustmentFacts a => _books.Adjust(a),
            ReceiptFacts r => _books.Distribute(r),
            _ => null,
        });
    }

    private void End(SupportMonth month)
    {
        foreach (var (custodian, cases) in _families)
            foreach (var step in _books.EndMonth(custodian, cases, month)) Keep(step);
    }

    private void Keep(Step? step)
    {
        if (step is not null) _steps.Add(step);
    }

    /// <summary>On one day: openings, grants, adjustments, receipts (H2).</summary>
    private static IEnumerable<Event> Events(CircleFacts facts) =>
        facts.Openings.Select(o => new Event(new(o.On, 0, o.Key), o))
            .Concat(facts.Grants.Select(g => new Event(new(g.On, 1, g.Key), g)))
            .Concat(facts.Adjustments.Select(a => new Event(new(a.On, 2, a.Key), a)))
            .Concat(facts.Receipts.Select(r => new Event(new(r.CollectedOn, PlayPlace.Receipt, r.Key), r)));

    private sealed record Event(PlayPlace Place, object Fact);
}

/// <summary>A played history.</summary>
/// <param name="Steps">The steps in their order.</param>
/// <param name="Debts">What is owed at the end.</param>
/// <param name="Unreimbursed">Unreimbursed assistance at the end, by custodian and programme.</param>
/// <param name="Futures">Money held as future support at the end.</param>
/// <param name="Balances">Balances at the month ends, when asked for.</param>
public sealed record Played(
    IReadOnlyList<Step> Steps,
    DebtSheet Debts,
    IReadOnlyDictionary<(string Custodian, AssistanceProgram Program), Money> Unreimbursed,
    IReadOnlyList<FutureHeld> Futures,
    IReadOnlyList<MonthBalance> Balances)
{
    /// <summary>Tells where the play stands, for going on from there.</summary>
    public required Func<PlayState> Kept { get; init; }
}

/// <summary>Money of a receipt that is held for the support of months to come.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Amount">What is left of it.</param>
/// <param name="Since">The day since which it is held.</param>
public sealed record FutureHeld(ReceiptFacts Receipt, Money Amount, DateOnly Since);
