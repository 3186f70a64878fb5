namespace Alimenta.Simulation.Tests.Books;

/// <summary>What one obligation owes for one month, in cents. "During" is what accrued during assistance: how much of it is assigned is worked out, not kept.</summary>
internal sealed class Owed
{
    public long Current, Never, During, Temporary, Conditional, Before;

    public long All => Current + Never + During + Temporary + Conditional + Before;
}

/// <summary>A tiny bookkeeper who knows nothing of the program: he reads what was told from the first day to the last and keeps one small table for each case.
/// He follows the published conventions in his own way, so that two wrongs would have to be the same wrong.</summary>
public sealed class Bookkeeper
{
    private static readonly SupportMonth NewLaw = SupportMonth.Of(2009, 10);
    private readonly Told _told;
    private readonly SortedDictionary<(SupportMonth Month, string Obligation), Owed> _owed = new(Comparer<(SupportMonth Month, string Obligation)>.Create(
        (a, b) => a.Month.CompareTo(b.Month) is var c && c != 0 ? c : string.CompareOrdinal(a.Obligation, b.Obligation)));
    private readonly Dictionary<string, CaseTold> _caseOf = [];
    private readonly Dictionary<string, long> _unreimbursed = [];
    private readonly Dictionary<string, long> _passed = [];
    private readonly Dictionary<(string Receipt, string Kind, string Payee), long> _due = [];
    private readonly List<(ReceiptTold Receipt, long Cents)> _futures = [];

    private Bookkeeper(Told told)
    {
        _told = told;
        foreach (var c in told.Cases)
            foreach (var o in c.Obligations) _caseOf[o.Key] = c;
    }

    /// <summary>What every payee is to have of every receipt.</summary>
    public IReadOnlyDictionary<(string Receipt, string Kind, string Payee), long> Due => _due;

    /// <summary>Assistance not reimbursed, by custodian.</summary>
    public IReadOnlyDictionary<string, long> Unreimbursed => _unreimbursed;

    /// <summary>Money kept for months to come, by receipt.</summary>
    public IReadOnlyDictionary<string, long> Futures => _futures.GroupBy(f => f.Receipt.Key).ToDictionary(g => g.Key, g => g.Sum(f => f.Cents));

    /// <summary>Reads everything told through a day.</summary>
    public static Bookkeeper Read(Told told, DateOnly through)
    {
        var keeper = new Bookkeeper(told);
        keeper.Live(through);
        return keeper;
    }

    /// <summary>The unpaid items of a case, as obligation|class|month|cents in ordinal order.</summary>
    public IReadOnlyList<string> Items(string number)
    {
        var items = new List<string>();
        foreach (var ((month, obligation), owed) in _owed.Where(o => _caseOf[o.Key.Obligation].Number == number))
        {
            var assigned = Assigned(_caseOf[obligation].Custodian, month, obligation);
            foreach (var (name, cents) in (ReadOnlySpan<(string, long)>)
                [("Current", owed.Current), ("NA", owed.Never), ("PA", assigned), ("UDA", owed.During - assigned), ("TA", owed.Temporary), ("CA", owed.Conditional), ("UPA", owed.Before)])
                if (cents != 0) items.Add($"{obligation}|{name}|{month}|{cents}");
        }

        items.Sort(StringComparer.Ordinal);
        return items;
    }

    private void Live(DateOnly through)
    {
        var last = SupportMonth.Of(through);
        var starts = _told.Cases.SelectMany(c => c.Obligations).SelectMany(o => o.Terms).Select(t => t.From).Concat(_told.Grants.Select(g => g.On)).Concat(_told.Receipts.Select(r => r.Collected)).Where(d => d <= through).ToList();
        if (starts.Count == 0) return;
        for (var month = SupportMonth.Of(starts.Min()); month <= last; month = month.Next)
        {
            Begin(month);
            foreach (var happened in Happenings(month).Where(h => h.On <= through).OrderBy(h => h.On).ThenBy(h => h.Rank).ThenBy(h => h.Key, StringComparer.Ordinal)) happened.Do();
            if (month < last) End(month);
        }
    }

