using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>What may not be read from is refused before the server starts.</summary>
public sealed class ReadDatabaseTests(Lived lived)
{
    [Fact]
    public async Task A_file_has_no_follower_and_is_none()
    {
        var file = Cli.NewFile(".db");
        await RefusedAsync("R-READ-SQLITE", [], "--database", lived.Database, "--read-database", "postgres://alimenta@127.0.0.1:1/alimenta");
        await RefusedAsync("R-READ-SQLITE", new() { ["ALIMENTA_READ_DATABASE"] = "postgres://alimenta@127.0.0.1:1/alimenta" }, "--database", lived.Database);
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        await RefusedAsync("R-READ-ADDRESS", [], "--database", Address(database.Name), "--read-database", file);
    }

    [Fact]
    public async Task A_server_that_can_be_written_to_is_no_follower()
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        await RefusedAsync("R-READ-NO-FOLLOWER", [], "--database", Address(database.Name), "--read-database", Address(database.Name));
        await RefusedAsync("R-DATABASE", [], "--database", Address(database.Name), "--read-database", Address("no_such_database"));
    }

    private static string Address(string name) => $"postgres://postgres@127.0.0.1:{PostgresCluster.Shared.Port}/{name}";

    private static async Task RefusedAsync(string code, Dictionary<string, string> environment, params string[] words)
    {
        var said = await Cli.RunAsync(environment, ["serve", "--demo", "--address", "http://127.0.0.1:0", "--json", .. words]);
        Assert.True(said.Code == 1, $"{said.Code} {said.Out} {said.Error}");
        Assert.Equal(code, (string?)said.Json["code"]);
    }
}
