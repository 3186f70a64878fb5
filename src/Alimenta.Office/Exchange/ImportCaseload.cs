using System.Security.Cryptography;
using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Alimenta.Office.Receipts;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Exchange;

/// <summary>How a caseload is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>Whether to do all of it and leave nothing: the answer says what would happen.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether lines without fault are taken although others have one. Left out: one fault, and nothing of the file is taken.</summary>
    public bool KeepGood { get; init; }
}

/// <summary>What became of a file.</summary>
public sealed record ImportReport
{
    /// <summary>caseload or book.</summary>
    public required string Kind { get; init; }

    /// <summary>imported, dry-run or refused.</summary>
    public required string Status { get; init; }

    /// <summary>Lines read.</summary>
    public long Lines { get; init; }

    /// <summary>What was added, by type of line or table.</summary>
    public IReadOnlyDictionary<string, long> Added { get; init; } = new Dictionary<string, long>();

    /// <summary>Faults; the first thousand are listed.</summary>
    public long FaultCount { get; init; }

    /// <summary>The faults with line, column, field, reason and remedy.</summary>
    public IReadOnlyList<ImportFault> Faults { get; init; } = [];

    /// <summary>Warnings; the first thousand are listed.</summary>
    public long WarningCount { get; init; }

    /// <summary>The warnings: taken as they are, to be looked at.</summary>
    public IReadOnlyList<ImportFault> Warnings { get; init; } = [];

    /// <summary>Entries posted to bring the books up.</summary>
    public int Entries { get; init; }

    /// <summary>New money for payees.</summary>
    public Money PayableCents { get; init; }

    /// <summary>Of it, held.</summary>
    public Money HeldCents { get; init; }

    /// <summary>The ledger hash of an imported book.</summary>
    public string LedgerHash { get; init; } = "";
}

/// <summary>Imports a caseload file in one transaction: every line checked by the rules by which a worker enters facts, written set-wise with history, and the books brought up.</summary>
internal sealed class ImportCaseload(AlimentaStore store, PolicyDesk policies, ImportOptions options, IProgress<string>? progress, DateOnly? headDay)
{
    private const int CirclesAtOnce = 400;
    private const string Refused = "R-IMPORT-REFUSED";

    public async Task<Outcome<ImportReport>> RunAsync(Stream from, Asked asked, CancellationToken cancel)
    {
        progress?.Report("Reading the caseload");
        var faults = new ImportFaults();
        var (rows, lines, hash) = await ReadAsync(from, faults, cancel);
        ImportReport? report = null;
        var done = await (asked with { Preview = options.DryRun }).RunAsync<ImportReport>(store, "caseload.import", new { hash, options.KeepGood }, ("caseload", hash[..12]), async ctx =>
        {
            var found = new ImportFaults();
            foreach (var fault in faults.Faults) found.Add(fault);
            report = await HandleAsync(ctx, rows, found) with { Lines = lines };
            return report.Status == "refused" ? new Refusal(Refused, "The file has faults; nothing of it was taken.", "Correct the lines listed, and import it again.") : report;
        }, cancel);
        return done.Refusal is { Code: Refused } ? report! : done;
    }

