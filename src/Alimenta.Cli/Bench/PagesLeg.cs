using Alimenta.Bench;

namespace Alimenta.Cli.Bench;

/// <summary>P18: pages as a browser gets them from the web server, over the network of this machine.</summary>
internal sealed class PagesLeg : Leg
{
    private static readonly Goal Case = Page("case", "the page of a case, p95"), Worklist = Page("worklist", "a worklist of 2,000, p95"), Search = Page("search", "global search for a person with two letters the wrong way round, p95");
    private static readonly Goal Cases = new("P18 cases", "the list of all cases, p95", "ms", Better.Low);

    private BenchWeb? _web;
    private Visitor? _visitor;

    public override string Id => "P18";

    public override IReadOnlyList<Goal> Goals => [Case, Worklist, Search, Cases];

    public override async Task PrepareAsync(BenchRoom room, CancellationToken cancel)
    {
        _web = await BenchWeb.StartAsync(await room.LargeAsync(cancel), cancel);
        _visitor = await _web.SignInAsync(cancel);
    }

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var dice = new Random(round);
        var (cases, lists, searches, all) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var found = 0;
        for (var i = 0; i < Math.Max(10, room.Settings.Reads / 5); i++)
        {
            cases.Add(await _visitor!.CaseAsync(dice.Next(office.Plan.Cases), cancel));
            lists.Add(await _visitor.WorklistAsync(cancel));
            var (took, hit) = await _visitor.SearchAsync(dice.Next(office.Plan.Cases), cancel);
            searches.Add(took);
            if (hit) found++;
            all.Add(await _visitor.CasesAsync(cancel));
        }

        if (found == 0) throw new InvalidOperationException("No search has found anybody.");
        return [Of(Case, cases), Of(Worklist, lists), Of(Search, searches), Of(Cases, all)];
    }

    public override async Task FinishAsync(BenchRoom room)
    {
        if (_web is not null) await _web.DisposeAsync();
    }

    private static Goal Page(string name, string sentence) => new($"P18 {name}", sentence, "ms", Better.Low, 300, 100);

    private static Sample Of(Goal goal, List<double> times) => Sample.Of(goal, Spread.Percentile(times, 95));
}
