using Alimenta.Data;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Reading;
using Alimenta.Office.Receipts;
using Alimenta.Office.Tests.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Reading;

/// <summary>What accounting works with: batches, files, payments, holds and recoveries, read on both engines.</summary>
public sealed class MoneyListsTests
{
    [Theory, EachEngine]
    public async Task A_batch_shows_what_is_missing_and_an_amount_that_cannot_be_meant(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await bureau.ReceiveAsync(family.Obligor, 350, Bureau.Today);
        var batches = new ManualBatches(bureau.Store, bureau.Policies);
        var batch = (await Bureau.Must(batches.OpenAsync(3, Money.Of(4700), "b", Bureau.Worker))).Id;
        foreach (var (dollars, number, i) in new[] { (350, family.Case, 1), (4000, family.Case, 2), (35, "", 3) })
            await Bureau.Must(batches.AddAsync(new(batch, number, Money.Of(dollars), Tender.Check, ReceiptSource.Voluntary, Bureau.Today, $"{i}", "F. Okafor"), $"b-{i}", Bureau.Worker));
        var lists = new KeyedBatches(bureau.Store);
        var page = await Bureau.Must(lists.ReadAsync(Bureau.Worker, batch));
        Assert.Equal((0, Money.Of(315), false), (page.Batch.MissingCount, page.Batch.MissingAmount, page.Batch.Agrees));
        Assert.Equal([(35, false, ""), (4000, true, family.Case), (350, false, family.Case)], page.Items.Select(i => ((int)(i.Amount.Cents / 100), i.IsUnusual, i.CaseNumbers)));
        Assert.Equal((Money.Of(350), Money.Of(400)), (page.Items[2].LastAmount, page.Items[2].ChargedMonthly));
        Assert.Equal("R-NO-BATCH", (await Bureau.Refused(lists.ReadAsync(Bureau.Worker, 987654))).Code);
        Assert.Equal(batch, Assert.Single((await lists.ListAsync(BatchStatus.Open)).Items).Id);
        Assert.Empty((await lists.ListAsync(BatchStatus.Closed)).Items);

        // What is keyed and not posted is not received: the first page says what its link shows.
        var home = await new HomeFigures(bureau.Store).ReadAsync(Bureau.Worker);
        var received = await new ReceiptLists(bureau.Store).ReadAsync(Bureau.Worker, new(From: Bureau.Today, To: Bureau.Today));
        Assert.Equal((1, 1, Money.Of(350)), (home.ReceivedToday.Count, home.IdentifiedToday, home.ReceivedToday.Amount));
        Assert.Equal((received.Page.Total, received.Total), (home.ReceivedToday.Count, home.ReceivedToday.Amount));

        // Posted, it is still compared with what came before it: not with its own items, nor with what came after.
        await Bureau.Must(batches.RecountAsync(batch, 3, Money.Of(4385), "added up wrong", "b-recount", Bureau.Worker));
        await Bureau.Must(batches.CloseAsync(batch, "b-close", Bureau.Worker));
        await bureau.ReceiveAsync(family.Obligor, 777, Bureau.Today);
        var posted = await Bureau.Must(lists.ReadAsync(Bureau.Worker, batch));
        Assert.Equal([null, Money.Of(350), Money.Of(350)], posted.Items.Select(i => i.LastAmount));
    }

    [Theory, EachEngine]
    public async Task A_file_says_who_took_it_in_and_a_duplicate_which_file_it_repeats(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var bytes = EmployerFile.Of(Bureau.Today, EmployerFile.Ded(family.Case.Replace("-", "", StringComparison.Ordinal), 100, "999990001", "OKAFOR,FEM"));
        var receive = new ReceiveFile(bureau.Store, bureau.Policies);
        var first = await Bureau.Must(receive.RunAsync("A.ach", bytes, Bureau.Worker));
        var again = await Bureau.Must(receive.RunAsync("B.ach", bytes, Bureau.Colleague));
        var refused = await Bureau.Must(receive.RunAsync("C.ach", "not a file"u8.ToArray(), Bureau.Worker));
        var files = new FilesIn(bureau.Store);
        var page = await Bureau.Must(files.ReadAsync(Bureau.Worker, again.FileId));
        Assert.Equal((first.FileId, "A.ach"), (page.Earlier!.Id, page.Earlier.Name));
        Assert.Equal(Bureau.Colleague.Name, page.File.By);
        Assert.NotEmpty((await Bureau.Must(files.ReadAsync(Bureau.Worker, refused.FileId))).Faults);
        Assert.Equal(["C.ach", "B.ach", "A.ach"], (await files.ListAsync(new())).Items.Select(f => f.Name));
        Assert.Equal(first.Remarks, await files.RemarksAsync(first.FileId));
        Assert.Null((await Bureau.Must(files.ReadAsync(Bureau.Worker, first.FileId))).Earlier);
    }

