using System.Globalization;
using System.Text.Json;
using Alimenta.Data;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;
using PaidOut = Alimenta.Data.Disbursement;

namespace Alimenta.Office.Disbursement;

/// <summary>A payment that was made, with what a file needs to know of it.</summary>
/// <param name="Row">The payment.</param>
/// <param name="Parts">What it is made of; a file to another state names its receipt.</param>
/// <param name="Account">The account to which it goes; null on paper.</param>
/// <param name="Fips">The other state, where it goes to one.</param>
internal sealed record Payment(PaidOut Row, IReadOnlyList<Payable> Parts, BankAccount? Account, string? Fips);

/// <summary>Makes the payments of some payees, one a payee and day, and holds what may not leave.</summary>
internal sealed class PaymentMaker(CommandContext ctx, PolicyDesk policies, BankSettings bank, DateOnly today)
{
    private readonly List<(List<Payable> Parts, PayWay Way)> _refused = [];
    private readonly PayeesSetAside _aside = new(ctx, policies, today);
    private readonly PayeesSetAside _paper = new(ctx, policies, today);

    /// <summary>The payments, not written yet.</summary>
    public List<Payment> Made { get; } = [];

    /// <summary>The payees by their row numbers.</summary>
    public Dictionary<long, Person> Names { get; private set; } = [];

    /// <summary>Holds whose reason was gone.</summary>
    public int Released { get; private set; }

    /// <summary>Payables that wait for a payee's next day, or that a lowered amount of a public payee takes up.</summary>
    public int Waiting { get; private set; }

    /// <summary>Payees who could not be paid because something is wrong with what is on record of them, each with the reason.</summary>
    public IReadOnlyList<string> SetAside { get; private set; } = [];

    /// <summary>Payees who are paid on paper because no money can go to their account, each with the reason.</summary>
    public IReadOnlyList<string> OnPaper { get; private set; } = [];

    /// <summary>People with new accounts, locked where all are paid at once.</summary>
    public IReadOnlyCollection<long> Untested { get; private set; } = [];

    /// <summary>Decides who is paid what and how, and holds what may not leave. The payments are written by <see cref="WriteAsync"/>.</summary>
    public async Task DecideAsync(PayeeRange range)
    {
        var seen = await LockAsync(range);
        await AccountTests.AcceptAsync(ctx, [.. seen.Values.Distinct()], policies.Calendar(bank.Policy, today), bank.PrenoteDays, today);
        Released = await new HoldReview(ctx, policies, today).ReleaseAsync(range);
        await ctx.FlushAsync();
        var open = (await range.Of(ctx.Db, ctx.Db.Payables.AsNoTracking().Where(p => p.Status == PayableStatus.Open)).OrderBy(p => p.PayeeId).ThenBy(p => p.Id).ToListAsync(ctx.Cancel)).FindAll(p => seen.ContainsKey(p.Id));
        var ids = open.Select(p => p.PayeeId).Distinct().ToList();
        var paidToday = (await ctx.Db.Disbursements.AsNoTracking().Where(d => d.On == today && d.Status != DisbursementStatus.Voided && ids.Contains(d.PayeeId)).Select(d => d.PayeeId).ToListAsync(ctx.Cancel)).ToHashSet();
        // A payment that was taken back before it left keeps its key, so the one that comes in its place takes another.
        var voided = (await ctx.Db.Disbursements.AsNoTracking().Where(d => d.On == today && d.Status == DisbursementStatus.Voided && ids.Contains(d.PayeeId)).Select(d => d.NaturalKey).ToListAsync(ctx.Cancel)).ToHashSet(StringComparer.Ordinal);
        var payees = await PayeeDirectory.LoadAsync(ctx.Db, ids, today, ctx.Cancel);
        Names = await ctx.Db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ctx.Cancel);
        var toStates = open.Where(p => p.ReceiptId is not null && payees[p.PayeeId].Method?.Method == PaymentMethod.OtherState).Select(p => p.ReceiptId!.Value).Distinct().ToList();
        var receiptKeys = await ctx.Db.Receipts.AsNoTracking().Where(r => toStates.Contains(r.Id)).Select(r => new { r.Id, r.NaturalKey }).ToDictionaryAsync(r => r.Id, r => r.NaturalKey, ctx.Cancel);
        var least = await LeastAmounts.ForAsync(ctx, policies, today, open.Where(p => HoldRules.Decide(payees[p.PayeeId], today).Method == PaymentMethod.Warrant));

