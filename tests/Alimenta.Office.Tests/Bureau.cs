using System.Globalization;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Intake;
using Alimenta.Office.Orders;
using Alimenta.Office.Participants;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests;

/// <summary>An office whose facts are all told through its slices, as a worker would.</summary>
public sealed class Bureau(TestDatabase database)
{
    public static readonly DateOnly Today = new(2026, 3, 20);
    public static readonly DateOnly January = new(2026, 1, 1);
    public static readonly Actor Worker = new(7, "M. Lindqvist");
    public static readonly Actor Colleague = new(8, "A. Brandt");
    private int _keys;
    private int _people;
    private int _receipts;

    public AlimentaStore Store => database.Store;

    public PolicyDesk Policies { get; } = new(LawStore.BuiltIn);

    public static async Task<Bureau> OpenAsync(TestDatabase database)
    {
        var bureau = new Bureau(database);
        await Must(OpenOffice.RunAsync(bureau.Store, bureau.Ask(), new(104, "Alder County", "OR", "41051", Today,
        [
            new(SpecialPeople.State, "021000021", "100000001"), new(SpecialPeople.Federal, "021000021", "100000002"),
            new(SpecialPeople.Medicaid, "021000021", "100000003"), new(SpecialPeople.Agency, "021000021", "100000004"),
        ])));
        return bureau;
    }

    /// <summary>Asks under a fresh key.</summary>
    public Asked Ask(string why = "for the test", Actor? by = null, bool preview = false, params string[] confirmed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"ask-{++_keys}"), by ?? Worker, why) { Preview = preview, Confirmed = confirmed };

    /// <summary>The result of what may not be refused.</summary>
    public static async Task<T> Must<T>(Task<Outcome<T>> asked)
    {
        var done = await asked;
        return done.Ok ? done.Value : throw new InvalidOperationException(done.ToString());
    }

    /// <summary>The refusal of what must be refused.</summary>
    public static async Task<Refusal> Refused<T>(Task<Outcome<T>> asked)
    {
        var done = await asked;
        var no = done.Refusal ?? throw new InvalidOperationException("It was not refused.");
        Assert.True(no.What.Length > 0 && no.Remedy.Length > 0, "a refusal says what is wrong and what to do");
        return no;
    }

    public async Task<string> PersonAsync(string first = "Femi", string last = "Okafor", DateOnly? born = null, string? ssn = null) =>
        (await Must(RecordPerson.RunAsync(Store, Ask(), new(PersonKind.Person, new(last + Letters(++_people), first), Born: born, Ssn: ssn)))).Number;

    public async Task<string> ChildAsync() => await PersonAsync("Mara", "Brandt", new(2016, 5, 4));

    public Task<string> CaseAsync(string obligor, string custodian, params string[] children) => CaseUnderAsync("us", obligor, custodian, children);

    public Task<Outcome<EnterOrder.Reply>> OrderAsync(string number, string docket) =>
        EnterOrder.RunAsync(Store, Ask(), new(number, "Circuit Court", docket, "OR", January, January));

    /// <summary>An order with one obligation of so much a month for a child from January on.</summary>
    public async Task<string> MonthlyAsync(string number, string child, int dollars, string docket = "26DR1", DateOnly? from = null)
    {
        await Must(OrderAsync(number, docket));
        return (await Must(EnterObligation.RunAsync(Store, Policies, Ask(), new(number, docket, ObligationKind.Child, child, new(EndRule.Emancipation, State: "OR"),
            [new(Money.Of(dollars), Frequency.Monthly, from ?? January)])))).Obligation;
    }

    /// <summary>A family: obligor, custodian, child, case and an obligation of so much a month from January on.</summary>
    public async Task<Household> FamilyAsync(int dollars, string? obligor = null, string? custodian = null, string policy = "us")
    {
        obligor ??= await PersonAsync();
        custodian ??= await PersonAsync("Ada", "Brandt");
        var child = await ChildAsync();
        var number = await CaseUnderAsync(policy, obligor, custodian, child);
        return new(obligor, custodian, child, number, await MonthlyAsync(number, child, dollars));
    }

    /// <summary>Money of a known obligor, received and distributed.</summary>
    public async Task<string> ReceiveAsync(string obligor, int dollars, DateOnly on)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"TEST/{++_receipts:00000}");
        await Must(Store.Commands.RunAsync<bool>(new($"receive-{key}", "test.receive", new { key }, Worker), async ctx =>
        {
            var person = await ctx.Db.People.AsNoTracking().SingleAsync(p => p.Number == obligor, ctx.Cancel);
            var circles = await Circles.LockOfPeopleAsync(ctx, person.Id);
            var receipt = ctx.Add(new Receipt
            {
                NaturalKey = key, Source = ReceiptSource.IncomeWithholding, Tender = Tender.Ach, Amount = Money.Of(dollars), NetAmount = Money.Of(dollars), CollectedOn = on, ReceivedOn = on,
                ObligorId = person.Id, PayorName = person.Last, Status = ReceiptStatus.Identified, RecordedAt = ctx.Now,
            });
            ctx.Post(ReceiptEntries.Received(receipt));
            ctx.Post(ReceiptEntries.Identified(receipt, 1, on));
            await new CirclePosting(Policies).BringUpAsync(ctx, circles, Today, "received");
            return true;
        }));
        return key;
    }

    /// <summary>The stored balances of a case.</summary>
    public async Task<CaseAccount> AccountAsync(string number)
    {
        await using var db = Store.Read();
        var id = await db.Cases.Where(c => c.Number == number).Select(c => c.Id).SingleAsync();
        return await db.CaseAccounts.SingleAsync(a => a.CaseId == id);
    }

    /// <summary>The proof of the whole book, as one line of faults: empty when it is in order.</summary>
    public async Task<string> FaultsAsync()
    {
        var report = await Proof.ProveAsync(Store, Policies, new() { Plays = ProofPlays.All });
        return string.Join("; ", report.Checks.Where(c => !c.Ok).SelectMany(c => c.Faults.Select(f => $"{c.Name}: {f}")));
    }

    /// <summary>How often a fact was told, with who and why.</summary>
    public async Task<List<FactChange>> HistoryAsync(string entity)
    {
        await using var db = Store.Read();
        return await db.FactChanges.Where(c => c.Entity == entity).OrderBy(c => c.Id).ToListAsync();
    }

    private async Task<string> CaseUnderAsync(string policy, string obligor, string custodian, params string[] children) =>
        (await Must(OpenCase.RunAsync(Store, Policies, Ask(), new(104, January, obligor, custodian, children, Policy: policy)))).Number;

    private static string Letters(int n) => n <= 0 ? "" : Letters((n - 1) / 26) + (char)('a' + (n - 1) % 26);
}

/// <summary>A family of the bureau, by natural keys.</summary>
public sealed record Household(string Obligor, string Custodian, string Child, string Case, string Obligation);
