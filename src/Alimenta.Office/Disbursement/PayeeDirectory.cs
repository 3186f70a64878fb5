using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Reads what disbursement needs to know of payees, set-wise.</summary>
internal static class PayeeDirectory
{
    public static async Task<Dictionary<long, PayeeFacts>> LoadAsync(AlimentaDb db, IReadOnlyCollection<long> payees, DateOnly today, CancellationToken cancel)
    {
        var ids = payees.Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Died }).ToListAsync(cancel);
        var methods = (await db.PayeeMethods.AsNoTracking().Where(m => ids.Contains(m.PersonId) && m.From <= today && (m.To == null || m.To >= today)).ToListAsync(cancel)).ToLookup(m => m.PersonId);
        var accounts = (await db.BankAccounts.AsNoTracking().Where(a => ids.Contains(a.PersonId) && a.From <= today && (a.To == null || a.To >= today)).ToListAsync(cancel)).ToDictionary(a => a.Id);
        var addresses = (await db.Addresses.AsNoTracking().Where(a => ids.Contains(a.PersonId) && !a.Bad && a.From <= today && (a.To == null || a.To >= today)).Select(a => a.PersonId).Distinct().ToListAsync(cancel)).ToHashSet();
        var disputed = (await db.Holds.AsNoTracking().Where(h => h.PayeeId != null && ids.Contains(h.PayeeId.Value) && h.Reason == HoldReason.Dispute && h.Status == HoldStatus.Active && h.Amount == Money.Zero).Select(h => h.PayeeId!.Value).ToListAsync(cancel)).ToHashSet();
        return people.ToDictionary(p => p.Id, p =>
        {
            var method = methods[p.Id].OrderByDescending(m => m.From).ThenByDescending(m => m.Id).FirstOrDefault();
            var account = method?.BankAccountId is { } id ? accounts.GetValueOrDefault(id) : null;
            return new PayeeFacts(p.Id, p.Died, method, account, addresses.Contains(p.Id), disputed.Contains(p.Id));
        });
    }
}
