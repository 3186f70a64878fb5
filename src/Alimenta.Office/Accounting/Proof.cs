using Alimenta.Data;
using Alimenta.Ledger;

namespace Alimenta.Office.Accounting;

/// <summary>Proves the books: replays every entry and compares with everything that is stored, listed or shown. One cent off, and it is not ok.</summary>
/// <remarks>Reads one moment of the database and never writes. Memory holds what is open (debts, payees' money) and one small row a receipt, not the journal.</remarks>
public static class Proof
{
    /// <summary>Proves the books.</summary>
    /// <param name="store">The database.</param>
    /// <param name="policies">The law, for playing circles again; null: none is played.</param>
    /// <param name="options">How thorough.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ProofReport> ProveAsync(
        AlimentaStore store, PolicyDesk? policies = null, ProofOptions? options = null, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        options ??= new();
        var started = store.Now;
        await using var moment = await store.SnapshotAsync(cancel);
        var db = moment.Db;
        var names = new ProofNames(db, cancel);
        var fold = new ProofFold();
        progress?.Report("Replaying the journal");
        var chains = await new ChainProof(db, entry =>
        {
            fold.Take(entry);
            if (fold.Entries % 50_000 == 0) progress?.Report($"Replayed {fold.Entries:n0} entries");
        }).RunAsync(cancel);

        progress?.Report("Following the versions of every key");
        var tallies = new List<ProofTally> { fold.Balanced, Chain(chains, ChainPart.Entry, chains.Entries), Chain(chains, ChainPart.Link, chains.Links), Chain(chains, ChainPart.Audit, chains.AuditEvents) };
        tallies.AddRange(await new ProofSequence(db, cancel).RunAsync());
        progress?.Report("Comparing balances");
        var debts = new ProofDebts(db, fold, names, cancel);
        tallies.AddRange(await debts.RunAsync());
        tallies.Add(await ProofDays.RunAsync(db, cancel));
        progress?.Report("Following the money");
        var custody = new ProofCustody(db, fold, names, cancel);
        tallies.AddRange(await custody.RunAsync());
        tallies.Add(fold.Parts);
        tallies.AddRange(await new ProofPayables(db, fold, names, cancel).RunAsync());
        tallies.AddRange(await new ProofWaiting(db, fold, names, cancel).RunAsync());
        if (policies is not null && options.Plays != ProofPlays.None) tallies.Add(await new ProofPlay(db, policies, options, progress, cancel).RunAsync());

        progress?.Report("Making the ledger hash");
        var hashing = new ProofTally("ledger-hash", "One hash over all entries, the same for the same books on every engine.");
        var hash = await HashAsync(db, hashing, cancel);
        tallies.Add(hashing);
        var checks = tallies.ConvertAll(t => t.Done());
        return new()
        {
            Ok = checks.TrueForAll(c => c.Ok),
            At = started,
            Entries = fold.Entries,
            Lines = fold.Lines,
            Receipts = custody.Receipts,
            Cases = debts.Cases,
            CashInCents = new(fold.CashIn),
            CashOutCents = new(fold.CashOut),
            InCustodyCents = new(fold.CashIn - fold.CashOut),
            DifferenceCents = checks.Sum(c => c.DifferenceCents),
            LedgerHash = hash,
            Checks = checks,
        };
    }

    private static ProofTally Chain(ChainReport report, ChainPart part, long counted)
    {
        var tally = part switch
        {
            ChainPart.Entry => new ProofTally("entry-hashes", "Every entry is as it was written: the hashes of its content and of the whole are made again."),
            ChainPart.Link => new("chains", "The chain of each book covers every entry, without a gap, each link on the one before."),
            _ => new ProofTally("audit-chain", "The audit log is as it was written, without a gap, each event on the one before."),
        };
        tally.Counted = counted;
        foreach (var problem in report.Problems.Where(p => p.Part == part)) tally.Fault(problem.Where, problem.What);
        return tally;
    }

    private static async Task<string> HashAsync(AlimentaDb db, ProofTally tally, CancellationToken cancel)
    {
        try
        {
            tally.Counted = 1;
            return await db.LedgerHashAsync(cancel);
        }
        catch (LedgerException doubled)
        {
            tally.Fault("all entries", doubled.Message);
            return "";
        }
    }
}