        var day = today.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

        var remittances = await StateRemittances.LoadAsync(ctx.Db, open.FindAll(p => payees[p.PayeeId].Method?.Method == PaymentMethod.OtherState), ctx.Cancel);
        var entries = new PaymentEntries(Names, remittances);

        // To another state each receipt is a payment of its own: its segment says from when and for whom it is.
        foreach (var group in open.GroupBy(p => (p.PayeeId, Receipt: payees[p.PayeeId].Method?.Method == PaymentMethod.OtherState ? p.ReceiptId : null)))
        {
            var parts = group.ToList();
            var amount = parts.Sum(p => p.Amount);
            var payee = payees[group.Key.PayeeId];
            var way = HoldRules.Decide(payee, today);
            way = least.Waits(parts, way) ?? way;
            if (paidToday.Contains(group.Key.PayeeId) || !amount.IsPositive)
            {
                Waiting += parts.Count;
                continue;
            }

            if (PayeeFaults.OfPerson(Names[group.Key.PayeeId]) is { } nameless)
            {
                _aside.Open(Names[group.Key.PayeeId], parts, nameless);
                continue;
            }

            var faulty = payee.Method is { Method: not PaymentMethod.Warrant } && payee.Account is { } on ? PayeeFaults.OfAccount(on) : null;
            if (way.Method is not { } method)
            {
                _refused.Add((parts, way));
                if (faulty is not null && way.Hold == HoldReason.NoAccount) _aside.Held(Names[group.Key.PayeeId], parts, faulty);
                continue;
            }

            var row = new PaidOut
            {
                Id = ctx.NextId<PaidOut>(), NaturalKey = Fresh($"{day}/{Names[group.Key.PayeeId].Number}{(group.Key.Receipt is { } receipt ? $"/{receiptKeys[receipt]}" : "")}", voided), PayeeId = group.Key.PayeeId, Method = method, Amount = amount, On = today,
                BankAccountId = method == PaymentMethod.Warrant ? null : payee.Account?.Id, Status = DisbursementStatus.Created, StubJson = Stub(parts),
            };
            var payment = new Payment(row, parts, payee.Account, payee.Method?.Fips);
            if (method != PaymentMethod.Warrant && entries.Of(payment).Refusal is { } unwritable)
            {
                _aside.Open(Names[group.Key.PayeeId], parts, unwritable);
                continue;
            }

            if (method == PaymentMethod.Warrant && faulty is not null) _paper.OnPaper(Names[group.Key.PayeeId], parts, faulty);
            Made.Add(payment);
        }

