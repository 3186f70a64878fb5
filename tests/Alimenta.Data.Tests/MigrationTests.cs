using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

public sealed class MigrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // What the framework would make of the model stands in the scripts word for word: tables that came later in the script that made them, all else in the first.
    // ALIMENTA_WRITE_SCHEMA=1 writes the first script anew, until the first release.
    [Theory, EachEngine]
    public void The_scripts_are_the_model(string engine)
    {
        using var database = TestDatabases.CreateEmpty(engine);
        using var db = database.Store.Read();
        var folder = Path.Combine(Repository.Root, "src", engine == TestDatabases.Sqlite ? "Alimenta.Data.Sqlite" : "Alimenta.Data.Postgres", "Migrations");
        var later = string.Concat(Directory.GetFiles(folder, "*.sql").Where(f => !f.EndsWith("0001_initial.sql", StringComparison.Ordinal)).Select(f => File.ReadAllText(f).ReplaceLineEndings("\n")));
        var statements = db.Database.GenerateCreateScript().ReplaceLineEndings("\n").Trim().Split("\n\n\n");
        var expected = string.Join("\n\n\n", statements.Where(s => !later.Contains(s, StringComparison.Ordinal))) + "\n";
        var file = Path.Combine(folder, "0001_initial.sql");
        if (Environment.GetEnvironmentVariable("ALIMENTA_WRITE_SCHEMA") == "1") File.WriteAllText(file, expected);
        Assert.Equal(expected, File.ReadAllText(file).ReplaceLineEndings("\n"));
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
