using System.CommandLine;
using System.CommandLine.Parsing;
using Alimenta.Bench;

namespace Alimenta.Cli.Bench;

/// <summary>What can be said to the bench of the goals.</summary>
internal sealed class ScaleOptions
{
    private readonly Option<bool> _scale = new("--scale") { Description = "Measure the goals of speed and size on a private PostgreSQL server with made-up caseloads, kept between runs." };
    private readonly Option<string> _folder = new("--folder") { Description = "Where the private server and its caseloads are kept.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "alimenta-bench") };
    private readonly Option<string?> _out = new("--out") { Description = "Where the report goes; else \"report\" in the folder." };
    private readonly Option<string> _legs = new("--legs") { Description = "Only these, such as P1,P10; measures as --scale does.", DefaultValueFactory = _ => "" };
    private readonly Option<int> _rounds = Count("--rounds", "How often each goal is measured, after a round that warms up.", 5);
    private readonly Option<int> _kills = Count("--kills", "How often the server is killed while it posts.", 3);
    private readonly Option<int> _records = Count("--records", "Records (lines) of the file whose memory is measured; 9,999,990 are the most that the format counts.", 40_000);
    private readonly Option<int> _caseworkers = Count("--caseworkers", "Caseworkers who read pages while a payday posts.", 100);
    private readonly Option<int> _seconds = Count("--seconds", "Seconds for which they read.", 15);

    public ScaleOptions() => _legs.Validators.Add(result =>
    {
        foreach (var name in Split(result.GetValueOrDefault<string>()))
            if (!ScaleRun.Names().Contains(name, StringComparer.OrdinalIgnoreCase)) result.AddError($"There is no leg {name}. There are: {string.Join(", ", ScaleRun.Names())}.");
    });

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_scale, _legs, _rounds, _kills, _records, _caseworkers, _seconds, _folder, _out]) command.Options.Add(option);
    }

    /// <summary>Whether the goals are to be measured.</summary>
    public bool IsAsked(ParseResult parsed) => parsed.GetValue(_scale) || parsed.GetValue(_legs)!.Length > 0;

    public string Out(ParseResult parsed) => parsed.GetValue(_out) ?? Path.Combine(parsed.GetValue(_folder)!, "report");

    public BenchSettings Settings(ParseResult parsed, int cases) => new(Path.GetFullPath(parsed.GetValue(_folder)!), cases)
    {
        Legs = Split(parsed.GetValue(_legs)), Rounds = parsed.GetValue(_rounds), Kills = parsed.GetValue(_kills), Records = parsed.GetValue(_records), Caseworkers = parsed.GetValue(_caseworkers), Seconds = parsed.GetValue(_seconds),
    };

    private static Option<int> Count(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var given) && given < 1) result.AddError($"{name} is at least 1.");
        });
        return option;
    }

    private static string[] Split(string? legs) => (legs ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
