using System.CommandLine;
using Alimenta.Cli.Commands;

namespace Alimenta.Cli;

/// <summary>The one executable.</summary>
public static class Program
{
    /// <summary>Runs a command. 0: done; 1: refused or a check failed; 2: the words of the command are off.</summary>
    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("Alimenta: open child support enforcement. Keeps its own books and explains every cent.")
        {
            DemoCommand.Make(), ServeCommand.Make(), WorkerCommand.Make(), BatchCommand.Make(), ReceiveCommand.Make(), DisburseCommand.Make(), MigrateCommand.Make(),
            LawCommand.Make(), ReplayCommand.Make(), ProveCommand.Make(), BenchCommand.Make(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync($"See: alimenta {string.Join(' ', args.TakeWhile(a => !a.StartsWith('-')))} --help");
            return 2;
        }

        return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
    }
}
