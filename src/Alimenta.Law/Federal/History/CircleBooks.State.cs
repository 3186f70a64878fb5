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
            Debts = [.. Debts.AllRows.Select(d => new DebtRow(d.Case, d.Obligation, d.Kind, d.Place, d.Month, d.Assignment, d.Left))],
            Unreimbursed = [.. _unreimbursed.Where(u => !u.Value.IsZero).OrderBy(u => u.Key.Custodian, StringComparer.Ordinal).ThenBy(u => u.Key.Program).Select(u => (u.Key.Custodian, u.Key.Program, u.Value))],
            Futures = [.. _futures],
            Counts =
            [
                .. Of(PlayCounter.PassedThrough, _passedThrough), .. Of(PlayCounter.MaintenanceKept, _maintenanceKept), .. Of(PlayCounter.ArrearsPaid, _arrearsPaid),
                .. Of(PlayCounter.ReachedFamily, _reachedFamily, year), .. Of(PlayCounter.FeePaid, _feePaid, year),
            ],
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

    private static IEnumerable<PlayCount> Of(PlayCounter counter, Dictionary<string, Money> counts) =>
        counts.Where(c => !c.Value.IsZero).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new PlayCount(counter, c.Key, 0, c.Value));

    private static IEnumerable<PlayCount> Of(PlayCounter counter, Dictionary<(string Case, int Year), Money> counts, int from) =>
        counts.Where(c => c.Key.Year >= from && !c.Value.IsZero).OrderBy(c => c.Key.Case, StringComparer.Ordinal).ThenBy(c => c.Key.Year).Select(c => new PlayCount(counter, c.Key.Case, c.Key.Year, c.Value));
}
