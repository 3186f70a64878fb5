using System.Globalization;
using System.Text.Json;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>What a part of a disbursement made.</summary>
/// <param name="ReleasedHolds">Holds whose reason was gone.</param>
/// <param name="Waiting">Payables that wait.</param>
/// <param name="Ways">Payments by the way in which they leave.</param>
internal sealed record PaymentsMade(int ReleasedHolds, int Waiting, IReadOnlyList<PaymentsOfWay> Ways)
{
    public PaymentsMade()
        : this(0, 0, [])
    {
    }

    /// <summary>Payees who could not be paid, each with the reason.</summary>
    public IReadOnlyList<string> SetAside { get; init; } = [];

    /// <summary>Payees who are paid on paper because no money can go to their account, each with the reason.</summary>
    public IReadOnlyList<string> OnPaper { get; init; } = [];

    public PaymentsMade With(PaymentsMade other) => new(ReleasedHolds + other.ReleasedHolds, Waiting + other.Waiting,
        [.. Ways.Concat(other.Ways).GroupBy(w => w.Method).OrderBy(g => g.Key).Select(g => new PaymentsOfWay(g.Key, g.Sum(w => w.Count), g.Sum(w => w.AmountCents)))])
    {
        SetAside = [.. SetAside, .. other.SetAside], OnPaper = [.. OnPaper, .. other.OnPaper],
    };

    public DisbursementsMade ToMade(IReadOnlyList<FileMade> files) => new(files, Ways.Sum(w => w.Count), Ways.Sum(w => w.AmountCents), ReleasedHolds, Waiting) { SetAside = SetAside, OnPaper = OnPaper };
}

/// <summary>Payments that leave in one way.</summary>
internal sealed record PaymentsOfWay(PaymentMethod Method, int Count, Money AmountCents);

/// <summary>Works disbursements in parts: first each part pays its payees, then the payments are written into files.</summary>
public sealed class PaymentRuns(AlimentaStore store, PolicyDesk policies, BankSettings bank) : PartedRuns(store)
{
    internal const string Pay = "pay";
    internal const string Files = "write files";
    private const string OfFiles = "files of user ";

    /// <summary>How large files are.</summary>
    public PaymentParts Parts { get; init; } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Kinds { get; } = [DisbursementRun.Kind];

    /// <inheritdoc/>
    protected override Actor By { get; } = Actor.Program(DisbursementRun.Kind);

    /// <summary>What the part of the files covers: whoever began the run made the files, so that he cannot release them.</summary>
    internal static string FilesBy(Actor by) => string.Create(CultureInfo.InvariantCulture, $"{OfFiles}{by.UserId}");

    /// <summary>Pays some payees.</summary>
    internal static async Task<PaymentsMade> PayAsync(CommandContext ctx, PolicyDesk policies, BankSettings bank, PayeeRange range, DateOnly today)
    {
        var maker = new PaymentMaker(ctx, policies, bank, today);
        await maker.DecideAsync(range);
        await maker.WriteAsync();
        return new(maker.Released, maker.Waiting, [.. maker.Made.GroupBy(m => m.Row.Method).OrderBy(g => g.Key).Select(g => new PaymentsOfWay(g.Key, g.Count(), g.Sum(m => m.Row.Amount)))]) { SetAside = maker.SetAside, OnPaper = maker.OnPaper };
    }

    /// <summary>What a run made.</summary>
    public async Task<DisbursementsMade> MadeAsync(long runId, CancellationToken cancel = default)
    {
        await using var db = Store.Read();
        var run = await db.BatchRuns.SingleAsync(r => r.Id == runId, cancel);
        var parts = await (from s in db.BatchSteps join p in db.BatchPartitions on s.Id equals p.StepId where s.RunId == runId orderby p.Id select new { s.Name, Part = p }).ToListAsync(cancel);
        var all = new PaymentsMade();
        foreach (var part in await RepliesAsync<PaymentsMade>(db, parts.Where(p => p.Name == Pay && p.Part.Status == PartitionStatus.Done).Select(p => Key(run, p.Part)), cancel)) all = all.With(part);
        var (ids, unwritten) = (new List<long>(), new List<FilesWritten>());
        foreach (var part in parts.Where(p => p.Name == Files).Select(p => p.Part))
        {
            // Each claim of the part may have written files before it was lost, one command after the other.
            for (; part.Token > 0; part.Token--)
            {
                for (var n = 1; await RepliesAsync<FilesWritten>(db, [Key(run, part, Number(n))], cancel) is [var written]; n++)
                {
                    ids.AddRange(written.Files);
                    unwritten.Add(written);
                }
            }
        }

        var files = await db.DisbursementFiles.Where(f => ids.Contains(f.Id)).OrderBy(f => f.Id).Select(f => new FileMade(f.Id, f.Identity, f.Kind, f.Count, f.Amount)).ToListAsync(cancel);
        var made = all.ToMade(files);
        // A payment that could not be written was taken back, so it is none.
        return made with
        {
            Payments = made.Payments - unwritten.Sum(w => w.TakenBack), AmountCents = made.AmountCents - unwritten.Sum(w => w.TakenBackCents),
            SetAside = [.. made.SetAside, .. unwritten.SelectMany(w => w.SetAside), .. (await RunStands.OfAsync(Store, runId, cancel)).Failures],
        };
    }

    /// <inheritdoc/>
    protected override string Name(BatchRun run, BatchStep step) => step.Name == Pay ? "Payments of" : "Files of";

