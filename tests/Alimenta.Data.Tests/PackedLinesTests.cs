using System.Globalization;
using Alimenta.Ledger;
using Alimenta.Testing;

namespace Alimenta.Data.Tests;

/// <summary>Lines are packed into the row of their entry and come out as they went in: to the program, and to whoever reads in SQL.</summary>
public sealed class PackedLinesTests
{
    private const int Entries = 200;

    [Fact]
    public void A_line_that_names_the_same_as_the_one_before_says_so()
    {
        var family = new World.Family(11, 12, 13, 14, 15, 16);
        Assert.Equal("""[["current",40000,24322,16,13,11],["charged",-40000,-1]]""", PackedLines.Write(World.Charge(family).Lines));
        Assert.Equal("""[["cash",5],["unidentified",-5,0,0,0,0,0,7]]""", PackedLines.Write([new(Accounts.Cash, new(5)), new(Accounts.Unidentified, new(-5)) { ReceiptId = 7 }]));
        Assert.Equal("""[["cash",5],["issued",-5]]""", PackedLines.Write([new(Accounts.Cash, new(5)), new(Accounts.Issued, new(-5))]));
    }

    [Fact]
    public void Lines_that_name_everything_are_read_too()
    {
        var lines = PackedLines.Read(3, """[["current",40000,24322,16,13,11],["charged",-40000,24322,16,13,11]]""").ConvertAll(l => l.ToLine());
        Assert.Equal(World.Charge(new World.Family(11, 12, 13, 14, 15, 16)).Lines, lines);
    }

    [Theory]
    [InlineData("""[["charged",-40000,-1]]""")]
    [InlineData("""[["cash",5],["charged",-5,-1]]""")]
    [InlineData("""[["current",5,24322,16,13,11],["charged",-5,-1,16]]""")]
    [InlineData("""[["current",5""")]
    public void What_was_never_written_is_refused(string text) =>
        Assert.Contains("entry 9", Assert.Throws<LedgerException>(() => PackedLines.Read(9, text)).Message, StringComparison.Ordinal);

    [Theory, EachEngine]
    public async Task Sql_reads_the_lines_as_the_program_does(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var families = new[] { await database.FamilyAsync(), await database.FamilyAsync(2) };
        var dice = new Random(20261123);
        var entries = Enumerable.Range(0, Entries).Select(n => Made(families[n % 2], dice, n)).ToList();
        var posted = await database.Store.Commands.RunAsync<bool>(new("post", "test.post", new { }, World.Worker, "lines of every kind"), async ctx =>
        {
            await ctx.LockCirclesAsync([.. families.Select(f => f.CircleId)]);
            foreach (var entry in entries) ctx.Post(entry);
            return true;
        });
        Assert.Null(posted.Refusal);

        using var connection = database.Store.Engine.Connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select entry_key, line_no, account, cents, month, coalesce(obligation_id, 0), coalesce(case_id, 0), coalesce(obligor_id, 0), coalesce(person_id, 0), coalesce(receipt_id, 0), book from journal_line where entry_key like 'made:%' order by entry_id, line_no";
        using var rows = command.ExecuteReader();
        var read = new List<string>();
        while (rows.Read()) read.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(i => Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture))));
        Assert.Equal(entries.SelectMany(Told), read);
    }

    private static IEnumerable<string> Told(Entry entry) => entry.Lines.Select((l, i) => string.Create(
        CultureInfo.InvariantCulture, $"{entry.Key}|{i + 1}|{l.Account.Code}|{l.Amount.Cents}|{l.Month.Number}|{l.ObligationId ?? 0}|{l.CaseId ?? 0}|{l.ObligorId ?? 0}|{l.PersonId ?? 0}|{l.ReceiptId ?? 0}|{(l.Book == Book.Debt ? "debt" : "custody")}"));

    /// <summary>Pairs of lines that move an amount, some of one debt one after another, some of others between them.</summary>
    private static Entry Made(World.Family family, Random dice, int n)
    {
        var lines = new List<Line>();
        for (var pairs = dice.Next(1, 5); pairs > 0; pairs--)
        {
            var amount = new Money(dice.Next(1, 90_000));
            var line = dice.Next(3) switch
            {
                0 => new Line(Accounts.UraTanf, amount) { PersonId = family.CustodianId },
                _ => new Line(Accounts.NeverAssigned, amount) { ObligorId = family.ObligorId, CaseId = family.CaseId, ObligationId = family.ObligationId, Month = new(24_300 + dice.Next(3)) },
            };
            lines.Add(line);
            lines.Add(line with { Account = line.Account == Accounts.UraTanf ? Accounts.AssistancePaid : Accounts.Current, Amount = -amount });
        }

        if (dice.Next(2) == 0) lines.Reverse();
        return new(EntryKinds.MonthEnd, $"made:{n}", 1, World.Today, Line.Net(lines)) { CaseId = family.CaseId, CircleId = family.CircleId };
    }
}
