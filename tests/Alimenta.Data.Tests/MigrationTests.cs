using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

public sealed class MigrationTests
{
    // ALIMENTA_WRITE_SCHEMA=1 writes the first script anew; later changes of the model are further scripts.
    [Theory, EachEngine]
    public void The_first_script_is_the_model(string engine)
    {
        using var database = TestDatabases.CreateEmpty(engine);
        using var db = database.Store.Read();
        var expected = db.Database.GenerateCreateScript().ReplaceLineEndings("\n").Trim() + "\n";
        var file = Path.Combine(Repository.Root, "src", engine == TestDatabases.Sqlite ? "Alimenta.Data.Sqlite" : "Alimenta.Data.Postgres", "Migrations", "0001_initial.sql");
        if (Environment.GetEnvironmentVariable("ALIMENTA_WRITE_SCHEMA") == "1") File.WriteAllText(file, expected);
        Assert.Equal(expected, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }
}