    /// <inheritdoc/>
    protected override async Task PartAsync(BatchRun run, BatchStep step, BatchPartition part, CancellationToken cancel)
    {
        if (step.Name == Pay)
        {
            await CommandAsync<PaymentsMade>(run, part, "", async ctx =>
            {
                // A part that is worked on a later day pays by what is on record of its payees then: one who died since is not paid, and an account that ended gets nothing.
                var made = await PayAsync(ctx, policies, bank, PayeeRange.Parse(part.Content), await ctx.BusinessDateAsync());
                await BatchWork.FinishAsync(ctx, part, made.Ways.Sum(w => w.Count), made.Ways.Sum(w => w.AmountCents));
                return made;
            }, cancel);
            return;
        }

        // A command writes as many payments as a file may have; the one that finds none left ends the part.
        for (var n = 1; await CommandAsync<FilesWritten>(run, part, Number(n), ctx => WriteAsync(ctx, run, part), cancel) is { Further: true }; n++)
        {
        }
    }

    /// <inheritdoc/>
    protected override async Task<SmallerParts> CutAsync(BatchPartition part, CancellationToken cancel)
    {
        if (part.Content.StartsWith(OfFiles, StringComparison.Ordinal)) return new([], "the files");
        await using var db = Store.Read();
        return await PayeeRange.Parse(part.Content).CutAsync(db, cancel);
    }

    /// <inheritdoc/>
    protected override async Task<string> TotalsAsync(BatchRun run, StepTotals totals, CancellationToken cancel) => JsonSerializer.Serialize(await MadeAsync(run.Id, cancel), AlimentaJson.Options);

    private async Task<Outcome<FilesWritten>> WriteAsync(CommandContext ctx, BatchRun run, BatchPartition part)
    {
        var today = await ctx.BusinessDateAsync();
        var untested = await AccountTests.LockAsync(ctx, today);
        await UnreleasedPayments.LockAsync(ctx);
        var rows = await ctx.Db.Disbursements.AsNoTracking().Where(d => d.FileId == null && d.On >= run.BusinessDate && d.On <= today && d.Status == DisbursementStatus.Created).OrderBy(d => d.Method).ThenBy(d => d.Id).Take(Parts.Payments).ToListAsync(ctx.Cancel);
        if (rows.Count == 0)
        {
            await BatchWork.FinishAsync(ctx, part, 0, Money.Zero);
            return new FilesWritten([], false);
        }

        var payments = await PaymentsAsync(ctx, rows, today);
        var payees = rows.Select(r => r.PayeeId).Distinct().ToList();
        var names = await ctx.Db.People.AsNoTracking().Where(p => payees.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ctx.Cancel);
        var writer = new DisbursementFiles(ctx, bank, today, Parts.Payments);
        var files = await writer.WriteAsync(payments, names, long.Parse(part.Content.AsSpan(OfFiles.Length), CultureInfo.InvariantCulture), untested);
        if (files.Refusal is { } refusal) return refusal;
        await ctx.BulkStoreAsync(rows.FindAll(r => r.FileId is not null));
        var gone = writer.Refused.ConvertAll(r => r.Payment.Row);
        return new FilesWritten([.. files.Value.Select(f => f.Id)], true) { SetAside = await SetAsideAsync(ctx, today, writer, names), TakenBack = gone.Count, TakenBackCents = gone.Sum(r => r.Amount) };
    }

    /// <summary>A payment that cannot be written, because the account was changed since it was made, say, is taken back: its money is open, and the next run decides anew.</summary>
    private async Task<IReadOnlyList<string>> SetAsideAsync(CommandContext ctx, DateOnly today, DisbursementFiles writer, Dictionary<long, Person> names)
    {
        if (writer.Refused.Count == 0) return [];
        var aside = new PayeesSetAside(ctx, policies, today);
        foreach (var why in writer.Refused.GroupBy(r => r.Why.What))
            await new UnreleasedPayments(ctx, today).TakeBackAsync([.. why.Select(r => r.Payment.Row.Id)], why.Key);
        foreach (var (payment, why) in writer.Refused)
            aside.Open(names[payment.Row.PayeeId], payment.Parts.Count > 0 ? payment.Parts : JsonSerializer.Deserialize<List<StubLine>>(payment.Row.StubJson, AlimentaJson.Options)!.ConvertAll(l => new Payable { CaseId = l.CaseId, ReceiptId = l.ReceiptId, Amount = l.Amount }), why);
        return await aside.TellAsync();
    }

    private static async Task<List<Payment>> PaymentsAsync(CommandContext ctx, List<Alimenta.Data.Disbursement> rows, DateOnly today)
    {
        var accounts = rows.Select(r => r.BankAccountId).OfType<long>().Distinct().ToList();
        var byId = await ctx.Db.BankAccounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ctx.Cancel);
        var states = rows.Where(r => r.Method == PaymentMethod.OtherState).ToList();
        var ids = states.ConvertAll(r => (long?)r.Id);
        var parts = (await ctx.Db.Payables.AsNoTracking().Where(p => ids.Contains(p.DisbursementId)).OrderBy(p => p.Id).ToListAsync(ctx.Cancel)).ToLookup(p => p.DisbursementId!.Value);
        var payees = states.ConvertAll(r => r.PayeeId);
        var facts = await PayeeDirectory.LoadAsync(ctx.Db, payees, today, ctx.Cancel);
        return rows.ConvertAll(r => new Payment(r, [.. parts[r.Id]], r.BankAccountId is { } account ? byId[account] : null, facts.GetValueOrDefault(r.PayeeId)?.Method?.Fips));
    }

    private static string Number(int command) => string.Create(CultureInfo.InvariantCulture, $":{command}");

    /// <summary>What a command of the files wrote, and whether there may be more to write.</summary>
    private sealed record FilesWritten(IReadOnlyList<long> Files, bool Further)
    {
        public IReadOnlyList<string> SetAside { get; init; } = [];

        public int TakenBack { get; init; }

        public Money TakenBackCents { get; init; }
    }
}
