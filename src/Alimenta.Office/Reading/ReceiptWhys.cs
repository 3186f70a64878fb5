using Alimenta.Data;
using Alimenta.Law.Federal.Clocks;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>Why the parts of a receipt went where they went, and why they had to leave by which day.</summary>
/// <param name="Parts">Why a distribution is what it is, by its entry and the case that sees it.</param>
/// <param name="Due">Why a payable is due on its day, by its number.</param>
public sealed record ReceiptWhy(IReadOnlyDictionary<(string EntryKey, string Case), EntryWhy> Parts, IReadOnlyDictionary<long, Explanation> Due);

/// <summary>Explains the page of a receipt. Who may see the page may see why.</summary>
public sealed class ReceiptWhys(AlimentaStore store, PolicyDesk policies)
{
    private const string Usual = "us/clocks/disbursement/family";

    /// <summary>Explains a receipt.</summary>
    public async Task<ReceiptWhy> ReadAsync(ReceiptPage page, CancellationToken cancel = default)
    {
        var entries = new EntryWhys(store, policies);
        var parts = new Dictionary<(string, string), EntryWhy>();
        var standing = page.Distributions.Where(d => d.Standing).ToList();
        foreach (var file in standing.SelectMany(d => d.Parts).Select(p => p.Case).Where(c => c.Length > 0).Distinct())
            foreach (var (key, why) in await entries.ReadAsync(file, [.. standing.Select(d => d.EntryKey)], cancel)) parts[(key, file)] = why;
        return new(parts, await DueAsync(page, cancel));
    }

    private async Task<Dictionary<long, Explanation>> DueAsync(ReceiptPage page, CancellationToken cancel)
    {
        await using var db = store.Read();
        var rows = await (from y in db.Payables where y.ReceiptId == page.Id join c in db.Cases on y.CaseId equals c.Id into cases from c in cases.DefaultIfEmpty()
            select new { y.Id, y.CreatedOn, y.DueOn, y.ClockId, y.EntryKey, Policy = c == null ? "us" : c.Policy }).ToListAsync(cancel);
        return rows.ToDictionary(r => r.Id, r => Due(r.ClockId, r.Policy, r.CreatedOn, r.DueOn, page, r.EntryKey));
    }

    // Counted from the receipt, from the month for which held money was used, or from the day on which it became payable: the one that gives the day posted.
    private Explanation Due(string clock, string policy, DateOnly created, DateOnly due, ReceiptPage page, string entryKey)
    {
        if (clock.StartsWith("recovered:", StringComparison.Ordinal))
            return new Explanation("recovery", "").Step("It made good what this payee had been paid too much, with written consent.");
        var id = clock.Length > 0 ? clock : Usual;
        var law = policies.Law.On(created, policy);
        var calendar = policies.Calendar(policy, created);
        foreach (var from in ((DateOnly?[])[page.ReceivedOn, page.Distributions.FirstOrDefault(d => d.EntryKey == entryKey)?.EffectiveOn, created]).OfType<DateOnly>())
        {
            var why = new Explanation(Clocks.RuleId, "45 CFR 302.32(b)");
            if (Clocks.Due(law, id, from, calendar, why).Due != due) continue;
            if (from == created && from != page.ReceivedOn) why.Step($"The clock runs from {Days.Words(created)}, when the money became payable to this payee.");
            return why;
        }

        return new Explanation(Clocks.RuleId, "45 CFR 302.32(b)").Step($"It became payable on {Days.Words(created)} and is due on {Days.Words(due)}.");
    }
}
