using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Alimenta.Office.Training;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli.Commands;

/// <summary>The figures of a demonstration, read from the books after they proved themselves.</summary>
internal sealed record DemoSummary(
    long Seed, DateOnly Date, int Cases, int Files, int Receipts, int Identified, int Unidentified, Money Received, Money Distributed, Money Held, Money OnTheWay, Money Disbursed, int Late, Money Difference, string LedgerHash, bool Ok)
{
    public static async Task<DemoSummary> ReadAsync(AlimentaStore store, PolicyDesk policies, DemoDone done, IProgress<string> progress, CancellationToken cancel)
    {
        var proof = await ProofRuns.RunAsync(store, policies, Actor.Program("demonstration"), null, progress, cancel);
        await using var db = store.Read();
        var balances = await db.CustodyBalances.ToDictionaryAsync(b => b.Account, b => new Money(b.Cents), cancel);
        var sums = await db.JournalLines.Where(l => l.Account == Accounts.Cash.Code || l.Account == Accounts.Undistributed.Code)
            .GroupBy(l => new { l.Account, Debit = l.Cents > 0 }).Select(g => new { g.Key.Account, g.Key.Debit, Cents = g.Sum(l => l.Cents) }).ToDictionaryAsync(g => (g.Account, g.Debit), g => g.Cents, cancel);
        var received = sums.GetValueOrDefault((Accounts.Cash.Code, true));
        var paid = sums.GetValueOrDefault((Accounts.Cash.Code, false));
        var distributed = sums.GetValueOrDefault((Accounts.Undistributed.Code, true));
        var held = new[] { Accounts.Held, Accounts.Future, Accounts.Unidentified }.Sum(a => -balances.GetValueOrDefault(a.Code));
        var ready = await db.Payables.Where(p => p.Status == PayableStatus.Open || p.Status == PayableStatus.InFile).Select(p => p.Amount).ToListAsync(cancel);
        var late = await db.Payables.CountAsync(p => (p.Status == PayableStatus.Open || p.Status == PayableStatus.InFile) && p.DueOn < done.Date, cancel);
        return new(done.Seed, done.Date, done.Cases, await db.InboundFiles.CountAsync(cancel), done.Receipts,
            await db.Receipts.CountAsync(r => r.ObligorId != null, cancel), await db.Receipts.CountAsync(r => r.ObligorId == null, cancel),
            new(received), new(distributed), held, ready.Sum(), new(-paid), late, proof.DifferenceCents, proof.LedgerHash, proof.Ok);
    }

    public JsonObject ToJson() => new()
    {
        ["ok"] = Ok, ["seed"] = Seed, ["date"] = Days.Iso(Date), ["cases"] = Cases, ["files"] = Files, ["receipts"] = Receipts, ["identified"] = Identified, ["unidentified"] = Unidentified,
        ["received_cents"] = Received.Cents, ["distributed_cents"] = Distributed.Cents, ["held_cents"] = Held.Cents, ["on_the_way_cents"] = OnTheWay.Cents, ["disbursed_cents"] = Disbursed.Cents, ["late"] = Late,
        ["difference_cents"] = Difference.Cents, ["ledger_hash"] = LedgerHash,
    };
}
