using System.CommandLine;
using System.CommandLine.Parsing;
using Alimenta.Bench;

namespace Alimenta.Cli.Bench;

/// <summary>What can be said to the bench of the goals.</summary>
internal sealed class ScaleOptions
{
    /// <summary>The least cases of a caseload: below it a tenth of them is no caseload to compare with.</summary>
    public const int LeastCases = 200;

    /// <summary>Its cases when nothing is said: minutes, not hours.</summary>
    public const int UsualCases = 10_000;

    /// <summary>The most cases of a caseload.</summary>
    public const int MostCases = 10_000_000;

    // What this bench was asked for by before it was what "bench" means.
    private readonly Option<bool> _scale = new("--scale") { Description = "Nothing more: the goals are measured without it.", Hidden = true };
    private readonly Option<string> _folder = new("--folder") { Description = "Where the private server and its caseloads are kept between runs.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "alimenta-bench") };
    private readonly Option<string?> _out = new("--out") { Description = "Where the report goes; else \"report\" in the folder." };
    private readonly Option<string> _legs = new("--legs") { Description = "Only these legs, such as P1,P10.", DefaultValueFactory = _ => "" };
    private readonly Option<int> _rounds = Bounds.Whole("--rounds", "How often each goal is measured, after a round that warms up.", 5, 1, 1_000);
    private readonly Option<int> _kills = Bounds.Whole("--kills", "How often the server is killed while it posts.", 20, 1, 10_000);
    private readonly Option<int> _records = Bounds.Whole("--records", "Records (lines) of the file whose memory is measured; 9,999,990 are the most that the format counts.", 40_000, 100, 9_999_990);
    private readonly Option<int> _caseworkers = Bounds.Whole("--caseworkers", "Caseworkers who read pages while a payday posts.", 100, 1, 10_000);
    private readonly Option<int> _big = Bounds.Whole("--big", "Rows of a table beyond which the leg plans finds fault with a statement that reads them all; fewer, to see at a small caseload that it does.", BenchSettings.UsualBig, 100, 10_000_000);
    private readonly Option<int> _seconds = Bounds.Whole("--seconds", "Seconds for which they read.", 15, 1, 86_400);

    public ScaleOptions() => _legs.Validators.Add(result =>
    {
        foreach (var name in Split(result.GetValueOrDefault<string>()))
            if (!ScaleRun.Names().Contains(name, StringComparer.OrdinalIgnoreCase)) result.AddError($"There is no leg {name}. There are: {string.Join(", ", ScaleRun.Names())}.");
    });

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_scale, _legs, _rounds, _kills, _records, _caseworkers, _seconds, _big, _folder, _out]) command.Options.Add(option);
    }

    /// <summary>Whether something is said that only counts for the goals.</summary>
    public bool IsAsked(CommandResult asked) => asked.GetResult(_scale) is not null || asked.GetResult(_legs) is not null;

    public string Out(ParseResult parsed) => parsed.GetValue(_out) ?? Path.Combine(parsed.GetValue(_folder)!, "report");

    public BenchSettings Settings(ParseResult parsed, int cases) => new(Path.GetFullPath(parsed.GetValue(_folder)!), cases)
    {
        Legs = Split(parsed.GetValue(_legs)), Rounds = parsed.GetValue(_rounds), Kills = parsed.GetValue(_kills), Records = parsed.GetValue(_records), Caseworkers = parsed.GetValue(_caseworkers), Seconds = parsed.GetValue(_seconds), Big = parsed.GetValue(_big),
    };

    private static string[] Split(string? legs) => (legs ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
