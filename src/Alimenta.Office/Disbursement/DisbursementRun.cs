using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>What a day's run of disbursement made.</summary>
/// <param name="Files">The files that wait for release.</param>
/// <param name="Payments">How many payments.</param>
/// <param name="AmountCents">How much.</param>
/// <param name="ReleasedHolds">Holds whose reason was gone.</param>
/// <param name="Waiting">Payables that wait for a payee's next day, or that a lowered amount of a public payee takes up.</param>
public sealed record DisbursementsMade(IReadOnlyList<FileMade> Files, int Payments, Money AmountCents, int ReleasedHolds, int Waiting)
{
    /// <summary>Payees who were set aside because something is wrong with what is on record of them, each with the reason and what to do; the others are paid.</summary>
    public IReadOnlyList<string> SetAside { get; init; } = [];

    /// <summary>Payees who are paid on paper because no money can go to the account that is on record, each with the reason and what to do.</summary>
    public IReadOnlyList<string> OnPaper { get; init; } = [];
}

/// <summary>A file that was made.</summary>
/// <param name="Id">Its number; 0 in a preview.</param>
/// <param name="Identity">Its identity: a second file with it cannot be.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">Payments in it.</param>
/// <param name="AmountCents">How much.</param>
public sealed record FileMade(long Id, string Identity, DisbursementFileKind Kind, int Count, Money AmountCents);

/// <summary>When a disbursement is made in parts, and how large these are.</summary>
/// <param name="LargestWhole">More amounts that are payable or held than this are worked in parts.</param>
/// <param name="Payees">Payees in a part.</param>
/// <param name="Payments">Payments in a file at most, whether in parts or not.</param>
public sealed record PaymentParts(int LargestWhole = 5_000, int Payees = 2_000, int Payments = 100_000);

/// <summary>Pays what is payable: one payment a payee and day with a stub of what it is made of, gathered into files that another person releases.</summary>
/// <remarks>A small office's day is one command. A large one is a run of parts that several workers share: the circles of a part are locked for as long as the part takes, not for as long as the payday.</remarks>
public sealed class DisbursementRun(AlimentaStore store, PolicyDesk policies, BankSettings bank)
{
    internal const string Kind = "disbursement";
    private const string Whole = "disbursement.run";

    /// <summary>When the run is made in parts.</summary>
    public PaymentParts Parts { get; init; } = new();

    /// <summary>How long a part holds that was claimed here and not finished.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many work on the parts at the same time; an engine with one writer gains nothing from several and takes one.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Makes the files of the business date. A second run the same day takes only payees that were not paid that day; one that is under way is not joined by another.</summary>
    public async Task<Outcome<DisbursementsMade>> RunAsync(string key, Actor by, IProgress<string>? progress = null, bool preview = false, CancellationToken cancel = default)
    {
        await using (var db = store.Read())
        {
            if (await UnderWayAsync(db, Key(key), cancel) is { } other) return other;
            if (await WholeAsync(db, key, cancel))
            {
                try
                {
                    return await store.Commands.RunAsync<DisbursementsMade>(new(key, Whole, new { key }, by) { ObjectKind = Kind }, ctx => MakeAsync(ctx, progress), preview, cancel);
                }
                catch (Exception failure) when (OfOnePayee(failure))
                {
                    // What nobody foresaw of one payee must not stop the others: the parts find him and set him aside.
                    progress?.Report("Something is wrong with a payee: the payments are made in parts, so that the others are paid");
                }
            }
        }

        return preview ? await PreviewAsync(key, by, progress, cancel) : await InPartsAsync(key, by, progress, cancel);
    }

    private async Task<Outcome<DisbursementsMade>> MakeAsync(CommandContext ctx, IProgress<string>? progress)
    {
        var today = await ctx.BusinessDateAsync();
        progress?.Report("Gathering payments");
        var maker = new PaymentMaker(ctx, policies, bank, today);
        await maker.DecideAsync(PayeeRange.All);
        progress?.Report($"Writing {maker.Made.Count} payments");
        var files = await new DisbursementFiles(ctx, bank, today, Parts.Payments).WriteAsync(maker.Made, maker.Names, ctx.Request.By.UserId, maker.Untested);
        if (files.Refusal is { } refusal) return refusal;
        await maker.WriteAsync();
        return new DisbursementsMade(files.Value, maker.Made.Count, maker.Made.Sum(m => m.Row.Amount), maker.Released, maker.Waiting) { SetAside = maker.SetAside, OnPaper = maker.OnPaper };
    }

