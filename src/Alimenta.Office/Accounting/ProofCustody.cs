using Alimenta.Data;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Whether no cent in hand was lost or made: per receipt, per day and in total.</summary>
internal sealed class ProofCustody(AlimentaDb db, ProofFold fold, ProofNames names, CancellationToken cancel)
{
    // What is keyed into a batch is posted when the batch closes.
    private const string Posted = "(batch_id is null or batch_id not in (select id from receipt_batch where status = 'open'))";
    private const int Chunk = 2_000;
    private readonly ProofTally _balances = new("custody-balances", "The stored balance of every account of the custody book is what the entries come to.");
    private readonly ProofTally _total = new("total-conserved", "Cash in less cash out is what is still in custody, and what was given beyond it is owed by someone.");
    private readonly ProofTally _days = new("days-conserved", "On every day the cash moved is what moved on all other accounts, and what was received is what the receipts of the day say.");
    private readonly ProofTally _receipts = new("receipts-conserved", "Of every receipt: what came in and stayed is what waits and what was given to payees and fees, and no stage gave out more than it had.");

    /// <summary>Receipts looked at.</summary>
    public long Receipts { get; private set; }

    public async Task<IReadOnlyList<ProofTally>> RunAsync()
    {
        await BalancesAsync();
        Total();
        await DaysAsync();
        await ReceiptsAsync();
        return [_balances, _total, _days, _receipts];
    }

    private async Task BalancesAsync()
    {
        var stored = await db.CustodyBalances.ToDictionaryAsync(b => b.Account, b => b.Cents, cancel);
        foreach (var account in Accounts.All.Where(a => a.Book == Book.Custody).Select(a => a.Code).Union(stored.Keys))
            await _balances.CompareAsync(new(fold.Accounts.GetValueOrDefault(account)), new(stored.GetValueOrDefault(account)), () => Task.FromResult($"account {account}"), "stored");
    }

    private void Total()
    {
        _total.Counted = 1;
        var others = Accounts.All.Where(a => a.Book == Book.Custody && a != Accounts.Cash).Sum(a => new Money(fold.Accounts.GetValueOrDefault(a.Code)));
        var off = new Money(fold.CashIn - fold.CashOut) + others;
        if (!off.IsZero) _total.Fault("all receipts and payments", $"{off} is missing or too much", off);
    }

    private async Task DaysAsync()
    {
        var received = (await db.Database.SqlQueryRaw<DayRow>($"select received_on as \"Day\", cast(sum(amount) as bigint) as \"Cents\" from receipt where {Posted} group by received_on").ToListAsync(cancel))
            .ToDictionary(r => r.Day, r => r.Cents);
        foreach (var day in fold.Days.Keys.Union(received.Keys).Order())
        {
            var moved = fold.Days.GetValueOrDefault(day);
            await _days.CompareAsync(Money.Zero, new(moved.Cash + moved.Others), () => Task.FromResult($"day {Days.Iso(day)}"), "cash and the other accounts together moved");
            await _days.CompareAsync(new(received.GetValueOrDefault(day)), new(moved.Received), () => Task.FromResult($"day {Days.Iso(day)}"), "received by the entries");
        }
    }

    private async Task ReceiptsAsync()
    {
        var keyed = (await db.ReceiptBatches.Where(b => b.Status == BatchStatus.Open).Select(b => b.Id).ToListAsync(cancel)).ToHashSet();
        var seen = 0;
        var after = long.MinValue;
        while (true)
        {
            var page = await db.Receipts.Where(r => r.Id > after).OrderBy(r => r.Id).Take(Chunk)
                .Select(r => new { r.Id, r.NaturalKey, r.Amount, r.ReturnedAmount, r.Status, r.BatchId, Waits = db.WaitingReceipts.Any(w => w.ObligorId == r.ObligorId && w.ReceiptId == r.Id) }).ToListAsync(cancel);
            if (page.Count == 0) break;
            after = page[^1].Id;
            foreach (var receipt in page)
            {
                if (receipt.BatchId is { } batch && keyed.Contains(batch)) continue;
                Receipts++;
                if (fold.Receipts.ContainsKey(receipt.Id)) seen++;
                var money = fold.Receipts.GetValueOrDefault(receipt.Id);
                await Check(receipt.NaturalKey, receipt.Amount - receipt.ReturnedAmount, receipt.Status, receipt.Waits, money);
            }
        }

        if (seen < fold.Receipts.Count) await StraysAsync();
        foreach (var (key, cents) in fold.Obligors.Where(o => o.Value < 0))
            _receipts.Fault(_receipts.WantsWords ? await names.ReceiptAsync(key.Receipt) : "", $"{new Money(-cents)} more of it was given out for one obligor than came in for that obligor", new(cents));
    }

    private async Task Check(string key, Money kept, ReceiptStatus status, bool waits, ReceiptMoney money)
    {
        Task<string> Where() => Task.FromResult($"receipt {key}");
        await _receipts.CompareAsync(kept, new(money.Brought), Where, "brought in by its entries");
        await _receipts.CompareAsync(new(money.Brought), new(money.Waiting + money.Used), Where, "waiting and used");
        foreach (var (stage, left) in (ReadOnlySpan<(string, long)>)[("unidentified", money.Unidentified), ("undistributed", money.Undistributed), ("future", money.Future), ("used", money.Used)])
            if (left < 0) _receipts.Fault($"receipt {key}", $"{new Money(-left)} more left the stage \"{stage}\" than came to it", new(left));
        if (status == ReceiptStatus.Unidentified ? money.Waiting != money.Unidentified : money.Unidentified != 0)
            _receipts.Fault($"receipt {key}", $"its status is {status}, and {new Money(money.Unidentified)} of it is unidentified", new(money.Unidentified));
        if (waits && money.Undistributed != kept.Cents)
            _receipts.Fault($"receipt {key}", "it counts as waiting for its distribution, and a part of it is distributed", new(kept.Cents - money.Undistributed));
        if (status == ReceiptStatus.Distributed && !waits && money.Undistributed != 0)
            _receipts.Fault($"receipt {key}", "it counts as distributed, and a part of it is not", new(money.Undistributed));
    }

    /// <summary>Entries name receipts that there are not.</summary>
    private async Task StraysAsync()
    {
        foreach (var chunk in fold.Receipts.Keys.Chunk(Chunk))
        {
            var there = (await db.Receipts.Where(r => chunk.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancel)).ToHashSet();
            foreach (var id in chunk.Where(id => !there.Contains(id))) _receipts.Fault(await names.ReceiptAsync(id), "entries name it", new(fold.Receipts[id].Brought));
        }
    }

    private sealed class DayRow
    {
        public DateOnly Day { get; set; }

        public long Cents { get; set; }
    }
}
