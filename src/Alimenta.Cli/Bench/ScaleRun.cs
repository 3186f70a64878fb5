using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Bench;
using Alimenta.Law;

namespace Alimenta.Cli.Bench;

/// <summary>The bench of the goals: runs the legs, says each as it is done, and writes the report.</summary>
internal static class ScaleRun
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>All legs, in the order in which they run: what only reads before what writes, what kills last.</summary>
    public static IReadOnlyList<Leg> Legs(LawStore law, int orders)
    {
        var own = ScaleBench.OwnLegs();
        return [.. own.SkipLast(1), new PagesLeg(), new PlansLeg(), new CaseworkersLeg(), new GuidelinesLeg(law, GuidelineBench.Day, orders), new MemoryLeg(), own[^1]];
    }

    /// <summary>The names by which legs are asked for: that of the leg, or of a goal that it serves.</summary>
    public static IReadOnlyList<string> Names() => [.. Legs(LawStore.BuiltIn, 0).SelectMany(l => l.Goals.Select(g => g.Id.Split(' ')[0]).Prepend(l.Id)).Distinct()];

    /// <summary>Runs them. 1 when a leg broke off or found what must not be; a goal that is short of its floor is said and is no failure: machines differ.</summary>
    /// <param name="terminal">What is said.</param>
    /// <param name="law">The law.</param>
    /// <param name="settings">What is asked for.</param>
    /// <param name="orders">Orders of a state that are calculated anew.</param>
    /// <param name="folder">Where the report goes.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<int> RunAsync(Terminal terminal, LawStore law, BenchSettings settings, int orders, string folder, CancellationToken cancel)
    {
        terminal.Say(Line("goal", "figure", "from least to most", "floor", "aim", "verdict"));
        // Written after each leg: what was measured stays, however the run ends.
        var report = await ScaleBench.RunAsync(settings, Legs(law, orders), law, terminal, async soFar =>
        {
            await WriteAsync(soFar, folder, cancel);
            Say(terminal, soFar.Legs[^1]);
        }, cancel);
        terminal.Done();
        terminal.Say();
        var (markdown, json) = await WriteAsync(report, folder, cancel);
        foreach (var sentence in report.Sentences()) terminal.Say(sentence);
        terminal.Say($"Report: {markdown}");
        json["report"] = markdown;
        terminal.Value(json);
        return report.Ok ? 0 : 1;
    }

    private static async Task<(string Markdown, JsonObject Json)> WriteAsync(BenchReport report, string folder, CancellationToken cancel)
    {
        var markdown = await MarkdownReport.WriteAsync(report, folder, cancel);
        var json = JsonReport.Of(report);
        await File.WriteAllTextAsync(Path.Combine(folder, "report.json"), json.ToJsonString(Indented), cancel);
        return (markdown, json);
    }

    private static void Say(Terminal terminal, LegResult leg)
    {
        terminal.Done();
        foreach (var r in leg.Results)
        {
            terminal.Say(Line(r.Goal.Id, $"{BenchReport.Number(r.Figure.Median)} {r.Goal.Unit}", BenchReport.Range(r.Figure), BenchReport.Bound(r.Goal.Floor), BenchReport.Bound(r.Goal.Aim), BenchReport.Words(r.Verdict)));
            terminal.Say($"  {r.Goal.Sentence}{(BenchReport.Compared(r) is { Length: > 0 } compared ? $": {compared}" : "")}");
        }

        if (leg.Failure is { } failure) terminal.Say($"{leg.Leg,-14} broke off: {failure}");
    }

    private static string Line(string goal, string figure, string range, string floor, string aim, string verdict) => $"{goal,-14} {figure,-20} {range,-24} {floor,8} {aim,8}  {verdict}".TrimEnd();
}
