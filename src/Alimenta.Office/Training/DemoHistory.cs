using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Receipts;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Training;

/// <summary>Gives a made-up county its past: the payment files of past paydays read by the real reader, identified and distributed by the real rules, paid out.</summary>
internal sealed class DemoHistory(AlimentaStore store, PolicyDesk policies, BankSettings bank, DemoOptions options, DemoCounty county)
{
    private const int CirclesACommand = 400;
    private const int DaysACommand = 12;
    private static readonly Actor By = Actor.Program("demo history");

    /// <summary>Loads the past through a day.</summary>
    public async Task LoadAsync(DateOnly through, IProgress<string>? progress, CancellationToken cancel)
    {
        await FilesAsync(through, progress, cancel);
        var payments = await BooksAsync(through, progress, cancel);
        await PaymentsAsync(payments, progress, cancel);
    }

    private async Task FilesAsync(DateOnly through, IProgress<string>? progress, CancellationToken cancel)
    {
        var paydays = new DemoPaydays(options, county, bank);
        var days = DemoPaydays.Days(county.Start.FirstDay, through).ToList();
        foreach (var chunk in days.Chunk(DaysACommand))
        {
            progress?.Report($"Past payment files: {Days.Words(chunk[0])}");
            await RunAsync($"demo:{options.Seed}:files:{chunk[0]:yyyyMMdd}", async ctx =>
            {
                foreach (var day in chunk)
                {
                    if (paydays.File(day, strange: false) is not { } bytes) continue;
                    var read = NachaReader.Read(bytes).File ?? throw new InvalidOperationException("A made-up file was refused.");
                    var row = ctx.Add(new InboundFile
                    {
                        Name = $"PAYROLL{day:MMddyy}.ach", FileKey = read.Key.ToString(), ContentKey = read.ContentKey, Kind = "ach", ReceivedAt = ctx.Now, BusinessDate = day, Status = InboundFileStatus.Posted, Content = bytes,
                    });
                    var intake = new FileIntake(ctx, row, day, policies);
                    var piece = await intake.ReadAsync(read);
                    (row.ItemCount, row.PostedCount, row.Posted, row.Credits) = (piece.Items.Count, piece.Receipts.Count, piece.Receipts.Sum(r => r.Amount), piece.Items.Sum(i => i.Amount));
                    foreach (var receipt in piece.Receipts.Where(r => r.ObligorId is not null)) receipt.Status = ReceiptStatus.Distributed;
                    await ctx.FlushAsync();
                    await intake.AddAsync(piece);
                }
            }, cancel);
        }
    }

    private async Task<HistoryPayments> BooksAsync(DateOnly through, IProgress<string>? progress, CancellationToken cancel)
    {
        var payments = new HistoryPayments();
        List<long> circles;
        await using (var db = store.Read()) circles = await db.Cases.Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(cancel);
        var done = 0;
        foreach (var chunk in circles.Chunk(CirclesACommand))
        {
            await RunAsync($"demo:{options.Seed}:books:{chunk[0]}", async ctx =>
                await new CirclePosting(policies).BringUpAsync(ctx, chunk, through, "History", new HistorySettlement(ctx, policies, payments)), cancel);
            progress?.Report($"Books of the past: {done += chunk.Length:N0} of {circles.Count:N0} families");
        }

        return payments;
    }

    private async Task PaymentsAsync(HistoryPayments payments, IProgress<string>? progress, CancellationToken cancel)
    {
        foreach (var chunk in payments.Days.ToList().Chunk(DaysACommand))
        {
            progress?.Report($"Past payments: {Days.Words(chunk[0])}");
            await RunAsync($"demo:{options.Seed}:paid:{chunk[0]:yyyyMMdd}", ctx => payments.WriteAsync(ctx, policies, chunk, bank, options.Date), cancel);
        }
    }

    private async Task RunAsync(string key, Func<CommandContext, Task> work, CancellationToken cancel)
    {
        var outcome = await store.Commands.RunAsync<bool>(new(key, "demo", new { key }, By, "Made-up history"), async ctx =>
        {
            await work(ctx);
            return true;
        }, cancel: cancel);
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }
}
