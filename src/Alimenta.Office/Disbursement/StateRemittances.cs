using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>The child support segments of payments to other states: for whom, collected when and how (45 CFR 303.7(d)(6)(v)).</summary>
internal sealed class StateRemittances
{
    private readonly Dictionary<long, Receipt> _receipts;
    private readonly Dictionary<long, (string Number, Person Obligor)> _cases;

    private StateRemittances(Dictionary<long, Receipt> receipts, Dictionary<long, (string Number, Person Obligor)> cases) => (_receipts, _cases) = (receipts, cases);

    public static async Task<StateRemittances> LoadAsync(AlimentaDb db, IReadOnlyCollection<Payable> parts, CancellationToken cancel)
    {
        if (parts.Count == 0) return new([], []);
        var receiptIds = parts.Where(p => p.ReceiptId is not null).Select(p => p.ReceiptId!.Value).Distinct().ToList();
        var caseIds = parts.Where(p => p.CaseId is not null).Select(p => p.CaseId!.Value).Distinct().ToList();
        var receipts = await db.Receipts.AsNoTracking().Where(r => receiptIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var cases = await (from c in db.Cases.AsNoTracking() join p in db.People.AsNoTracking() on c.ObligorId equals p.Id where caseIds.Contains(c.Id) select new { c.Id, c.Number, Obligor = p }).ToListAsync(cancel);
        return new(receipts, cases.ToDictionary(c => c.Id, c => (c.Number, c.Obligor)));
    }

    /// <summary>The segment of a payment made of parts of one receipt.</summary>
    public Outcome<DedSegment> Of(IReadOnlyList<Payable> parts, Money amount, string locator)
    {
        if (parts.Count == 0 || parts[0].CaseId is not { } file || parts[0].ReceiptId is not { } from)
            return new Refusal("R-PAYEE-REMITTANCE", "A payment to another state names the case and the receipt that it is for, and this one has none.", "Choose another way of payment for this payee.");
        var receipt = _receipts[from];
        var (number, obligor) = _cases[file];
        var application = receipt.Source switch
        {
            ReceiptSource.IncomeWithholding => DedApplication.II,
            ReceiptSource.StateTaxOffset => DedApplication.IT,
            _ => DedApplication.IO,
        };
        return new DedSegment(application, number.Replace("-", "", StringComparison.Ordinal), receipt.CollectedOn, amount, obligor.SsnDigits ?? "", MedicalSupport.NotApplicable, DedName.Of(obligor.Last, obligor.First), locator);
    }
}
