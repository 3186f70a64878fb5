using Alimenta.Cli.Tests;
using Alimenta.Testing;

[assembly: AssemblyFixture(typeof(Lived))]

namespace Alimenta.Cli.Tests;

/// <summary>A made-up county of 30 families by the command that makes it, and its book.</summary>
public sealed class Lived : IAsyncLifetime
{
    /// <summary>The SQLite file.</summary>
    public string Database { get; } = Cli.NewFile(".db");

    /// <summary>Its book as a file.</summary>
    public string Book { get; } = Cli.NewFile(".book.jsonl");

    /// <summary>The ledger hash that the demonstration named.</summary>
    public string Hash { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Hash = (string)(await Cli.JsonAsync("demo", "--cases", "30", "--no-serve", "--database", Database))["ledger_hash"]!;
        var exported = await Cli.JsonAsync("export", "--out", Book, "--database", Database);
        Assert.Equal(Hash, (string)exported["ledger_hash"]!);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var file in Directory.GetFiles(TestFolder.Path, Path.GetFileName(Database) + "*").Append(Book)) File.Delete(file);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A place for a database of an engine in which nothing is yet, no schema either; it goes in the end.</summary>
internal sealed class Place : IDisposable
{
    private readonly TestDatabase _database;

    public Place(string engine)
    {
        _database = TestDatabases.CreateEmpty(engine);
        using var connection = _database.Store.Engine.Connect();
        Address = engine == TestDatabases.Sqlite ? connection.DataSource : connection.ConnectionString;
    }

    /// <summary>What stands after --database.</summary>
    public string Address { get; }

    public TestDatabase Database => _database;

    public void Dispose() => _database.Dispose();
}
