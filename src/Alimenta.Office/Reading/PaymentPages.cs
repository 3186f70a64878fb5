using System.Text.Json;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>A payment to one payee with the stub that says what it is made of.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="FileId">The file in which it left.</param>
/// <param name="File">Its identity.</param>
/// <param name="FileStatus">Where it stands.</param>
/// <param name="Stub">What it is made of.</param>
public sealed record PaymentPage(PaymentRow Payment, long? FileId, string File, DisbursementFileStatus? FileStatus, IReadOnlyList<StubRow> Stub);

/// <summary>One line of a stub.</summary>
/// <param name="CaseNumber">Out of which case.</param>
/// <param name="ReceiptId">Out of which receipt.</param>
/// <param name="ReceiptKey">Its number.</param>
/// <param name="CollectedOn">When it was collected.</param>
/// <param name="Payor">Who sent it.</param>
/// <param name="Kind">As what kind of payee.</param>
/// <param name="Amount">How much.</param>
public sealed record StubRow(string CaseNumber, long? ReceiptId, string ReceiptKey, DateOnly? CollectedOn, string Payor, PayeeKind Kind, Money Amount);

/// <summary>Reads a payment. That it was read is recorded before it is shown.</summary>
public sealed class PaymentPages(AlimentaStore store)
{
    /// <summary>Reads a payment with its stub.</summary>
    public async Task<Outcome<PaymentPage>> ReadAsync(Actor by, long id, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@id", id);
        var rows = ask.Ask(
            $"select {FilesOut.PaymentColumns}, f.id, coalesce(f.identity, ''), f.status, d.stub_json {FilesOut.PaymentFrom} left join disbursement_file f on f.id = d.file_id where d.id = @id",
            r => (Payment: FilesOut.Payment(r), FileId: r.LongOrNone(), File: r.Text(), Status: r.WordOrNone<DisbursementFileStatus>(), Stub: r.Text()));
        await ask.AnswerAsync(cancel);
        if (rows.Count == 0) return new Refusal("R-NO-PAYMENT", "There is no such payment.", "Choose a payment from its file or from the receipt.");
        var row = rows[0];
        var stub = await StubAsync(db, row.Stub, cancel);
        await store.Audit.ReadAsync(by, "payment.read", "disbursement", row.Payment.Key, cancel: cancel);
        return new PaymentPage(row.Payment, row.FileId, row.File, row.Status, stub);
    }

    private static async Task<IReadOnlyList<StubRow>> StubAsync(AlimentaDb db, string json, CancellationToken cancel)
    {
        if (json.Length == 0) return [];
        var lines = JsonSerializer.Deserialize<List<Line>>(json, AlimentaJson.Options)!;
        var cases = lines.ConvertAll(l => l.CaseId);
        var receipts = lines.ConvertAll(l => l.ReceiptId);
        var numbers = await db.Cases.Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, cancel);
        var came = await db.Receipts.Where(r => receipts.Contains(r.Id)).Select(r => new { r.Id, r.NaturalKey, r.CollectedOn, r.PayorName, Employer = db.Employers.Where(e => e.Id == r.EmployerId).Select(e => e.Name).FirstOrDefault() }).ToDictionaryAsync(r => r.Id, cancel);
        return [.. lines.Select(l =>
        {
            var receipt = l.ReceiptId is { } id ? came.GetValueOrDefault(id) : null;
            return new StubRow(l.CaseId is { } file ? numbers.GetValueOrDefault(file, "") : "", receipt?.Id, receipt?.NaturalKey ?? "", receipt?.CollectedOn, receipt?.Employer ?? receipt?.PayorName ?? "", l.Kind, l.Amount);
        })];
    }

    private sealed record Line(long? CaseId, long? ReceiptId, PayeeKind Kind, Money Amount);
}
