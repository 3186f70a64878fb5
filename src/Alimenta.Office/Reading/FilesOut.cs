using System.Globalization;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>A file of payments.</summary>
/// <param name="Id">The file.</param>
/// <param name="Identity">Its identity: a second file with it cannot be.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="BusinessDate">The day for which it was made.</param>
/// <param name="Count">Payments in it.</param>
/// <param name="Amount">How much.</param>
/// <param name="CreatedById">Who made it; he cannot release it.</param>
/// <param name="CreatedBy">His name; empty for the program itself.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="ReleasedBy">Who released it.</param>
/// <param name="ReleasedAt">When.</param>
public sealed record FileOutRow(
    long Id, string Identity, DisbursementFileKind Kind, DisbursementFileStatus Status, DateOnly BusinessDate, int Count, Money Amount, long CreatedById, string CreatedBy, DateTime CreatedAt, string ReleasedBy, DateTime? ReleasedAt);

/// <summary>A payment.</summary>
/// <param name="Id">The payment.</param>
/// <param name="Key">Its number.</param>
/// <param name="Payee">Whom.</param>
/// <param name="PayeeNumber">His number.</param>
/// <param name="Method">How.</param>
/// <param name="Account">Where to: the last four characters of the account.</param>
/// <param name="Amount">How much.</param>
/// <param name="On">When.</param>
/// <param name="Trace">The bank's trace number.</param>
/// <param name="Status">Where it stands.</param>
public sealed record PaymentRow(long Id, string Key, string Payee, string PayeeNumber, PaymentMethod Method, string Account, Money Amount, DateOnly On, string Trace, DisbursementStatus Status);

/// <summary>What a file of payments holds.</summary>
/// <param name="Identity">Its identity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="ContentKey">SHA-256 of the content.</param>
public sealed record FileContent(string Identity, DisbursementFileKind Kind, byte[] Bytes, string ContentKey);

/// <summary>A file of payments with a page of them: those that were taken back before they left are among them.</summary>
/// <param name="File">The file.</param>
/// <param name="Payments">Its payments in the order of the file.</param>
/// <param name="TakenBack">How many payments were taken back before they left.</param>
/// <param name="Voided">Who voided it as a whole; null when nobody did.</param>
public sealed record FileOutPage(FileOutRow File, Page<PaymentRow> Payments, int TakenBack, FileVoided? Voided);

/// <summary>That a file was voided.</summary>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Why">Why.</param>
public sealed record FileVoided(string By, DateTime At, string Why);

/// <summary>What the control report of a file says, against which its release is checked.</summary>
/// <param name="File">The file.</param>
/// <param name="FirstTrace">The trace or warrant number of its first payment; empty where it has none.</param>
/// <param name="LastTrace">That of its last payment.</param>
/// <param name="ContentKey">SHA-256 of its content.</param>
public sealed record FileControl(FileOutRow File, string FirstTrace, string LastTrace, string ContentKey);