    private void Begin(SupportMonth month)
    {
        _passed.Clear();
        // Assistance of the older law takes what was never assigned along, while it runs.
        foreach (var custodian in _told.Cases.Select(c => c.Custodian).Distinct().Where(c => month < NewLaw && Assisted(c, month) && !Assisted(c, month.Previous)))
            foreach (var owed in Of(custodian)) (owed.Temporary, owed.Never) = (owed.Temporary + owed.Never, 0);
        foreach (var o in _told.Cases.SelectMany(c => c.Obligations))
            if (Calendar.Charged(o, month) is var cents and > 0) Row(month, o.Key).Current += cents;
        var held = _futures.ToList();
        _futures.Clear();
        foreach (var (receipt, cents) in held) Distribute(receipt, cents, How.Voluntary, month);
    }

    private IEnumerable<(DateOnly On, int Rank, string Key, Action Do)> Happenings(SupportMonth month) =>
        _told.Grants.Where(g => SupportMonth.Of(g.On) == month).Select(g => (g.On, 1, g.Key, (Action)(() => Add(_unreimbursed, g.Custodian, g.Cents))))
            .Concat(_told.Credits.Where(c => SupportMonth.Of(c.On) == month).Select(c => (c.On, 2, c.Key, (Action)(() => Credit(c)))))
            .Concat(_told.Receipts.Where(r => r.Obligor.Length > 0 && r.Cents > 0 && SupportMonth.Of(r.Collected) == month).Select(r => (r.Collected, 3, r.Key, (Action)(() => Distribute(r, r.Cents, r.How, month)))));

    private void Credit(CreditTold credit)
    {
        var left = credit.Cents;
        foreach (var owed in _owed.Where(o => o.Key.Obligation == credit.Obligation).Select(o => o.Value))
        {
            // A month has one kind of debt, so the order inside it does not matter.
            left -= Take(ref owed.Current, left);
            left -= Take(ref owed.Never, left);
            left -= Take(ref owed.During, left);
            left -= Take(ref owed.Temporary, left);
            left -= Take(ref owed.Conditional, left);
            left -= Take(ref owed.Before, left);
        }
    }

    private void End(SupportMonth month)
    {
        foreach (var paid in _owed.Where(o => o.Value.All == 0).Select(o => o.Key).ToList()) _owed.Remove(paid);
        foreach (var ((_, obligation), owed) in _owed)
        {
            if (Assisted(_caseOf[obligation].Custodian, month)) owed.During += owed.Current;
            else owed.Never += owed.Current;
            owed.Current = 0;
        }

        foreach (var custodian in _told.Cases.Select(c => c.Custodian).Distinct().Where(c => Assisted(c, month) && !Assisted(c, month.Next)))
        {
            var room = Math.Max(0, _unreimbursed.GetValueOrDefault(custodian)) - Math.Min(Of(custodian).Sum(o => o.During), Math.Max(0, _unreimbursed.GetValueOrDefault(custodian)));
            foreach (var owed in Of(custodian))
            {
                var conditional = Take(ref owed.Temporary, room);
                room -= conditional;
                owed.Conditional += conditional;
                (owed.Before, owed.Temporary) = (owed.Before + owed.Temporary, 0);
            }
        }
    }

    private void Distribute(ReceiptTold receipt, long cents, How how, SupportMonth month)
    {
        var cases = _told.Cases.Where(c => c.Obligor == receipt.Obligor && (receipt.Case.Length == 0 || c.Number == receipt.Case)).OrderBy(c => c.Number, StringComparer.Ordinal).ToList();
        var shares = cases.Count == 1 ? [cents] : Allocation.Share(cents, [.. cases.Select(c => (c.Order, Current(c), Arrears(c)))], how == How.FederalOffset);
        var rest = cents - shares.Sum();
        long kept = 0;
        for (var i = 0; i < cases.Count; i++)
            if (shares[i] > 0) rest += InCase(cases[i], shares[i], how, month, receipt.Key, ref kept);
        var federal = new Money(kept).ShareHalfUp(1, 2).Cents;
        Give(receipt.Key, "Federal", "", federal);
        Give(receipt.Key, "State", "", kept - federal);
        if (rest == 0) return;
        if (how is How.Withheld or How.Voluntary && cases.SelectMany(c => c.Obligations).Any(o => Calendar.ChargesAfter(o, month))) _futures.Add((receipt, rest));
        else Give(receipt.Key, "Refund", receipt.Obligor, rest);
    }

