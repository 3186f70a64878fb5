using System.Text.Json;
using Alimenta.Data;
using Alimenta.Formats;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>A file that came in.</summary>
/// <param name="Id">The file.</param>
/// <param name="Name">Its name when it came.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Status">Posted, refused, or a duplicate of an earlier one.</param>
/// <param name="BusinessDate">The day on which it was worked.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="By">Who took it in; empty when that is not recorded.</param>
/// <param name="Items">Entries in it.</param>
/// <param name="Posted">Receipts made of them.</param>
/// <param name="Duplicates">Entries that came before.</param>
/// <param name="Credits">What its credits come to.</param>
/// <param name="Debits">What its debits come to.</param>
/// <param name="PostedAmount">What the receipts come to.</param>
public sealed record FileInRow(
    long Id, string Name, string Kind, InboundFileStatus Status, DateOnly BusinessDate, DateTime ReceivedAt, string By, int Items, int Posted, int Duplicates, Money Credits, Money Debits, Money PostedAmount);

/// <summary>The file that a duplicate repeats.</summary>
public sealed record EarlierFile(long Id, string Name, DateOnly BusinessDate, int Posted, Money PostedAmount);

/// <summary>An entry of a file that came in.</summary>
public sealed record FileItemRow(long Id, int Line, string Kind, string Trace, Money Amount, DateOnly? EffectiveOn, InboundItemStatus Status, string Remittance, string Note, long? ReceiptId, string ReceiptKey, string ObligorName);

/// <summary>A file with its entries.</summary>
/// <param name="File">The file.</param>
/// <param name="Faults">Why it was refused: where, what, what to do.</param>
/// <param name="ByStatus">How many entries of the file have each status, each counted up to one more than <see cref="Paging.MostCounted"/>.</param>
/// <param name="Earlier">The file that it repeats, when it is a duplicate.</param>
/// <param name="Distribution">How far its distribution is, when that is a run of parts.</param>
/// <param name="Items">Its entries in the order of lines.</param>
public sealed record FileInPage(FileInRow File, IReadOnlyList<FileFault> Faults, IReadOnlyDictionary<InboundItemStatus, int> ByStatus, EarlierFile? Earlier, FileDistribution? Distribution, Page<FileItemRow> Items);

/// <summary>How far the distribution of a file in parts is.</summary>
/// <param name="Run">The run.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Done">Of them, those that are done.</param>
/// <param name="Failed">Of them, those that are set aside because something is wrong with a family.</param>
public sealed record FileDistribution(long Run, int Parts, int Done, int Failed);

/// <summary>Which files are wanted; null or empty: any.</summary>
public sealed record FileInFilter(InboundFileStatus? Status = null, DateOnly? From = null, DateOnly? To = null, string Name = "");

/// <summary>Reads the files that came in.</summary>
public sealed class FilesIn(AlimentaStore store)
{
    /// <summary>Who took a file in stands in the audit log, at the instant of the file.</summary>
    private const string ByWhom = "coalesce((select min(a.user_name) from audit_event a where a.object_kind = 'file' and a.object_id = f.name and a.action = 'receipt.file' and a.at_time = f.received_at), '')";

    private static readonly InboundItemStatus[] Unusual = [.. Enum.GetValues<InboundItemStatus>().Except([InboundItemStatus.Posted])];

    private static readonly Dictionary<string, string> Sorts = new() { ["name"] = "f.name", ["day"] = "f.business_date", ["entries"] = "f.item_count", ["posted"] = "f.posted" };

    private const string Columns = $"f.id, f.name, f.kind, f.status, f.business_date, f.received_at, {ByWhom}, f.item_count, f.posted_count, f.duplicate_count, f.credits, f.debits, f.posted";

    /// <summary>The files, the latest first unless sorted otherwise.</summary>
    public async Task<Page<FileInRow>> ListAsync(FileInFilter filter, Paging paging = default, CancellationToken cancel = default, Sorting sort = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@take", paging.Take).With("@skip", paging.Skip);
        var where = new Conditions(ask).And("f.status = @status", "@status", filter.Status is { } status ? Naming.Snake(status.ToString()) : "").And("f.business_date >= @from", "@from", filter.From)
            .And("f.business_date <= @to", "@to", filter.To).And("lower(f.name) like @name", "@name", filter.Name.Length > 0 ? $"%{filter.Name.ToLowerInvariant()}%" : "");
        var total = ask.Ask($"select count(*) from inbound_file f {where}", r => r.Long());
        var rows = ask.Ask($"select {Columns} from inbound_file f {where} {sort.Sql(Sorts, "f.business_date desc, f.id desc", "f.id desc")} limit @take offset @skip", File);
        await ask.AnswerAsync(cancel);
        return paging.Of(rows, total[0]);
    }

