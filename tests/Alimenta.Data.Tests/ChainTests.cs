using Alimenta.Testing;

namespace Alimenta.Data.Tests;

/// <summary>The proof finds what a person with the password changed, with every guard of the engine taken down first.</summary>
public sealed class ChainTests
{
    public static TheoryData<string, string, string> Tampering()
    {
        (string Sql, string Found)[] all =
        [
            ("update journal_line set cents = cents * 2", "not as it was written"),
            ("update journal_line set cents = cents + 1 where line_no = 1", "does not balance"),
            ("update journal_line set account = 'NA' where account = 'current'", "not as it was written"),
            ("update journal_line set account = 'nonsense' where account = 'current'", "the chart does not have"),
            ("update journal_line set month = month + 1", "not as it was written"),
            ("update journal_line set case_id = null", "does not name its Case"),
            ("update journal_entry set effective_on = '2020-01-01' where key = 'charge:2'", "not as it was written"),
            ("update journal_entry set reason = 'x' where key = 'charge:2'", "not as it was written"),
            ("update journal_entry set version = 2 where key = 'charge:2'", "not as it was written"),
            ("update journal_entry set hash = prev.hash from (select hash from journal_entry where key = 'charge:1') as prev where key = 'charge:2'", "not as it was written"),
            ("delete from journal_line where entry_id in (select id from journal_entry where key = 'charge:2')", "no lines"),
            ("update journal_entry set lines = '[[' where key = 'charge:2'", "cannot be read"),
            ("delete from journal_line where entry_id in (select id from journal_entry where key = 'charge:2'); delete from journal_entry where key = 'charge:2'", "its entries are missing"),
            ("update chain_link set hash = 'x' where seq = 2", "does not fit"),
            ("update chain_link set entry_count = 5 where seq = 2", "does not fit"),
            ("delete from chain_link where seq = 2", "no link of the chain covers it"),
            ("delete from chain_link where seq = 2", "the link before it is missing"),
            ("update chain_link set prev_hash = 'x' where seq = 3", "does not follow"),
            ("update audit_event set detail = 'x' where seq = 2", "not as it was written"),
            ("delete from audit_event where seq = 2", "the event before it is missing"),
            ("update person set number = 'P99' where number = 'P11'", "not as it was written"),
        ];
        var data = new TheoryData<string, string, string>();
        foreach (var (sql, found) in all)
        {
            data.Add(TestDatabases.Sqlite, sql, found);
            data.Add(TestDatabases.Postgres, sql, found);
        }

        return data;
    }

    [Theory, MemberData(nameof(Tampering))]
    public async Task A_change_behind_the_back_is_found(string engine, string sql, string found)
    {
        using var database = await WrittenAsync(engine);
        Assert.True((await ProveAsync(database)).Ok);
        TakeGuardsDown(database);
        Assert.NotEqual(0, database.ExecuteOnLines(sql));

        var report = await ProveAsync(database);
        Assert.False(report.Ok);
        Assert.Contains(report.Problems, p => p.What.Contains(found, StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task A_proof_says_what_it_looked_at(string engine)
    {
        using var database = await WrittenAsync(engine);
        var report = await ProveAsync(database);
        Assert.Equal((3, 6, 3, 4, true), (report.Entries, report.Lines, report.Links, report.AuditEvents, report.Ok));
    }

    [Theory, EachEngine]
    public async Task However_small_the_pages_every_commit_is_looked_at_once_and_whole(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        foreach (var (commit, size) in ((int, int)[])[(1, 2), (2, 3), (3, 1), (4, 2)])
        {
            await DoorTests.Run(database, context =>
            {
                for (var n = 1; n <= size; n++) context.Post(World.Charge(family, 100 * commit + n, $"charge:{commit}:{n}"));
                return Task.CompletedTask;
            }, $"k{commit}");
        }

        foreach (var (entries, links) in ((int, int)[])[(1, 1), (1, 2), (2, 1), (2, 3), (3, 2), (100, 100)])
        {
            await using var snapshot = await database.Store.SnapshotAsync();
            var report = await new ChainProof(snapshot.Db) { PageOfEntries = entries, PageOfLinks = links }.RunAsync();
            Assert.Equal((8, 16, 4, true), (report.Entries, report.Lines, report.Links, report.Ok));
        }
    }

    private static async Task<TestDatabase> WrittenAsync(string engine)
    {
        var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        for (var i = 1; i <= 3; i++)
        {
            await DoorTests.Run(database, context =>
            {
                context.Post(World.Charge(family, 40_000 + i, $"charge:{i}"));
                return Task.CompletedTask;
            }, $"k{i}");
        }

        return database;
    }

    private static async Task<ChainReport> ProveAsync(TestDatabase database)
    {
        await using var snapshot = await database.Store.SnapshotAsync();
        return await new ChainProof(snapshot.Db).RunAsync();
    }

    private static void TakeGuardsDown(TestDatabase database)
    {
        foreach (var table in (string[])["journal_entry", "chain_link", "audit_event"])
        {
            database.Execute(database.Engine == TestDatabases.Postgres
                ? $"alter table {table} disable trigger all"
                : $"drop trigger insert_only_update_{table}; drop trigger insert_only_delete_{table}");
        }
    }
}
