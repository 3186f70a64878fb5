using System.CommandLine;
using System.Text.Json.Nodes;
using Alimenta.Law.Rules;


namespace Alimenta.Cli.Commands;

/// <summary>Plays a stated history by the code that keeps the books.</summary>
internal static class ReplayCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("HISTORY") { Description = "A JSON file with the dated events of one case (see docs/interfaces/replay.md); - reads the input." };
        var explain = new Option<string?>("--explain") { Description = "Explain the distribution of one receipt, by its id." };
        var json = Shared.Json();
        var command = new Command("replay", "Play the dated events of a case that need not be in the system: month-end balances and payments out.") { file, explain, json };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var path = parsed.GetValue(file)!;
            if (path != "-" && Files.Fault(path) is { } unreadable) return terminal.Refuse(unreadable);
            var text = path == "-" ? await Console.In.ReadToEndAsync(cancel) : await File.ReadAllTextAsync(path, cancel);
            if (parsed.GetValue(explain) is { } receipt && JsonNode.Parse(text) is JsonObject stated)
            {
                stated["explain"] = receipt;
                text = stated.ToJsonString();
            }

            var through = JsonNode.Parse(text)?["through"]?.GetValue<string>();
            if (!DateOnly.TryParseExact(through, "yyyy-MM-dd", out var date)) return terminal.Refuse(new("L-HISTORY-THROUGH", "The history does not say through which day to play.", "Add \"through\": \"2026-11-30\".", "", "through"));
            var result = RuleCatalog.BuiltIn.Over(law).Eval("us/history", date, JsonNode.Parse(text)?["policy"]?.GetValue<string>() ?? "us", text);
            var answer = result.ToJson();
            if (!result.Ok) terminal.Show(answer);
            else if (parsed.GetValue(explain) is not null) terminal.Show(answer);
            else terminal.Show(answer["value"]!.DeepClone());
            return result.Ok ? 0 : 1;
        }));
        return command;
    }
}
