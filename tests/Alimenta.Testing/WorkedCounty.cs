using Alimenta.Data;
using Alimenta.Kernel;
using Alimenta.Law.Rules;
using Alimenta.Office;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Establishment;
using Alimenta.Office.Interest;
using Alimenta.Office.Receipts;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Testing;

/// <summary>One of each thing that has a page of its own, in each state.</summary>
public sealed record Places
{
    public required Guide Guide { get; init; }

    /// <summary>Files that came in: posted, refused, and the posted one under another name.</summary>
    public required (long Posted, long Refused, long Again) FileIn { get; init; }

    /// <summary>Files of payments: waiting for release, and released.</summary>
    public required (long Waiting, long Released) FileOut { get; init; }

    public required long Payment { get; init; }

    /// <summary>Holds: of a joint tax offset, of money that is nobody's, of a dispute as such.</summary>
    public required (long Joint, long Unidentified, long Dispute) Hold { get; init; }

    public required long Recovery { get; init; }

    /// <summary>Batches: open with one item of three, open and agreeing, posted.</summary>
    public required (long Open, long Agrees, long Posted) Batch { get; init; }

    public required (long Accrual, long Proof, long Selection, long Interest) Run { get; init; }

    /// <summary>The number of the case that comes to the most interest.</summary>
    public required string Interest { get; init; }

    /// <summary>A receipt that came back.</summary>
    public required long ReturnedReceipt { get; init; }

    /// <summary>The number of a family payee with money that is not held.</summary>
    public required string Payee { get; init; }
}

/// <summary>The made-up county in the middle of a working day: something waits at every desk. Made once a test program, copied for each test.</summary>
public static class WorkedCounty
{
    private static readonly Actor Clerk = new(-3, "made-up clerk");
    private static readonly Lazy<Task<(TestDatabase Database, Places Places)>> Original = new(MakeAsync);

    /// <summary>A copy of the county. Dispose it.</summary>
    public static async Task<TestDatabase> CopyAsync(TimeProvider? clock = null) => TestDatabases.CopyOf((await Original.Value).Database, clock);

    /// <summary>Where to find what in it.</summary>
    public static async Task<Places> PlacesAsync() => (await Original.Value).Places;

    private static async Task<(TestDatabase, Places)> MakeAsync()
    {
        var database = await MadeUpCounty.CopyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var (store, policies) = (database.Store, MadeUpCounty.Policies);
        var files = await FilesAsync(store, guide);
        var (returned, recovery) = await ComeBackAsync(store, guide);
        var batches = await BatchesAsync(store, guide);
        var dispute = await DisputeAsync(store);
        await SupportAsync(store, guide.Rich);
        var run = (await Must(new AccrualRun(store).StartAsync())).Run;
        await new CircleRuns(store, policies).WorkAsync(run, "test");
        var selection = (await Must(new SelectionRun(store).StartAsync())).Run;
        await new SelectionRuns(store, policies).WorkAsync(selection, "test");
        var interest = (await Must(new InterestRun(store).StartAsync())).Run;
        await new InterestRuns(store, policies).WorkAsync(interest, "test");
        await using var db = store.Read();
        var waiting = await db.DisbursementFiles.Where(f => f.Status == DisbursementFileStatus.Created).OrderByDescending(f => f.Amount).Select(f => f.Id).FirstAsync();
        var released = await db.DisbursementFiles.Where(f => f.Status == DisbursementFileStatus.Released).OrderByDescending(f => f.Amount).Select(f => f.Id).FirstAsync();
        var disputed = await db.Holds.Where(h => h.Id == dispute).Select(h => h.PayeeId).SingleAsync();
        var payee = await (from p in db.Payables join who in db.People on p.PayeeId equals who.Id where p.PayeeKind == PayeeKind.Family && p.Status == PayableStatus.InFile && p.PayeeId != disputed orderby p.Id select who.Number).FirstAsync();
        return (database, new()
        {
            Interest = await (from i in db.InterestStatements join c in db.Cases on i.CaseId equals c.Id orderby i.Interest descending, c.Number select c.Number).FirstAsync(),
            Guide = guide, FileIn = files, FileOut = (waiting, released), Recovery = recovery, ReturnedReceipt = returned, Batch = batches, Payee = payee,
            Payment = (await db.Payables.Where(p => p.ReceiptId == guide.Receipt && p.DisbursementId != null).OrderBy(p => p.Id).Select(p => p.DisbursementId).FirstAsync())!.Value,
            Hold = (await HoldAsync(db, HoldReason.JointOffset), await HoldAsync(db, HoldReason.Unidentified), dispute),
            Run = (run, await db.BatchRuns.Where(r => r.Kind == ProofRuns.Kind).Select(r => r.Id).FirstAsync(), selection, interest),
        });
    }

