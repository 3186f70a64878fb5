using System.CommandLine;
using System.Text.Json.Nodes;
using Alimenta.Cli.Commands;

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
        var path = Examples.Path(parsed.CommandResult);
        var help = $"See: {string.Join(' ', new[] { "alimenta", path, "--help" }.Where(w => w.Length > 0))}";
        if (args.Contains("--json"))
            Console.WriteLine(new JsonObject { ["ok"] = false, ["code"] = "R-COMMAND-WORDS", ["what"] = string.Join(' ', parsed.Errors.Select(e => e.Message)), ["remedy"] = help }.ToJsonString());
        else
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync(help);
        }

        return 2;
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Alimenta: open child support enforcement. Keeps its own books and explains every cent.")
        {
            DemoCommand.Make(), ServeCommand.Make(), WorkerCommand.Make(), BatchCommand.Make(), ReceiveCommand.Make(), DisburseCommand.Make(), MigrateCommand.Make(),
            ImportCommand.Make(), ExportCommand.Make(), LawCommand.Make(), ExplainCommand.Make(), ReplayCommand.Make(), ProveCommand.Make(), BenchCommand.Make(),
        };
        Examples.AddTo(root);
        return root;
    }
}
