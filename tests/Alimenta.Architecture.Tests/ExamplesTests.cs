using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

/// <summary>What a page shows is what the program does.</summary>
public partial class ExamplesTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [Fact]
    public void The_example_of_a_replay_gives_what_its_page_shows()
    {
        const string Page = "docs/interfaces/replay.md";
        var text = Repository.Text(Page).ReplaceLineEndings("\n");
        var blocks = Block().Matches(text).Select(m => m.Groups[1]).ToList();
        Assert.Equal(2, blocks.Count);
        var answer = JsonNode.Parse(Alimenta(blocks[0].Value, "replay", "-", "--json"))!.AsObject();
        Assert.True(answer.Remove("steps"));
        Golden.Is(Page, text[..blocks[1].Index] + answer.ToJsonString(Indented) + text[(blocks[1].Index + blocks[1].Length)..]);
    }

    /// <summary>Runs the program as it lies beside the tests.</summary>
    private static string Alimenta(string input, params string[] arguments)
    {
        using var program = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "alimenta.dll"), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        program.StandardInput.Write(input);
        program.StandardInput.Close();
        var output = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return program.ExitCode == 0 ? output : throw new InvalidOperationException($"alimenta {string.Join(' ', arguments)} ended with {program.ExitCode}: {output}");
    }
}