    private static Task<long> HoldAsync(AlimentaDb db, HoldReason reason) => db.Holds.Where(h => h.Reason == reason && h.Status == HoldStatus.Active).OrderBy(h => h.Id).Select(h => h.Id).FirstAsync();

    private static async Task<(long, long, long)> FilesAsync(AlimentaStore store, Guide guide)
    {
        string ssn;
        await using (var db = store.Read()) ssn = (await db.People.Where(p => p.Number == guide.Obligor).Select(p => p.SsnDigits).SingleAsync())!;
        var bytes = PayrollFile.Of(MadeUpCounty.Date, 'H', new Withheld(guide.Rich, ssn, "", Money.Of(61)), new Withheld("77001", "899990124", "STRANGER", Money.Of(48)));
        var receive = new ReceiveFile(store, MadeUpCounty.Policies);
        var posted = await Must(receive.RunAsync("HARLOW1120.ach", bytes, Clerk));
        var again = await Must(receive.RunAsync("HARLOW1120 (copy).ach", bytes, Clerk));
        var refused = await Must(receive.RunAsync("HARLOW1121.ach", Damage(bytes), Clerk));
        return (posted.FileId, refused.FileId, again.FileId);
    }

    /// <summary>The same file with one cent more in its first payment than its totals say.</summary>
    public static byte[] Damage(byte[] file)
    {
        var damaged = file.ToArray();
        var at = Array.FindIndex(damaged, b => b == (byte)'\n') + 1;
        at = Array.FindIndex(damaged, at, b => b == (byte)'\n') + 1;
        const int lastCent = 38;
        damaged[at + lastCent] = (byte)(damaged[at + lastCent] == (byte)'9' ? '8' : damaged[at + lastCent] + 1);
        return damaged;
    }

    // A receipt of another case comes back after its money was paid on.
    private static async Task<(long Receipt, long Recovery)> ComeBackAsync(AlimentaStore store, Guide guide)
    {
        long receipt;
        await using (var db = store.Read())
        {
            receipt = (await (from p in db.Payables
                              join c in db.Cases on p.CaseId equals (long?)c.Id
                              where p.Status == PayableStatus.Paid && p.PayeeKind == PayeeKind.Family && p.ReceiptId != null && p.ReceiptId != guide.Receipt
                                  && c.Number != guide.Rich && c.Number != guide.Assisted && c.Number != guide.Protected
                              orderby p.Id descending
                              select p.ReceiptId).FirstAsync())!.Value;
        }

        await Must(new ReturnReceipt(store, MadeUpCounty.Policies).RunAsync(new(receipt, null, "R01 insufficient funds"), "worked-return", Clerk));
        await using var after = store.Read();
        return (receipt, await after.Recoveries.OrderBy(r => r.Id).Select(r => r.Id).FirstAsync());
    }

