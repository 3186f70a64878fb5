using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Accounting;
using Alimenta.Office.Receipts;
using Alimenta.Office.Tests.Accounting;
using Alimenta.Testing;
using AchAccount = Alimenta.Formats.Nacha.BankAccount;

namespace Alimenta.Office.Tests.Reading;

/// <summary>The same county on each engine, for tests that only read.</summary>
public sealed class ReadCounty : IAsyncLifetime
{
    public static readonly Actor Reader = new(21, "R. Osei");
    private readonly TestDatabase _sqlite = TestDatabases.Create(TestDatabases.Sqlite);
    private readonly TestDatabase _postgres = TestDatabases.Create(TestDatabases.Postgres);
    private readonly Dictionary<string, Lived> _lived = [];

    public Lived On(string engine) => _lived[engine];

    public async ValueTask InitializeAsync()
    {
        _lived[TestDatabases.Sqlite] = await LiveAsync(_sqlite);
        _lived[TestDatabases.Postgres] = await LiveAsync(_postgres);
    }

    public ValueTask DisposeAsync()
    {
        _sqlite.Dispose();
        _postgres.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Two families of one obligor, one with late assistance, one with a protected mother and nobody to pay to; an employer's file with a stranger; a joint tax refund; files made and released.</summary>
    private static async Task<Lived> LiveAsync(TestDatabase database)
    {
        var county = await SmallCounty.OpenAsync(database, new(2026, 3, 2));
        var first = await county.FamilyAsync(400, new(2026, 1, 1));
        var second = await county.FamilyAsync(300, new(2026, 1, 1), obligor: first.ObligorId, circle: first.CircleId);
        var third = await county.FamilyAsync(250, new(2026, 2, 1));
        var fourth = await county.FamilyAsync(500, new(2026, 2, 1), address: false);
        await county.DoAsync("facts", async ctx =>
        {
            var employer = ctx.Add(new Employer { Fein = "930123456", Name = "Harlow Mills", SearchName = "HARLOW MILLS", City = "Portland", State = "OR" });
            ctx.Add(new EmployerAlias { EmployerId = employer.Id, Name = "HM Textiles", SearchName = "HM TEXTILES" });
            foreach (var family in new[] { first, third }) ctx.Add(new Employment { PersonId = family.ObligorId, EmployerId = employer.Id, From = new(2025, 1, 1), Source = "new hire" });
            var mother = (await ctx.Db.People.FindAsync(fourth.CustodianId))!;
            (mother.FamilyViolence, mother.First, mother.Last, mother.SearchName) = (true, "José María", "Muñoz-García", "MUNOZGARCIA JOSEMARIA");
            ctx.Add(new Address { PersonId = mother.Id, Line1 = "9 Secret Rd", City = "Bend", State = "OR", Zip = "97701", From = new(2026, 1, 1), Bad = true });
            ctx.Add(new PersonAlias { PersonId = first.ObligorId, Last = "O'Kafor", First = "Danny", SearchName = "OKAFOR DANNY" });
            ctx.Add(new WorkTask { CaseId = first.CaseId, Kind = "review", Title = "Review the order", Reason = "36 months", Citation = "45 CFR 303.8", Owner = "case-manager", DueOn = new(2026, 3, 10), CreatedOn = new(2026, 3, 2) });
            ctx.Add(new CaseEvent { CaseId = first.CaseId, On = new(2026, 1, 1), Kind = "opened", Text = "The case was opened.", SourceKey = $"{first.Number}:opened" });
            ctx.Add(new User { Id = 21, DisplayName = "R. Osei", UserName = "osei", SecurityStamp = "x" });
            ctx.Add(new User { Id = 22, DisplayName = "D. Okafor", UserName = "okafor", SecurityStamp = "y", PersonId = first.ObligorId });
            return true;
        });
        var file = await FileAsync(county, first, third);
        await county.PayOutAsync();
        await county.DayAsync(new(2026, 3, 20));
        await county.ReceiveAsync(third, 900);
        await county.ReceiveAsync(fourth, 380);
        await county.DayAsync(new(2026, 4, 3));
        await county.AssistAsync(third, new(2026, 2, 1), new(2026, 2, 28));
        await county.GrantAsync(third, new(2026, 2, 1), 300);
        await county.ReceiveAsync(first, 1000, ReceiptSource.FederalTaxOffset, joint: true);
        await county.PayOutAsync(release: false);
        await county.ReceiveAsync(first, 60);
        await county.DayAsync(new(2026, 4, 20));
        await county.ReceiveAsync(null, 123, cents: 45);
        await ProofRuns.RunAsync(county.Store, county.Policies, SmallCounty.Maker);
        return new(county, first, second, third, fourth, file);
    }

    /// <summary>An employer's file: one entry for a case, one by Social Security number alone, one of a stranger whose number fits the third obligor but whose name does not.</summary>
    private static async Task<long> FileAsync(SmallCounty county, Family first, Family third)
    {
        AbaRouting.TryParse("123000848", out var bank);
        var account = new AchAccount(bank, "1000200030");
        var day = new DateOnly(2026, 2, 27);
        SupportPayment Entry(string id, string caseId, int dollars, string ssn, string name) => new(account, Money.Of(dollars), id, "STATE DISBURSEMENT", new DedSegment(DedApplication.CS, caseId, day, Money.Of(dollars), ssn, MedicalSupport.NotAvailable, name, "4105100", false));
        var batch = new PaymentBatch(new("HARLOW MILLS", "1930123456", bank, "CHILD SUPP", day),
        [
            Entry("E1", first.Number.Replace("-", "", StringComparison.Ordinal), 700, "500000001", "OKAFOR1,DAN"), Entry("E2", "UNKNOWN", 250, "500000003", "OKAFOR3,DAN"),
            Entry("E3", third.Number.Replace("-", "", StringComparison.Ordinal), 250, "500000099", "SMITHE,BOB"), Entry("E4", "NONE", 99, "500000003", "SMITHE,BOB"),
        ]);
        var bytes = NachaWriter.Write(new(new(bank, "9000000017", "COUNTY", "PAYROLL"), new(day, new(6, 30)), [batch])).Value.Bytes;
        var received = await new ReceiveFile(county.Store, county.Policies).RunAsync("HARLOW0227.ach", bytes, SmallCounty.Maker);
        return received.Value.FileId;
    }
}

/// <summary>A lived county.</summary>
public sealed record Lived(SmallCounty County, Family First, Family Second, Family Third, Family Fourth, long FileId)
{
    public AlimentaStore Store => County.Store;
}
