using System.Globalization;
using Alimenta.Bench;
using Alimenta.Office.Access;

namespace Alimenta.Cli.Bench;

/// <summary>Opens every kind of page that a role is led to by links, and has the runs of a day work, while the server writes down what each statement really read: none may read a big part of a big table.</summary>
internal sealed class PlansLeg : Leg
{
    // An index that holds all that is asked for is read ten times as fast as rows: sums of what is held are made so.
    private const long EntriesARow = 10;
    private const int MostOfAKind = 1;

    // Enough that receipts, what is payable, what was paid and what is nobody's are big tables too, at a large caseload.
    private const int Paydays = 3;
    private const int MostStrangers = 22_500;
    private static readonly string[] Seen = [Roles.CaseManager, Roles.Accounting, Roles.DisbursementReleaser, Roles.Supervisor, Roles.Auditor];
    private static readonly Goal Big = Reading(BenchSettings.UsualBig);
    private static readonly Goal Pages = new("plans opened", "pages opened", "pages", Better.High);
    private static readonly Goal Runs = new("plans runs", "kinds of statements of runs that go over the whole of a big table", "statements", Better.Low, 0, 0);

    private BenchOffice? _office;
    private BenchWeb? _web;

    public override string Id => "plans";

    public override IReadOnlyList<Goal> Goals => [Big, Pages, Runs];

    public override int WarmUps => 0;

    // The same pages read the same rows every time.
    public override int Rounds(BenchSettings settings) => 1;

    public override async Task PrepareAsync(BenchRoom room, CancellationToken cancel)
    {
        _office = await room.LargeAsync(cancel);
        for (var i = 0; i < Paydays; i++) await _office.PostAsync(room.Payments(_office), cancel);
        await RunPlans.PayAsync(_office, cancel);
        for (var i = 0; i < Paydays; i++) await _office.PostAsync(room.Payments(_office), cancel);
        await _office.StrangersAsync(Math.Min(MostStrangers, _office.Plan.Cases / 4), cancel);
        // The list of who is selected grows with the caseload too.
        await RunPlans.SelectAsync(_office, cancel);
        // Pages are judged by plans that are made knowing how many rows there are, as a server gathers by itself after a while.
        _office.Execute("analyze");
        _office.Execute(PlanLog.On(_office.Database));
        BenchOffice.Reconnect();
        _web = await BenchWeb.StartAsync(_office, cancel);
    }

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var log = new PlanLog(room.Server.LogFile);
        var (opened, big) = (0, room.Settings.Big);
        var found = new Dictionary<string, string>();
        foreach (var role in Seen)
        {
            var visitor = await _web!.SignInAsync(cancel, role);
            await foreach (var path in Walk.PagesAsync(visitor, MostOfAKind, cancel)) await LookAsync(path, role);
            // No link leads to what a search finds.
            if (role != Roles.CaseManager) continue;
            await visitor.SearchAsync(1, cancel);
            await LookAsync("/search?asked", role);
        }

        var runs = (await RunPlans.OverAsync(room, _office!, big, cancel)).DistinctBy(r => (r.Run, r.Step.Table)).ToList();
        foreach (var (run, step) in runs) room.Progress.Report($"plans: the {run} goes over {step.Rows:#,##0} rows of {step.Table}");
        return [Sample.Of(Reading(big), found.Values.Select(Walk.Kind).Distinct().Count()), Sample.Of(Pages, opened), Sample.Of(Runs, runs.Count)];

        async Task LookAsync(string path, string role)
        {
            opened++;
            await Task.Delay(PlanLog.Written, cancel);
            foreach (var step in log.Next().Where(s => s.Rows > (s.Way == "Index Only Scan" ? EntriesARow * big : big)))
                if (found.TryAdd($"{Walk.Kind(path)} {step.Table}", path)) room.Progress.Report($"plans: {path} as {role} reads {step.Rows:#,##0} rows of {step.Table} ({step.Way})");
        }
    }

    public override async Task FinishAsync(BenchRoom room)
    {
        if (_web is not null) await _web.DisposeAsync();
        _office?.Execute(PlanLog.Off(_office.Database));
        BenchOffice.Reconnect();
    }

    private static Goal Reading(int big) => new("plans", string.Create(CultureInfo.InvariantCulture, $"kinds of page with a statement that reads more than {big:#,##0} rows of one table"), "pages", Better.Low, 0, 0);
}
