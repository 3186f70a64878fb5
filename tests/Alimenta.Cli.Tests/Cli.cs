using System.Diagnostics;
using System.Text.Json.Nodes;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>What a command said.</summary>
internal sealed record Said(int Code, string Out, string Error)
{
    /// <summary>The one JSON value of the output.</summary>
    public JsonObject Json => JsonNode.Parse(Out)!.AsObject();
}

/// <summary>Runs the program as it lies beside the tests, as a person or a script does.</summary>
internal static class Cli
{
    public static Task<Said> RunAsync(params string[] words) => RunAsync([], words);

    /// <summary>The same with more in the environment.</summary>
    public static async Task<Said> RunAsync(Dictionary<string, string> environment, params string[] words)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "alimenta.dll"), .. words])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = TestFolder.Path,
        };
        start.Environment.Remove("ALIMENTA_DATABASE");
        start.Environment.Remove("ALIMENTA_AGENCY_LAW");
        start.Environment.Remove("ALIMENTA_READ_DATABASE");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var program = Process.Start(start)!;
        program.StandardInput.Close();
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return new(program.ExitCode, await output, await error);
    }

    /// <summary>Runs a command that must do its work, and gives its JSON value.</summary>
    public static async Task<JsonObject> JsonAsync(params string[] words)
    {
        var said = await RunAsync([.. words, "--json"]);
        Assert.True(said.Code == 0, $"{string.Join(' ', words)}: {said.Code} {said.Out} {said.Error}");
        return said.Json;
    }

    /// <summary>A name in the folder of these tests for a file that is not there.</summary>
    public static string NewFile(string end) => Path.Combine(TestFolder.Path, $"{Guid.NewGuid():N}{end}");
}
