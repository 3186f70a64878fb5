using System.Data.Common;
using Alimenta.Ledger;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

/// <summary>Both engines refuse to change what is written, also to someone with the password; tried for each table and way.</summary>
public sealed class AppendOnlyTests
{
    private static readonly string[] Tables = ["journal_entry", "chain_link", "audit_event", "fact_change"];

    [Theory, EachEngine]
    public async Task Books_chains_audit_log_and_history_take_no_change(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await DoorTests.Run(database, context =>
        {
            context.Post(World.Charge(family));
            return Task.CompletedTask;
        });
        foreach (var table in Tables)
        {
            Assert.NotEqual(0L, Convert.ToInt64(database.Scalar($"select count(*) from {table}"), System.Globalization.CultureInfo.InvariantCulture));
            Refused(database, $"update {table} set {Column(table)} = {Column(table)}");
            Refused(database, $"delete from {table}");
            if (engine == TestDatabases.Postgres) Refused(database, $"truncate {table} cascade");
        }
    }

    [Theory, EachEngine]
    public async Task An_entry_that_does_not_balance_is_refused_by_the_engine(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await DoorTests.Run(database, context =>
        {
            context.Post(World.Charge(family));
            return Task.CompletedTask;
        });
        var columns = "commit_id, kind, version, effective_on, recorded_at, circle_id, hash, reason, detail";
        Assert.Equal(1, Insert("""[["current",5,0,1,1,1],["charged",-5,0,1,1,1]]""", 1));
        foreach (var lines in (string[])["[]", """[["current",0],["charged",0]]""", """[["current",5],["cash",-5]]""", """[["current",5],["charged",-4]]""", """[["cash",7]]"""])
        {
            var broken = Assert.ThrowsAny<DbException>(() => Insert(lines, 2));
            Assert.Matches("no lines|needs lines|amount other than nothing|does not balance", broken.Message);
        }

        int Insert(string lines, int number) => database.Execute($"insert into journal_entry (id, key, lines, {columns}) select id + {number}, key || '{number}', '{lines}', {columns} from journal_entry where key = 'charge:1'");
    }

    [Theory, EachEngine]
    public async Task The_view_shows_every_line_as_it_was_posted(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        var month = SupportMonth.Of(2026, 3);
        List<Line> lines = [];
        foreach (var account in Accounts.All)
        {
            var line = new Line(account, new(100 + lines.Count))
            {
                ObligorId = account.Needs.HasFlag(Dimensions.Obligor) ? family.ObligorId : null,
                CaseId = account.Needs.HasFlag(Dimensions.Case) ? family.CaseId : null,
                ObligationId = account.Needs.HasFlag(Dimensions.Obligation) ? family.ObligationId : null,
                PersonId = account.Needs.HasFlag(Dimensions.Person) ? family.CustodianId : null,
                ReceiptId = account.Needs.HasFlag(Dimensions.Receipt) ? 1 : null,
                Month = account.Book == Book.Debt ? month : SupportMonth.Undated,
            };
            lines.AddRange([line, line.Reversed()]);
        }

        await DoorTests.Run(database, async context =>
        {
            await context.BulkAddAsync([new Receipt { NaturalKey = "R1", Amount = new(1), NetAmount = new(1), CollectedOn = World.Today, ReceivedOn = World.Today, RecordedAt = context.Now, Id = 1 }]);
            context.Post(new Entry(EntryKinds.Charge, "all", 1, World.Today, lines) { CircleId = family.CircleId, CaseId = family.CaseId });
        });
        await using var db = database.Store.Read();
        var rows = await db.JournalLines.OrderBy(l => l.LineNo).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(lines, rows.Select(r => r.ToLine()));
        Assert.Equal(lines.Select(l => l.Book), rows.Select(r => r.Book));
    }

    private static string Column(string table) => table == "fact_change" ? "after" : "hash";

    private static void Refused(TestDatabase database, string sql)
    {
        var broken = Assert.ThrowsAny<DbException>(() => database.Execute(sql));
        Assert.Contains("insert-only", broken.Message, StringComparison.Ordinal);
    }
}
