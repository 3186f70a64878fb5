using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Disbursement;

/// <summary>Money that waits: released by a person with a reason, held for a dispute, and what a payee had too much.</summary>
public sealed class HoldTests
{
    private static readonly DateOnly NextBusinessDays = new(2026, 3, 24);

    [Theory, EachEngine]
    public async Task A_dispute_holds_what_is_open_and_what_comes_until_it_is_released_as_a_whole(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await WithAddressAsync(database);
        await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today);
        var placed = await Bureau.Must(DisputeAsync(bureau, family.Custodian, "appeal of 2 Mar 2026"));
        Assert.Equal((1, Money.Of(400), Money.Zero), (placed.Held, placed.AmountCents, placed.AlreadyInFile));
        await bureau.ReceiveAsync(family.Obligor, 50, Bureau.Today);
        Assert.Equal(0, (await Bureau.Must(Run(bureau).RunAsync("run", Bureau.Worker))).Payments);

        await using var db = bureau.Store.Read();
        var part = await db.Holds.Where(h => h.Reason == HoldReason.Dispute && h.Amount == Money.Of(400)).Select(h => h.Id).SingleAsync();
        Assert.Equal("R-HOLD-DISPUTE-STANDS", (await Bureau.Refused(ReleaseAsync(bureau, part))).Code);
        Assert.Equal("", await bureau.FaultsAsync());

