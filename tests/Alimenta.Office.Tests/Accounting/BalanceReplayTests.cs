using Alimenta.Office.Accounting;
using Alimenta.Testing;

namespace Alimenta.Office.Tests.Accounting;

/// <summary>Kept balances against the entries, quickly: what is off is found and named on both engines.</summary>
public sealed class BalanceReplayTests(LivedCounties lived) : IClassFixture<LivedCounties>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task After_a_long_life_every_balance_is_what_its_entries_come_to(string engine)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        var report = await BalanceReplay.RunAsync(database.Store, Cancel);
        Assert.Empty(report.Differences);
        Assert.True(report is { Ok: true, Cases: 4, Entries: > 30 });
        Assert.Equal(Convert.ToInt64(database.Scalar("select count(*) from journal_line"), System.Globalization.CultureInfo.InvariantCulture), report.Lines);
    }

    public static TheoryData<string, string, string> Altered()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var engine in (string[])[TestDatabases.Sqlite, TestDatabases.Postgres])
        {
            data.Add(engine, "update case_account set na = na + 1 where case_id = (select min(case_id) from case_account where na > 0)", "NA");
            data.Add(engine, "delete from case_account where case_id = (select min(case_id) from case_account where na > 0)", "NA");
            data.Add(engine, "update custody_balance set cents = cents + 1 where account = 'cash'", "account cash");
            data.Add(engine, "update journal_line set cents = cents + 1 where account = 'PA' and entry_id = (select min(entry_id) from journal_line where account = 'PA')", "PA");
        }

        return data;
    }

    [Theory, MemberData(nameof(Altered))]
    public async Task What_is_off_is_found_and_named(string engine, string sql, string named)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        database.Execute(engine == TestDatabases.Postgres ? "alter table journal_entry disable trigger all" : "drop trigger insert_only_update_journal_entry");
        Assert.True(database.ExecuteOnLines(sql) > 0);
        var report = await BalanceReplay.RunAsync(database.Store, Cancel);
        Assert.False(report.Ok);
        Assert.Contains(report.Differences, d => d.Where.EndsWith(named, StringComparison.Ordinal) && d.Kept != d.Made);
    }

    [Fact]
    public async Task Lines_that_cannot_be_read_are_not_passed_over()
    {
        using var database = TestDatabases.CopyOf(lived.On(TestDatabases.Sqlite));
        database.Execute("drop trigger insert_only_update_journal_entry");
        database.Execute("update journal_entry set lines = '[[\"PA\",5' where id = (select min(id) from journal_entry)");
        await Assert.ThrowsAsync<Alimenta.Ledger.LedgerException>(() => BalanceReplay.RunAsync(database.Store, Cancel));
    }
}
