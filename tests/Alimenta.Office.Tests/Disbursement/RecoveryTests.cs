using Alimenta.Data;
using Alimenta.Office.Assistance;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Participants;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Disbursement;

/// <summary>What a payee had too much and gave back out of later money is not asked of him again.</summary>
public sealed class RecoveryTests
{
    private const AssistanceProgram Tanf = AssistanceProgram.Tanf;
    private const long All = 1_000_000;
    private static readonly SupportMonth February = SupportMonth.Of(2026, 2);

    [Theory, EachEngine]
    public async Task What_was_given_back_out_of_another_receipt_is_neither_asked_again_nor_lost(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await Bureau.Must(RecordAddress.RunAsync(bureau.Store, bureau.Ask(), new(family.Custodian, AddressType.Residence, new("1 Elm Street", "", "Portland", "OR", "97201"), "the person", Bureau.January, true)));
        var first = await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 2, 10));
        await PayOutAsync(bureau);
        await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(Tanf, family.Custodian, February.FirstDay)));
        await GrantAsync(bureau, family, 250);
        Assert.Equal([(250L, 0L, RecoveryStatus.Potential)], await RecoveriesAsync(bureau));

        // January's arrears are the family's; with its consent all of it makes good what it had too much.
        await using var db = bureau.Store.Read();
        await Bureau.Must(RecordConsent.RunAsync(bureau.Store, bureau.Ask(), new(await db.Recoveries.Select(r => r.Id).SingleAsync(), true, Bureau.Today, All, "letter on file")));
        await bureau.ReceiveAsync(family.Obligor, 300, new(2026, 2, 12));
        Assert.Equal([(250L, 250L, RecoveryStatus.Closed)], await RecoveriesAsync(bureau));

        // Ten dollars of assistance more, known late: ten dollars more were too much, and no others.
        await GrantAsync(bureau, family, 10);
        Assert.Equal([(250L, 250L, RecoveryStatus.Closed), (10L, 0L, RecoveryStatus.Potential)], await RecoveriesAsync(bureau));
        Assert.Equal("", await bureau.FaultsAsync());

        // There was no assistance at all: what the family gave back is paid to it again.
        await GrantAsync(bureau, family, -260);
        Assert.Equal([(250L, 250L, RecoveryStatus.Closed), (10L, 10L, RecoveryStatus.Closed)], await RecoveriesAsync(bureau));
        await using var after = bureau.Store.Read();
        var open = await (from p in after.Payables join r in after.Receipts on p.ReceiptId equals r.Id where p.PayeeKind == PayeeKind.Family && r.NaturalKey == first && p.Status == PayableStatus.Open select p.Amount).ToListAsync();
        Assert.Equal([Money.Of(250)], open);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task What_one_change_makes_good_is_not_also_taken_out_of_another_receipt(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await Bureau.Must(RecordAddress.RunAsync(bureau.Store, bureau.Ask(), new(family.Custodian, AddressType.Residence, new("1 Elm Street", "", "Portland", "OR", "97201"), "the person", Bureau.January, true)));
        await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(Tanf, family.Custodian, February.FirstDay)));
        await GrantAsync(bureau, family, 300);
        var kept = await bureau.ReceiveAsync(family.Obligor, 300, new(2026, 2, 5));
        await bureau.ReceiveAsync(family.Obligor, 100, new(2026, 2, 10));
        await PayOutAsync(bureau);
        await GrantAsync(bureau, family, 50);
        await using var db = bureau.Store.Read();
        await Bureau.Must(RecordConsent.RunAsync(bureau.Store, bureau.Ask(), new(await db.Recoveries.Select(r => r.Id).SingleAsync(), true, Bureau.Today, All, "letter on file")));

        // There was no assistance: the family is to have both payments, so it had nothing too much, and all of the first one is paid to it.
        await GrantAsync(bureau, family, -350);
        Assert.Equal([(50L, 50L, RecoveryStatus.Closed)], await RecoveriesAsync(bureau));
        await using var after = bureau.Store.Read();
        var open = await (from p in after.Payables join r in after.Receipts on p.ReceiptId equals r.Id where p.PayeeKind == PayeeKind.Family && p.Status == PayableStatus.Open select new { r.NaturalKey, p.Amount }).ToListAsync();
        Assert.Equal([(kept, Money.Of(300))], open.Select(o => (o.NaturalKey, o.Amount)));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    private static async Task PayOutAsync(Bureau bureau)
    {
        var made = await Bureau.Must(new DisbursementRun(bureau.Store, bureau.Policies, BankSettings.Demonstration).RunAsync("pay", Bureau.Worker));
        foreach (var file in made.Files) await Bureau.Must(new ReleaseFile(bureau.Store).RunAsync(file.Id, file.AmountCents, $"release-{file.Id}", Bureau.Colleague));
    }

    private static async Task GrantAsync(Bureau bureau, Household family, int dollars) =>
        await Bureau.Must(RecordGrant.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(confirmed: "W-GRANT-AGAIN"), new(Tanf, family.Custodian, February, Money.Of(dollars))));

    private static async Task<List<(long Dollars, long Recovered, RecoveryStatus Status)>> RecoveriesAsync(Bureau bureau)
    {
        await using var db = bureau.Store.Read();
        return [.. (await db.Recoveries.OrderBy(r => r.Id).ToListAsync()).Select(r => (r.Amount.Cents / 100, r.Recovered.Cents / 100, r.Status))];
    }
}