    /// <summary>A file with a page of its entries.</summary>
    public async Task<Outcome<FileInPage>> ReadAsync(Actor by, long id, InboundItemStatus? status = null, Paging paging = default, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@id", id).With("@take", paging.Take).With("@skip", paging.Skip);
        var chosen = $"where i.file_id = @id{(status is { } wanted ? $" and {Has(wanted)}" : "")}";
        var files = ask.Ask($"select {Columns}, f.faults_json from inbound_file f where f.id = @id", r => (File: File(r), Faults: r.Text()));
        var earlier = ask.Ask(
            """
            select o.id, o.name, o.business_date, o.posted_count, o.posted from inbound_file f join inbound_file o on o.status = 'posted' and (o.file_key = f.file_key or o.content_key = f.content_key)
            where f.id = @id and f.status = 'duplicate' order by o.id limit 1
            """, r => new EarlierFile(r.Long(), r.Text(), r.Date(), r.Int(), r.Money()));
        var runs = ask.With("@run", DistributionRun.Key(id)).Ask(
            """
            select b.id, count(p.id), count(case when p.status = 'done' then 1 end), count(case when p.status = 'failed' then 1 end)
            from batch_run b join batch_step s on s.run_id = b.id join batch_partition p on p.step_id = s.id where b.key = @run group by b.id
            """, r => new FileDistribution(r.Long(), r.Int(), r.Int(), r.Int()));
        var counts = ask.Ask(string.Join(" union all ", Unusual.Select(s => $"select '{Naming.Snake(s.ToString())}', ({Paging.Counted($"from inbound_item i where i.file_id = @id and {Has(s)}")})")), r => (Status: r.Word<InboundItemStatus>(), Count: r.Int()));
        var items = ask.Ask(
            $"""
             select i.id, i.line, i.kind, i.trace, i.amount, i.effective_date, i.status, i.ded_text, i.note, i.receipt_id, coalesce(r.natural_key, ''), p.kind, p.first, p.last, p.suffix, p.organization_name
             from inbound_item i left join receipt r on r.id = i.receipt_id left join person p on p.id = r.obligor_id {chosen} order by i.line, i.id limit @take offset @skip
             """,
            r => new FileItemRow(r.Long(), r.Int(), r.Text(), r.Text(), r.Money(), r.DateOrNone(), r.Word<InboundItemStatus>(), r.Text(), r.Text(), r.LongOrNone(), r.Text(), PersonText.NameOrNone(r)));
        await ask.AnswerAsync(cancel);
        if (files.Count == 0) return new Refusal("R-NO-FILE-IN", "There is no such file.", "Choose a file from the list of files that came in.");
        await store.Audit.ReadAsync(by, "file.read", "file", files[0].File.Name, cancel: cancel);
        var file = files[0].File;
        var byStatus = counts.Where(c => c.Count > 0).ToDictionary(c => c.Status, c => c.Count);
        if (await PostedAsync(db, file, byStatus, cancel) is > 0 and var posted) byStatus[InboundItemStatus.Posted] = posted;
        return new FileInPage(file, Faults(files[0].Faults), byStatus, earlier.Count == 0 ? null : earlier[0], runs.Count == 0 ? null : runs[0], paging.Of(items, status is { } one ? byStatus.GetValueOrDefault(one) : file.Items));
    }

    /// <summary>What is left of all entries is posted; only where something else was not counted to its end is it counted too.</summary>
    private static async Task<int> PostedAsync(AlimentaDb db, FileInRow file, Dictionary<InboundItemStatus, int> others, CancellationToken cancel)
    {
        if (others.Values.All(c => c <= Paging.MostCounted)) return file.Items - others.Values.Sum();
        var ask = new Questions(db).With("@id", file.Id);
        var posted = ask.Ask(Paging.Counted($"from inbound_item i where i.file_id = @id and {Has(InboundItemStatus.Posted)}"), r => r.Int());
        await ask.AnswerAsync(cancel);
        return posted[0];
    }

    /// <summary>In words of their own, so that each finds its index: the one of entries that are not posted is used only by who says so.</summary>
    private static string Has(InboundItemStatus status) => status == InboundItemStatus.Posted ? "i.status = 'posted'" : $"i.status = '{Naming.Snake(status.ToString())}' and i.status <> 'posted'";

    /// <summary>What was tolerated in a file: lines cut at their right, small letters and the like. Read anew from the file itself; of one that is kept in several pieces, what was said when it came.</summary>
    public async Task<IReadOnlyList<string>> RemarksAsync(long id, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var file = await db.InboundFiles.Where(f => f.Id == id).Select(f => new { f.ContentKey, Large = db.InboundFilePieces.Any(p => p.FileId == id) }).SingleOrDefaultAsync(cancel);
        if (file is null) return [];
        if (!file.Large) return NachaReader.Read(await db.InboundFiles.Where(f => f.Id == id).Select(f => f.Content).SingleAsync(cancel)).Remarks;
        var key = InboundFile.PostedBy(file.ContentKey);
        var said = await db.Commands.Where(c => c.Key == key).Select(c => c.ReplyJson).SingleOrDefaultAsync(cancel);
        return said is null ? [] : JsonSerializer.Deserialize<Said>(said, AlimentaJson.Options)!.Remarks;
    }

    /// <summary>What is read here of the answer to a file.</summary>
    private sealed record Said(IReadOnlyList<string> Remarks);

    private static IReadOnlyList<FileFault> Faults(string json) => json.Length == 0 ? [] : JsonSerializer.Deserialize<List<FileFault>>(json, AlimentaJson.Options)!;

    private static FileInRow File(Row r) => new(
        r.Long(), r.Text(), r.Text(), r.Word<InboundFileStatus>(), r.Date(), r.Instant(), r.Text(), r.Int(), r.Int(), r.Int(), r.Money(), r.Money(), r.Money());
}
