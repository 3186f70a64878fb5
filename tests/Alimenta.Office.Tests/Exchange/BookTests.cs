using System.Text;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Exchange;
using Alimenta.Office.Tests.Accounting;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Exchange;

/// <summary>A whole book moves between the engines and is the same there: same hash, same rows, and the work goes on.</summary>
public sealed class BookTests
{
    private static readonly Actor Mover = new(7, "M. Lindqvist");
    private static readonly string[] ToldThere = ["command_log", "audit_event"];

    [Theory, EachEngine]
    public async Task A_lived_book_moves_to_the_other_engine_with_its_hash_and_every_row(string engine)
    {
        using var here = TestDatabases.Create(engine);
        using var there = TestDatabases.Create(Other(engine));
        var county = await LiveAsync(here);
        var book = await ExportAsync(here.Store);
        var done = await ImportAsync(there.Store, county.Policies, book);
        Assert.True(done.Ok, done.ToString());

        await using var a = here.Store.Read();
        await using var b = there.Store.Read();
        Assert.Equal(await a.LedgerHashAsync(), await b.LedgerHashAsync());
        Assert.Equal(await a.LedgerHashAsync(), done.Value.LedgerHash);

        var proof = await Proof.ProveAsync(there.Store, county.Policies, new(ProofPlays.All));
        Assert.Equal("", string.Join("; ", proof.Checks.SelectMany(c => c.Faults)));

        // Every table is the same but for the two that tell of the import itself, which go on from where the book ended.
        var (before, after) = (Tables(book), Tables(await ExportAsync(there.Store)));
        Assert.Equal(before.Keys, after.Keys);
        foreach (var (table, rows) in before.Where(t => t.Key != "id_block" && !ToldThere.Contains(t.Key))) Assert.Equal(rows, after[table]);
        foreach (var table in ToldThere)
        {
            Assert.Empty(before[table].Except(after[table]));
            Assert.True(after[table].Count > before[table].Count, $"{table} does not tell of the import");
        }

        Assert.True(before["journal_entry"].Count > 15 && before["disbursement"].Count > 0 && before["fact_change"].Count > 10);
    }

