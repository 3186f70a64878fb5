using System.Data.Common;
using System.Net.Sockets;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Receipts;

namespace Alimenta.Bench;

/// <summary>P16: the server is killed at a random moment while a file is posted, and the client sends the same file again, blindly, until it has an answer. Then every receipt is looked for and the books are proved.</summary>
/// <remarks>On a copy of the small caseload. Every second file is distributed in parts, so that a kill also meets a run.</remarks>
internal sealed class KillLeg : Leg
{
    private static readonly Actor By = Actor.Program("bench");
    private const int MissesAHit = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly Goal Receipts = new("P16 receipts", "receipts missing or doubled after the server was killed at random while it posted", "receipts", Better.Low, 0, 0);
    private static readonly Goal Balances = new("P16 balances", "faults that a proof of the books finds after it", "faults", Better.Low, 0, 0);
    private static readonly Goal Kills = new("P16 kills", "how often it was killed before the file was answered for", "kills", Better.High, 20, 200);

    private BenchOffice? _office;

    public override string Id => "P16";

    public override IReadOnlyList<Goal> Goals => [Receipts, Balances, Kills];

    public override int WarmUps => 0;

    public override int Rounds(BenchSettings settings) => 1;

    public override async Task PrepareAsync(BenchRoom room, CancellationToken cancel) => _office = (await room.SmallAsync(cancel)).Copy("killed");

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = _office!;
        var payments = Math.Max(1, office.Plan.Cases / 4);
        var usual = await UsualAsync(office, payments, cancel);
        var dice = new Random(office.Plan.Cases);
        var before = await office.AskAsync<long>("select count(*) from receipt", cancel);
        var (hits, files) = (0, 0);
        for (; hits < room.Settings.Kills && files < MissesAHit * room.Settings.Kills; files++)
        {
            room.Progress.Report($"P16: kill {hits + 1} of {room.Settings.Kills}");
            var number = await office.NextFileAsync(cancel);
            var file = Payday.File(number, number, payments, office.Plan);
            var parts = files % 2 == 1 ? new DistributionParts(0, Math.Max(1, payments / 4)) : new DistributionParts();
            var client = Task.Run(() => SendAsync(office, parts, $"bench-{number}.ach", file, cancel), cancel);
            await Task.Delay(usual * dice.NextDouble(), cancel);
            room.Server.Crash();

            // A file that was answered before its server was down was not hit, and does not count as a kill.
            if (!client.IsCompleted) hits++;
            room.Server.StartAgain();
            await client;
            await FinishRunsAsync(office, cancel);
        }

        if (hits < room.Settings.Kills) throw new InvalidOperationException($"Only {hits} of {room.Settings.Kills} kills met a file that was not answered for.");
        return await CheckAsync(office, before + (long)files * payments, hits, cancel);
    }

    public override Task FinishAsync(BenchRoom room)
    {
        _office?.Drop();
        return Task.CompletedTask;
    }

    // The first file warms up.
    private static async Task<TimeSpan> UsualAsync(BenchOffice office, int payments, CancellationToken cancel)
    {
        await PostedFile.PostAsync(office, payments, cancel);
        return TimeSpan.FromSeconds((await PostedFile.PostAsync(office, payments, cancel)).Seconds);
    }

    private static async Task SendAsync(BenchOffice office, DistributionParts parts, string name, byte[] file, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var done = await new ReceiveFile(office.Store, office.Policies) { Parts = parts }.RunAsync(name, file, By, null, cancel);
                if (done.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
                return;
            }
            catch (Exception failure) when (IsDown(failure))
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }

    // A part that a killed connection held is free when its lease is over; nobody waits for it here.
    private static async Task FinishRunsAsync(BenchOffice office, CancellationToken cancel)
    {
        office.Execute("update batch_partition set lease_until = clock_timestamp() where status = 'claimed'");
        var runs = new CircleRuns(office.Store, office.Policies);
        foreach (var run in await runs.OpenRunsAsync(cancel)) await runs.WorkAsync(run, "bench-later", null, cancel);
    }

    private static async Task<IReadOnlyList<Sample>> CheckAsync(BenchOffice office, long expected, int hits, CancellationToken cancel)
    {
        var found = await office.AskAsync<long>("select count(*) from receipt r where r.status = 'distributed' and not exists (select from waiting_receipt w where w.obligor_id = r.obligor_id and w.receipt_id = r.id)", cancel);
        var doubled = await office.AskAsync<long>("select coalesce(sum(n - 1), 0)::bigint from (select count(*) as n from receipt r join inbound_item i on i.id = r.inbound_item_id group by i.trace having count(*) > 1) as twice", cancel);
        var proof = await Proof.ProveAsync(office.Store, office.Policies, cancel: cancel);
        return [Sample.Of(Receipts, Math.Abs(expected - found) + doubled), Sample.Of(Balances, proof.Checks.Sum(c => c.FaultCount)), Sample.Of(Kills, hits)];
    }

    private static bool IsDown(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is DbException or SocketException or IOException or TimeoutException or ConnectionLostException) return true;
        return false;
    }
}
