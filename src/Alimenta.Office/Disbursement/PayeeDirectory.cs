using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Reads what disbursement needs to know of payees, set-wise.</summary>
internal static class PayeeDirectory
{
    public static async Task<Dictionary<long, PayeeFacts>> LoadAsync(AlimentaDb db, IReadOnlyCollection<long> payees, DateOnly today, CancellationToken cancel)
    {
        var ids = payees.Distinct().ToList();
        // One row for each method that a payee has on the day: one, but for mistakes.
        var rows = await (from p in db.People.AsNoTracking()
                          where ids.Contains(p.Id)
                          from m in db.PayeeMethods.Where(m => m.PersonId == p.Id && m.From <= today && (m.To == null || m.To >= today)).DefaultIfEmpty()
                          from a in db.BankAccounts.Where(a => a.Id == m.BankAccountId && a.PersonId == p.Id && a.From <= today && (a.To == null || a.To >= today)).DefaultIfEmpty()
                          select new
                          {
                              p.Id, p.Died, Method = m, Account = a,
                              Address = db.Addresses.Any(x => x.PersonId == p.Id && !x.Bad && x.From <= today && (x.To == null || x.To >= today)),
                              Disputed = db.Holds.Any(h => h.PayeeId == p.Id && h.Reason == HoldReason.Dispute && h.Status == HoldStatus.Active && h.Amount == Money.Zero),
                          }).ToListAsync(cancel);
        return rows.GroupBy(r => r.Id).ToDictionary(g => g.Key, g =>
        {
            var last = g.OrderByDescending(r => r.Method?.From).ThenByDescending(r => r.Method?.Id).First();
            return new PayeeFacts(last.Id, last.Died, last.Method, last.Account, last.Address, last.Disputed);
        });
    }
}