    [Theory, EachEngine]
    public async Task Work_goes_on_where_a_book_was_imported(string engine)
    {
        using var here = TestDatabases.Create(Other(engine));
        using var there = TestDatabases.Create(engine);
        var county = await LiveAsync(here);
        Assert.True((await ImportAsync(there.Store, county.Policies, await ExportAsync(here.Store))).Ok);
        var moved = new Bureau(there);
        var people = new[] { await moved.PersonAsync("Ana"), await moved.PersonAsync("Ida") };
        await moved.CaseAsync(people[0], people[1]);
        await using var db = there.Store.Read();
        Assert.Equal(await db.People.CountAsync(), await db.People.Select(p => p.Id).Distinct().CountAsync());
        Assert.Equal("", await moved.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_book_goes_into_an_empty_database_only_and_whole(string engine)
    {
        using var here = TestDatabases.Create(engine);
        var county = await LiveAsync(here);
        var book = await ExportAsync(here.Store);
        Assert.Equal("R-BOOK-NOT-EMPTY", (await ImportAsync(here.Store, county.Policies, book)).Refusal?.Code);

        using var there = TestDatabases.Create(Other(engine));
        var text = Encoding.UTF8.GetString(book);
        await Refused("R-BOOK-FILE", "cut off", text[..^100]);
        await Refused("R-BOOK-FILE", "foot", text.Replace("Circuit Court", "Circuit Cou%t", StringComparison.Ordinal));
        await Refused("R-BOOK-FILE", "follows", text + "{}\n");
        await Refused("R-BOOK-VERSION", "another version", text.Replace("\"schema\":", "\"schema\":9", StringComparison.Ordinal));
        await Refused("R-IMPORT-HEAD", "first line", "[1,2]\n");
        Assert.Equal("dry-run", (await ImportAsync(there.Store, county.Policies, book, dryRun: true)).Value.Status);
        await using var db = there.Store.Read();
        Assert.Equal(0, await db.People.CountAsync());
        Assert.Equal("imported", (await ImportAsync(there.Store, county.Policies, book)).Value.Status);

        async Task Refused(string code, string named, string changed)
        {
            var no = (await ImportAsync(there.Store, county.Policies, Encoding.UTF8.GetBytes(changed))).Refusal;
            Assert.Equal(code, no?.Code);
            Assert.Contains(named, no!.What, StringComparison.Ordinal);
        }
    }

    [Theory, EachEngine]
    public async Task A_book_whose_rows_were_changed_before_it_was_written_does_not_prove_itself(string engine)
    {
        using var here = TestDatabases.Create(engine);
        using var there = TestDatabases.Create(Other(engine));
        var county = await LiveAsync(here);
        here.Execute(engine == TestDatabases.Postgres ? "alter table journal_entry disable trigger all" : "drop trigger insert_only_update_journal_entry");
        here.ExecuteOnLines("update journal_line set cents = cents * 2 where entry_id = (select min(entry_id) from journal_line)");
        var no = (await ImportAsync(there.Store, county.Policies, await ExportAsync(here.Store))).Refusal;
        Assert.Equal("R-BOOK-CHAIN", no?.Code);
    }

    [Fact]
    public async Task No_password_session_or_token_leaves_and_every_table_is_accounted_for()
    {
        using var here = TestDatabases.Create(TestDatabases.Sqlite);
        await using (var users = here.Store.ForSignIn())
        {
            users.Add(new User { Id = 7, UserName = "lindqvist", NormalizedUserName = "LINDQVIST", DisplayName = "M. Lindqvist", PasswordHash = "hash-of-a-password", SecurityStamp = "the-stamp" });
            await users.SaveChangesAsync();
        }

        var text = Encoding.UTF8.GetString(await ExportAsync(here.Store));
        Assert.Contains("lindqvist", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hash-of-a-password", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the-stamp", text, StringComparison.Ordinal);

        await using var db = here.Store.Read();
        var all = db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Order(StringComparer.Ordinal);
        Assert.Equal(all, BookTable.Of(db).Select(t => t.Name).Concat(BookTable.LeftOut.Keys).Order(StringComparer.Ordinal));
        Assert.Equal("book.export", (await db.AuditEvents.SingleAsync()).Action);
    }

    private static async Task<SmallCounty> LiveAsync(TestDatabase database)
    {
        var county = await SmallCounty.OpenAsync(database, new(2026, 1, 5));
        var first = await county.FamilyAsync(400, new(2026, 1, 1));
        var second = await county.FamilyAsync(250, new(2026, 1, 1), custodian: first.CustodianId, circle: first.CircleId);
        var third = await county.FamilyAsync(300, new(2026, 1, 1), "us-or");
        await county.ReceiveAsync(first, 400);
        await county.ReceiveAsync(null, 77);
        await county.ReceiveAsync(third, 900);
        await county.PayOutAsync();
        await county.DayAsync(new(2026, 2, 10));
        await county.ReceiveAsync(second, 100, cents: 33);
        await county.AssistAsync(third, new(2026, 1, 1), null);
        await county.GrantAsync(third, new(2026, 1, 1), 250);
        await county.PayOutAsync();
        return county;
    }

    private static async Task<byte[]> ExportAsync(AlimentaStore store)
    {
        using var to = new MemoryStream();
        await Transfer.ExportAsync(store, to, ExportKind.Book, Mover);
        return to.ToArray();
    }

    private static Task<Outcome<ImportReport>> ImportAsync(AlimentaStore store, PolicyDesk policies, byte[] book, bool dryRun = false) =>
        Transfer.ImportAsync(store, policies, new MemoryStream(book), new($"move-{Guid.NewGuid():N}", Mover, "moved"), new() { DryRun = dryRun });

    private static Dictionary<string, List<string>> Tables(byte[] book)
    {
        var tables = new Dictionary<string, List<string>>();
        List<string> rows = [];
        foreach (var line in Encoding.UTF8.GetString(book).Split('\n'))
        {
            if (line.StartsWith("{\"table\":\"", StringComparison.Ordinal)) tables[line.Split('"')[3]] = rows = [];
            else if (line.StartsWith('[')) rows.Add(line);
        }

        return tables;
    }

    private static string Other(string engine) => engine == TestDatabases.Sqlite ? TestDatabases.Postgres : TestDatabases.Sqlite;
}