    private static async Task<(long, long, long)> BatchesAsync(AlimentaStore store, Guide guide)
    {
        var desk = new ManualBatches(store, MadeUpCounty.Policies);
        var open = await Must(desk.OpenAsync(3, Money.Of(345), "worked-batch", Clerk));
        await Must(desk.AddAsync(new(open.Id, guide.Rich, Money.Of(120), Tender.Check, ReceiptSource.Voluntary, MadeUpCounty.Date, "1042", "D. Quist"), "worked-item", Clerk));
        var agrees = await Must(desk.OpenAsync(1, Money.Of(55), "worked-batch-2", Clerk));
        await Must(desk.AddAsync(new(agrees.Id, "", Money.Of(55), Tender.MoneyOrder, ReceiptSource.Voluntary, MadeUpCounty.Date, "77-310", "Unknown sender"), "worked-item-2", Clerk));
        await using var db = store.Read();
        return (open.Id, agrees.Id, await db.ReceiptBatches.Where(b => b.Status == BatchStatus.Closed).OrderBy(b => b.Id).Select(b => b.Id).FirstAsync());
    }

    private static async Task<long> DisputeAsync(AlimentaStore store)
    {
        string payee;
        await using (var db = store.Read())
            payee = await (from h in db.Holds join p in db.People on h.PayeeId equals p.Id where h.Reason == HoldReason.JointOffset orderby h.Id descending select p.Number).FirstAsync();
        return (await Must(PlaceDisputeHold.RunAsync(store, MadeUpCounty.Policies, new("worked-dispute", Clerk, "Appeal of 12 Nov 2026: who is to be paid"), new(payee)))).HoldId;
    }

    // Two support calculations of the rich case: one accepted, whose proposal waits for the signed order, and a draft with two scenarios.
    private static async Task SupportAsync(AlimentaStore store, string number)
    {
        var desk = new GuidelineDesk(RuleCatalog.BuiltIn);
        var keys = 0;
        for (var calculation = 1; calculation <= 2; calculation++)
        {
            var key = (await Must(StartDetermination.RunAsync(store, desk, Ask(), new(number, "or", MadeUpCounty.Date, DeterminationPurpose.Modify)))).Key;
            await using var db = store.Read();
            var typed = KeptJson.Typed(await (from s in db.SupportScenarios join d in db.Determinations on s.DeterminationId equals d.Id where d.NaturalKey == key.ToString() select s.TypedJson).SingleAsync());
            foreach (var (path, text) in new[] { ("parent_a.income_cents", "4,180.00"), ("parent_b.income_cents", "2,950.00"), ("parent_a.overnights_hundredths", "96"), ("parent_b.overnights_hundredths", "269"), ("cash_medical", "contingent") }) typed[path] = text;
            await Must(SaveScenario.RunAsync(store, desk, Ask(), new(key, 1, null, "As known", typed)));
            await Must(RecordEvidence.RunAsync(store, desk, Ask(), new(key, 1, "parent_a.income_cents", EvidenceKind.EmployerReply, "Harlow Mills", "Answer to the wage request", MadeUpCounty.Date.AddDays(-9), "", [])));
            await Must(RecordEvidence.RunAsync(store, desk, Ask(), new(key, 1, "parent_b.income_cents", EvidenceKind.ParentStatement, "the one who receives", "Uniform income statement", MadeUpCounty.Date.AddDays(-20), "", [])));
            if (calculation == 1)
            {
                await Must(CompleteDetermination.RunAsync(store, desk, Ask(), new(key, null)));
                await Must(AcceptScenario.RunAsync(store, desk, Ask(), new(key, null, 1, "Circuit Court of Multnomah County", SupportMonth.Of(MadeUpCounty.Date).Next.FirstDay)));
                continue;
            }

            await Must(CopyScenario.RunAsync(store, desk, Ask(), new(key, 1, "With potential income")));
            typed["parent_b.potential_income_cents"] = "600";
            await Must(SaveScenario.RunAsync(store, desk, Ask(), new(key, 2, null, "With potential income", typed)));
        }

        Asked Ask() => new($"worked-support-{++keys}", Clerk, "order of 2 Nov 2026 to review");
    }

    private static async Task<T> Must<T>(Task<Outcome<T>> asked)
    {
        var done = await asked;
        return done.Ok ? done.Value : throw new InvalidOperationException(done.ToString());
    }
}
