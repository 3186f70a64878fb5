using System.CommandLine;
using System.Text.Json.Nodes;
using Alimenta.Law;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;


namespace Alimenta.Cli.Commands;

/// <summary>The law as data: parameters, rules, and the rules as something that can be asked.</summary>
internal static class LawCommand
{
    public static Command Make()
    {
        var json = Shared.Json();
        json.Recursive = true;
        return new("law", "Look at the law: parameters with dates and citations, and rules that answer with their reasons.") { json, List(json), Show(json), Schema(json), Eval(json), ImportScheduleCommand.Make(json) };
    }

    private static Command List(Option<bool> json)
    {
        var command = new Command("list", "List rules and parameters.");
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, (terminal, law) =>
        {
            terminal.Say("Rules");
            foreach (var rule in RuleCatalog.BuiltIn.Rules.OrderBy(r => r.Id, StringComparer.Ordinal)) terminal.Say($"  {rule.Id,-32} {rule.Says}");
            terminal.Say("Parameters");
            foreach (var parameter in law.Parameters.OrderBy(p => p.Id, StringComparer.Ordinal)) terminal.Say($"  {parameter.Id,-52} {parameter.Says}");
            terminal.Value(new JsonObject
            {
                ["rules"] = new JsonArray([.. RuleCatalog.BuiltIn.Rules.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => (JsonNode)new JsonObject { ["id"] = r.Id, ["says"] = r.Says, ["citation"] = r.Citation })]),
                ["parameters"] = new JsonArray([.. law.Parameters.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => (JsonNode)new JsonObject { ["id"] = p.Id, ["says"] = p.Says })]),
            });
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Show(Option<bool> json)
    {
        var id = new Argument<string>("ID") { Description = "A rule or a parameter." };
        var command = new Command("show", "Show a rule or a parameter: its values by date, citation, source and status.") { id };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, (terminal, law) =>
        {
            var wanted = parsed.GetValue(id)!;
            if (RuleCatalog.BuiltIn.Find(wanted) is { } rule)
            {
                terminal.Show(new JsonObject { ["id"] = rule.Id, ["says"] = rule.Says, ["citation"] = rule.Citation, ["schema"] = RuleCatalog.BuiltIn.Schema(wanted).Value });
                return Task.FromResult(0);
            }

            if (law.Find(wanted) is not { } parameter) return Task.FromResult(terminal.Refuse(Unknown(wanted)));
            terminal.Show(new JsonObject
            {
                ["id"] = parameter.Id, ["says"] = parameter.Says, ["unit"] = LawWords.Of(parameter.Unit), ["citation"] = parameter.Citation,
                ["values"] = new JsonArray([.. parameter.Values.Select(v => (JsonNode)new JsonObject { ["from"] = Days.Iso(v.From), ["value"] = v.Words, ["status"] = LawWords.Of(v.Status), ["citation"] = v.Citation })]),
            });
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Schema(Option<bool> json)
    {
        var id = new Argument<string>("ID") { Description = "A rule." };
        var command = new Command("schema", "Show the facts that a rule wants, as a JSON schema.") { id };
        command.SetAction((parsed, _) => Guarded.RunAsync(parsed.GetValue(json), terminal =>
        {
            var schema = RuleCatalog.BuiltIn.Schema(parsed.GetValue(id)!);
            if (schema.Refusal is { } refusal) return Task.FromResult(terminal.Refuse(refusal));
            terminal.Show(schema.Value);
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Eval(Option<bool> json)
    {
        var id = new Argument<string>("ID") { Description = "A rule." };
        var asOf = new Option<string>("--as-of") { Description = "The law date as YYYY-MM-DD.", Required = true };
        var policy = new Option<string>("--policy") { Description = "us, us-or, us-ny or us-ia.", DefaultValueFactory = _ => "us" };
        var facts = new Option<string?>("--facts") { Description = "A file with the facts; else they are read from the input." };
        var command = new Command("eval", "Ask a rule: JSON facts in, value and explanation out.") { id, asOf, policy, facts };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var day = GuidelineRules.LawDate(parsed.GetValue(asOf));
            if (day.Refusal is { } never) return terminal.Refuse(never);
            if (parsed.GetValue(facts) is { } named && Files.Fault(named) is { } unreadable) return terminal.Refuse(unreadable);
            var text = parsed.GetValue(facts) is { } file ? await File.ReadAllTextAsync(file, cancel) : await Console.In.ReadToEndAsync(cancel);
            var result = RuleCatalog.BuiltIn.Over(law).Eval(parsed.GetValue(id)!, day.Value, parsed.GetValue(policy)!, text);
            terminal.Show(result.ToJson());
            return result.Ok ? 0 : 1;
        }));
        return command;
    }

    private static Refusal Unknown(string id) => new("L-UNKNOWN", $"There is no rule or parameter \"{id}\".", "See: alimenta law list");
}
