using System.Collections.Concurrent;
using System.Diagnostics;
using Alimenta.Bench;

namespace Alimenta.Cli.Bench;

/// <summary>Many caseworkers read pages while a payday posts, against the same caseworkers on a quiet day.</summary>
/// <remarks>Each reads a page, thinks for some seconds and reads the next: of five pages three are cases, one is the worklist and one a search. All of it, and the database, shares one machine.</remarks>
internal sealed class CaseworkersLeg : Leg
{
    private const int MostRounds = 2;
    private const double MostThought = 5;
    private static readonly Goal Slow = new("load p95", "pages of caseworkers while a payday posts, p95", "ms", Better.Low) { OursUnit = "ms", Yardstick = "quiet day" };
    private static readonly Goal Rate = new("load pages", "pages that they read meanwhile", "pages/s", Better.High) { OursUnit = "pages/s", Yardstick = "quiet day" };
    private static readonly Goal Payments = new("load payments", "payments posted meanwhile", "payments/s", Better.High);

    private BenchWeb? _web;
    private readonly List<Visitor> _visitors = [];

    public override string Id => "load";

    public override IReadOnlyList<Goal> Goals => [Slow, Rate, Payments];

    public override int Rounds(BenchSettings settings) => Math.Min(settings.Rounds, MostRounds);

    public override async Task PrepareAsync(BenchRoom room, CancellationToken cancel)
    {
        _web = await BenchWeb.StartAsync(await room.LargeAsync(cancel), cancel);
        for (var i = 0; i < room.Settings.Caseworkers; i++) _visitors.Add(await _web.SignInAsync(cancel));
    }

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var seconds = round == 0 ? Math.Max(1, room.Settings.Seconds / 3) : room.Settings.Seconds;
        var quiet = await WorkAsync(office, seconds, round, null, cancel);
        var payday = await WorkAsync(office, seconds, round, room.Payments(office), cancel);
        var (slow, before) = (Spread.Percentile(payday.Times, 95), Spread.Percentile(quiet.Times, 95));
        return
        [
            new(Slow, slow, slow, before),
            new(Rate, payday.Times.Count / payday.Seconds, payday.Times.Count / payday.Seconds, quiet.Times.Count / quiet.Seconds), Sample.Of(Payments, payday.Payments / payday.Seconds),
        ];
    }

    public override async Task FinishAsync(BenchRoom room)
    {
        if (_web is not null) await _web.DisposeAsync();
    }

    private async Task<(List<double> Times, double Seconds, long Payments)> WorkAsync(BenchOffice office, int seconds, int round, int? payments, CancellationToken cancel)
    {
        var times = new ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        bool Over() => clock.Elapsed.TotalSeconds >= seconds;
        var readers = _visitors.Select((visitor, n) => Task.Run(() => ReadAsync(visitor, office, new Random(round * 1_000 + n), seconds, Over, times, cancel), cancel)).ToList();
        var posted = 0L;
        if (payments is { } count)
            do
            {
                await office.PostAsync(count, cancel);
                posted += count;
            }
            while (!Over());

        await Task.WhenAll(readers);
        return ([.. times], clock.Elapsed.TotalSeconds, posted);
    }

    private static async Task ReadAsync(Visitor visitor, BenchOffice office, Random dice, int seconds, Func<bool> over, ConcurrentBag<double> times, CancellationToken cancel)
    {
        var thought = Math.Min(MostThought, seconds / 3.0);
        await ThinkAsync(dice.NextDouble());
        do
        {
            var of = dice.Next(office.Plan.Cases);
            times.Add(dice.Next(5) switch
            {
                0 => await visitor.WorklistAsync(cancel),
                1 => (await visitor.SearchAsync(of, cancel)).Milliseconds,
                _ => await visitor.CaseAsync(of, cancel),
            });
            await ThinkAsync(2 * dice.NextDouble());
        }
        while (!over());

        Task ThinkAsync(double part) => Task.Delay(TimeSpan.FromSeconds(thought * part), cancel);
    }
}
