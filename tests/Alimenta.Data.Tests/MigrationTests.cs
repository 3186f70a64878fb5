using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

public sealed class MigrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // What the framework would make of the model stands in the scripts word for word: tables that came later in the script that made them, all else in the first.
    [Theory, EachEngine]
    public void The_scripts_are_the_model(string engine)
    {
        using var database = TestDatabases.CreateEmpty(engine);
        using var db = database.Store.Read();
        var scripts = database.Store.Engine.Migrations.Select(m => m.Sql.ReplaceLineEndings("\n")).ToList();
        var statements = db.Database.GenerateCreateScript().ReplaceLineEndings("\n").Trim().Split("\n\n\n");
        Assert.Equal([], statements.Where(s => !scripts.Any(script => script.Contains(s, StringComparison.Ordinal))));
        Assert.Equal(string.Join("\n\n\n", statements.Where(s => !scripts.Skip(1).Any(script => script.Contains(s, StringComparison.Ordinal)))) + "\n", scripts[0]);
    }

    // A database keeps the checksum of each script and refuses another one under the same number. A script that has landed is left alone: what it lacks comes with the next.
    // ALIMENTA_UPDATE_GOLDEN=1 adds those that are new, and changes no line.
    [Fact]
    public void Scripts_that_have_landed_are_as_they_were()
    {
        var file = Path.Combine(Repository.Root, "tests", "Alimenta.Data.Tests", "migrations.golden.txt");
        var landed = File.Exists(file) ? File.ReadAllLines(file) : [];
        List<string> now = [];
        foreach (var engine in (string[])[TestDatabases.Sqlite, TestDatabases.Postgres])
        {
            using var database = TestDatabases.CreateEmpty(engine);
            now.AddRange(database.Store.Engine.Migrations.Select(m => $"{engine} {m.Number:0000}_{m.Name} {Migrator.Checksum(m)}"));
        }

        Assert.Equal([], landed.Except(now));
        if (Environment.GetEnvironmentVariable("ALIMENTA_UPDATE_GOLDEN") == "1") File.AppendAllLines(file, now.Except(landed));
        Assert.Equal(now.Order(StringComparer.Ordinal), File.ReadAllLines(file).Order(StringComparer.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Migrating_twice_does_nothing_the_second_time(string engine)
    {
        using var database = TestDatabases.CreateEmpty(engine);
        var migrator = new Migrator(database.Store);
        var all = database.Store.Engine.Migrations;
        Assert.Equal(all, await migrator.PendingAsync(Cancel));
        Assert.Equal(all, await migrator.ApplyAsync(Cancel));
        Assert.Equal([], await migrator.ApplyAsync(Cancel));
        Assert.Equal([], await migrator.PendingAsync(Cancel));
        await using var db = database.Store.Read();
        Assert.Equal(all.Select(m => (m.Number, m.Name)), (await db.SchemaVersions.OrderBy(v => v.Number).ToListAsync(Cancel)).Select(v => (v.Number, v.Name)));
    }

    [Theory, EachEngine]
    public async Task Killed_at_every_place_and_started_again_it_goes_on(string engine)
    {
        var places = 0;
        while (true)
        {
            using var database = TestDatabases.CreateEmpty(engine);
            var crash = new CrashAt(places + 1);
            var died = await Record.ExceptionAsync(() => new Migrator(database.Another(crash)).ApplyAsync(Cancel));
            await new Migrator(database.Another()).ApplyAsync(Cancel);
            Assert.Equal([], await new Migrator(database.Store).PendingAsync(Cancel));
            await database.FamilyAsync();
            if (died is null) break;
            Assert.IsType<SimulatedCrash>(died);
            places++;
        }

        // Before and after the script, and before the commit, of each.
        using var whole = TestDatabases.CreateEmpty(engine);
        Assert.Equal(3 * whole.Store.Engine.Migrations.Count, places);
    }

    [Theory, EachEngine]
    public async Task Two_that_start_at_once_wait_for_each_other(string engine)
    {
        using var database = TestDatabases.CreateEmpty(engine);
        var applied = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => new Migrator(database.Another()).ApplyAsync(Cancel), Cancel)));
        Assert.Equal(database.Store.Engine.Migrations.Count, applied.Sum(a => a.Count));
    }

    [Theory, EachEngine]
    public async Task A_database_of_another_or_a_newer_program_is_refused(string engine)
    {
        using var database = TestDatabases.Create(engine);
        database.Execute("update schema_version set checksum = 'x' where number = 1");
        var other = await Assert.ThrowsAsync<InvalidOperationException>(() => new Migrator(database.Store).ApplyAsync(Cancel));
        Assert.Contains("do not belong together", other.Message, StringComparison.Ordinal);
        database.Execute("delete from schema_version where number = 1; insert into schema_version (number, name, checksum, applied_at) values (9999, 'later', 'x', '')");
        var newer = await Assert.ThrowsAsync<InvalidOperationException>(() => new Migrator(database.Store).PendingAsync(Cancel));
        Assert.Contains("use the newer program", newer.Message, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public void Every_table_of_the_model_that_may_not_change_has_its_guard(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var guarded = engine == TestDatabases.Postgres
            ? "select count(distinct event_object_table) from information_schema.triggers where trigger_name = 'insert_only'"
            : "select count(*) from sqlite_master where type = 'trigger' and name like 'insert_only_update_%'";
        Assert.Equal(5L, Convert.ToInt64(database.Scalar(guarded), System.Globalization.CultureInfo.InvariantCulture));
    }
}
