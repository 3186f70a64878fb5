using System.Globalization;
using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.Clocks;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Microsoft.EntityFrameworkCore;
using PaidOut = Alimenta.Data.Disbursement;

namespace Alimenta.Office.Training;

/// <summary>Settles a made-up past: what the books give of a receipt left for its payee on the next business day, one payment a payee and day.</summary>
/// <remarks>Uses the same rules and entries as the daily run, for many days at once. Public payees meet across families, so payments are gathered
/// first and written at the end.</remarks>
internal sealed class HistorySettlement(CommandContext ctx, PolicyDesk policies, HistoryPayments payments) : ISettle
{
    public Task SettleAsync(IReadOnlyList<PlayedCircle> played, IReadOnlySet<long> receiptIds, DateOnly today)
    {
        var calendar = policies.Calendar("us", today);
        foreach (var circle in played)
        {
            foreach (var step in circle.Play.Steps.Where(s => s.Uses.Count > 0))
            {
                var receipt = circle.Circle.Receipts[step.Receipt];
                var on = calendar.Plus(step.FromFuture ? step.On : receipt.ReceivedOn, 1);
                foreach (var use in step.Uses.Where(u => u.To != Recipient.Future))
                {
                    payments.Add(on, new Payable
                    {
                        Id = ctx.NextId<Payable>(), PayeeId = circle.Entries.PayeeOf(use), PayeeKind = PayableAccounts.KindOf(use.To, use.Federal), CaseId = use.Case.Length > 0 ? circle.Circle.Cases[use.Case].Id : null,
                        ReceiptId = receipt.Id, EntryKey = step.Key, Amount = use.Amount, ClockId = use.Clock, Status = PayableStatus.Paid, CreatedOn = step.On,
                        DueOn = Due(use.Clock, use.Case.Length > 0 ? circle.Circle.Cases[use.Case].Policy : "us", step.On, step.FromFuture ? step.On : receipt.ReceivedOn),
                    });
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The last day in time, by the clock that the daily run asks too.</summary>
    private DateOnly Due(string clock, string policy, DateOnly on, DateOnly from) =>
        Clocks.Due(policies.Law.On(on, policy), clock.Length > 0 ? clock : "us/clocks/disbursement/family", from, policies.Calendar(policy, on)).Due ?? on;
}

/// <summary>The payments of a made-up past, gathered by day and payee.</summary>
internal sealed class HistoryPayments
{
    private readonly SortedDictionary<DateOnly, SortedDictionary<long, List<Payable>>> _days = [];

    public IEnumerable<DateOnly> Days => _days.Keys;

    public void Add(DateOnly on, Payable payable)
    {
        if (!_days.TryGetValue(on, out var day)) _days[on] = day = [];
        if (!day.TryGetValue(payable.PayeeId, out var list)) day[payable.PayeeId] = list = [];
        list.Add(payable);
    }

    /// <summary>Writes some days: payables, holds, payments, files and their entries.</summary>
    /// <param name="ctx">The command.</param>
    /// <param name="policies">The law at hand.</param>
    /// <param name="days">The days.</param>
    /// <param name="bank">How the office banks.</param>
    /// <param name="reviewed">The day until which every hold was looked at again when its day came.</param>
    public async Task WriteAsync(CommandContext ctx, PolicyDesk policies, IReadOnlyList<DateOnly> days, BankSettings bank, DateOnly reviewed)
    {
        var held = new List<(Payable Part, Hold Hold)>();
        var ids = days.SelectMany(d => _days[d].Keys).Distinct().ToList();
        var names = await ctx.Db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ctx.Cancel);
        var rows = new List<PaidOut>();
        var payables = new List<Payable>();
        foreach (var day in days)
        {
            var facts = await PayeeDirectory.LoadAsync(ctx.Db, [.. _days[day].Keys], day, ctx.Cancel);
            var made = new List<Payment>();
            foreach (var (payee, parts) in _days[day])
            {
                payables.AddRange(parts);
                var way = HoldRules.Decide(facts[payee], day);
                if (way.Method is not { } method)
                {
                    // No way to pay was on record: the money waits since this day, with its reason.
                    foreach (var part in parts)
                    {
                        var hold = Hold(ctx, policies, part, way, day, reviewed);
                        (part.Status, part.HoldId) = (PayableStatus.Held, hold.Id);
                        held.Add((part, hold));
                    }

                    continue;
                }

                var row = new PaidOut
                {
                    Id = ctx.NextId<PaidOut>(), NaturalKey = string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}/{names[payee].Number}"), PayeeId = payee, Method = method, Amount = parts.Sum(p => p.Amount), On = day,
                    BankAccountId = method == PaymentMethod.Warrant ? null : facts[payee].Account?.Id, Status = DisbursementStatus.Released,
                    StubJson = PaymentMaker.Stub(parts),
                };
                foreach (var part in parts) part.DisbursementId = row.Id;
                made.Add(new(row, parts, facts[payee].Account, facts[payee].Method?.Fips));
            }

            var files = (await new DisbursementFiles(ctx, bank, day, new PaymentParts().Payments).WriteAsync(made, names, ctx.Request.By.UserId, await AccountTests.PeopleAsync(ctx.Db, day, ctx.Cancel))).Value;
            foreach (var file in ctx.Db.DisbursementFiles.Local.Where(f => f.BusinessDate == day))
                (file.Status, file.ReleasedBy, file.ReleasedAt) = (DisbursementFileStatus.Released, 0, ctx.Now);
            foreach (var payment in made) ctx.Post(PaymentMaker.Entry(payment.Row, payment.Parts, day));
            foreach (var file in files)
            {
                var payments = made.Where(m => m.Row.FileId == file.Id).Select(m => new PayeeMoney(Accounts.Issued, m.Row.PayeeId, m.Row.Amount));
                ctx.Post(Recipes.FileRelease(new($"release-file:{file.Identity}", day), [.. payments]));
            }

            rows.AddRange(made.Select(m => m.Row));
        }

        var entries = await HoldEntries.ForAsync(ctx, held.ConvertAll(h => h.Part));
        foreach (var (part, hold) in held) entries.Hold(part, hold.PlacedOn, hold.Reason.ToString());
        await ctx.FlushAsync();
        await ctx.BulkAddAsync(held.ConvertAll(h => h.Hold));
        await ctx.BulkAddAsync(rows);
        await ctx.BulkAddAsync(payables);
    }

    private static Hold Hold(CommandContext ctx, PolicyDesk policies, Payable part, PayWay way, DateOnly day, DateOnly reviewed)
    {
        var every = policies.Law.On(day, "us").Whole("policy/hold/review-days");
        var review = day.AddDays(every);
        while (review < reviewed) review = review.AddDays(every);
        return new()
        {
            Id = ctx.NextId<Hold>(), ReceiptId = part.ReceiptId, CaseId = part.CaseId, PayeeId = part.PayeeId, Amount = part.Amount, Reason = way.Hold!.Value, Citation = way.Citation, Owner = way.Owner,
            PlacedOn = day, ReviewOn = review, Status = HoldStatus.Active,
        };
    }
}
