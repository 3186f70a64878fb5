using Alimenta.Data;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Whether the stored balances of every case and the debts in the kept state of its circle are what its entries come to, and no debt is below nothing.</summary>
internal sealed class ProofDebts(AlimentaDb db, ProofFold fold, ProofNames names, CancellationToken cancel)
{
    private const int Chunk = 2_000;
    private readonly ProofTally _below = new("debts-not-below-nothing", "No obligation owes less than nothing in any class and month.");
    private readonly ProofTally _balances = new("case-balances", "The stored balances of every case are what its entries come to, class by class.");
    private readonly ProofTally _items = new("open-items", "The debts from which the next payment goes on are what the entries come to, obligation, class and month.");

    /// <summary>Cases looked at.</summary>
    public long Cases { get; private set; }

    public async Task<IReadOnlyList<ProofTally>> RunAsync()
    {
        var byCase = new Dictionary<long, List<KeyValuePair<DebtRow, long>>>();
        foreach (var row in fold.Debts)
        {
            if (!byCase.TryGetValue(row.Key.Case, out var rows)) byCase.Add(row.Key.Case, rows = []);
            rows.Add(row);
            _below.Counted++;
            if (row.Value < 0) _below.Fault(_below.WantsWords ? $"{await names.CaseAsync(row.Key.Case)}, {row.Key.Place}, {row.Key.Month}" : "", $"it owes {new Money(row.Value)}", new(row.Value));
        }

        var after = long.MinValue;
        while (true)
        {
            var page = await db.CaseAccounts.Where(a => a.CaseId > after).OrderBy(a => a.CaseId).Take(Chunk).ToListAsync(cancel);
            if (page.Count == 0) break;
            await PageAsync(page, byCase);
            after = page[^1].CaseId;
        }

        foreach (var (file, rows) in byCase)
            _balances.Fault(_balances.WantsWords ? await names.CaseAsync(file) : "", "it has debts and no stored balances", rows.Sum(r => new Money(r.Value)));
        return [_below, _balances, _items];
    }

    private async Task PageAsync(List<CaseAccount> page, Dictionary<long, List<KeyValuePair<DebtRow, long>>> byCase)
    {
        var obligations = page.SelectMany(a => byCase.GetValueOrDefault(a.CaseId) ?? []).Select(r => r.Key.Obligation).Distinct().ToList();
        var keys = await db.Obligations.Where(o => obligations.Contains(o.Id)).Select(o => new { o.Id, o.NaturalKey }).ToDictionaryAsync(o => o.Id, o => o.NaturalKey, cancel);
        var kept = await KeptAsync([.. page.Select(a => a.CaseId)]);
        foreach (var account in page)
        {
            Cases++;
            byCase.Remove(account.CaseId, out var rows);
            rows ??= [];
            foreach (var (place, stored) in Stored(account))
                await _balances.CompareAsync(rows.Where(r => r.Key.Place == place).Sum(r => new Money(r.Value)), stored, async () => $"{await names.CaseAsync(account.CaseId)}, {place}", "stored");

            if (!kept.TryGetValue(account.CaseId, out var items)) continue;
            _items.Counted++;
            var made = rows.Where(r => r.Value != 0).Select(r => $"{keys.GetValueOrDefault(r.Key.Obligation)}|{Place(r.Key.Place)}|{r.Key.Month}|{r.Value}").ToHashSet();
            if (!made.SetEquals(items)) _items.Fault(_items.WantsWords ? await names.CaseAsync(account.CaseId) : "", Difference(made, items));
        }
    }

    /// <summary>What is owed by the kept states: a circle that keeps none is played whole next time.</summary>
    private async Task<Dictionary<long, HashSet<string>>> KeptAsync(List<long> caseIds)
    {
        var cases = await db.Cases.Where(c => caseIds.Contains(c.Id)).Select(c => new { c.Id, c.Number, c.CircleId }).ToListAsync(cancel);
        var circles = cases.Select(c => c.CircleId).Distinct().ToList();
        var states = (await db.CircleStates.Where(s => circles.Contains(s.CircleId)).Select(s => new { s.CircleId, s.StateText }).ToListAsync(cancel))
            .Select(s => (s.CircleId, State: CircleStates.Read(s.StateText))).Where(s => s.State is not null).ToDictionary(s => s.CircleId, s => s.State!.Debts.Where(d => !d.Left.IsZero).ToLookup(d => d.Case));
        return cases.Where(c => states.ContainsKey(c.CircleId))
            .ToDictionary(c => c.Id, c => states[c.CircleId][c.Number].GroupBy(d => (d.Obligation, d.Place, d.Month)).Select(g => $"{g.Key.Obligation}|{g.Key.Place}|{g.Key.Month}|{g.Sum(d => d.Left).Cents}").ToHashSet());
    }

    private static IEnumerable<(string Place, Money Stored)> Stored(CaseAccount a) =>
    [
        (Accounts.Current.Code, a.Current), (Accounts.NeverAssigned.Code, a.Na), (Accounts.PermanentlyAssigned.Code, a.Pa), (Accounts.TemporarilyAssigned.Code, a.Ta),
        (Accounts.ConditionallyAssigned.Code, a.Ca), (Accounts.UnassignedDuring.Code, a.Uda), (Accounts.UnassignedBefore.Code, a.Upa), (Accounts.FosterCare.Code, a.Fc), (Accounts.Medical.Code, a.Med),
    ];

    /// <summary>Places of open items are named as the law names them.</summary>
    private static string Place(string account) => account == Accounts.Current.Code ? nameof(Law.Federal.Distribution.DebtPlace.Current) : account;

    private static string Difference(HashSet<string> expected, HashSet<string> found)
    {
        var wrong = found.Except(expected).FirstOrDefault();
        var missing = expected.Except(found).FirstOrDefault();
        return wrong is null ? $"\"{missing}\" is not kept" : missing is null ? $"\"{wrong}\" is kept and no longer owed" : $"\"{wrong}\" is kept instead of \"{missing}\"";
    }
}
