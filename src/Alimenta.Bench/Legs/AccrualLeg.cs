using System.Diagnostics;
using Alimenta.Data;
using Alimenta.Office;
using Alimenta.Office.Accounting;
using Npgsql;

namespace Alimenta.Bench;

/// <summary>P14: a month's accrual over the whole caseload, against COPY of the very lines it made into a table with the journal's key. On a copy of the caseload, because it moves the business date.</summary>
internal sealed class AccrualLeg : Leg
{
    private const int MostMonths = 3;
    private const long MostCopied = 1_000_000;
    private const int MostEntries = 200_000;
    private static readonly Actor By = Actor.Program("bench");
    private static readonly Goal Share = new("P14", "monthly accrual, against COPY of the same lines with the key", "% of COPY", Better.High, 18, 35) { OursUnit = "lines/s", Yardstick = "COPY" };
    private static readonly Goal Entries = new("P14 entries", "the same, against COPY of the very entries into the same indexed journal, as P1 asks of a payment", "% of COPY", Better.High) { OursUnit = "entries/s", Yardstick = "COPY" };
    private static readonly Goal Rate = new("P14 rate", "cases charged and their month closed", "cases/s", Better.High);

    private BenchOffice? _office;

    public override string Id => "P14";

    public override IReadOnlyList<Goal> Goals => [Share, Entries, Rate];

    public override int Rounds(BenchSettings settings) => Math.Min(settings.Rounds, MostMonths);

    public override async Task PrepareAsync(BenchRoom room, CancellationToken cancel)
    {
        _office = (await room.LargeAsync(cancel)).Copy("accrual");
        _office.Execute("create table copied_line as select entry_id, line_no, book, account, obligor_id, case_id, obligation_id, person_id, receipt_id, month, cents from journal_line limit 0; alter table copied_line add primary key (entry_id, line_no)");
    }

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = _office!;
        var last = await office.AskAsync<long>("select max(id) from journal_entry", cancel);
        var month = SupportMonth.Of(CaseloadPlan.Today).FirstDay.AddMonths(round + 1);
        if ((await new BusinessDays(office.Store).OpenAsync(month, By, cancel)).Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
        var clock = Stopwatch.StartNew();
        await RunAsync(office, cancel);
        var seconds = clock.Elapsed.TotalSeconds;
        var lines = await office.AskAsync<long>($"select count(*) from journal_line where entry_id > {last}", cancel);
        var copied = await CopyAsync(office, last, cancel);
        var entries = await office.AskAsync<long>($"select count(*) from journal_entry where id > {last}", cancel);
        var again = await PostedRows.EntriesAfterAsync(office.Store, last, MostEntries, cancel);
        office.Execute("checkpoint");
        var whole = again.Count / await again.Shifted().CopyAsync(office.Store, $"accrual {round}", cancel);
        office.Execute("vacuum journal_entry");
        return [new(Share, 100 * lines / seconds / copied, lines / seconds, copied), new(Entries, 100 * entries / seconds / whole, entries / seconds, whole), Sample.Of(Rate, office.Plan.Cases / seconds)];
    }

    public override Task FinishAsync(BenchRoom room)
    {
        _office?.Drop();
        return Task.CompletedTask;
    }

    private static async Task RunAsync(BenchOffice office, CancellationToken cancel)
    {
        var runs = new CircleRuns(office.Store, office.Policies);
        var started = await new AccrualRun(office.Store).StartAsync(cancel);
        await Task.WhenAll(Enumerable.Range(1, Environment.ProcessorCount).Select(n => Task.Run(() => runs.WorkAsync(started.Value.Run, $"bench-{n}", null, cancel), cancel)));
        await runs.WorkAsync(started.Value.Run, "bench", null, cancel);
        var stands = await RunStands.OfAsync(office.Store, started.Value.Run, cancel);
        if (stands.Status != "done") throw new InvalidOperationException($"The accrual is {stands.Status}: {string.Join(' ', stands.Failures.Take(3))}");
    }

    // The lines are read before, as the server's own bytes: only their writing is timed.
    private static async Task<double> CopyAsync(BenchOffice office, long after, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(office.ConnectionString);
        await connection.OpenAsync(cancel);
        using var rows = new MemoryStream();
        await using (var read = await connection.BeginRawBinaryCopyAsync($"copy (select entry_id, line_no, book, account, obligor_id, case_id, obligation_id, person_id, receipt_id, month, cents from journal_line where entry_id > {after} order by entry_id, line_no limit {MostCopied}) to stdout (format binary)", cancel)) await read.CopyToAsync(rows, cancel);
        rows.Position = 0;
        var clock = Stopwatch.StartNew();
        await using (var write = await connection.BeginRawBinaryCopyAsync("copy copied_line from stdin (format binary)", cancel)) await rows.CopyToAsync(write, cancel);
        var seconds = clock.Elapsed.TotalSeconds;
        var count = await office.AskAsync<long>("select count(*) from copied_line", cancel);
        office.Execute("truncate copied_line");
        return count / seconds;
    }
}
