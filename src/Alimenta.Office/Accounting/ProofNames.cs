using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Natural keys for the words of a fault. Asked only for the few faults that are shown.</summary>
internal sealed class ProofNames(AlimentaDb db, CancellationToken cancel)
{
    public async Task<string> CaseAsync(long id) => $"case {await db.Cases.Where(c => c.Id == id).Select(c => c.Number).FirstOrDefaultAsync(cancel) ?? $"with row {id}, which there is not"}";

    public async Task<string> ReceiptAsync(long id) => $"receipt {await db.Receipts.Where(r => r.Id == id).Select(r => r.NaturalKey).FirstOrDefaultAsync(cancel) ?? $"with row {id}, which there is not"}";

    public async Task<string> PersonAsync(long id) => $"payee {await db.People.Where(p => p.Id == id).Select(p => p.Number).FirstOrDefaultAsync(cancel) ?? $"with row {id}, which there is not"}";
}
