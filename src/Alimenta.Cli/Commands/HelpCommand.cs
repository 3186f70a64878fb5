using System.CommandLine;
using System.Text.Json.Nodes;

namespace Alimenta.Cli.Commands;

/// <summary>The help of the program or of a command, for those who ask for it by a word.</summary>
internal static class HelpCommand
{
    /// <summary>Makes it.</summary>
    /// <param name="root">Makes all commands: their help is theirs.</param>
    public static Command Make(Func<RootCommand> root)
    {
        var words = new Argument<string[]>("COMMAND") { Description = "The command, such as: batch open. Without one, all commands.", Arity = ArgumentArity.ZeroOrMore };
        words.Validators.Add(result =>
        {
            if (Of(root(), [.. result.Tokens.Select(t => t.Value)]).Unknown is { } unknown) result.AddError($"There is no command \"{unknown}\".");
        });
        var json = Shared.Json();
        var command = new Command("help", "Show what the program can do, or how a command is used: the same as --help after it.") { words, json };
        command.SetAction(parsed =>
        {
            var (path, _) = Of(root(), parsed.GetValue(words) ?? []);
            using var output = new StringWriter();
            var code = root().Parse([.. path, "--help"]).Invoke(new() { Output = output });
            var terminal = new Terminal(parsed.GetValue(json));
            terminal.Say(output.ToString().TrimEnd());
            terminal.Value(new JsonObject { ["ok"] = true, ["command"] = string.Join(' ', path), ["help"] = output.ToString() });
            return code;
        });
        return command;
    }

    /// <summary>The commands that words lead to, or the first word that leads to none.</summary>
    private static (IReadOnlyList<string> Path, string? Unknown) Of(Command from, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (from.Subcommands.FirstOrDefault(c => c.Name == word) is not { } found) return ([], word);
            from = found;
        }

        return (words, null);
    }
}
