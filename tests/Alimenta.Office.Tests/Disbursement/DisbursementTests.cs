using System.Globalization;
using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Participants;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Disbursement;

/// <summary>Money out: files made by one and released by another, once; returned payments held again; the past redone without paying twice.</summary>
public sealed class DisbursementTests
{
    private static readonly Actor Releaser = new(9, "K. Tanaka");

    private static DisbursementRun Run(Bureau bureau) => new(bureau.Store, bureau.Policies, BankSettings.Demonstration);

    private static async Task<(Bureau Bureau, Household Family, string Receipt)> PaidInAsync(TestDatabase database, bool account = true)
    {
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await Bureau.Must(bureau.Store.Commands.RunAsync<bool>(new("payee", "test.payee", new { family.Custodian }, Bureau.Worker), async ctx =>
        {
            var person = await ctx.Db.People.SingleAsync(p => p.Number == family.Custodian);
            if (!account) return true;
            var row = ctx.Add(new Alimenta.Data.BankAccount { PersonId = person.Id, Routing = "021000021", AccountNumber = "5550001", Kind = BankAccountKind.Checking, PrenoteStatus = PrenoteStatus.Accepted, From = Bureau.January });
            ctx.Add(new PayeeMethod { PersonId = person.Id, Method = PaymentMethod.Deposit, BankAccountId = row.Id, From = Bureau.January });
            return true;
        }));
        return (bureau, family, await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today));
    }

    private static async Task<FileMade> MakeAndReleaseAsync(Bureau bureau, string key = "run")
    {
        var made = await Bureau.Must(Run(bureau).RunAsync(key, Bureau.Worker));
        var file = Assert.Single(made.Files);
        await Bureau.Must(new ReleaseFile(bureau.Store).RunAsync(file.Id, file.AmountCents, $"release-{key}", Releaser));
        return file;
    }

    [Theory, EachEngine]
    public async Task A_file_is_released_once_by_another_person_who_enters_the_total(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, _, _) = await PaidInAsync(database);
        var made = await Bureau.Must(Run(bureau).RunAsync("run", Bureau.Worker));
        var file = Assert.Single(made.Files);
        Assert.Equal((1, Money.Of(400)), (made.Payments, made.AmountCents));
        var release = new ReleaseFile(bureau.Store);
        Assert.Equal("R-SAME-PERSON", (await Bureau.Refused(release.RunAsync(file.Id, file.AmountCents, "r1", Bureau.Worker))).Code);
        Assert.Equal("R-TOTAL-DIFFERS", (await Bureau.Refused(release.RunAsync(file.Id, Money.Of(401), "r2", Releaser))).Code);
        await Bureau.Must(release.RunAsync(file.Id, file.AmountCents, "r3", Releaser));
        Assert.Equal("R-FILE-RELEASED", (await Bureau.Refused(release.RunAsync(file.Id, file.AmountCents, "r4", Releaser))).Code);
        Assert.Equal(0, (await Bureau.Must(Run(bureau).RunAsync("run-2", Bureau.Worker))).Payments);
        await using var db = bureau.Store.Read();
        var sent = NachaReader.Read((await db.DisbursementFiles.SingleAsync()).Content).File!.Entries.ToList();
        Assert.Equal(Money.Of(400), Assert.Single(sent).Amount);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Fact]
    public async Task What_is_lowered_while_the_run_begins_leaves_as_it_was_lowered()
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        var (bureau, _, _) = await PaidInAsync(database);
        await using var lowering = await OtherSession.BeginAsync(database);
        await lowering.DoAsync("select circle_id from circle_state for update");
        await lowering.DoAsync("update payable set amount = amount - 100 where status = 'open'");
        var run = Task.Run(() => Run(bureau).RunAsync("run", Bureau.Worker), TestContext.Current.CancellationToken);
        await lowering.WaitedForAsync(1, run);
        Assert.False(run.IsCompleted, "the run did not wait");
        await lowering.LetGoAsync();
        Assert.Equal(Money.Of(399), (await Bureau.Must(run)).AmountCents);
        await using var db = bureau.Store.Read();
        Assert.Equal(Money.Of(399), (await db.Payables.SingleAsync(p => p.Status == PayableStatus.InFile)).Amount);
    }

    [Fact]
    public async Task An_account_that_is_changed_while_the_files_are_made_is_waited_for()
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        var (bureau, _, _) = await PaidInAsync(database);
        // Of a family that is paid nothing today: its new account is tested with the files.
        var other = await bureau.FamilyAsync(300);
        await Bureau.Must(RecordBankAccount.RunAsync(bureau.Store, bureau.Ask(), new(other.Custodian, "021000021", "5550002", BankAccountKind.Checking, Bureau.January)));
        await using var clerk = await OtherSession.BeginAsync(database);
        // Only her own circle, as whoever changes an account does; those who are paid are not locked.
        await clerk.DoAsync($"select circle_id from circle_state where circle_id = (select circle_id from case_file where number = '{other.Case}') for update");
        await clerk.DoAsync("update bank_account set account_number = '5550003', version = version + 1 where account_number = '5550002'");
        var run = Task.Run(() => Run(bureau).RunAsync("run", Bureau.Worker), TestContext.Current.CancellationToken);
        await clerk.WaitedForAsync(1, run);
        await clerk.LetGoAsync();
        Assert.Equal(1, (await Bureau.Must(run)).Payments);
        await using var db = bureau.Store.Read();
        Assert.Equal(PrenoteStatus.Sent, await db.BankAccounts.Where(a => a.AccountNumber == "5550003").Select(a => a.PrenoteStatus).SingleAsync());
    }

    [Theory, EachEngine]
    public async Task A_returned_payment_is_held_again_and_its_account_stopped(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family, _) = await PaidInAsync(database);
        await MakeAndReleaseAsync(bureau);
        await using var db = bureau.Store.Read();
        var sent = NachaReader.Read((await db.DisbursementFiles.SingleAsync()).Content).File!.Entries.Single();
        var back = Returned(sent, "R02");
        var done = await Bureau.Must(new ReceiveFile(bureau.Store, bureau.Policies).RunAsync("RETURNS.ach", back, Bureau.Worker));
        Assert.Equal(1, done.Answers);
        var hold = await db.Holds.SingleAsync(h => h.Status == HoldStatus.Active);
        Assert.Equal((HoldReason.ReturnedPayment, Money.Of(400)), (hold.Reason, hold.Amount));
        var custodian = await db.People.SingleAsync(p => p.Number == family.Custodian);
        Assert.Equal(PrenoteStatus.Failed, (await db.BankAccounts.SingleAsync(a => a.PersonId == custodian.Id)).PrenoteStatus);
        Assert.Equal(1, await db.Tasks.CountAsync(t => t.Kind == "payment-returned"));
        Assert.Equal("duplicate", (await Bureau.Must(new ReceiveFile(bureau.Store, bureau.Policies).RunAsync("RETURNS2.ach", back, Bureau.Worker))).Status);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_bad_check_after_payment_leaves_a_potential_recovery_and_takes_nothing_back(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family, key) = await PaidInAsync(database);
        await MakeAndReleaseAsync(bureau);
        await using var db = bureau.Store.Read();
        var receipt = await db.Receipts.SingleAsync(r => r.NaturalKey == key);
        var taken = await Bureau.Must(new ReturnReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt.Id, null, "R01 insufficient funds"), "nsf", Bureau.Worker));
        Assert.Equal(Money.Of(400), taken.Effect.RecoverableCents);
        var recovery = await db.Recoveries.SingleAsync();
        Assert.Equal((Money.Of(400), RecoveryStatus.Potential), (recovery.Amount, recovery.Status));
        Assert.Equal(Money.Of(400), (await bureau.AccountAsync(family.Case)).Current);

        // The next payment goes to the family in full: nothing is taken without its consent.
        await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today);
        Assert.Equal(Money.Of(400), await db.Payables.Where(p => p.Status == PayableStatus.Open).Select(p => p.Amount).SingleAsync());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_payment_that_comes_back_after_its_check_did_makes_the_recovery_good_and_is_not_paid_again(string engine)
    {
        foreach (var (bounced, left) in new[] { (400, 0), (100, 300) })
        {
            using var database = TestDatabases.Create(engine);
            var (bureau, family, key) = await PaidInAsync(database);
            await MakeAndReleaseAsync(bureau);
            await using var db = bureau.Store.Read();
            var receipt = await db.Receipts.Where(r => r.NaturalKey == key).Select(r => r.Id).SingleAsync();
            await Bureau.Must(new ReturnReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt, Money.Of(bounced), "R01 insufficient funds"), "nsf", Bureau.Worker));
            var sent = NachaReader.Read((await db.DisbursementFiles.SingleAsync()).Content).File!.Entries.Single();
            await Bureau.Must(new ReceiveFile(bureau.Store, bureau.Policies).RunAsync("RETURNS.ach", Returned(sent, "R02"), Bureau.Worker));

            var recovery = await db.Recoveries.AsNoTracking().SingleAsync();
            Assert.Equal((RecoveryStatus.Closed, Money.Of(bounced)), (recovery.Status, recovery.Recovered));
            Assert.Equal(left == 0 ? [] : [Money.Of(left)], await db.Holds.AsNoTracking().Where(h => h.Status == HoldStatus.Active).Select(h => h.Amount).ToListAsync());
            Assert.Equal("", await bureau.FaultsAsync());
            await Bureau.Must(bureau.Store.Commands.RunAsync<bool>(new("address", "test.address", new { family.Custodian }, Bureau.Worker), async ctx =>
            {
                var person = await ctx.Db.People.SingleAsync(p => p.Number == family.Custodian);
                ctx.Add(new Address { PersonId = person.Id, Type = AddressType.Residence, Line1 = "1 Alder Street", City = "Riverton", State = "OR", Zip = "97000", Source = "parent", From = Bureau.January });
                return true;
            }));
            // Paid once a day: the next run is tomorrow's.
            await Bureau.Must(new BusinessDays(bureau.Store).OpenAsync(new(2026, 3, 23), Bureau.Worker));
            Assert.Equal(Money.Of(left), (await Bureau.Must(Run(bureau).RunAsync("again", Bureau.Worker))).AmountCents);
            Assert.Equal("", await bureau.FaultsAsync());
        }
    }

    [Theory, EachEngine]
    public async Task A_tested_account_is_good_on_the_third_banking_day_after_its_test_settled(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family, _) = await PaidInAsync(database, account: false);
        await Bureau.Must(RecordBankAccount.RunAsync(bureau.Store, bureau.Ask(), new(family.Custodian, "021000021", "5550009", BankAccountKind.Checking, Bureau.January)));
        await using var db = bureau.Store.Read();
        await Bureau.Must(SetPayeeMethod.RunAsync(bureau.Store, bureau.Ask(), new(family.Custodian, PaymentMethod.Deposit, Bureau.January, await db.BankAccounts.Where(a => a.AccountNumber == "5550009").Select(a => a.Id).SingleAsync())));
        // The test leaves on Friday and settles on Monday.
        Assert.Equal(0, (await Bureau.Must(Run(bureau).RunAsync("run", Bureau.Worker))).Payments);
        foreach (var (day, payments) in new[] { (25, 0), (26, 1) })
        {
            await Bureau.Must(new BusinessDays(bureau.Store).OpenAsync(new(2026, 3, day), Bureau.Worker));
            var made = await Bureau.Must(Run(bureau).RunAsync($"run-{day}", Bureau.Worker));
            Assert.Equal(payments, made.Payments);
        }

        Assert.Equal(PaymentMethod.Deposit, (await db.Disbursements.SingleAsync()).Method);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task What_is_left_of_a_run_is_paid_on_a_later_day_by_what_is_on_record_then(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family, _) = await PaidInAsync(database);
        var second = await bureau.FamilyAsync(300);
        await bureau.ReceiveAsync(second.Obligor, 300, Bureau.Today);
        var parts = new PaymentParts(0, 1);
        var crash = new DiesAt(1, point => point == FailPoint.AfterCommit);
        await Assert.ThrowsAnyAsync<Exception>(() => new DisbursementRun(database.Another(crash), bureau.Policies, BankSettings.Demonstration) { Parts = parts }.RunAsync("run", Bureau.Worker));
        var monday = new DateOnly(2026, 3, 23);
        await Bureau.Must(new BusinessDays(bureau.Store).OpenAsync(monday, Bureau.Worker));
        database.Execute($"update person set died = '2026-03-21' where number = '{family.Custodian}'");
        var runs = new PaymentRuns(bureau.Store, bureau.Policies, BankSettings.Demonstration) { Parts = parts };
        await runs.FinishAsync(Assert.Single(await runs.OpenRunsAsync()), "monday");

        await using var db = bureau.Store.Read();
        Assert.Equal(0, await db.Disbursements.CountAsync());
        Assert.Contains(HoldReason.Deceased, await db.Holds.Where(h => h.Status == HoldStatus.Active).Select(h => h.Reason).ToListAsync());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task W46_with_written_consent_a_part_of_the_next_payment_makes_good_the_loss(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family, key) = await PaidInAsync(database);
        await MakeAndReleaseAsync(bureau);
        await using var db = bureau.Store.Read();
        var receipt = await db.Receipts.SingleAsync(r => r.NaturalKey == key);
        await Bureau.Must(new ReturnReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt.Id, null, "R01 insufficient funds"), "nsf", Bureau.Worker));
        await Bureau.Must(bureau.Store.Commands.RunAsync<bool>(new("consent", "test.consent", new { key }, Bureau.Worker), async ctx =>
        {
            var recovery = await ctx.Db.Recoveries.SingleAsync();
            (recovery.Status, recovery.Consent, recovery.ConsentOn, recovery.Ppm) = (RecoveryStatus.Active, RecoveryConsent.Written, Bureau.Today, 100_000);
            return true;
        }));
        await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today);
        Assert.Equal(Money.Of(360), await db.Payables.Where(p => p.Status == PayableStatus.Open).Select(p => p.Amount).SingleAsync());
        Assert.Equal(Money.Of(40), await db.Recoveries.Select(r => r.Recovered).SingleAsync());
        Assert.Equal(Money.Zero, (await bureau.AccountAsync(family.Case)).Current);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task Money_for_a_payee_who_cannot_be_reached_is_held_with_a_reason_until_he_can(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family, _) = await PaidInAsync(database, account: false);
        await using var db = bureau.Store.Read();
        Assert.Equal(HoldReason.NoAddress, (await db.Holds.SingleAsync(h => h.Status == HoldStatus.Active)).Reason);
        Assert.Equal(0, (await Bureau.Must(Run(bureau).RunAsync("run", Bureau.Worker))).Payments);
        await Bureau.Must(bureau.Store.Commands.RunAsync<bool>(new("address", "test.address", new { family.Custodian }, Bureau.Worker), async ctx =>
        {
            var person = await ctx.Db.People.SingleAsync(p => p.Number == family.Custodian);
            ctx.Add(new Address { PersonId = person.Id, Type = AddressType.Residence, Line1 = "1 Alder Street", City = "Riverton", State = "OR", Zip = "97000", Source = "parent", From = Bureau.January });
            return true;
        }));
        var made = await Bureau.Must(Run(bureau).RunAsync("run-2", Bureau.Worker));
        Assert.Equal((1, 1, DisbursementFileKind.Warrant), (made.ReleasedHolds, made.Payments, made.Files.Single(f => f.Count > 0).Kind));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task An_unchanged_payee_is_neither_paid_again_nor_clawed_back_when_an_earlier_receipt_arrives_late(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family, _) = await PaidInAsync(database);
        await MakeAndReleaseAsync(bureau);
        // Collected in January, known now: the months after it are distributed anew.
        await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 1, 10));
        await using var db = bureau.Store.Read();
        Assert.True(await db.JournalEntries.AnyAsync(e => e.ReversesVersion != null), "the past was redone");
        Assert.Equal(Money.Of(400), await db.Payables.Where(p => p.Status == PayableStatus.Open).Select(p => p.Amount).SingleAsync());
        Assert.Equal(0, await db.Recoveries.CountAsync());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    private static byte[] Returned(NachaEntry sent, string reason)
    {
        var bank = BankSettings.Demonstration;
        var terms = new BatchTerms("DEMONSTRATION CO", bank.CompanyId, bank.Bank, "CHILD SUPP", Bureau.Today);
        var written = NachaWriter.Write(new PaymentFile(new(bank.Bank, bank.Origin), new(Bureau.Today, new(9, 0)), [new(terms, [ReturnedPayment.Of(sent, bank.Bank, reason)])]));
        return written.Value.Bytes.ToArray();
    }
}