        var done = await Bureau.Must(ReleaseAsync(bureau, placed.HoldId, "the appeal was withdrawn"));
        Assert.Equal((3, Money.Of(450), (HoldReason?)null), (done.Holds, done.AmountCents, done.StillHeldFor));
        Assert.Equal(Money.Of(450), (await Bureau.Must(Run(bureau).RunAsync("run-2", Bureau.Worker))).AmountCents);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_dispute_is_placed_once_with_a_reason_on_a_payee_that_is_no_public_account(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await WithAddressAsync(database);
        Assert.Equal("R-DISPUTE-WHY", (await Bureau.Refused(DisputeAsync(bureau, family.Custodian, " "))).Code);
        Assert.Equal("R-DISPUTE-PAYEE", (await Bureau.Refused(DisputeAsync(bureau, "P-NOBODY"))).Code);
        Assert.Equal("R-DISPUTE-PUBLIC", (await Bureau.Refused(DisputeAsync(bureau, Alimenta.Office.Accounting.SpecialPeople.State))).Code);
        Assert.Equal("R-DISPUTE-NO-PAYEE", (await Bureau.Refused(DisputeAsync(bureau, family.Obligor))).Code);
        Assert.Equal("R-DISPUTE-NO-PAYEE", (await Bureau.Refused(DisputeAsync(bureau, family.Child))).Code);
        Assert.Equal(family.Custodian, (await Bureau.Must(DisputeAsync(bureau, $" {family.Custodian.ToLowerInvariant()} "))).Payee);
        Assert.Equal("R-DISPUTE-THERE", (await Bureau.Refused(DisputeAsync(bureau, family.Custodian))).Code);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_joint_offset_leaves_before_its_day_only_by_a_supervisor_and_its_time_begins_then(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await WithAddressAsync(database);
        var batches = new ManualBatches(bureau.Store, bureau.Policies);
        var batch = (await Bureau.Must(batches.OpenAsync(1, Money.Of(1000), "o", Bureau.Worker))).Id;
        await Bureau.Must(batches.AddAsync(new(batch, family.Case, Money.Of(1000), Tender.Transfer, ReceiptSource.FederalTaxOffset, Bureau.Today, "", "U.S. TREASURY", true), "o-1", Bureau.Worker));
        await Bureau.Must(batches.CloseAsync(batch, "o-close", Bureau.Worker));
        await using var db = bureau.Store.Read();
        var hold = await db.Holds.SingleAsync(h => h.Reason == HoldReason.JointOffset);

        var no = await Bureau.Refused(ReleaseAsync(bureau, hold.Id));
        Assert.Equal(("R-HOLD-JOINT", "45 CFR 303.72(h)(5)"), (no.Code, no.Citation));
        Assert.Equal("R-HOLD-WHY", (await Bureau.Refused(ReleaseAsync(bureau, hold.Id, "", supervisor: true))).Code);
        var done = await Bureau.Must(ReleaseAsync(bureau, hold.Id, "the spouse's share was settled", supervisor: true));
        Assert.Equal((1, hold.Amount), (done.Holds, done.AmountCents));
        Assert.True(done.DueOn > Bureau.Today, "time begins on the day of the release");
        Assert.Equal("R-HOLD-OVER", (await Bureau.Refused(ReleaseAsync(bureau, hold.Id, supervisor: true))).Code);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task What_a_fact_holds_is_released_by_mending_the_fact(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today);
        await using var db = bureau.Store.Read();
        var hold = await db.Holds.SingleAsync(h => h.Reason == HoldReason.NoAddress);
        var no = await Bureau.Refused(ReleaseAsync(bureau, hold.Id));
        Assert.Equal("R-HOLD-STAYS", no.Code);
        Assert.Equal(HoldWords.Mend(HoldReason.NoAddress), no.Remedy);
        Assert.Equal("R-HOLD-UNKNOWN", (await Bureau.Refused(ReleaseAsync(bureau, 987654))).Code);
        await AddressAsync(bureau, family.Custodian);
        Assert.Equal(NextBusinessDays, (await Bureau.Must(ReleaseAsync(bureau, hold.Id))).DueOn);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Fact]
    public async Task Unidentified_and_future_money_is_not_released_by_hand()
    {
        using var database = TestDatabases.Create(TestDatabases.Sqlite);
        var (bureau, family) = await WithAddressAsync(database);
        var batches = new ManualBatches(bureau.Store, bureau.Policies);
        var batch = (await Bureau.Must(batches.OpenAsync(1, Money.Of(10), "u", Bureau.Worker))).Id;
        await Bureau.Must(batches.AddAsync(new(batch, "", Money.Of(10), Tender.Cash, ReceiptSource.Voluntary, Bureau.Today, "", "nobody"), "u-1", Bureau.Worker));
        await Bureau.Must(batches.CloseAsync(batch, "u-close", Bureau.Worker));
        await bureau.ReceiveAsync(family.Obligor, 5000, Bureau.Today);
        await using var db = bureau.Store.Read();
        foreach (var (reason, code) in new[] { (HoldReason.Unidentified, "R-HOLD-UNIDENTIFIED"), (HoldReason.Future, "R-HOLD-FUTURE") })
        {
            var hold = await db.Holds.Where(h => h.Reason == reason && h.Status == HoldStatus.Active).Select(h => h.Id).SingleAsync();
            Assert.Equal(code, (await Bureau.Refused(ReleaseAsync(bureau, hold, supervisor: true))).Code);
        }
    }

    [Theory, EachEngine]
    public async Task Written_consent_takes_a_part_of_later_payments_until_it_is_taken_back(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var (bureau, family) = await WithAddressAsync(database);
        var key = await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today);
        var file = Assert.Single((await Bureau.Must(Run(bureau).RunAsync("run", Bureau.Worker))).Files);
        await Bureau.Must(new ReleaseFile(bureau.Store).RunAsync(file.Id, file.AmountCents, "release", Bureau.Colleague));
        await using var db = bureau.Store.Read();
        var receipt = await db.Receipts.SingleAsync(r => r.NaturalKey == key);
        await Bureau.Must(new ReturnReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt.Id, null, "R01 insufficient funds"), "nsf", Bureau.Worker));
        var recovery = await db.Recoveries.Select(r => r.Id).SingleAsync();

        Assert.Equal("R-CONSENT-PART", (await Bureau.Refused(ConsentAsync(bureau, new(recovery, true, Bureau.Today, 0, "scan 17")))).Code);
        Assert.Equal("R-CONSENT-DOCUMENT", (await Bureau.Refused(ConsentAsync(bureau, new(recovery, true, Bureau.Today, 100_000, " ")))).Code);
        Assert.Equal("R-DATE-FUTURE", (await Bureau.Refused(ConsentAsync(bureau, new(recovery, true, Bureau.Today.AddDays(1), 100_000, "scan 17")))).Code);
        Assert.Equal("R-CONSENT-EARLY", (await Bureau.Refused(ConsentAsync(bureau, new(recovery, true, new(1950, 1, 2), 100_000, "scan 17")))).Code);
        Assert.Equal("R-CONSENT-EARLY", (await Bureau.Refused(ConsentAsync(bureau, new(recovery, false, Bureau.Today.AddDays(-1), 0, "scan 17")))).Code);
        Assert.Equal("R-RECOVERY-UNKNOWN", (await Bureau.Refused(ConsentAsync(bureau, new(987654, true, Bureau.Today, 100_000, "scan 17")))).Code);
        Assert.Equal(RecoveryStatus.Active, (await Bureau.Must(ConsentAsync(bureau, new(recovery, true, Bureau.Today, 100_000, "scan 17")))).Status);
        await bureau.ReceiveAsync(family.Obligor, 400, Bureau.Today);
        Assert.Equal(Money.Of(360), await OpenAsync(bureau));

        var back = await Bureau.Must(ConsentAsync(bureau, new(recovery, false, Bureau.Today, 100_000, "letter 18")));
        Assert.Equal((RecoveryStatus.Potential, 0L, Money.Of(360)), (back.Status, back.Ppm, back.LeftCents));
        await bureau.ReceiveAsync(family.Obligor, 100, Bureau.Today);
        Assert.Equal(Money.Of(460), await OpenAsync(bureau));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    private static DisbursementRun Run(Bureau bureau) => new(bureau.Store, bureau.Policies, BankSettings.Demonstration);

    private static Task<Outcome<ReleaseHold.Reply>> ReleaseAsync(Bureau bureau, long hold, string why = "for the test", bool supervisor = false) =>
        ReleaseHold.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(why), new(hold), supervisor);

    [Theory, EachEngine]
    public async Task Money_held_for_a_payee_may_be_taken_back_whole_and_held_for_him_again(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 3, 10));
        // An earlier payment becomes known: all of the first one is kept for April. In April it is the payee's, who still has no address.
        await bureau.ReceiveAsync(family.Obligor, 1200, new(2026, 3, 9));
        var april = new DateOnly(2026, 4, 1);
        await Bureau.Must(new BusinessDays(bureau.Store).OpenAsync(april, Bureau.Worker));
        var accrual = new CircleRuns(bureau.Store, bureau.Policies);
        var run = (await Bureau.Must(new AccrualRun(bureau.Store).StartAsync())).Run;
        await accrual.WorkAsync(run, "the only worker");
        Assert.Empty((await RunStands.OfAsync(bureau.Store, run)).Failures);

        await using var db = bureau.Store.Read();
        Assert.Equal(Money.Of(1600), (await db.Holds.Where(h => h.Reason == HoldReason.NoAddress && h.Status == HoldStatus.Active).Select(h => h.Amount).ToListAsync()).Sum());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    private static Task<Outcome<PlaceDisputeHold.Reply>> DisputeAsync(Bureau bureau, string payee, string why = "for the test") =>
        PlaceDisputeHold.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(why), new(payee));

    private static Task<Outcome<RecordConsent.Reply>> ConsentAsync(Bureau bureau, RecordConsent.Request request) => RecordConsent.RunAsync(bureau.Store, bureau.Ask(), request);

    private static async Task<Money> OpenAsync(Bureau bureau)
    {
        await using var db = bureau.Store.Read();
        return (await db.Payables.Where(p => p.Status == PayableStatus.Open).Select(p => p.Amount).ToListAsync()).Sum();
    }

    private static async Task<(Bureau Bureau, Household Family)> WithAddressAsync(TestDatabase database)
    {
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await AddressAsync(bureau, family.Custodian);
        return (bureau, family);
    }

    private static Task<bool> AddressAsync(Bureau bureau, string custodian) =>
        Bureau.Must(bureau.Store.Commands.RunAsync<bool>(new($"address-{custodian}", "test.address", new { custodian }, Bureau.Worker), async ctx =>
        {
            var person = await ctx.Db.People.SingleAsync(p => p.Number == custodian);
            ctx.Add(new Address { PersonId = person.Id, Type = AddressType.Residence, Line1 = "1 Alder Street", City = "Riverton", State = "OR", Zip = "97000", Source = "parent", From = Bureau.January });
            return true;
        }));
}
