using System.Text.Json;
using Alimenta.Data;
using Alimenta.Formats;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>What became of a file.</summary>
public sealed record FileReceived
{
    /// <summary>The file's number; 0 when it was a preview.</summary>
    public long FileId { get; init; }

    /// <summary>posted, refused or duplicate.</summary>
    public required string Status { get; init; }

    /// <summary>The earlier file that this one repeats, or null.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Why it was refused: where, what, what to do.</summary>
    public IReadOnlyList<FileFault> Faults { get; init; } = [];

    /// <summary>Items in the file.</summary>
    public int Items { get; init; }

    /// <summary>Receipts made.</summary>
    public int Receipts { get; init; }

    /// <summary>Of them, with a known obligor.</summary>
    public int Identified { get; init; }

    /// <summary>Of them, unidentified.</summary>
    public int Unidentified { get; init; }

    /// <summary>Items that came before.</summary>
    public int Duplicates { get; init; }

    /// <summary>Returned disbursements and notices of change worked.</summary>
    public int Answers { get; init; }

    /// <summary>Money received.</summary>
    public Money AmountCents { get; init; }

    /// <summary>New money for payees.</summary>
    public Money PayableCents { get; init; }

    /// <summary>Of it, held.</summary>
    public Money HeldCents { get; init; }

    /// <summary>What became of the items, the first thousand.</summary>
    public IReadOnlyList<ItemReceived> What { get; init; } = [];

    /// <summary>The run that distributes the file in parts; 0 where it was distributed in the command that took it in.</summary>
    public long Run { get; init; }

    /// <summary>Families of whom something is wrong, each with the reason, the first thousand: their payments are taken in and wait, and the others are distributed.</summary>
    public IReadOnlyList<string> SetAside { get; init; } = [];

    /// <summary>Remarks on what was tolerated.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>What became of one item.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Kind">credit, return, change, prenote, zero or debit.</param>
/// <param name="AmountCents">How much it carries.</param>
/// <param name="Status">posted, unidentified, duplicate, returned or noted.</param>
/// <param name="Receipts">Natural keys of the receipts made of it.</param>
/// <param name="Note">Why, in words.</param>
public sealed record ItemReceived(int Line, string Kind, Money AmountCents, string Status, IReadOnlyList<string> Receipts, string Note);

/// <summary>Receives an ACH file: all of it or nothing, once, whatever its name.</summary>
public sealed class ReceiveFile(AlimentaStore store, PolicyDesk policies)
{
    private const int MostSetAside = 1_000;

    /// <summary>When a file is distributed in parts.</summary>
    public DistributionParts Parts { get; init; } = new();

