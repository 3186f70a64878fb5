using Alimenta.Data;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Testing;

/// <summary>What is open in each case by the entries: obligation, place, month and cents as text, so that tests can compare.</summary>
public static class OpenItems
{
    /// <summary>By case number; a case that owes nothing is there with nothing.</summary>
    public static async Task<Dictionary<string, string[]>> ReadAsync(AlimentaDb db)
    {
        var sums = await db.JournalLines.Where(l => l.Book == Book.Debt && l.CaseId != null && l.ObligationId != null)
            .GroupBy(l => new { l.CaseId, l.ObligationId, l.Account, l.Month }).Select(g => new { g.Key.CaseId, g.Key.ObligationId, g.Key.Account, g.Key.Month, Cents = g.Sum(l => l.Cents) }).ToListAsync();
        var keys = await db.Obligations.ToDictionaryAsync(o => o.Id, o => o.NaturalKey);
        HashSet<string> owed = [Accounts.Current.Code, .. Accounts.Arrears.Select(a => a.Code)];
        var items = sums.Where(s => s.Cents != 0 && owed.Contains(s.Account)).ToLookup(s => s.CaseId, s => $"{keys[s.ObligationId!.Value]}|{(s.Account == Accounts.Current.Code ? "Current" : s.Account)}|{s.Month}|{s.Cents}");
        return (await db.Cases.Select(c => new { c.Id, c.Number }).ToListAsync()).ToDictionary(c => c.Number, c => items[c.Id].Order(StringComparer.Ordinal).ToArray());
    }
}
