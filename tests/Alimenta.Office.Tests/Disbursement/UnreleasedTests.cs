using System.Text;
using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Assistance;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Participants;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Disbursement;

/// <summary>Money that stands in a file which was not released has not left: it comes out of the file when its payee is to have less, and nobody owes it.</summary>
public sealed class UnreleasedTests
{
    private static readonly Actor Releaser = new(9, "K. Tanaka");

    [Theory, EachEngine]
    public async Task What_comes_back_before_the_release_is_taken_out_of_the_file_and_nobody_owes_it(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (one, other) = (await FamilyAsync(bureau), await FamilyAsync(bureau));
        var key = await bureau.ReceiveAsync(one.Obligor, 400, Bureau.Today);
        await bureau.ReceiveAsync(other.Obligor, 300, Bureau.Today);
        var made = Assert.Single((await PayAsync(bureau)).Files);
        await using var db = bureau.Store.Read();
        var receipt = await db.Receipts.SingleAsync(r => r.NaturalKey == key);
        var gone = await db.Disbursements.SingleAsync(d => d.Amount == Money.Of(400));

        var seen = (await Bureau.Must(Return(bureau).RunAsync(new(receipt.Id, null, "R01 insufficient funds"), "look", Bureau.Worker, preview: true))).Effect;
        Assert.Equal([new PaymentTakenBack(made.Identity, one.Custodian, Money.Of(400), Money.Zero)], seen.TakenBack);
        Assert.Equal(Money.Zero, seen.RecoverableCents);
        Assert.Equal(2, (await db.DisbursementFiles.AsNoTracking().SingleAsync()).Count);

        var done = (await Bureau.Must(Return(bureau).RunAsync(new(receipt.Id, null, "R01 insufficient funds"), "nsf", Bureau.Worker))).Effect;
        Assert.Equal(seen.TakenBack, done.TakenBack);
        Assert.Equal(0, await db.Recoveries.CountAsync());
        Assert.Equal(Money.Of(400), (await bureau.AccountAsync(one.Case)).Current);
        var file = await db.DisbursementFiles.AsNoTracking().SingleAsync();
        Assert.Equal((1, Money.Of(300), DisbursementFileStatus.Created), (file.Count, file.Amount, file.Status));
        Assert.Equal(Money.Of(300), Assert.Single(NachaReader.Read(file.Content).File!.Entries).Amount);
        Assert.Empty(NachaReader.Read(file.Content).Faults);
        Assert.Equal(DisbursementStatus.Voided, (await db.Disbursements.AsNoTracking().SingleAsync(d => d.Id == gone.Id)).Status);
        Assert.Equal(1, await db.AuditEvents.CountAsync(a => a.Action == "disbursement.taken-out"));
        Assert.Equal("", await bureau.FaultsAsync());

        // The total that was read before does not pass; the one that leaves does, and only it leaves.
        var release = new ReleaseFile(bureau.Store);
        Assert.Equal("R-TOTAL-DIFFERS", (await Bureau.Refused(release.RunAsync(made.Id, made.AmountCents, "r1", Releaser))).Code);
        await Bureau.Must(release.RunAsync(made.Id, Money.Of(300), "r2", Releaser));
        Assert.Equal(DisbursementStatus.Voided, (await db.Disbursements.AsNoTracking().SingleAsync(d => d.Id == gone.Id)).Status);
        Assert.Equal([Money.Of(300)], await db.Payables.AsNoTracking().Where(p => p.Status == PayableStatus.Paid).Select(p => p.Amount).ToListAsync());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task What_the_payee_is_still_to_have_of_the_payment_is_paid_by_the_next_files_of_the_same_day(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await FamilyAsync(bureau);
        await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today);
        var key = await bureau.ReceiveAsync(family.Obligor, 100, Bureau.Today);
        var first = Assert.Single((await PayAsync(bureau)).Files);
        Assert.Equal(Money.Of(500), first.AmountCents);
        await using var db = bureau.Store.Read();
        var receipt = await db.Receipts.SingleAsync(r => r.NaturalKey == key);
        var done = (await Bureau.Must(Return(bureau).RunAsync(new(receipt.Id, Money.Of(30), "the bank took a part back"), "part", Bureau.Worker))).Effect;
        Assert.Equal([new PaymentTakenBack(first.Identity, family.Custodian, Money.Of(500), Money.Of(470))], done.TakenBack);

        // Nothing is left in the file, so it does not leave.
        Assert.Equal(DisbursementFileStatus.Voided, (await db.DisbursementFiles.AsNoTracking().SingleAsync()).Status);
        Assert.Equal("R-FILE-VOID", (await Bureau.Refused(new ReleaseFile(bureau.Store).RunAsync(first.Id, first.AmountCents, "r1", Releaser))).Code);
        Assert.Equal("", await bureau.FaultsAsync());

        var second = Assert.Single((await PayAsync(bureau, "again")).Files);
        Assert.Equal((1, Money.Of(470)), (second.Count, second.AmountCents));
        await Bureau.Must(new ReleaseFile(bureau.Store).RunAsync(second.Id, second.AmountCents, "r2", Releaser));
        Assert.Equal(2, await db.Disbursements.Select(d => d.NaturalKey).Distinct().CountAsync());
        Assert.Equal(0, (await PayAsync(bureau, "a third time")).Payments);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_grant_known_late_takes_a_warrant_off_the_register_and_the_states_share_stays_in_its_file(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (one, other) = (await bureau.FamilyAsync(400), await bureau.FamilyAsync(400));
        foreach (var family in (Household[])[one, other])
        {
            await Bureau.Must(RecordAddress.RunAsync(bureau.Store, bureau.Ask(), new(family.Custodian, AddressType.Residence, new("1 Elm Street", "", "Portland", "OR", "97201"), "the person", Bureau.January, true)));
            await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 3, 10));
        }

