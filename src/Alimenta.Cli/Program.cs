using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Alimenta.Cli.Commands;
using Alimenta.Law.Rules;

namespace Alimenta.Cli;

/// <summary>The one executable.</summary>
public static class Program
{
    /// <summary>Runs a command. 0: done; 1: refused or a check failed; 2: the words of the command are off.</summary>
    public static async Task<int> Main(string[] args)
    {
        var root = Root();
        var parsed = root.Parse(args);
        // Who asks for help need not have the words right.
        if (parsed.Errors.Count == 0 || parsed.Action is HelpWithExamples) return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        var errors = Errors(parsed);
        var path = Examples.Path(parsed.CommandResult);
        var help = $"See: {string.Join(' ', new[] { "alimenta", path, "--help" }.Where(w => w.Length > 0))}";
        if (args.Contains("--json"))
            Console.WriteLine(new JsonObject { ["ok"] = false, ["code"] = "R-COMMAND-WORDS", ["what"] = string.Join(' ', errors), ["remedy"] = help }.ToJsonString(LawJson.Options));
        else
        {
            foreach (var error in errors) await Console.Error.WriteLineAsync(error);
            await Console.Error.WriteLineAsync(help);
        }

        return 2;
    }

    /// <summary>What is off, in words. A word that is no command is the reason why none was given.</summary>
    private static List<string> Errors(ParseResult parsed)
    {
        var told = parsed.UnmatchedTokens.Count > 0 && parsed.Errors.Count > 1 ? parsed.Errors.Where(e => e.SymbolResult is not CommandResult || e.Message.Contains(parsed.UnmatchedTokens[0], StringComparison.Ordinal)) : parsed.Errors;
        return [.. told.Select(e => e.Message.Replace("expected type 'System.DateOnly'", "a day such as 2026-11-20", StringComparison.Ordinal)
            .Replace("expected type 'System.Int64'", "a whole number", StringComparison.Ordinal).Replace("expected type 'System.Int32'", "a whole number", StringComparison.Ordinal)
            .Replace("System.Nullable`1[System.DateOnly]", "a day such as 2026-11-20", StringComparison.Ordinal))];
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Alimenta: open child support enforcement. Keeps its own books and explains every cent.")
        {
            DemoCommand.Make(), ServeCommand.Make(), WorkerCommand.Make(), BatchCommand.Make(), ReceiveCommand.Make(), DisburseCommand.Make(), MigrateCommand.Make(),
            ImportCommand.Make(), ExportCommand.Make(), LawCommand.Make(), GuidelineCommand.Make(), ExplainCommand.Make(), ReplayCommand.Make(), ProveCommand.Make(), BenchCommand.Make(), SimulateCommand.Make(), HelpCommand.Make(Root), AgencyLaw.Option,
        };
        Examples.AddTo(root);
        return root;
    }
}
