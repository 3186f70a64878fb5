using System.Globalization;
using Alimenta.Data;
using Alimenta.Kernel;
using Alimenta.Law;
using Alimenta.Office;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Orders;
using Alimenta.Office.Participants;
using Alimenta.Office.Training;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Testing;

/// <summary>Where to find what in a made-up county.</summary>
/// <param name="Rich">A case with another name, a telephone number, a debt taken over without audit and a task.</param>
/// <param name="Obligor">The number of the person who pays in it.</param>
/// <param name="Protected">A case whose custodian has a family violence indicator.</param>
/// <param name="Assisted">A case of a family with assistance now or earlier and arrears assigned to the state.</param>
/// <param name="Receipt">A receipt that was distributed in the rich case and paid out.</param>
/// <param name="Unidentified">A receipt that nobody's name was put to.</param>
/// <param name="Joint">A tax offset of a joint return, part of which is held.</param>
public sealed record Guide(string Rich, string Obligor, string Protected, string Assisted, long Receipt, long Unidentified, long Joint);

/// <summary>A small made-up county with fourteen months of history, for tests of pages: made once a test program, copied for each test.</summary>
public static class MadeUpCounty
{
    private static readonly Actor Clerk = new(-3, "made-up clerk");
    private static readonly Lazy<Task<(TestDatabase Database, Guide Guide)>> Original = new(MakeAsync);

    /// <summary>The law at hand.</summary>
    public static PolicyDesk Policies { get; } = new(LawStore.BuiltIn);

    /// <summary>The business date of its payday.</summary>
    public static DateOnly Date { get; } = new(2026, 11, 20);

    /// <summary>A copy of the county. Dispose it.</summary>
    public static async Task<TestDatabase> CopyAsync(TimeProvider? clock = null) => TestDatabases.CopyOf((await Original.Value).Database, clock);

    /// <summary>Where to find what in it.</summary>
    public static async Task<Guide> GuideAsync() => (await Original.Value).Guide;

    private static async Task<(TestDatabase, Guide)> MakeAsync()
    {
        var database = TestDatabases.Create(TestDatabases.Sqlite);
        var store = database.Store;
        await Must(new Demo(store, Policies, BankSettings.Demonstration).RunAsync(new() { Cases = 60, Months = 14, Date = Date }));
        var guide = await LookAsync(store);
        await AddRareFactsAsync(store, guide);
        await ProofRuns.RunAsync(store, Policies, Clerk);
        return (database, guide);
    }

    private static async Task<Guide> LookAsync(AlimentaStore store)
    {
        await using var db = store.Read();
        var flagged = await db.People.Where(p => p.FamilyViolence).Select(p => p.Id).ToListAsync();
        var assigned = await db.CaseAccounts.Where(a => a.Pa > Money.Zero).Select(a => a.CaseId).ToListAsync();
        var cases = await db.Cases.OrderBy(c => c.Number).ToListAsync();
        var paid = await db.Payables.Where(p => p.Status == PayableStatus.Paid && p.PayeeKind == PayeeKind.Family && p.ReceiptId != null).OrderBy(p => p.Id).ToListAsync();
        var rich = cases.First(c => !flagged.Contains(c.CustodianId) && !assigned.Contains(c.Id) && paid.Exists(p => p.CaseId == c.Id));
        return new(
            rich.Number, await db.People.Where(p => p.Id == rich.ObligorId).Select(p => p.Number).SingleAsync(), cases.First(c => flagged.Contains(c.CustodianId)).Number, cases.First(c => assigned.Contains(c.Id)).Number,
            paid.Last(p => p.CaseId == rich.Id).ReceiptId!.Value, await db.Receipts.Where(r => r.Status == ReceiptStatus.Unidentified).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync(),
            await db.Receipts.Where(r => r.JointReturn && r.Status == ReceiptStatus.Distributed).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync());
    }

    // What a demonstration lacks, told by the commands of the office.
    private static async Task AddRareFactsAsync(AlimentaStore store, Guide guide)
    {
        string obligation;
        long file;
        await using (var db = store.Read())
        {
            file = await db.Cases.Where(c => c.Number == guide.Rich).Select(c => c.Id).SingleAsync();
            obligation = await db.Obligations.Where(o => o.CaseId == file).OrderBy(o => o.NaturalKey).Select(o => o.NaturalKey).FirstAsync();
        }

        var day = Date.AddDays(-30);
        await Must(ChangeName.RunAsync(store, Ask("alias"), new(guide.Obligor, null, new("Quist", "Danny"), AliasOnly: true)));
        await Must(RecordPhone.RunAsync(store, Ask("phone"), new(guide.Obligor, "503-555-0142", "mobile", day)));
        await Must(RecordOpeningBalance.RunAsync(store, Policies, Ask("opening", "W-OPENING-CHARGED"), new(obligation, "NA", SupportMonth.Of(2025, 1), Money.Of(240), day, "Ledger of the circuit court, 2 Feb 2025")));
        await Must(store.Commands.RunAsync<bool>(new("rare-task", "test", new { file }, Clerk, "told by telephone"), ctx =>
        {
            ctx.Add(new WorkTask { CaseId = file, Kind = "employer-question", Title = "Answer the employer’s question", Reason = "Is the medical notice still in force?", Citation = "45 CFR 303.32", Owner = "case-manager", DueOn = Date.AddDays(-2), CreatedOn = day });
            ctx.Add(new CaseEvent { CaseId = file, On = day, Kind = "called", Text = "The employer called about the medical notice.", SourceKey = "rare-call" });
            return Task.FromResult<Outcome<bool>>(true);
        }));
    }

    private static Asked Ask(string what, params string[] confirmed) => new(string.Create(CultureInfo.InvariantCulture, $"rare-{what}"), Clerk, "told by telephone") { Confirmed = confirmed };

    private static async Task<T> Must<T>(Task<Outcome<T>> asked)
    {
        var done = await asked;
        return done.Ok ? done.Value : throw new InvalidOperationException(done.ToString());
    }
}