    private long InCase(CaseTold c, long cents, How how, SupportMonth month, string receipt, ref long kept)
    {
        var left = cents;
        var assisted = Assisted(c.Custodian, month);
        if (how != How.FederalOffset)
        {
            var rows = _owed.Where(o => o.Value.Current > 0 && _caseOf[o.Key.Obligation] == c).Select(o => o.Value).ToList();
            var paid = Math.Min(left, rows.Sum(r => r.Current));
            if (paid > 0)
            {
                var parts = new Money(paid).Apportion([.. rows.Select(r => r.Current)]);
                for (var i = 0; i < rows.Count; i++) rows[i].Current -= parts[i].Cents;
                left -= paid;
                var keep = assisted ? Math.Min(paid - Pass(c, paid), Math.Max(0, _unreimbursed.GetValueOrDefault(c.Custodian))) : 0;
                Keep(c.Custodian, keep, ref kept);
                Give(receipt, "Family", c.Custodian, paid - keep);
            }
        }

        var former = !assisted && _told.Spells.Any(s => s.Custodian == c.Custodian && s.From < month.FirstDay);
        foreach (var (place, state) in Policies.Stages(c.Policy, assisted, former, how == How.FederalOffset))
        {
            if (left == 0) break;
            var most = state ? Math.Min(left, Math.Max(0, _unreimbursed.GetValueOrDefault(c.Custodian))) : left;
            var paid = PayOldest(c, place, most);
            left -= paid;
            if (state) Keep(c.Custodian, paid, ref kept);
            else Give(receipt, "Family", c.Custodian, paid);
        }

        return left;
    }

    private long Pass(CaseTold c, long paid)
    {
        var most = Policies.PassThrough(c.Policy, c.Obligations.Select(o => o.Child).Distinct().Count());
        var pass = Math.Min(Math.Max(0, most - _passed.GetValueOrDefault(c.Custodian)), paid);
        Add(_passed, c.Custodian, pass);
        return pass;
    }

    private long PayOldest(CaseTold c, string place, long most)
    {
        long paid = 0;
        foreach (var ((month, obligation), owed) in _owed.Where(o => _caseOf[o.Key.Obligation] == c).ToList())
        {
            var left = most - paid;
            paid += place switch
            {
                "NA" => Take(ref owed.Never, left),
                "TA" => Take(ref owed.Temporary, left),
                "CA" => Take(ref owed.Conditional, left),
                "UPA" => Take(ref owed.Before, left),
                // What is kept for assistance lowers debt and assistance alike, so what of the debt is assigned stays the same; what is not assigned is found before anything is paid.
                "PA" => Take(ref owed.During, Math.Min(left, Assigned(c.Custodian, month, obligation, paid))),
                _ => Take(ref owed.During, Math.Min(left, owed.During - Assigned(c.Custodian, month, obligation))),
            };
        }

        return paid;
    }

    /// <summary>How much of what accrued during assistance in a month is assigned: the oldest of it, up to the assistance not reimbursed.</summary>
    private long Assigned(string custodian, SupportMonth month, string obligation, long keptMeanwhile = 0)
    {
        var room = Math.Max(0, _unreimbursed.GetValueOrDefault(custodian) - keptMeanwhile);
        foreach (var ((m, o), owed) in _owed.Where(x => _caseOf[x.Key.Obligation].Custodian == custodian))
        {
            var assigned = Math.Min(room, owed.During);
            if (m == month && o == obligation) return assigned;
            room -= assigned;
        }

        return 0;
    }

    private void Keep(string custodian, long cents, ref long kept)
    {
        kept += cents;
        Add(_unreimbursed, custodian, -cents);
    }

    private void Give(string receipt, string kind, string payee, long cents)
    {
        if (cents != 0) Add(_due, (receipt, kind, payee), cents);
    }

    private bool Assisted(string custodian, SupportMonth month) => Calendar.Assisted(_told, custodian, month);

    private long Current(CaseTold c) => _owed.Where(o => _caseOf[o.Key.Obligation] == c).Sum(o => o.Value.Current);

    private long Arrears(CaseTold c) => _owed.Where(o => _caseOf[o.Key.Obligation] == c).Sum(o => o.Value.All - o.Value.Current);

    private IEnumerable<Owed> Of(string custodian) => _owed.Where(o => _caseOf[o.Key.Obligation].Custodian == custodian).Select(o => o.Value);

    private Owed Row(SupportMonth month, string obligation)
    {
        if (!_owed.TryGetValue((month, obligation), out var owed)) _owed[(month, obligation)] = owed = new();
        return owed;
    }

    private static long Take(ref long from, long most)
    {
        var taken = Math.Min(from, Math.Max(0, most));
        from -= taken;
        return taken;
    }

    private static void Add<TKey>(Dictionary<TKey, long> sums, TKey key, long cents)
        where TKey : notnull => sums[key] = sums.GetValueOrDefault(key) + cents;
}
