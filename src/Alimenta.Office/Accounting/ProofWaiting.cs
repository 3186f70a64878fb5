using Alimenta.Data;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Whether every cent that waits has a reason with an owner and a day on which it is looked at again.</summary>
internal sealed class ProofWaiting(AlimentaDb db, ProofFold fold, ProofNames names, CancellationToken cancel)
{
    private readonly ProofTally _holds = new("holds", "Every active hold has a reason, an owner, a review date and an amount, and is the sum of what it holds; together they are what the journal holds for each payee.");
    private readonly ProofTally _waiting = new("waiting-money-has-a-reason", "Money that is unidentified, kept for months to come or not distributed has a named reason, receipt by receipt.");

    public async Task<IReadOnlyList<ProofTally>> RunAsync()
    {
        var holds = await db.Holds.Where(h => h.Status == HoldStatus.Active)
            .Select(h => new Held(h.Id, h.ReceiptId, h.PayeeId, h.Amount, h.Reason, h.Owner, h.ReviewOn, h.Citation)).ToListAsync(cancel);
        foreach (var hold in holds) await FormAsync(hold);
        await PayeesAsync(holds);
        await PayablesAsync(holds);
        await ReceiptsAsync(holds);
        return [_holds, _waiting];
    }

    private async Task FormAsync(Held hold)
    {
        _holds.Counted++;
        var missing = hold.Owner.Length == 0 ? "an owner" : hold.ReviewOn == default ? "a review date" : hold.Citation.Length == 0 ? "a rule" : hold.Amount.IsPositive || hold.Standing ? "" : "an amount above nothing";
        if (missing.Length > 0) _holds.Fault(await WhereAsync(hold), $"it lacks {missing}", hold.Amount);
    }

    /// <summary>Held in the journal, by the holds and by the payables, payee by payee.</summary>
    private async Task PayeesAsync(List<Held> holds)
    {
        var byHold = holds.Where(h => h.OfPayee).GroupBy(h => h.PayeeId ?? 0).ToDictionary(g => g.Key, g => g.Sum(h => h.Amount));
        var byPayable = (await db.Database.SqlQueryRaw<SumRow>("select payee_id as \"Id\", '' as \"Word\", cast(sum(amount) as bigint) as \"Cents\" from payable where status = 'held' group by payee_id").ToListAsync(cancel))
            .ToDictionary(r => r.Id, r => new Money(r.Cents));
        var journal = fold.Payees.Where(p => p.Key.Account == Accounts.Held.Code).ToDictionary(p => p.Key.Person, p => new Money(-p.Value));
        foreach (var payee in byHold.Keys.Union(byPayable.Keys).Union(journal.Keys))
        {
            await _holds.CompareAsync(journal.GetValueOrDefault(payee), byHold.GetValueOrDefault(payee), () => names.PersonAsync(payee), "held by the holds");
            await _holds.CompareAsync(journal.GetValueOrDefault(payee), byPayable.GetValueOrDefault(payee), () => names.PersonAsync(payee), "held by the payables");
        }
    }

    private async Task PayablesAsync(List<Held> holds)
    {
        var sums = (await db.Database.SqlQueryRaw<SumRow>("select hold_id as \"Id\", '' as \"Word\", cast(sum(amount) as bigint) as \"Cents\" from payable where status = 'held' and hold_id is not null group by hold_id").ToListAsync(cancel))
            .ToDictionary(r => r.Id, r => new Money(r.Cents));
        foreach (var hold in holds.Where(h => h.OfPayee && !h.Standing))
            await _holds.CompareAsync(sums.GetValueOrDefault(hold.Id), hold.Amount, () => WhereAsync(hold), "the amount of the hold");
    }

    private async Task ReceiptsAsync(List<Held> holds)
    {
        var reasons = holds.Where(h => h.ReceiptId is not null && !h.OfPayee).ToLookup(h => (h.ReceiptId!.Value, h.Reason), h => h.Amount);
        foreach (var (receipt, money) in fold.Receipts)
        {
            if (money.Unidentified == 0 && money.Future == 0 && money.Undistributed == 0) continue;
            await _waiting.CompareAsync(new(money.Unidentified), reasons[(receipt, HoldReason.Unidentified)].Sum(), () => names.ReceiptAsync(receipt), "held as unidentified");
            await _waiting.CompareAsync(new(money.Future), reasons[(receipt, HoldReason.Future)].Sum(), () => names.ReceiptAsync(receipt), "held for months to come");
        }

        foreach (var hold in holds.Where(h => h.ReceiptId is { } receipt && h.Reason is HoldReason.Unidentified or HoldReason.Future))
        {
            var money = fold.Receipts.GetValueOrDefault(hold.ReceiptId!.Value);
            var stands = hold.Reason == HoldReason.Unidentified ? money.Unidentified : money.Future;
            if (stands == 0) _waiting.Fault(await WhereAsync(hold), "nothing of the receipt waits for this reason", hold.Amount);
        }
    }

    private async Task<string> WhereAsync(Held hold) =>
        !_holds.WantsWords && !_waiting.WantsWords ? "" : $"hold {hold.Id} ({hold.Reason}{(hold.PayeeId is { } payee ? $", {await names.PersonAsync(payee)}" : "")}{(hold.ReceiptId is { } receipt ? $", {await names.ReceiptAsync(receipt)}" : "")})";

    private sealed record Held(long Id, long? ReceiptId, long? PayeeId, Money Amount, HoldReason Reason, string Owner, DateOnly ReviewOn, string Citation)
    {
        /// <summary>Whether it holds distributed money of a payee; else it names why a receipt waits.</summary>
        public bool OfPayee => Reason is not (HoldReason.Unidentified or HoldReason.Future);

        /// <summary>A dispute may be noted on a payee before there is money to hold.</summary>
        public bool Standing => Reason == HoldReason.Dispute && ReceiptId is null && Amount.IsZero;
    }
}
