using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Participants;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Disbursement;

/// <summary>Where a state pays no small amounts on paper, they are held under that rule and leave with the next money, or as soon as they can be deposited.</summary>
public sealed class LeastAmountTests
{
    private static readonly PolicyDesk FiveDollars = new(LawStore.WithAgency([new("agency/policy/disbursement/minimum.jsonc",
        """{ "id": "agency/policy/disbursement/minimum", "says": "S.", "unit": "cents", "citation": "agency manual 7", "status": "choice", "source": "R", "values": [ { "from": "2000-01-01", "value": 500 } ] }""")]));

    [Theory, EachEngine]
    public async Task A_small_warrant_is_held_by_name_and_leaves_with_the_next_money(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await Bureau.Must(RecordAddress.RunAsync(bureau.Store, bureau.Ask(), new(family.Custodian, AddressType.Mailing, new("1 Made Up Street", "", "Alder", "OR", "97001"), "client", Bureau.January)));
        await bureau.ReceiveAsync(family.Obligor, 3, Bureau.Today);
        Assert.Equal(0, (await Bureau.Must(Run(bureau).RunAsync("run", Bureau.Worker))).Payments);
        await using var db = bureau.Store.Read();
        var hold = await db.Holds.AsNoTracking().SingleAsync();
        Assert.Equal((HoldReason.Minimum, HoldStatus.Active, Money.Of(3), "agency manual 7", HoldRules.Accounting), (hold.Reason, hold.Status, hold.Amount, hold.Citation, hold.Owner));
        Assert.Equal("", await bureau.FaultsAsync());

        // Another run neither releases it nor holds it again.
        Assert.Equal((0, 0), await AgainAsync(bureau, "run-2"));
        await bureau.ReceiveAsync(family.Obligor, 1, Bureau.Today);
        Assert.Equal((0, 0), await AgainAsync(bureau, "run-3"));
        Assert.Equal(2, await db.Holds.CountAsync(h => h.Status == HoldStatus.Active));

        await bureau.ReceiveAsync(family.Obligor, 1, Bureau.Today);
        var paid = await Bureau.Must(Run(bureau).RunAsync("run-4", Bureau.Worker));
        Assert.Equal((1, Money.Of(5)), (paid.Payments, paid.AmountCents));
        Assert.Equal(0, await db.Holds.CountAsync(h => h.Status == HoldStatus.Active));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_small_deposit_leaves_at_once(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await Bureau.Must(bureau.Store.Commands.RunAsync<bool>(new("payee", "test.payee", new { family.Custodian }, Bureau.Worker), async ctx =>
        {
            var person = await ctx.Db.People.SingleAsync(p => p.Number == family.Custodian);
            var row = ctx.Add(new BankAccount { PersonId = person.Id, Routing = "021000021", AccountNumber = "5550001", Kind = BankAccountKind.Checking, PrenoteStatus = PrenoteStatus.Accepted, From = Bureau.January });
            ctx.Add(new PayeeMethod { PersonId = person.Id, Method = PaymentMethod.Deposit, BankAccountId = row.Id, From = Bureau.January });
            return true;
        }));
        await bureau.ReceiveAsync(family.Obligor, 3, Bureau.Today);
        Assert.Equal(1, (await Bureau.Must(Run(bureau).RunAsync("run", Bureau.Worker))).Payments);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    private static DisbursementRun Run(Bureau bureau) => new(bureau.Store, FiveDollars, BankSettings.Demonstration);

    private static async Task<(int Payments, int Released)> AgainAsync(Bureau bureau, string key)
    {
        var made = await Bureau.Must(Run(bureau).RunAsync(key, Bureau.Worker));
        return (made.Payments, made.ReleasedHolds);
    }
}
