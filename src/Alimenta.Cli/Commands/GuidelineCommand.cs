using System.CommandLine;
using System.Text.Json.Nodes;
using Alimenta.Cli.Guidelines;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Cli.Commands;

/// <summary>Calculates child support by the guideline of a state: one family as a worksheet, or a table of families.</summary>
internal static class GuidelineCommand
{
    public static Command Make()
    {
        var state = new Argument<string>("STATE") { Description = $"{string.Join(", ", GuidelineRules.All.Select(g => $"{g.State} ({g.Name})"))}." };
        var asOf = new Option<string?>("--as-of") { Description = "The law date as YYYY-MM-DD; else today." };
        var explain = new Option<bool>("--explain") { Description = "Say why each figure is what it is." };
        var facts = new Option<string?>("--facts") { Description = "A file with the facts as JSON; else they are read from the input." };
        var csv = new Option<string[]>("--csv") { Description = "A table of families in, the same with results and errors out.", Arity = new(2, 2), AllowMultipleArgumentsPerToken = true, HelpName = "IN OUT" };
        var force = new Option<bool>("--force") { Description = "Put the table in the place of one that is there." };
        var json = Shared.Json();
        var command = new Command("guideline", "Calculate child support by the guideline of Oregon, New York or Iowa, line by line.") { state, asOf, explain, facts, csv, force, json };
        command.Validators.Add(result =>
        {
            if (result.GetResult(csv) is not null && (result.GetResult(facts) is not null || result.GetValue(explain))) result.AddError("--csv is for a table, --facts and --explain are for one family: take one or the other.");
        });
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var found = GuidelineRules.Of(parsed.GetValue(state)!);
            if (found.Refusal is { } unknown) return terminal.Refuse(unknown);
            // A day that is none is told by the same code as everywhere else that a rule is asked.
            var dated = parsed.GetValue(asOf) is { } written ? GuidelineRules.LawDate(written) : DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            if (dated.Refusal is { } never) return terminal.Refuse(never);
            var day = dated.Value;
            var catalog = RuleCatalog.BuiltIn.Over(law);
            if (parsed.GetValue(csv) is [var from, var to]) return await TableAsync(terminal, found.Value, catalog, new(from, to, day, parsed.GetValue(force)), cancel);
            if (parsed.GetValue(facts) is { } named && Files.Fault(named) is { } unreadable) return terminal.Refuse(unreadable);
            var text = parsed.GetValue(facts) is { } file ? await File.ReadAllTextAsync(file, cancel) : await Console.In.ReadToEndAsync(cancel);
            return One(terminal, found.Value, found.Value.Ask(catalog, day, text), parsed.GetValue(explain));
        }));
        return command;
    }

    private static int One(Terminal terminal, GuidelineRules state, RuleEvaluation came, bool explain)
    {
        var value = came.ToJson();
        if (came.Answer is { } answer)
        {
            WorksheetWords.Say(terminal, state, answer, explain);
            if (!explain) value.Remove("explanation");
            terminal.Value(value);
            return 0;
        }

        if (!terminal.Json)
        {
            foreach (var refusal in came.Refusals) terminal.Refuse(refusal);
            return 1;
        }

        var first = value["refusals"]![0]!.DeepClone().AsObject();
        first.Insert(0, "ok", false);
        first["refusals"] = value["refusals"]!.DeepClone();
        terminal.Value(first);
        return 1;
    }

    private static async Task<int> TableAsync(Terminal terminal, GuidelineRules state, RuleCatalog catalog, TableRun.Asked asked, CancellationToken cancel)
    {
        var done = await TableRun.RunAsync(state, catalog, asked, cancel);
        if (done.Refusal is { } no) return terminal.Refuse(no);
        var (families, refused) = done.Value;
        terminal.Say($"{families} {(families == 1 ? "family" : "families")} in {asked.To}: {families - refused} calculated, {refused} refused.{(refused > 0 ? " The column error says why." : "")}");
        terminal.Value(new JsonObject { ["ok"] = refused == 0, ["file"] = asked.To, ["families"] = families, ["calculated"] = families - refused, ["refused"] = refused });
        return refused == 0 ? 0 : 1;
    }
}
