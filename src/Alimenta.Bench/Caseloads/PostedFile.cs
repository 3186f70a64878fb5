using System.Diagnostics;
using Alimenta.Data;
using Alimenta.Office.Receipts;

namespace Alimenta.Bench;

/// <summary>A file of payments that was posted: every payor identified, every payment distributed.</summary>
/// <param name="Id">The file.</param>
/// <param name="Payments">How many.</param>
/// <param name="Seconds">From its bytes to the last commit.</param>
internal sealed record PostedFile(long Id, int Payments, double Seconds)
{
    private static readonly Actor By = Actor.Program("bench");

    /// <summary>Makes and posts the next file of an office. It takes its payors from all over the caseload.</summary>
    /// <param name="office">The office.</param>
    /// <param name="payments">How many payments.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="payors">Number that decides who pays; null: other payors than in the file before.</param>
    /// <param name="by">How the office receives it; null: as an office does that has chosen nothing.</param>
    public static async Task<PostedFile> PostAsync(BenchOffice office, int payments, CancellationToken cancel, int? payors = null, ReceiveFile? by = null)
    {
        var number = await office.NextFileAsync(cancel);
        var file = Payday.File(number, payors ?? number, payments, office.Plan);
        return await PostAsync(number, file, payments, by ?? new ReceiveFile(office.Store, office.Policies), cancel);
    }

    /// <summary>The next files of an office, all at once.</summary>
    /// <param name="office">The office.</param>
    /// <param name="files">How many files.</param>
    /// <param name="payments">How many payments each.</param>
    /// <param name="by">How the office receives each.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Seconds until the last of them was posted.</returns>
    public static async Task<double> PostAtOnceAsync(BenchOffice office, int files, int payments, ReceiveFile by, CancellationToken cancel)
    {
        var first = await office.NextFileAsync(cancel);
        var all = Enumerable.Range(first, files).Select(number => (Number: number, Bytes: Payday.File(number, number, payments, office.Plan))).ToList();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(all.Select(f => Task.Run(() => PostAsync(f.Number, f.Bytes, payments, by, cancel), cancel)));
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>How many lines the journal got of it.</summary>
    public Task<long> LinesAsync(BenchOffice office, CancellationToken cancel) => office.AskAsync<long>(
        $"""
         select count(*) from journal_line l where l.entry_id in (
             select e.id from journal_entry e join receipt r on r.id = e.receipt_id join inbound_item i on i.id = r.inbound_item_id where i.file_id = {Id})
         """, cancel);

    private static async Task<PostedFile> PostAsync(int number, byte[] file, int payments, ReceiveFile by, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var done = await by.RunAsync($"bench-{number}.ach", file, By, null, cancel);
        var seconds = clock.Elapsed.TotalSeconds;
        if (done.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
        if (done.Value.Identified != payments) throw new InvalidOperationException($"Of {payments} payments {done.Value.Identified} were identified: {done.Value.Status} {string.Join(' ', done.Value.Faults.Take(3))}");
        return new(done.Value.FileId, payments, seconds);
    }
}
