using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>The part of the books that is kept between two plays.</summary>
internal sealed partial class CircleBooks
{
    public PlayState Keep(SupportMonth month, PlayPlace last)
    {
        // A fiscal year that ended before the open month is never asked for again.
        var year = Days.FederalFiscalYear(month.FirstDay);
        return new()
        {
            Month = month,
            Last = last,
            Debts = Debts.AllRows.ConvertAll(d => new DebtRow(d.Case, d.Obligation, d.Kind, d.Place, d.Month, d.Assignment, d.Left)),
            Unreimbursed = _unreimbursed.Count == 0 ? [] : [.. _unreimbursed.Where(u => !u.Value.IsZero).OrderBy(u => u.Key.Custodian, StringComparer.Ordinal).ThenBy(u => u.Key.Program).Select(u => (u.Key.Custodian, u.Key.Program, u.Value))],
            Futures = [.. _futures],
            Counts = Counts(year),
        };
    }

    public void Restore(PlayState kept)
    {
        foreach (var d in kept.Debts) Debts.Restore(new(d.Case, d.Obligation, d.Kind, d.Place, d.Month) { Assignment = d.Assignment, Left = d.Left });
        foreach (var (custodian, program, amount) in kept.Unreimbursed) _unreimbursed[(custodian, program)] = amount;
        _futures.AddRange(kept.Futures);
        foreach (var c in kept.Counts)
        {
            switch (c.Counter)
            {
                case PlayCounter.PassedThrough: _passedThrough[c.Key] = c.Amount; break;
                case PlayCounter.MaintenanceKept: _maintenanceKept[c.Key] = c.Amount; break;
                case PlayCounter.ArrearsPaid: _arrearsPaid[c.Key] = c.Amount; break;
                case PlayCounter.ReachedFamily: _reachedFamily[(c.Key, c.Year)] = c.Amount; break;
                default: _feePaid[(c.Key, c.Year)] = c.Amount; break;
            }
        }
    }

    private List<PlayCount> Counts(int from)
    {
        var all = new List<PlayCount>();
        Add(PlayCounter.PassedThrough, _passedThrough);
        Add(PlayCounter.MaintenanceKept, _maintenanceKept);
        Add(PlayCounter.ArrearsPaid, _arrearsPaid);
        AddYears(PlayCounter.ReachedFamily, _reachedFamily);
        AddYears(PlayCounter.FeePaid, _feePaid);

        // By counter, key and year, so that a state says the same whatever the order in which it came about.
        if (all.Count > 1) all.Sort((a, b) => a.Counter != b.Counter ? a.Counter.CompareTo(b.Counter) : string.CompareOrdinal(a.Key, b.Key) is var byKey and not 0 ? byKey : a.Year.CompareTo(b.Year));
        return all;

        void Add(PlayCounter counter, Dictionary<string, Money> counts)
        {
            foreach (var (key, amount) in counts)
                if (!amount.IsZero) all.Add(new(counter, key, 0, amount));
        }

        void AddYears(PlayCounter counter, Dictionary<(string Case, int Year), Money> counts)
        {
            foreach (var ((key, year), amount) in counts)
                if (year >= from && !amount.IsZero) all.Add(new(counter, key, year, amount));
        }
    }
}
