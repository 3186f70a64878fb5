using System.CommandLine;

namespace Alimenta.Cli.Tests;

/// <summary>The program says what it can do, and every command the same way.</summary>
public sealed class HelpTests
{
    private static readonly string[] Wanted = ["demo", "serve", "worker", "batch", "receive", "disburse", "migrate", "import", "export", "law", "guideline", "explain", "replay", "prove", "bench", "simulate", "help"];

    /// <summary>Every command with the words that lead to it.</summary>
    private static IEnumerable<(string[] Words, Command Command)> All(Command? from = null, params string[] words) =>
        (from ?? Program.Root()).Subcommands.SelectMany(c => All(c, [.. words, c.Name]).Prepend(([.. words, c.Name], c)));

    [Fact]
    public async Task Help_lists_every_command()
    {
        var said = await Cli.RunAsync("--help");
        Assert.Equal((0, ""), (said.Code, said.Error));
        foreach (var name in Wanted) Assert.Contains($"\n  {name} ", said.Out, StringComparison.Ordinal);
        Assert.Equal(Wanted, Program.Root().Subcommands.Select(c => c.Name));
    }

    [Theory]
    [InlineData]
    [InlineData("bench")]
    [InlineData("batch", "open")]
    public async Task The_word_help_says_what_the_option_says(params string[] words)
    {
        var (asked, option) = (await Cli.RunAsync(["help", .. words]), await Cli.RunAsync([.. words, "--help"]));
        Assert.Equal((0, option.Out.TrimEnd(), ""), (asked.Code, asked.Out.TrimEnd(), asked.Error));
        Assert.Equal(option.Out, (string)(await Cli.JsonAsync(["help", .. words]))["help"]!);
    }

    [Fact]
    public async Task Help_for_what_is_no_command_says_so()
    {
        var said = await Cli.RunAsync("help", "batch", "opne");
        Assert.Equal((2, "", "There is no command \"opne\".\nSee: alimenta help --help\n"), (said.Code, said.Out, said.Error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Every_command_takes_json()
    {
        foreach (var (words, _) in All())
        {
            var above = Enumerable.Range(1, words.Length).Select(n => All().Single(c => c.Words.SequenceEqual(words[..n])).Command);
            Assert.True(above.SelectMany(c => c.Options).Any(o => o.Name == "--json"), string.Join(' ', words));
        }
    }

    [Fact]
    public void Every_help_ends_with_examples_that_the_program_understands()
    {
        foreach (var words in All().Select(c => c.Words).Append([]))
        {
            var output = new StringWriter();
            Program.Root().Parse([.. words, "--help"]).Invoke(new() { Output = output });
            var lines = output.ToString().Split('\n');
            var examples = lines.SkipWhile(l => l.TrimEnd() != "Examples:").Skip(1).Where(l => l.Trim().Length > 0).SelectMany(l => l.Split('|')).Select(l => l.Trim()).ToList();
            Assert.NotEmpty(examples);
            // A quoted key holds the sign that also joins commands; such a line is tried as a whole.
            var whole = examples.Any(e => e.Contains('\'', StringComparison.Ordinal)) ? lines.Where(l => l.StartsWith("  alimenta ", StringComparison.Ordinal)).Select(l => l.Trim().Replace('\'', '"')).ToList() : examples;
            foreach (var example in whole)
            {
                Assert.StartsWith($"alimenta {string.Join(' ', words)}".TrimEnd(), examples[0], StringComparison.Ordinal);
                var parsed = Program.Root().Parse(example["alimenta ".Length..]);
                Assert.True(parsed.Errors.Count == 0 || example.EndsWith("--help", StringComparison.Ordinal), $"{example}: {string.Join(' ', parsed.Errors.Select(e => e.Message))}");
            }
        }
    }
}