        var made = Assert.Single((await PayAsync(bureau)).Files);
        Assert.Equal(DisbursementFileKind.Warrant, made.Kind);
        await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(AssistanceProgram.Tanf, one.Custodian, new(2026, 3, 1))));
        var grant = await Bureau.Must(RecordGrant.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(confirmed: "W-GRANT-AGAIN"), new(AssistanceProgram.Tanf, one.Custodian, SupportMonth.Of(2026, 3), Money.Of(250))));
        Assert.Equal((Money.Of(400), Money.Of(150)), (Assert.Single(grant.Effect.TakenBack).AmountCents, grant.Effect.TakenBack[0].OpenCents));
        await using var db = bureau.Store.Read();
        Assert.Equal(0, await db.Recoveries.CountAsync());
        var file = await db.DisbursementFiles.AsNoTracking().SingleAsync();
        var lines = Encoding.UTF8.GetString(file.Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((2, 1, Money.Of(400)), (lines.Length, file.Count, file.Amount));
        Assert.Equal("", await bureau.FaultsAsync());

        // The state is paid its share; when that falls again, its file stays and its next payment is less.
        await PayAsync(bureau, "again");
        var before = await db.DisbursementFiles.AsNoTracking().OrderBy(f => f.Id).Select(f => f.ContentKey).ToListAsync();
        var back = await Bureau.Must(RecordGrant.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(confirmed: "W-GRANT-AGAIN"), new(AssistanceProgram.Tanf, one.Custodian, SupportMonth.Of(2026, 3), Money.Of(-50))));
        Assert.Empty(back.Effect.TakenBack);
        Assert.Equal(before, await db.DisbursementFiles.AsNoTracking().OrderBy(f => f.Id).Select(f => f.ContentKey).ToListAsync());
        Assert.True(await db.Payables.AnyAsync(p => p.Status == PayableStatus.Open && p.PayeeKind == PayeeKind.State && p.Amount < Money.Zero));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_return_and_a_release_at_once_leave_either_a_payment_that_came_out_or_one_that_left(string engine)
    {
        for (var round = 0; round < 4; round++)
        {
            using var database = TestDatabases.Create(engine);
            var bureau = await Bureau.OpenAsync(database);
            var family = await FamilyAsync(bureau);
            var key = await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today);
            var made = Assert.Single((await PayAsync(bureau)).Files);
            long receipt;
            await using (var db = bureau.Store.Read()) receipt = await db.Receipts.Where(r => r.NaturalKey == key).Select(r => r.Id).SingleAsync();
            var returning = Task.Run(() => Return(bureau).RunAsync(new(receipt, null, "R01 insufficient funds"), "nsf", Bureau.Worker), TestContext.Current.CancellationToken);
            var releasing = Task.Run(() => new ReleaseFile(bureau.Store).RunAsync(made.Id, made.AmountCents, "release", Releaser), TestContext.Current.CancellationToken);
            var (back, left) = (await Bureau.Must(returning), await releasing);
            Assert.Equal(left.Ok ? Money.Of(400) : Money.Zero, back.Effect.RecoverableCents);
            Assert.Equal(left.Ok ? 0 : 1, back.Effect.TakenBack.Count);
            if (!left.Ok) Assert.Equal("R-FILE-VOID", left.Refusal!.Code);
            Assert.Equal("", await bureau.FaultsAsync());
        }
    }

    [Theory, EachEngine]
    public async Task A_file_that_waits_is_voided_with_a_reason_and_its_money_leaves_with_the_next(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await FamilyAsync(bureau);
        // Another account that is new: its test stands in the file.
        await Bureau.Must(RecordBankAccount.RunAsync(bureau.Store, bureau.Ask(), new(family.Obligor, "021000021", "5559999", BankAccountKind.Checking, Bureau.January)));
        await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today);
        var made = Assert.Single((await PayAsync(bureau)).Files);
        await using var db = bureau.Store.Read();
        Assert.Equal("R-VOID-WHY", (await Bureau.Refused(VoidFile.RunAsync(bureau.Store, bureau.Ask(" "), new(made.Id)))).Code);
        Assert.Equal("R-FILE-UNKNOWN", (await Bureau.Refused(VoidFile.RunAsync(bureau.Store, bureau.Ask(), new(999_999)))).Code);
        var look = await Bureau.Must(VoidFile.RunAsync(bureau.Store, bureau.Ask(preview: true), new(made.Id)));
        Assert.Equal(new VoidFile.Reply(made.Identity, 1, Money.Of(400), 1), look);
        Assert.Equal(PayableStatus.InFile, await db.Payables.Select(p => p.Status).SingleAsync());

        // Whoever made the file may void it: nothing leaves by that.
        Assert.Equal(look, await Bureau.Must(VoidFile.RunAsync(bureau.Store, bureau.Ask("made for the wrong day"), new(made.Id))));
        var open = await db.Payables.AsNoTracking().SingleAsync();
        Assert.Equal((PayableStatus.Open, null), (open.Status, open.DisbursementId));
        Assert.Equal(1, await db.BankAccounts.CountAsync(a => a.PrenoteStatus == PrenoteStatus.None));
        Assert.Equal("made for the wrong day", await db.AuditEvents.Where(a => a.Action == "disbursement.void").Select(a => a.Detail).SingleAsync());
        Assert.Equal("R-FILE-VOID", (await Bureau.Refused(VoidFile.RunAsync(bureau.Store, bureau.Ask(), new(made.Id)))).Code);
        Assert.Equal("R-FILE-VOID", (await Bureau.Refused(new ReleaseFile(bureau.Store).RunAsync(made.Id, made.AmountCents, "r1", Releaser))).Code);
        var page = await Bureau.Must(new Alimenta.Office.Reading.FilesOut(bureau.Store).ReadAsync(Bureau.Colleague, made.Id));
        Assert.Equal((1, Bureau.Worker.Name, "made for the wrong day"), (page.TakenBack, page.Voided!.By, page.Voided.Why));
        Assert.Equal("", await bureau.FaultsAsync());

        var next = Assert.Single((await PayAsync(bureau, "again")).Files);
        Assert.NotEqual(made.Identity, next.Identity);
        Assert.Equal(Money.Of(400), next.AmountCents);
        Assert.Equal(2, NachaReader.Read((await db.DisbursementFiles.AsNoTracking().SingleAsync(f => f.Id == next.Id)).Content).File!.Entries.Count());
        await Bureau.Must(new ReleaseFile(bureau.Store).RunAsync(next.Id, next.AmountCents, "r2", Releaser));
        Assert.Equal("R-VOID-RELEASED", (await Bureau.Refused(VoidFile.RunAsync(bureau.Store, bureau.Ask(), new(next.Id)))).Code);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    private static ReturnReceipt Return(Bureau bureau) => new(bureau.Store, bureau.Policies);

    private static Task<DisbursementsMade> PayAsync(Bureau bureau, string key = "run") => Bureau.Must(new DisbursementRun(bureau.Store, bureau.Policies, BankSettings.Demonstration).RunAsync(key, Bureau.Worker));

    /// <summary>A family whose custodian is paid to a proved account.</summary>
    private static async Task<Household> FamilyAsync(Bureau bureau)
    {
        var family = await bureau.FamilyAsync(400);
        var account = (await Bureau.Must(RecordBankAccount.RunAsync(bureau.Store, bureau.Ask(), new(family.Custodian, "021000021", "5550001", BankAccountKind.Checking, Bureau.January, Proved: true)))).RowId;
        await Bureau.Must(SetPayeeMethod.RunAsync(bureau.Store, bureau.Ask(), new(family.Custodian, PaymentMethod.Deposit, Bureau.January, account)));
        return family;
    }
}