    /// <summary>All lines by type. The whole file is held in memory; a state's caseload comes in several files.</summary>
    private static async Task<(ILookup<string, CaseloadRow> Rows, long Lines, string Hash)> ReadAsync(Stream from, ImportFaults faults, CancellationToken cancel)
    {
        var reader = new CaseloadReader(faults);
        var rows = new List<CaseloadRow>();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = 0L;
        await foreach (var line in JsonLines.ReadAsync(from, cancel))
        {
            number++;
            sha.AppendData(line);
            if (number > 1 && line.Length > 0 && reader.Read(number, line) is { } row) rows.Add(row);
        }

        return (rows.ToLookup(r => r.Type.Name), number, Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    private async Task<ImportReport> HandleAsync(CommandContext ctx, ILookup<string, CaseloadRow> rows, ImportFaults faults)
    {
        if (await TodayAsync(ctx) is not { } today) return Report("refused", faults, [], NoOffice(faults), 0);
        var draft = new CaseloadDraft(ctx, policies, faults, today, rows);
        progress?.Report("Looking up what is on record");
        await Circles.HoldFormingAsync(ctx);
        await draft.LoadKeysAsync();
        await draft.LoadFactsAsync();

        progress?.Report("Checking the lines");
        var (cases, orders) = (new DraftCases(draft), new DraftOrders(draft));
        new DraftPeople(draft).Build();
        cases.Build();
        orders.BuildOrders();
        new DraftAssistance(draft).Build();
        orders.BuildDebts();
        new DraftReceipts(draft).Build();
        var single = faults.FaultCount;
        await new JointGroups(draft, cases.Merges).CheckAsync();
        var posted = new PostingReport();
        // What is wrong between lines cannot be mended by leaving one of them out.
        if (faults.FaultCount > (options.KeepGood ? single : 0)) return Report("refused", faults, [], posted, 0);

        progress?.Report($"Writing {draft.New.Cases.Count} cases");
        await ctx.LockCirclesAsync([.. draft.New.Cases.Select(c => c.CircleId)]);
        await draft.New.WriteAsync(ctx);
        foreach (var merge in cases.Merges) await Circles.MergeAsync(ctx, merge);
        await cases.TakeNumbersAsync();
        await ReceiptsAsync(draft);
        var before = faults.FaultCount;
        await BringUpAsync(draft, orders, posted);
        if (faults.FaultCount > before) return Report("refused", faults, [], new(), 0);
        var added = CaseloadFormat.Types.Select(t => (t.Name, Count: Count(draft.New, t.Name))).Where(c => c.Count > 0).ToDictionary(c => c.Name, c => c.Count);
        return Report(options.DryRun ? "dry-run" : "imported", faults, added, posted, posted.Posted);
    }

    /// <summary>The business date. Where nothing is set up yet, the head of the file brings it, and the public payees are made.</summary>
    private async Task<DateOnly?> TodayAsync(CommandContext ctx)
    {
        if ((await ctx.Db.BusinessDays.AsNoTracking().SingleOrDefaultAsync(ctx.Cancel))?.Date is { } set) return set;
        if (headDay is not { } day) return null;
        await SpecialPeople.EnsureAsync(ctx);
        ctx.Add(new BusinessDay { Date = day });
        await ctx.FlushAsync();
        return day;
    }

    private static PostingReport NoOffice(ImportFaults faults)
    {
        faults.Add(new(0, 0, "", "R-IMPORT-NO-OFFICE", "No office is set up in this database.", "Set one up first, or give the head of the file a business_date."));
        return new();
    }

    private async Task ReceiptsAsync(CaseloadDraft draft)
    {
        var ctx = draft.Ctx;
        foreach (var receipt in draft.New.Receipts)
        {
            ctx.Post(ReceiptEntries.Received(receipt));
            if (receipt.ObligorId is not null) ctx.Post(ReceiptEntries.Identified(receipt, 1, receipt.ReceivedOn));
            if (receipt.ReturnedAmount.IsPositive) ctx.Post(ReceiptEntries.Returned(receipt, receipt.ReturnedAmount, 1, receipt.ReturnedOn!.Value, receipt.ReturnReason!));
        }

        await ctx.BulkAddAsync([.. draft.New.Receipts.Where(r => r.ObligorId is not null).Select(r => new Identification
        {
            ReceiptId = r.Id, ObligorId = r.ObligorId!.Value, Rule = "import", WhyText = "The imported record names the obligor.", By = ctx.Request.By.UserId, At = ctx.Now,
        })]);
        await UnidentifiedHolds.PlaceAsync(ctx, policies, draft.New.Receipts.Where(r => r.Status == ReceiptStatus.Unidentified), draft.Today);
    }

    /// <summary>The books of every circle that the file touches, some hundred circles at a time.</summary>
    private async Task BringUpAsync(CaseloadDraft draft, DraftOrders orders, PostingReport total)
    {
        var ctx = draft.Ctx;
        await ctx.FlushAsync();
        var touched = await Circles.CurrentAsync(ctx.Db, [.. draft.CasesById.Values.Select(c => c.CircleId).Distinct()], ctx.Cancel);
        var done = 0;
        foreach (var circles in touched.Chunk(CirclesAtOnce))
        {
            progress?.Report($"Bringing up the books: {done} of {touched.Count} circles");
            if (orders.Adjusted.Count > 0) await CheckAdjustmentsAsync(draft, orders, circles);
            var own = new PostingReport();
            var report = await new CirclePosting(policies).BringUpAsync(ctx, circles, draft.Today, "Imported.", draft.New.PaidElsewhere.Count == 0 ? null : new PaidElsewhere(ctx, policies, own, draft.New.PaidElsewhere));
            total.Posted += report.Posted;
            total.Payable += report.Payable + own.Payable;
            total.Held += report.Held + own.Held;
            await ctx.FlushAsync();
            ctx.Db.ChangeTracker.Clear();
            done += circles.Length;
        }
    }

    /// <summary>A correction cannot take away more than is owed on its day: only the play of the circle knows how much that is.</summary>
    private async Task CheckAdjustmentsAsync(CaseloadDraft draft, DraftOrders orders, long[] circles)
    {
        foreach (var circle in await CircleLoader.LoadAsync(draft.Ctx.Db, circles, draft.Ctx.Cancel))
        {
            var lowered = circle.Facts.Adjustments.Where(a => a.Amount.IsNegative && orders.Adjusted.ContainsKey(a.Key)).ToList();
            if (lowered.Count == 0) continue;
            var steps = CirclePlay.Run(circle.Facts, policies.On, draft.Today).Steps.Where(s => s.Kind == StepKind.Adjustment).ToDictionary(s => s.Key);
            foreach (var adjustment in lowered)
            {
                var taken = (steps.GetValueOrDefault($"A:{adjustment.Key}")?.Debts ?? []).Where(d => d.Obligation == adjustment.Obligation && d.To == DebtPlace.Adjusted).Sum(d => d.Amount);
                if (taken != -adjustment.Amount)
                    draft.Faults.Passes(orders.Adjusted[adjustment.Key], new("R-IMPORT-ADJUST-OWED", $"On {Days.Words(adjustment.On)} only {taken} is owed there, less than {-adjustment.Amount}.", "Enter at most what is owed.", Field: "amount"));
            }
        }
    }

    private static long Count(Additions added, string type) => type switch
    {
        "office" => added.Offices.Count,
        "person" => added.People.Count,
        "alias" => added.Aliases.Count,
        "overpayment_choice" => added.Choices.Count,
        "address" => added.Addresses.Count,
        "phone" => added.Phones.Count,
        "employer" => added.Employers.Count,
        "employer_alias" => added.EmployerAliases.Count,
        "employment" => added.Employments.Count,
        "account" => added.Accounts.Count,
        "method" => added.Methods.Count,
        "case" => added.Cases.Count,
        "participant" => added.Participants.Count,
        "order" => added.Orders.Count,
        "obligation" => added.Obligations.Count,
        "term" => added.Terms.Count,
        "opening_balance" => added.Openings.Count,
        "adjustment" => added.Adjustments.Count,
        "spell" => added.Spells.Count,
        "grant" => added.Grants.Count,
        _ => added.Receipts.Count,
    };

    private static ImportReport Report(string status, ImportFaults faults, Dictionary<string, long> added, PostingReport posted, int entries) => new()
    {
        Kind = "caseload", Status = status, Added = added, FaultCount = faults.FaultCount, Faults = faults.Faults, WarningCount = faults.WarningCount, Warnings = faults.Warnings,
        Entries = entries, PayableCents = posted.Payable, HeldCents = posted.Held,
    };
}