        (SetAside, OnPaper) = (await _aside.TellAsync(), await _paper.TellAsync());
        if (_refused.Count == 0) return;
        var held = await HoldEntries.ForAsync(ctx, [.. _refused.SelectMany(r => r.Parts)]);
        foreach (var (parts, way) in _refused) Hold(held, parts, way);
    }

    /// <summary>Writes the payments and what became of the payables, set-wise: a payday changes a payable for every receipt.</summary>
    public async Task WriteAsync()
    {
        await ctx.FlushAsync();
        await ctx.BulkAddAsync(Made.ConvertAll(m => m.Row));
        foreach (var payment in Made)
        {
            foreach (var part in payment.Parts) (part.Status, part.DisbursementId) = (PayableStatus.InFile, payment.Row.Id);
            ctx.Post(Entry(payment.Row, payment.Parts, today));
        }

        await ctx.BulkStoreAsync<Payable>([.. Made.SelectMany(m => m.Parts), .. _refused.SelectMany(r => r.Parts).Where(p => p.Status == PayableStatus.Held)]);
    }

    private static string Fresh(string key, HashSet<string> taken)
    {
        var fresh = key;
        for (var n = 2; taken.Contains(fresh); n++) fresh = string.Create(CultureInfo.InvariantCulture, $"{key}#{n}");
        return fresh;
    }

    /// <summary>Payable becomes issued, account by account.</summary>
    public static Entry Entry(PaidOut row, IReadOnlyList<Payable> parts, DateOnly on) =>
        Recipes.Disbursement(new(EntryKey(row), on), [.. parts.GroupBy(p => p.PayeeKind).Select(g => new PayeeMoney(PayableAccounts.Of(g.Key), row.PayeeId, g.Sum(p => p.Amount)))]);

    /// <summary>The key of the entry by which a payment is made.</summary>
    public static string EntryKey(PaidOut row) => $"pay:{row.NaturalKey}";

    /// <summary>What the payee reads beside the payment.</summary>
    public static string Stub(IEnumerable<Payable> parts) =>
        JsonSerializer.Serialize(parts.Select(p => new StubLine(p.CaseId, p.ReceiptId, p.PayeeKind, p.Amount)), AlimentaJson.Options);

    /// <summary>Locks the circles of what is payable or held: whoever lowers, holds or releases it locks them too, so nothing changes between reading and paying. A preview keeps nothing and holds up nobody.</summary>
    /// <returns>The payables whose circles are locked, with their payees. What becomes payable meanwhile waits for the next run.</returns>
    private async Task<Dictionary<long, long>> LockAsync(PayeeRange range)
    {
        var payables = range.Of(ctx.Db, PayeeRange.Waiting(ctx.Db));
        var seen = await payables.ToDictionaryAsync(p => p.Id, p => p.PayeeId, ctx.Cancel);
        var untested = ReferenceEquals(range, PayeeRange.All) ? await AccountTests.PeopleAsync(ctx.Db, today, ctx.Cancel) : [];
        Untested = untested;
        if (ctx.Preview) return seen;
        var ofCases = payables.Where(p => p.CaseId != null).Join(ctx.Db.Cases, p => p.CaseId, c => (long?)c.Id, (_, c) => c.CircleId);
        var ofReceipts = payables.Where(p => p.CaseId == null).Join(ctx.Db.Receipts, p => p.ReceiptId, r => (long?)r.Id, (_, r) => r.ObligorId).Join(ctx.Db.Cases, o => o, c => (long?)c.ObligorId, (_, c) => c.CircleId);
        var ofTests = ctx.Db.Cases.Where(c => untested.Contains(c.ObligorId) || untested.Contains(c.CustodianId)).Select(c => c.CircleId);
        await Circles.LockAsync(ctx, await ofCases.Union(ofReceipts).Union(ofTests).ToListAsync(ctx.Cancel));
        return seen;
    }

    private void Hold(HoldEntries entries, List<Payable> parts, PayWay way)
    {
        foreach (var part in parts.Where(p => p.Amount.IsPositive))
        {
            var hold = ctx.Add(new Hold
            {
                ReceiptId = part.ReceiptId, CaseId = part.CaseId, PayeeId = part.PayeeId, Amount = part.Amount, Reason = way.Hold!.Value, Citation = way.Citation, Owner = way.Owner, PlacedOn = today,
                ReviewOn = today.AddDays(policies.Law.On(today, "us").Whole("policy/hold/review-days")), Status = HoldStatus.Active,
            });
            (part.Status, part.HoldId) = (PayableStatus.Held, hold.Id);
            entries.Hold(part, today, way.Hold.Value.ToString());
        }
    }
}

/// <summary>One line of what a payment is made of.</summary>
public sealed record StubLine(long? CaseId, long? ReceiptId, PayeeKind Kind, Money Amount);
