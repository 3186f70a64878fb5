using Alimenta.Data;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>Payment files: posted whole and once, identified by rule, never refused for want of a match.</summary>
public sealed class ReceiveFileTests
{
    private const string Ssn = "880011234";

    private static async Task<(Bureau Bureau, Household Family)> OpenAsync(TestDatabase database)
    {
        var bureau = await Bureau.OpenAsync(database);
        var obligor = await bureau.PersonAsync(ssn: Ssn);
        return (bureau, await bureau.FamilyAsync(400, obligor));
    }

    private static Task<Outcome<FileReceived>> ReceiveAsync(Bureau bureau, byte[] file, string name = "PAY.ach") => new ReceiveFile(bureau.Store, bureau.Policies).RunAsync(name, file, Bureau.Worker);

    [Theory, EachEngine]
    public async Task A_payment_that_names_its_case_is_distributed_and_the_file_counts_once(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await OpenAsync(database);
        var file = EmployerFile.Of(Bureau.Today, EmployerFile.Ded(family.Case, 250, Ssn));

        var first = await Bureau.Must(ReceiveAsync(bureau, file));
        Assert.Equal(("posted", 1, 1, Money.Of(250)), (first.Status, first.Receipts, first.Identified, first.AmountCents));
        var account = await bureau.AccountAsync(family.Case);
        Assert.Equal(Money.Of(400 * 3 - 250), account.Current + account.Na);

        var again = await Bureau.Must(ReceiveAsync(bureau, file, "OTHER-NAME.ach"));
        Assert.Equal(("duplicate", 0), (again.Status, again.Receipts));
        Assert.Contains("PAY.ach", again.DuplicateOf, StringComparison.Ordinal);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task Segments_without_money_say_what_they_say_and_stop_no_payment(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await OpenAsync(database);
        var left = EmployerFile.Ded(family.Case, 0, Ssn, left: true);
        var file = EmployerFile.Several(Bureau.Today, left, EmployerFile.Ded(family.Case, 250, Ssn), left);

        var done = await Bureau.Must(ReceiveAsync(bureau, file));
        Assert.Equal(("posted", 1, 1, Money.Of(250)), (done.Status, done.Receipts, done.Identified, done.AmountCents));
        Assert.Equal(("posted", 1, 0), (await Bureau.Must(ReceiveAsync(bureau, EmployerFile.Several(Bureau.Today.AddDays(1), left, left), "ZERO.ach")) is var news ? (news.Status, news.Items, news.Receipts) : default));
        await using var db = bureau.Store.Read();
        Assert.Equal(4, await db.CaseEvents.CountAsync(e => e.Kind == "employment-ended"));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task The_same_item_under_a_new_header_is_recognised_and_the_new_one_beside_it_is_posted(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await OpenAsync(database);
        var item = EmployerFile.Ded(family.Case, 250, Ssn);
        await Bureau.Must(ReceiveAsync(bureau, EmployerFile.Of(Bureau.Today, item)));
        var second = await Bureau.Must(ReceiveAsync(bureau, EmployerFile.Of(Bureau.Today, 'B', item, EmployerFile.Ded(family.Case, 60, Ssn, paid: Bureau.Today.AddDays(-1))), "SECOND.ach"));
        Assert.Equal(("posted", 2, 1, 1), (second.Status, second.Items, second.Duplicates, second.Receipts));
        Assert.Equal(Money.Of(60), second.AmountCents);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task The_order_in_which_files_come_does_not_change_where_the_money_ends(string engine)
    {
        var ends = new HashSet<string>();
        foreach (var order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 2, 0]])
        {
            using var database = TestDatabases.Create(engine);
            var (bureau, family) = await OpenAsync(database);
            // Collected on different days, one of them early; one is nobody's until a person says whose.
            var files = new[]
            {
                EmployerFile.Of(Bureau.Today.AddDays(-2), EmployerFile.Ded(family.Case, 250, Ssn, paid: new(2026, 1, 9))),
                EmployerFile.Of(Bureau.Today.AddDays(-1), EmployerFile.Ded(family.Case, 700, Ssn, paid: new(2026, 2, 10)), EmployerFile.Ded(family.Case, 75, "880019999", "SOMEONE,ELS")),
                EmployerFile.Of(Bureau.Today, EmployerFile.Ded(family.Case, 90, Ssn, paid: new(2026, 3, 18))),
            };
            foreach (var i in order) Assert.Equal("posted", (await Bureau.Must(ReceiveAsync(bureau, files[i], $"FILE{i}.ach"))).Status);
            Assert.Equal("", await bureau.FaultsAsync());
            await using var db = bureau.Store.Read();
            var given = await (from y in db.Payables join r in db.Receipts on y.ReceiptId equals r.Id where y.Status != PayableStatus.Void select new { r.CollectedOn, r.Amount, y.PayeeKind, Part = y.Amount }).ToListAsync();
            Assert.Equal(Money.Of(250 + 700 + 90), given.Sum(y => y.Part));
            ends.Add(string.Join('\n', given.GroupBy(y => $"{y.CollectedOn} {y.Amount} {y.PayeeKind}").Select(g => $"{g.Key} {g.Sum(y => y.Part)}").Order(StringComparer.Ordinal))
                + $"\n{string.Join(' ', (await OpenItems.ReadAsync(db))[family.Case])}\n{(await db.Holds.Where(h => h.Status == HoldStatus.Active).Select(h => h.Amount).ToListAsync()).Sum()}");
        }

        Assert.Single(ends);
    }

    [Theory, EachEngine]
    public async Task Money_without_a_match_waits_as_unidentified_and_can_be_given_its_owner(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await OpenAsync(database);
        var done = await Bureau.Must(ReceiveAsync(bureau, EmployerFile.Of(Bureau.Today, EmployerFile.Ded(family.Case, 250, "880019999", "SOMEONE,ELS"))));
        Assert.Equal((1, 0, 1), (done.Receipts, done.Identified, done.Unidentified));
        Assert.Equal(Money.Of(1200), await OwedAsync(bureau, family));

        await using var db = bureau.Store.Read();
        var receipt = await db.Receipts.SingleAsync(r => r.ObligorId == null);
        var file = await db.Cases.SingleAsync(c => c.Number == family.Case);
        Assert.Equal(1, await db.Holds.CountAsync(h => h.Reason == HoldReason.Unidentified && h.Status == HoldStatus.Active));
        var desk = new IdentifyReceipt(bureau.Store, bureau.Policies);
        await Bureau.Must(desk.RunAsync(new(receipt.Id, null, file.Id, "the employer confirmed the name"), "name-owner", Bureau.Worker));
        Assert.Equal(Money.Of(950), await OwedAsync(bureau, family));
        Assert.Equal(0, await db.Holds.CountAsync(h => h.Reason == HoldReason.Unidentified && h.Status == HoldStatus.Active));
        var twice = await Bureau.Refused(desk.RunAsync(new(receipt.Id, null, file.Id, "once more"), "name-owner-2", Bureau.Worker));
        Assert.Equal("R-RECEIPT-THERE", twice.Code);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_damaged_file_posts_nothing_and_says_where_and_why(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await OpenAsync(database);
        var file = EmployerFile.Of(Bureau.Today, EmployerFile.Ded(family.Case, 250, Ssn));
        var line = Array.IndexOf(file, (byte)'6', 95 * 2);
        file[line + 35] ^= 1;
        var done = await Bureau.Must(ReceiveAsync(bureau, file));
        Assert.Equal("refused", done.Status);
        Assert.All(done.Faults, fault => Assert.True(fault.Reason.Length > 0 && fault.Remedy.Length > 0 && fault.Line > 0, fault.ToString()));
        await using var db = bureau.Store.Read();
        Assert.Equal(0, await db.Receipts.CountAsync());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task An_employer_that_says_the_employment_ended_makes_an_event_and_a_task(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await OpenAsync(database);
        await Bureau.Must(ReceiveAsync(bureau, EmployerFile.Of(Bureau.Today, EmployerFile.Ded(family.Case, 250, Ssn, left: true))));
        await using var db = bureau.Store.Read();
        Assert.Equal(1, await db.CaseEvents.CountAsync(e => e.Kind == "employment-ended"));
        Assert.Equal(1, await db.Tasks.CountAsync(t => t.Kind == "employment-ended" && t.DoneOn == null));
    }

    [Theory, EachEngine]
    public async Task The_date_of_collection_is_that_of_the_rule_under_the_policy_of_the_case(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        const string other = "880015678";
        var iowa = await bureau.FamilyAsync(400, await bureau.PersonAsync(ssn: Ssn), policy: "us-ia");
        var federal = await bureau.FamilyAsync(400, await bureau.PersonAsync(ssn: other));
        var withheld = Bureau.Today.AddDays(-2);
        await Bureau.Must(ReceiveAsync(bureau, EmployerFile.Of(
            Bureau.Today, EmployerFile.Ded(iowa.Case, 250, Ssn, paid: withheld), EmployerFile.Ded(federal.Case, 60, other, paid: withheld), EmployerFile.Ded("NONE", 70, "880019999", paid: withheld), EmployerFile.Ded(iowa.Case, 80, Ssn, paid: Bureau.Today.AddDays(3)))));
        await using var db = bureau.Store.Read();
        Assert.Equal([withheld, Bureau.Today, Bureau.Today, Bureau.Today], await db.Receipts.OrderBy(r => r.Id).Select(r => r.CollectedOn).ToListAsync());
    }

    private static async Task<Money> OwedAsync(Bureau bureau, Household family)
    {
        var account = await bureau.AccountAsync(family.Case);
        return account.Current + account.Na;
    }
}