    /// <summary>How long a part holds that was claimed here and not finished.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many work on the parts at the same time; an engine with one writer gains nothing from several and takes one.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Receives a file that lies in memory.</summary>
    public Task<Outcome<FileReceived>> RunAsync(string name, ReadOnlyMemory<byte> bytes, Actor by, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        RunAsync(name, FileBytes.Of(bytes), by, progress, cancel);

    /// <summary>Receives the file. The same file again, under any name, posts nothing and says so.</summary>
    public async Task<Outcome<FileReceived>> RunAsync(string name, FileBytes bytes, Actor by, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        progress?.Report($"Reading {name}");
        var read = NachaReader.Read(bytes);
        var content = bytes.Sha256();
        var key = read.File is null || await CameBeforeAsync(read.File, cancel) ? $"file.again:{content}:{store.Now:yyyyMMddHHmmssfff}" : InboundFile.PostedBy(read.File.ContentKey);
        AcceptedReceipts? accepted = null;
        Outcome<FileReceived> received;
        try
        {
            received = await TakeAsync(Parts);
        }
        catch (Exception failure) when (read.File is not null && Parts.LargestWhole > 0 && store.Engine.LiesInTheWork(failure))
        {
            // What nobody foresaw of one family must not stop the others: the parts find it and set it aside. A file that itself cannot be taken in fails again.
            progress?.Report("Something is wrong with a family: the file is distributed in parts, so that the others are");
            received = await TakeAsync(Parts with { LargestWhole = 0 });
        }

        return received.Ok ? await DistributeAsync(received.Value, accepted, progress, cancel) : received;

        Task<Outcome<FileReceived>> TakeAsync(DistributionParts parts) => store.Commands.RunAsync<FileReceived>(new(key, "receipt.file", new { content }, by) { ObjectKind = "file", ObjectId = Path.GetFileName(name) },
            ctx => read.File is { } file ? AcceptAsync(ctx, name, bytes, file, read.Remarks, parts, progress, all => accepted = all) : RefuseAsync(ctx, name, bytes, content, read), cancel: cancel);
    }

    /// <summary>A large file is distributed in parts; what a crash leaves undone any worker takes up.</summary>
    private async Task<Outcome<FileReceived>> DistributeAsync(FileReceived received, AcceptedReceipts? accepted, IProgress<string>? progress, CancellationToken cancel)
    {
        long run;
        var key = DistributionRun.Key(received.FileId);
        await using (var db = store.Read()) run = await db.BatchRuns.Where(r => r.Key == key).Select(r => r.Id).SingleOrDefaultAsync(cancel);
        if (run == 0) return received;
        var runs = new CircleRuns(store, policies) { Lease = Lease, Accepted = accepted };
        var workers = store.Engine.ReservesIdsInside ? 1 : Workers;
        await Task.WhenAll(Enumerable.Range(1, workers).Select(n => Task.Run(() => runs.WorkAsync(run, $"{Environment.MachineName}/{Environment.ProcessId}/{n}", n == 1 ? progress : null, cancel), cancel)));
        await runs.FinishAsync(run, $"{Environment.MachineName}/{Environment.ProcessId}", progress, cancel);
        var posted = await runs.PostedAsync(run, cancel);
        var stands = await RunStands.OfAsync(store, run, cancel);
        return received with { PayableCents = posted.Payable, HeldCents = posted.Held, Run = run, SetAside = [.. stands.Failures.Take(MostSetAside)] };
    }

    private async Task<bool> CameBeforeAsync(NachaFile file, CancellationToken cancel)
    {
        await using var db = store.Read();
        var key = file.Key.ToString();
        return await db.InboundFiles.AnyAsync(f => f.Status == InboundFileStatus.Posted && (f.FileKey == key || f.ContentKey == file.ContentKey), cancel);
    }

    private static async Task<Outcome<FileReceived>> RefuseAsync(CommandContext ctx, string name, FileBytes bytes, string content, NachaReadResult read)
    {
        var row = ctx.Add(new InboundFile
        {
            Name = Path.GetFileName(name), FileKey = $"refused:{content}", ContentKey = content, Kind = "ach", ReceivedAt = ctx.Now, BusinessDate = await ctx.BusinessDateAsync(),
            Status = InboundFileStatus.Refused, FaultsJson = JsonSerializer.Serialize(read.Faults, AlimentaJson.Options), Content = FileContents.First(bytes),
        });
        await FileContents.AddRestAsync(ctx, row, bytes);
        return new FileReceived { FileId = row.Id, Status = "refused", Faults = read.Faults };
    }

    private async Task<Outcome<FileReceived>> AcceptAsync(CommandContext ctx, string name, FileBytes bytes, NachaFile file, IReadOnlyList<string> remarks, DistributionParts parts, IProgress<string>? progress, Action<AcceptedReceipts> accept)
    {
        var today = await ctx.BusinessDateAsync();
        var fileKey = file.Key.ToString();
        var earlier = await ctx.Db.InboundFiles.AsNoTracking().Where(f => f.Status == InboundFileStatus.Posted && (f.FileKey == fileKey || f.ContentKey == file.ContentKey))
            .Select(f => new { f.Name, f.BusinessDate }).FirstOrDefaultAsync(ctx.Cancel);
        var row = ctx.Add(new InboundFile
        {
            Name = Path.GetFileName(name), FileKey = fileKey, ContentKey = file.ContentKey, Kind = "ach", ReceivedAt = ctx.Now, BusinessDate = today,
            Status = earlier is null ? InboundFileStatus.Posted : InboundFileStatus.Duplicate, Content = FileContents.First(bytes),
        });
        await FileContents.AddRestAsync(ctx, row, bytes);
        if (earlier is not null)
            return new FileReceived { FileId = row.Id, Status = "duplicate", DuplicateOf = $"{earlier.Name} of {Days.Words(earlier.BusinessDate)}", Remarks = remarks };

        var intake = new FileIntake(ctx, row, today, policies);
        var report = await intake.TakeAsync(file, parts, progress);
        accept(intake.Accepted);
        var totals = intake.Totals;
        (row.ItemCount, row.PostedCount, row.DuplicateCount, row.Posted, row.Credits) = (totals.Items, totals.Receipts, totals.Duplicates, totals.Posted, totals.Credits);
        return new FileReceived
        {
            FileId = row.Id,
            Status = "posted",
            Items = totals.Items,
            Receipts = totals.Receipts,
            Identified = totals.Identified,
            Unidentified = totals.Receipts - totals.Identified,
            Duplicates = totals.Duplicates,
            Answers = intake.Answered,
            AmountCents = row.Posted,
            PayableCents = report.Payable,
            HeldCents = report.Held,
            What = totals.Told,
            Remarks = remarks,
        };
    }
}