    private async Task<Outcome<DisbursementsMade>> InPartsAsync(string key, Actor by, IProgress<string>? progress, CancellationToken cancel)
    {
        progress?.Report("Cutting the payees into parts");
        var opened = await store.Commands.RunAsync<long>(new(key, "disbursement.open", new { key }, by) { ObjectKind = Kind }, async ctx =>
        {
            // Held until this run stands, so that of two that begin at once the second sees the first.
            await ctx.LockNameAsync(Kind);
            if (await UnderWayAsync(ctx.Db, Key(key), ctx.Cancel) is { } other) return other;
            var plan = await PlanAsync(ctx.Db, ctx.Cancel);
            return BatchWork.OpenIn(ctx, Key(key), Kind, await ctx.BusinessDateAsync(), [new(PaymentRuns.Pay, plan), new(PaymentRuns.Files, [PaymentRuns.FilesBy(by)])]);
        }, cancel: cancel);
        if (opened.Refusal is { } refusal) return refusal;
        var runs = new PaymentRuns(store, policies, bank) { Parts = Parts, Lease = Lease };
        var workers = store.Engine.ReservesIdsInside ? 1 : Workers;
        await Task.WhenAll(Enumerable.Range(1, workers).Select(n => Task.Run(() => runs.WorkAsync(opened.Value, $"{Environment.MachineName}/{Environment.ProcessId}/{n}", n == 1 ? progress : null, cancel), cancel)));
        await runs.FinishAsync(opened.Value, $"{Environment.MachineName}/{Environment.ProcessId}", progress, cancel);
        return await runs.MadeAsync(opened.Value, cancel);
    }

    /// <summary>Part after part as a command that is rolled back: it holds up nobody for long and needs no more room than a part.</summary>
    private async Task<Outcome<DisbursementsMade>> PreviewAsync(string key, Actor by, IProgress<string>? progress, CancellationToken cancel)
    {
        IReadOnlyList<string> plan;
        await using (var db = store.Read()) plan = await PlanAsync(db, cancel);
        var all = new PaymentsMade();
        var parts = new Stack<string>(plan.Reverse());
        for (var i = 1; parts.TryPop(out var content); i++)
        {
            progress?.Report($"Looking at part {i} of {i + parts.Count}");
            try
            {
                var part = await store.Commands.RunAsync<PaymentsMade>(new($"{key}:{i}", "disbursement.preview", new { key, i }, by) { ObjectKind = Kind }, async ctx =>
                    await PaymentRuns.PayAsync(ctx, policies, bank, PayeeRange.Parse(content), await ctx.BusinessDateAsync()), preview: true, cancel);
                if (part.Refusal is { } refusal) return refusal;
                all = all.With(part.Value);
            }
            catch (Exception failure) when (OfOnePayee(failure))
            {
                // The same as a run does with a part that fails: it is cut until the payee at fault stands alone.
                await using var db = store.Read();
                var cut = await PayeeRange.Parse(content).CutAsync(db, cancel);
                foreach (var smaller in cut.Smaller.Reverse()) parts.Push(smaller);
                if (cut.Smaller.Count == 0) all = all with { SetAside = [.. all.SetAside, $"{cut.Item}: {WorkFailures.Innermost(failure).Message}"] };
            }
        }

        return all.ToMade([.. all.Ways.Select(w => new FileMade(0, "", DisbursementFiles.KindOf(w.Method), w.Count, w.AmountCents))]);
    }

    /// <summary>Whether a failure can be that of one payee. What the law does not cover on this day is that of all.</summary>
    private bool OfOnePayee(Exception failure) => failure is not LawNotCovered && store.Engine.LiesInTheWork(failure);

    /// <summary>Families in the order of their numbers, and the agencies by name, of all to whom something is payable or held.</summary>
    private async Task<IReadOnlyList<string>> PlanAsync(AlimentaDb db, CancellationToken cancel)
    {
        var payees = await PayeeRange.Waiting(db).Select(p => p.PayeeId).Distinct().OrderBy(p => p).ToListAsync(cancel);
        var agencies = (await db.People.Where(p => p.Kind != PersonKind.Person).Select(p => p.Id).ToListAsync(cancel)).ToHashSet();
        return PayeeRange.Cut(payees.Where(p => !agencies.Contains(p)), payees.FindAll(agencies.Contains), Parts.Payees);
    }

    /// <summary>Why no further run may begin: another is not at its end. One of which only parts are left that wait to be mended stops nobody.</summary>
    private static async Task<Refusal?> UnderWayAsync(AlimentaDb db, string own, CancellationToken cancel)
    {
        var parts = db.BatchPartitions.Join(db.BatchSteps, p => p.StepId, s => s.Id, (p, s) => new { s.RunId, p.Status });
        var other = await db.BatchRuns.AsNoTracking().Where(r => r.Kind == Kind && r.Status == RunStatus.Open && r.Key != own
                && (parts.Any(p => p.RunId == r.Id && (p.Status == PartitionStatus.Pending || p.Status == PartitionStatus.Claimed)) || !parts.Any(p => p.RunId == r.Id && p.Status == PartitionStatus.Failed)))
            .Select(r => new { r.Id, r.BusinessDate }).FirstOrDefaultAsync(cancel);
        return other is null ? null : new("R-DISBURSEMENT-UNDER-WAY", $"The disbursement of {Days.Words(other.BusinessDate)}, run {other.Id}, is under way.", "Wait until it is done. If the process that began it is gone, it goes on with: alimenta worker --once");
    }

    /// <summary>Whether the run is one command: as it was the first time, where the same is asked again.</summary>
    private async Task<bool> WholeAsync(AlimentaDb db, string key, CancellationToken cancel) =>
        await db.Commands.AnyAsync(c => c.Key == key && c.Kind == Whole, cancel)
        || (!await db.BatchRuns.AnyAsync(r => r.Key == Key(key), cancel) && await PayeeRange.Waiting(db).Take(Parts.LargestWhole + 1).CountAsync(cancel) <= Parts.LargestWhole);

    private static string Key(string key) => $"{Kind}:{key}";
}
