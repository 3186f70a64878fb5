using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Alimenta.Cli.Tests;

/// <summary>An agency's own law: every command takes it, from the option or the environment, and none begins over a faulty folder.</summary>
public sealed class AgencyLawTests(Lived lived)
{
    private const string Figure = """
        { "id": "agency/policy/federal-share", "says": "The federal share of this agency.", "unit": "ppm", "citation": "81 FR 80078", "status": "verified", "source": "Made up for a test",
          "values": [ { "from": "2024-10-01", "value": 600000 } ] }
        """;

    [Theory]
    [InlineData("prove")]
    [InlineData("serve", "--address", "http://127.0.0.1:0")]
    [InlineData("worker", "--once")]
    [InlineData("batch", "accrual")]
    [InlineData("disburse", "--preview")]
    [InlineData("explain", "receipt", "1")]
    [InlineData("demo", "--cases", "1")]
    [InlineData("bench", "--guidelines")]
    public async Task No_command_begins_over_a_faulty_folder(params string[] words)
    {
        var folder = Folder("odd.jsonc", "{ }");
        var database = Cli.NewFile(".db");
        var takes = words[0] == "bench" ? Array.Empty<string>() : ["--database", database];
        var said = await Cli.RunAsync([.. words, .. takes, "--agency", folder, "--json"]);
        Assert.Equal((1, "R-AGENCY-LAW"), (said.Code, (string)said.Json["code"]!));
        Assert.Contains("law/agency/policy/odd.jsonc:1:1", (string)said.Json["what"]!, StringComparison.Ordinal);
        Assert.False(File.Exists(database));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused() =>
        Assert.Equal("R-NO-FOLDER", (string)(await Cli.RunAsync("prove", "--database", lived.Database, "--agency", "nowhere", "--json")).Json["code"]!);

    [Fact]
    public async Task The_pages_say_the_version_of_the_law_with_the_agencys_own()
    {
        var folder = Folder("federal-share.jsonc", Figure);
        var product = await ServedAsync(("ALIMENTA_AGENCY_LAW", ""));
        var byOption = await ServedAsync(("ALIMENTA_AGENCY_LAW", ""), "--agency", folder);
        var byEnvironment = await ServedAsync(("ALIMENTA_AGENCY_LAW", folder));
        Assert.Equal(Alimenta.Law.LawStore.BuiltIn.Version, product);
        Assert.NotEqual(product, byOption);
        Assert.Equal(byOption, byEnvironment);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_list_of_the_law_names_the_agencys_figures()
    {
        var folder = Folder("federal-share.jsonc", Figure);
        Assert.Contains((await Cli.JsonAsync("law", "list", "--agency", folder))["parameters"]!.AsArray(), p => (string)p!["id"]! == "agency/policy/federal-share");
        Assert.Equal("60 %", (string)(await Cli.JsonAsync("law", "show", "agency/policy/federal-share", "--agency", folder))["values"]![0]!["value"]!);
        Directory.Delete(folder, recursive: true);
    }

    private static string Folder(string name, string text)
    {
        var folder = Cli.NewFile("");
        Directory.CreateDirectory(Path.Combine(folder, "policy"));
        File.WriteAllText(Path.Combine(folder, "policy", name), text);
        return folder;
    }

    /// <summary>Starts the server, takes the law version that it tells, and ends it.</summary>
    private async Task<string> ServedAsync((string Name, string Value) environment, params string[] more)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "alimenta.dll"), "serve", "--demo", "--address", "http://127.0.0.1:0", "--database", lived.Database, "--json", .. more])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment[environment.Name] = environment.Value;
        using var program = Process.Start(start)!;
        program.ErrorDataReceived += (_, _) => { };
        program.BeginErrorReadLine();
        try
        {
            var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            return (string)JsonNode.Parse(line ?? "{}")!["law_version"]!;
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
