using System.Data.Common;
using Alimenta.Testing;

namespace Alimenta.Data.Tests;

/// <summary>Both engines refuse to change what is written, also to someone with the password; tried for each table and way.</summary>
public sealed class AppendOnlyTests
{
    private static readonly string[] Tables = ["journal_entry", "journal_line", "chain_link", "audit_event", "fact_change"];

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
    public async Task A_line_of_nothing_is_refused_by_the_engine(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await DoorTests.Run(database, context =>
        {
            context.Post(World.Charge(family));
            return Task.CompletedTask;
        });
        var broken = Assert.ThrowsAny<DbException>(() => database.Execute("insert into journal_line (entry_id, line_no, book, account, month, cents) select entry_id, 9, book, account, month, 0 from journal_line where line_no = 1"));
        Assert.DoesNotContain("syntax", broken.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task PostgreSQL_refuses_lines_that_do_not_balance()
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        var family = await database.FamilyAsync();
        await DoorTests.Run(database, context =>
        {
            context.Post(World.Charge(family));
            return Task.CompletedTask;
        });
        var broken = Assert.ThrowsAny<DbException>(() => database.Execute(
            "insert into journal_line (entry_id, line_no, book, account, month, cents) select entry_id, 9, book, account, month, 5 from journal_line where line_no = 1"));
        Assert.Contains("does not balance in the debt book: it is off by 5 cents", broken.Message, StringComparison.Ordinal);
    }

    private static string Column(string table) => table == "journal_line" ? "cents" : table == "fact_change" ? "after" : "hash";

    private static void Refused(TestDatabase database, string sql)
    {
        var broken = Assert.ThrowsAny<DbException>(() => database.Execute(sql));
        Assert.Contains("insert-only", broken.Message, StringComparison.Ordinal);
    }
}
