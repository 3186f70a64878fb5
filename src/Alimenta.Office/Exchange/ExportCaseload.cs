using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Exchange;

/// <summary>Writes the facts as a caseload file, in the order in which they were recorded, one line at a time.</summary>
internal sealed class ExportCaseload(AlimentaStore store, IProgress<string>? progress)
{
    public async Task<ExportReport> RunAsync(Stream to, CancellationToken cancel)
    {
        await using var moment = await store.SnapshotAsync(cancel);
        var db = moment.Db;
        using var lines = new HashedLines(to);
        var day = await db.BusinessDays.Select(d => (DateOnly?)d.Date).SingleOrDefaultAsync(cancel);
        await lines.WriteAsync(w =>
        {
            w.WriteStartObject();
            w.WriteNumber("caseload", CaseloadFormat.Version);
            if (day is { } today) w.WriteString("business_date", Days.Iso(today));
            w.WriteEndObject();
        }, cancel);
        var writer = new CaseloadWriter(lines, cancel);
        progress?.Report("Writing people");
        await new ExportPeople(db, writer, cancel).WriteAsync();
        progress?.Report("Writing cases and orders");
        await new ExportCases(db, writer, cancel).WriteAsync();
        progress?.Report("Writing receipts");
        await new ExportReceipts(db, writer, cancel).WriteAsync();
        return new("caseload", lines.Lines, writer.Counts, "");
    }
}

/// <summary>Receipts of a caseload file.</summary>
internal sealed class ExportReceipts(AlimentaDb db, CaseloadWriter writer, CancellationToken cancel)
{
    public async Task WriteAsync()
    {
        PayableStatus[] waiting = [PayableStatus.Open, PayableStatus.Held, PayableStatus.InFile];
        var rows = from r in db.Receipts
                   orderby r.Id
                   select new
                   {
                       Row = r,
                       Obligor = db.People.Where(p => p.Id == r.ObligorId).Select(p => p.Number).FirstOrDefault(),
                       Case = db.Cases.Where(c => c.Id == r.DirectedCaseId).Select(c => c.Number).FirstOrDefault(),
                       Docket = db.Orders.Where(o => o.Id == r.DirectedOrderId).Select(o => o.Docket).FirstOrDefault(),
                       Fein = db.Employers.Where(e => e.Id == r.EmployerId).Select(e => e.Fein).FirstOrDefault(),
                       // Money that has left entirely; what still waits of a receipt is paid by whoever imports it.
                       Left = db.Payables.Any(p => p.ReceiptId == r.Id && p.Status == PayableStatus.Paid) && !db.Payables.Any(p => p.ReceiptId == r.Id && waiting.Contains(p.Status)),
                   };
        await foreach (var x in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            var r = x.Row;
            await writer.LineAsync("receipt", f => f.Text("key", r.NaturalKey).Word("source", r.Source).Word("tender", r.Tender).Cents("amount_cents", r.Amount).Cents("net_amount_cents", r.NetAmount == r.Amount ? null : r.NetAmount)
                .Date("collected_on", r.CollectedOn).Date("received_on", r.ReceivedOn).Date("withheld_on", r.WithheldOn).Text("obligor", x.Obligor).Text("case", x.Case).Text("docket", x.Docket).Text("fein", x.Fein)
                .Flag("joint_return", r.JointReturn).Date("notice_on", r.NoticeOn).Text("payor_name", r.PayorName).Text("ssn", r.SsnDigits).Text("check_number", r.CheckNumber).Flag("paid_out_elsewhere", x.Left)
                .Cents("returned_cents", r.ReturnedAmount.IsZero ? null : r.ReturnedAmount).Date("returned_on", r.ReturnedOn).Text("return_reason", r.ReturnReason).Text("manual", r.ManualJson).Flag("protected", r.Protected));
        }
    }
}
