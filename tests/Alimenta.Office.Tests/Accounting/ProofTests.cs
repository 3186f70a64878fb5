using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Testing;

namespace Alimenta.Office.Tests.Accounting;

/// <summary>The books of a lived county prove themselves; whatever is altered behind their back is found and named.</summary>
public sealed class ProofTests(LivedCounties lived) : IClassFixture<LivedCounties>
{
    [Theory, EachEngine]
    public async Task Books_that_were_lived_prove_themselves(string engine)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        var report = await ProveAsync(database);

        Assert.Equal("", Faults(report));
        Assert.True(report.Ok);
        Assert.Equal(Money.Zero, report.DifferenceCents);
        Assert.All(report.Checks, c => Assert.True(c.Counted > 0, $"{c.Name} looked at nothing"));
        Assert.Equal((8L, 4L), (report.Receipts, report.Cases));
        Assert.Equal(64, report.LedgerHash.Length);
        Assert.True(report.CashOutCents.IsPositive && report.InCustodyCents.IsPositive);
    }

    [Theory, EachEngine]
    public async Task An_empty_book_is_in_order(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var report = await Proof.ProveAsync(database.Store);
        Assert.Equal("", Faults(report));
        Assert.Equal(0, report.Entries);
    }

    /// <summary>What is altered, how, and which checks must find it, naming what.</summary>
    public static TheoryData<string, string, string, string> Tampering => Each(
        ("update journal_line set cents = cents + 1 where account = 'PA' and entry_id = (select min(entry_id) from journal_line where account = 'PA')", "entries-balance entry-hashes case-balances open-items", "entry M:2026-02:26-104-00003-4 version"),
        ("update journal_line set cents = case when cents > 0 then cents + 100 else cents - 100 end where entry_id = (select min(e.id) from journal_entry e where e.kind = 'receipt')", "entry-hashes receipts-conserved custody-balances days-conserved", "receipt:TEST/00001"),
        ("update journal_line set cents = cents * 2 where entry_id = (select min(id) from journal_entry where kind = 'charge')", "entry-hashes posted-is-what-the-facts-demand", "other content"),
        ("update journal_line set month = month + 1 where entry_id = (select min(id) from journal_entry where kind = 'charge') and account in ('current', 'charged')", "entry-hashes open-items", "2026-"),
        ("update journal_line set person_id = (select id from person where number = 'P1' || '2') where account = 'payable.family' and entry_id = (select max(entry_id) from journal_line where account = 'payable.family' and cents < 0 and person_id <> (select id from person where number = 'P12'))", "entry-hashes payables", "payee P12"),
        ("update journal_line set receipt_id = (select min(id) from receipt) where account = 'payable.family' and entry_id = (select min(e.id) from journal_entry e where e.key = 'D:TEST/00002')", "entry-hashes receipts-conserved", "receipt TEST/00002"),
        ("update journal_entry set effective_on = '2026-03-15' where key = 'D:TEST/00001'", "entry-hashes", "D:TEST/00001"),
        ("update journal_entry set effective_on = '2026-03-15' where id = (select min(id) from journal_entry where kind = 'charge')", "entry-hashes posted-is-what-the-facts-demand", "other content"),
        ("update journal_entry set reason = 'another reason' where reverses_version is not null", "entry-hashes", "version 2"),
        ("update journal_entry set detail = substr(detail, 1, 22) where key = 'D:TEST/00001'", "distributions-add-up", "D:TEST/00001"),
        ("update journal_entry set detail = '_' || substr(detail, 2) where key = 'D:TEST/00001'", "posted-is-what-the-facts-demand", "D:TEST/00001"),
        ("update journal_entry set version = 7 where key = 'D:TEST/00002'", "entry-hashes versions", "D:TEST/00002"),
        ("update chain_link set hash = 'x' where seq = 3 and book = 'debt'", "chains", "Debt 3"),
        ("update audit_event set user_name = 'nobody' where seq = 2", "audit-chain", "audit event 2"),
        ("delete from audit_event where seq = 4", "audit-chain", "audit event 5"),
        ("update case_account set na = na + 1 where na > 0", "case-balances", "NA"),
        ("update circle_state set state_text = replace(state_text, '00]', '01]')", "open-items", "is kept"),
        ("delete from case_account where na > 0", "case-balances", "no stored balances"),
        ("update custody_balance set cents = cents + 1 where account = 'cash'", "custody-balances", "account cash"),
        ("update payable set amount = amount + 1 where status = 'open'", "payables", "payable."),
        ("update payable set amount = amount + 1 where id = (select min(id) from payable where status = 'paid' and disbursement_id is not null)", "payments", "payment 2026"),
        ("update payable set status = 'open' where status = 'in_file'", "payables", "issued"),
        ("update disbursement_file set amount = amount + 1 where status = 'released'", "payments", "released by the files"),
        ("update hold set owner = '' where status = 'active'", "holds", "an owner"),
        ("update hold set amount = amount + 1 where reason = 'no_address'", "holds", "NoAddress"),
        ("update hold set status = 'released' where reason = 'unidentified'", "waiting-money-has-a-reason", "held as unidentified"),
        ("update hold set status = 'released' where reason = 'future'", "waiting-money-has-a-reason", "held for months to come"),
        ("update receipt set amount = amount - 1 where natural_key = 'TEST/00003'", "receipts-conserved days-conserved", "TEST/00003"),
        ("update receipt set status = 'identified' where status = 'unidentified'", "receipts-conserved", "is unidentified"),
        ("update obligation_term set amount = amount + 1", "posted-is-what-the-facts-demand", "other content"),
        ("update recovery set amount = amount + 1", "recoveries", "payee"));

    [Theory, MemberData(nameof(Tampering))]
    public async Task What_is_altered_is_found_and_named(string engine, string sql, string checks, string named)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        DropTriggers(database);
        Assert.True(database.ExecuteOnLines(sql) > 0, "nothing was altered");
        var report = await ProveAsync(database);

        Assert.False(report.Ok);
        var failed = report.Checks.Where(c => !c.Ok).Select(c => c.Name).ToHashSet();
        Assert.True(checks.Split(' ').All(failed.Contains), $"found {string.Join(' ', failed)}: {Faults(report)}");
        Assert.Contains(named, Faults(report), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task The_order_of_lines_and_how_they_are_packed_say_nothing(string engine)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        DropTriggers(database);
        Assert.True(database.ExecuteOnLines("update journal_line set line_no = -line_no") > 0);
        Assert.Equal("", Faults(await ProveAsync(database)));
    }

    [Fact]
    public async Task A_line_that_was_removed_is_missed()
    {
        using var database = TestDatabases.CopyOf(lived.On(TestDatabases.Sqlite));
        DropTriggers(database);
        database.ExecuteOnLines("delete from journal_line where entry_id = (select id from journal_entry where key = 'D:TEST/00001') and account = 'payable.family'");
        var report = await ProveAsync(database);
        Assert.Contains(report.Checks, c => c is { Name: "entries-balance", Ok: false } && c.DifferenceCents == Money.Of(400));
    }

    [Fact]
    public async Task The_same_life_gives_the_same_ledger_hash_on_both_engines()
    {
        using var sqlite = TestDatabases.CopyOf(lived.On(TestDatabases.Sqlite));
        using var postgres = TestDatabases.CopyOf(lived.On(TestDatabases.Postgres));
        var one = await ProveAsync(sqlite);
        var other = await ProveAsync(postgres);
        Assert.Equal(one.LedgerHash, other.LedgerHash);
        Assert.Equal(one.Entries, other.Entries);
    }

    private static Task<ProofReport> ProveAsync(TestDatabase database) => Proof.ProveAsync(database.Store, new PolicyDesk(LawStore.BuiltIn), new(ProofPlays.All));

    private static TheoryData<string, string, string, string> Each(params (string Sql, string Checks, string Named)[] rows)
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var engine in (string[])[TestDatabases.Sqlite, TestDatabases.Postgres])
            foreach (var (sql, checks, named) in rows) data.Add(engine, sql, checks, named);
        return data;
    }

    private static void DropTriggers(TestDatabase database)
    {
        foreach (var table in (string[])["journal_entry", "chain_link", "audit_event"])
        {
            if (database.Engine == TestDatabases.Postgres)
            {
                database.Execute($"alter table {table} disable trigger all");
                continue;
            }

            database.Execute($"drop trigger insert_only_update_{table}");
            database.Execute($"drop trigger insert_only_delete_{table}");
        }
    }

    private static string Faults(ProofReport report) =>
        string.Join('\n', report.Checks.Where(c => !c.Ok).SelectMany(c => c.Faults.Select(f => $"{c.Name}: {f.Where}: {f.What}")));
}