    [Theory, EachEngine]
    public async Task A_payment_shows_its_stub_and_its_file_leaves_only_when_it_is_released(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await PaidAsync(database);
        var made = await Bureau.Must(new DisbursementRun(bureau.Store, bureau.Policies, BankSettings.Demonstration).RunAsync("run", Bureau.Worker));
        var file = made.Files.Single(f => f.Count > 0);
        var files = new FilesOut(bureau.Store);
        var payment = Assert.Single((await Bureau.Must(files.ReadAsync(Bureau.Worker, file.Id))).Payments.Items);
        var page = await Bureau.Must(new PaymentPages(bureau.Store).ReadAsync(Bureau.Worker, payment.Id));
        var line = Assert.Single(page.Stub);
        Assert.Equal((family.Case, Money.Of(400), PayeeKind.Family), (line.CaseNumber, line.Amount, line.Kind));
        Assert.Equal((file.Identity, DisbursementFileStatus.Created), (page.File, page.FileStatus));
        Assert.Equal("R-NO-PAYMENT", (await Bureau.Refused(new PaymentPages(bureau.Store).ReadAsync(Bureau.Worker, 987654))).Code);

        Assert.Equal("R-FILE-NOT-RELEASED", (await Bureau.Refused(files.ContentAsync(Bureau.Colleague, file.Id))).Code);
        await Bureau.Must(new ReleaseFile(bureau.Store).RunAsync(file.Id, file.AmountCents, "release", Bureau.Colleague));
        Assert.NotEmpty((await Bureau.Must(files.ContentAsync(Bureau.Colleague, file.Id))).Bytes);
        await using var db = bureau.Store.Read();
        Assert.Equal(1, await db.AuditEvents.CountAsync(a => a.Action == "disbursement.download"));
    }

    [Theory, EachEngine]
    public async Task Holds_and_recoveries_are_read_one_by_one(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await PaidAsync(database);
        var placed = await Bureau.Must(PlaceDisputeHold.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("appeal of 2 Mar"), new(family.Custodian)));
        var lists = new HoldLists(bureau.Store);
        var hold = await Bureau.Must(lists.ReadOneAsync(placed.HoldId));
        Assert.Equal((true, family.Custodian, 2, "appeal of 2 Mar", Bureau.Worker.Name), (hold.Standing, hold.PayeeNumber, hold.Together, hold.PlacedWhy, hold.PlacedBy));
        await Bureau.Must(ReleaseHold.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("withdrawn"), new(placed.HoldId), false));
        Assert.Equal("withdrawn", (await Bureau.Must(lists.ReadOneAsync(placed.HoldId))).ReleaseReason);
        Assert.Equal("R-NO-HOLD", (await Bureau.Refused(lists.ReadOneAsync(987654))).Code);

        var file = (await Bureau.Must(new DisbursementRun(bureau.Store, bureau.Policies, BankSettings.Demonstration).RunAsync("run", Bureau.Worker))).Files.Single(f => f.Count > 0);
        await Bureau.Must(new ReleaseFile(bureau.Store).RunAsync(file.Id, file.AmountCents, "release", Bureau.Colleague));
        await using var db = bureau.Store.Read();
        var receipt = await db.Receipts.Select(r => r.Id).SingleAsync();
        await Bureau.Must(new ReturnReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt, null, "R01 insufficient funds"), "nsf", Bureau.Worker));
        var recoveries = new RecoveryLists(bureau.Store);
        var list = await recoveries.ReadAsync();
        Assert.Equal((1, Money.Of(400), Money.Zero), (list.Open, list.OpenAmount, list.WithConsent));
        var one = await Bureau.Must(recoveries.ReadOneAsync(Bureau.Worker, list.Page.Items[0].Id));
        Assert.Equal((family.Custodian, Money.Of(400), "R01 insufficient funds"), (one.PayeeNumber, one.Left, one.Why));
        Assert.Empty((await recoveries.ReadAsync(RecoveryStatus.Closed)).Page.Items);
        Assert.Equal("R-NO-RECOVERY", (await Bureau.Refused(recoveries.ReadOneAsync(Bureau.Worker, 987654))).Code);

        var names = new Names(bureau.Store);
        Assert.Equal(one.Payee, Assert.Single(await names.OfPeopleAsync([family.Custodian, "P-NOBODY"])).Value);
        Assert.Contains(" / ", Assert.Single(await names.OfCasesAsync([family.Case])).Value, StringComparison.Ordinal);
        Assert.Equal(Bureau.Today, await new BusinessDates(bureau.Store).FindAsync());
    }

    private static async Task<(Bureau Bureau, Household Family)> PaidAsync(TestDatabase database)
    {
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await Bureau.Must(bureau.Store.Commands.RunAsync<bool>(new("address", "test.address", new { family.Custodian }, Bureau.Worker), async ctx =>
        {
            var person = await ctx.Db.People.SingleAsync(p => p.Number == family.Custodian);
            ctx.Add(new Address { PersonId = person.Id, Type = AddressType.Residence, Line1 = "1 Alder Street", City = "Riverton", State = "OR", Zip = "97000", Source = "parent", From = Bureau.January });
            return true;
        }));
        await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today);
        return (bureau, family);
    }
}
