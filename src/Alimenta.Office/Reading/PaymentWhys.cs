using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>Explains the lines of a payment's stub: each is the payee's part of a receipt in a case. Who may see the payment may see why.</summary>
public sealed class PaymentWhys(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>Why each line is what it is, by receipt, case and kind of payee; lines whose entry is not made from the facts of one case are left out.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyDictionary<(long Receipt, string Case, PayeeKind Kind), Explanation>> ReadAsync(long payment, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var parts = await (from p in db.Payables
                           join c in db.Cases on p.CaseId equals (long?)c.Id
                           where p.DisbursementId == payment && p.ReceiptId != null
                           orderby p.Id
                           select new { Receipt = p.ReceiptId!.Value, Case = c.Number, Kind = p.PayeeKind, p.EntryKey }).ToListAsync(cancel);
        var found = new Dictionary<(long, string, PayeeKind), Explanation>();
        var entries = new EntryWhys(store, policies);
        foreach (var file in parts.GroupBy(p => p.Case))
        {
            var whys = await entries.ReadAsync(file.Key, [.. file.Select(p => p.EntryKey).Distinct()], cancel);
            foreach (var part in file)
                if (whys.TryGetValue(part.EntryKey, out var why)) found[(part.Receipt, part.Case, part.Kind)] = why.Why;
        }

        return found;
    }
}