/// <summary>Which files are wanted; null: any.</summary>
public sealed record FileOutFilter(DisbursementFileStatus? Status = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>Reads the files of payments.</summary>
public sealed class FilesOut(AlimentaStore store)
{
    private static readonly Dictionary<string, string> Sorts = new() { ["name"] = "f.identity", ["day"] = "f.business_date", ["payments"] = "f.count", ["amount"] = "f.amount" };

    private const string Select = """
        select f.id, f.identity, f.kind, f.status, f.business_date, f.count, f.amount, f.created_by, coalesce(m.display_name, ''), f.created_at, coalesce(x.display_name, ''), f.released_at
        from disbursement_file f left join app_user m on m.id = f.created_by left join app_user x on x.id = f.released_by
        """;

    internal const string PaymentColumns = $"d.id, d.natural_key, {PersonText.NameColumns}, p.number, d.method, coalesce(b.account_number, ''), d.amount, d.on_day, coalesce(d.trace, ''), d.status";

    internal const string PaymentFrom = "from disbursement d join person p on p.id = d.payee_id left join bank_account b on b.id = d.bank_account_id";

    /// <summary>The files, the latest first unless sorted otherwise.</summary>
    public async Task<Page<FileOutRow>> ListAsync(FileOutFilter filter, Paging paging = default, CancellationToken cancel = default, Sorting sort = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@take", paging.Take).With("@skip", paging.Skip);
        var where = new Conditions(ask).And("f.status = @status", "@status", filter.Status is { } status ? Naming.Snake(status.ToString()) : "").And("f.business_date >= @from", "@from", filter.From).And("f.business_date <= @to", "@to", filter.To);
        var total = ask.Ask($"select count(*) from disbursement_file f {where}", r => r.Long());
        var rows = ask.Ask($"{Select} {where} {sort.Sql(Sorts, "f.business_date desc, f.id desc", "f.id desc")} limit @take offset @skip", File);
        await ask.AnswerAsync(cancel);
        return paging.Of(rows, total[0]);
    }

    /// <summary>A file with a page of its payments, in the order of the file.</summary>
    public async Task<Outcome<FileOutPage>> ReadAsync(Actor by, long id, Paging paging = default, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@id", id).With("@take", paging.Take).With("@skip", paging.Skip);
        var files = ask.Ask($"{Select} where f.id = @id", File);
        var total = ask.Ask(Paging.Counted("from disbursement where file_id = @id"), r => r.Long());
        var rows = ask.Ask($"select {PaymentColumns} {PaymentFrom} where d.file_id = @id order by d.file_id, d.id limit @take offset @skip", Payment);
        var back = ask.Ask("select count(*) from disbursement where file_id = @id and status = 'voided'", r => r.Int());
        var voided = ask.With("@file", id.ToString(CultureInfo.InvariantCulture)).Ask("select user_name, at_time, detail from audit_event where object_kind = 'disbursement-file' and object_id = @file and action = 'disbursement.void' order by seq", r => new FileVoided(r.Text(), r.Instant(), r.Text()));
        await ask.AnswerAsync(cancel);
        if (files.Count == 0) return new Refusal("R-NO-FILE-OUT", "There is no such file of payments.", "Choose a file from the list.");
        await store.Audit.ReadAsync(by, "payment.file", "disbursement-file", files[0].Identity, cancel: cancel);
        return new FileOutPage(files[0], paging.Of(rows, total[0]), back[0], voided.Count > 0 ? voided[0] : null);
    }

    /// <summary>The control report of a file. That it was read is recorded before it is shown.</summary>
    public async Task<Outcome<FileControl>> ControlAsync(Actor by, long id, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@id", id);
        var files = ask.Ask($"{Select} where f.id = @id", File);
        var more = ask.Ask(
            """
            select content_key, coalesce((select d.trace from disbursement d where d.file_id = @id order by d.file_id, d.id limit 1), ''),
                coalesce((select d.trace from disbursement d where d.file_id = @id order by d.file_id desc, d.id desc limit 1), '')
            from disbursement_file where id = @id
            """,
            r => (Content: r.Text(), First: r.Text(), Last: r.Text()));
        await ask.AnswerAsync(cancel);
        if (files.Count == 0) return new Refusal("R-NO-FILE-OUT", "There is no such file of payments.", "Choose a file from the list.");
        await store.Audit.ReadAsync(by, "disbursement.control", "disbursement-file", files[0].Identity, cancel: cancel);
        return new FileControl(files[0], more[0].First, more[0].Last, more[0].Content);
    }

    /// <summary>The content of a released file, for the bank. That it was taken is recorded before it is given.</summary>
    public async Task<Outcome<FileContent>> ContentAsync(Actor by, long id, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var file = await db.DisbursementFiles.SingleOrDefaultAsync(f => f.Id == id, cancel);
        if (file is null) return new Refusal("R-NO-FILE-OUT", "There is no such file of payments.", "Choose a file from the list.");
        if (file.Status != DisbursementFileStatus.Released) return new Refusal("R-FILE-NOT-RELEASED", $"File {file.Identity} is not released; it does not leave the house.", "Release it first: another person than made it compares the total.");
        await store.Audit.ReadAsync(by, "disbursement.download", "disbursement-file", file.Identity, cancel: cancel);
        return new FileContent(file.Identity, file.Kind, file.Content, file.ContentKey);
    }

    private static FileOutRow File(Row r) => new(
        r.Long(), r.Text(), r.Word<DisbursementFileKind>(), r.Word<DisbursementFileStatus>(), r.Date(), r.Int(), r.Money(), r.Long(), r.Text(), r.Instant(), r.Text(), r.InstantOrNone());

    internal static PaymentRow Payment(Row r) => new(
        r.Long(), r.Text(), PersonText.Name(r), r.Text(), r.Word<PaymentMethod>(), LastFour(r.Text()), r.Money(), r.Date(), r.Text(), r.Word<DisbursementStatus>());

    private static string LastFour(string account) => account.Length > 4 ? "***" + account[^4..] : account.Length > 0 ? "***" : "";
}
