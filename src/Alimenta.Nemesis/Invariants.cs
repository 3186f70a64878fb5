using Alimenta.Data;
using Alimenta.Office.Reading;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alimenta.Nemesis;

/// <summary>What must hold after every day beside the proof of the books; numbers as in docs/operations/faults.md.</summary>
internal sealed class Invariants(AlimentaStore store, string server, string outFolder)
{
    private const int Samples = 12;
    private static readonly string[] AppendOnly = ["journal_entry", "journal_line", "chain_link", "audit_event", "fact_change"];
    private static readonly Actor Asker = Actor.Program("simulate");
    private readonly List<(string Case, DateOnly On, DateTime KnownBy, Money Total)> _asked = [];

    /// <summary>Looks at all of them.</summary>
    /// <param name="day">The day that ends.</param>
    /// <param name="cases">Cases of which balances are asked.</param>
    /// <param name="clocksWereRight">Whether every entry so far was recorded by a clock that was right.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What does not hold: the name of the invariant, and what is wrong.</returns>
    public async Task<IReadOnlyList<(string Name, string What)>> BrokenAsync(DateOnly day, IReadOnlyList<string> cases, bool clocksWereRight, CancellationToken cancel)
    {
        var broken = new List<(string, string)>();
        await using var db = store.Read();
        await OnceAsync(db, broken, cancel);
        await AppendOnlyAsync(broken, cancel);
        if (clocksWereRight) await KnownThenAsync(day, cases, broken, cancel);
        await InTimeAsync(db, day, broken, cancel);
        await FilesInAsync(db, broken, cancel);
        await FilesOutAsync(db, day, broken, cancel);
        return broken;
    }

    /// <summary>I3, I4: an item from outside is posted once, a payable leaves once.</summary>
    private static async Task OnceAsync(AlimentaDb db, List<(string, string)> broken, CancellationToken cancel)
    {
        if (await db.Receipts.Where(r => r.InboundItemId != null).GroupBy(r => r.NaturalKey).AnyAsync(g => g.Count() > 1, cancel)) broken.Add(("I3", "an item of a file has two receipts"));
        if (await db.Receipts.Where(r => r.CheckNumber != "").GroupBy(r => new { r.CheckNumber, r.PayorName, r.Amount }).AnyAsync(g => g.Count() > 1, cancel)) broken.Add(("I3", "a check has two receipts"));
        if (await db.Disbursements.GroupBy(d => d.NaturalKey).AnyAsync(g => g.Count() > 1, cancel)) broken.Add(("I4", "a payee was paid twice for one day"));
        var loose = await db.Payables.CountAsync(p => p.Status == PayableStatus.Paid && p.DisbursementId == null || p.Status == PayableStatus.Open && p.DisbursementId != null, cancel);
        if (loose > 0) broken.Add(("I4", $"{loose} payables left without a payment, or are in one and still open"));
    }

    /// <summary>I5: the server refuses to change or take away what is written.</summary>
    private async Task AppendOnlyAsync(List<(string, string)> broken, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancel);
        foreach (var table in AppendOnly)
        {
            await using var turn = await connection.BeginTransactionAsync(cancel);
            await using var command = connection.CreateCommand();
            command.Transaction = turn;
#pragma warning disable CA2100 // Names of tables that stand above.
            command.CommandText = $"delete from {table}";
#pragma warning restore CA2100
            try
            {
                await command.ExecuteNonQueryAsync(cancel);
                broken.Add(("I5", $"rows of {table} can be deleted"));
            }
            catch (PostgresException)
            {
                // Refused, as it must be.
            }

            await turn.RollbackAsync(cancel);
        }
    }

    /// <summary>I7: what was answered as known at an instant is answered so for ever.</summary>
    private async Task KnownThenAsync(DateOnly day, IReadOnlyList<string> cases, List<(string, string)> broken, CancellationToken cancel)
    {
        foreach (var (number, on, instant, total) in _asked)
        {
            var now = await TotalAsync(number, on, instant, cancel);
            if (now != total) broken.Add(("I7", $"case {number} owed {total} on {Days.Words(on)} as known then, and now {now} as known then"));
        }

        var known = store.Now;
        foreach (var number in cases.Take(Samples)) _asked.Add((number, day, known, await TotalAsync(number, day, known, cancel)));
    }

    private async Task<Money> TotalAsync(string number, DateOnly on, DateTime known, CancellationToken cancel)
    {
        var read = await new BalancesOn(store).ReadAsync(Asker, number, on, known, cancel);
        return read.Ok ? read.Value.Total : throw new InvalidOperationException(read.Refusal!.ToString());
    }

    /// <summary>I12: what was due before today left, or waits with a reason that is written down.</summary>
    private static async Task InTimeAsync(AlimentaDb db, DateOnly day, List<(string, string)> broken, CancellationToken cancel)
    {
        var late = await db.Payables.Where(p => p.Status == PayableStatus.Open && p.DueOn < day).Select(p => p.PayeeId).Distinct().ToListAsync(cancel);
        var open = await db.Payables.Where(p => p.Status == PayableStatus.Open && late.Contains(p.PayeeId)).Select(p => new { p.PayeeId, p.Amount }).ToListAsync(cancel);
        var paid = await db.Disbursements.Where(d => d.On == day).Select(d => d.PayeeId).ToListAsync(cancel);
        // A payee's amounts may be taken up by one that was lowered; one who was paid today is paid the rest on his next day.
        foreach (var payee in open.GroupBy(p => p.PayeeId).Where(g => g.Sum(p => p.Amount).IsPositive && !paid.Contains(g.Key)))
            broken.Add(("I12", $"{payee.Sum(p => p.Amount)} of a payee was due before {Days.Words(day)}, is not held and did not leave"));
    }

    /// <summary>I14: every file that came has a state, and its totals are those of its items and receipts.</summary>
    private static async Task FilesInAsync(AlimentaDb db, List<(string, string)> broken, CancellationToken cancel)
    {
        var files = await db.InboundFiles.Select(f => new
        {
            f.Name, f.Status, f.ItemCount, f.PostedCount, f.Posted, f.FaultsJson, Items = db.InboundItems.Count(i => i.FileId == f.Id),
        }).ToListAsync(cancel);
        var receipts = await (from r in db.Receipts join i in db.InboundItems on r.InboundItemId equals i.Id join f in db.InboundFiles on i.FileId equals f.Id select new { f.Name, r.Amount }).ToListAsync(cancel);
        var sums = receipts.GroupBy(r => r.Name).ToDictionary(g => g.Key, g => (Count: g.Count(), Amount: g.Sum(r => r.Amount)));
        foreach (var file in files)
        {
            var (count, amount) = sums.GetValueOrDefault(file.Name);
            var ties = file.Status switch
            {
                InboundFileStatus.Posted => file.Items == file.ItemCount && count == file.PostedCount && amount == file.Posted,
                InboundFileStatus.Refused => file.Items == 0 && file.FaultsJson.Length > 2,
                _ => file.Items == 0,
            };
            if (!ties) broken.Add(("I14", $"file {file.Name} is {file.Status} with {file.Items} items, {count} receipts of {amount}; its row says {file.ItemCount}, {file.PostedCount} of {file.Posted}"));
        }
    }

    /// <summary>I13: every file that was released before today lies in the folder, whole, and nothing else does.</summary>
    private async Task FilesOutAsync(AlimentaDb db, DateOnly day, List<(string, string)> broken, CancellationToken cancel)
    {
        var there = Directory.Exists(outFolder) ? Directory.GetFiles(outFolder).Where(f => !f.EndsWith(".part", StringComparison.Ordinal)).ToDictionary(f => Path.GetFileNameWithoutExtension(f)) : [];
        var released = await db.DisbursementFiles.Where(f => f.Status == DisbursementFileStatus.Released).Select(f => new { f.Identity, f.BusinessDate, f.Content }).ToListAsync(cancel);
        foreach (var file in released)
        {
            if (!there.Remove(file.Identity, out var path))
            {
                // The demonstration's own week was released before anyone gave files out; the command looks at the latest.
                if (file.BusinessDate > Storm.Before && file.BusinessDate < day) broken.Add(("I13", $"file {file.Identity} was released and is not in the folder"));
            }
            else if (!(await File.ReadAllBytesAsync(path, cancel)).AsSpan().SequenceEqual(file.Content)) broken.Add(("I13", $"file {file.Identity} in the folder is not the one that was released"));
        }

        foreach (var stray in there.Keys) broken.Add(("I13", $"the folder holds {stray}, which was never released"));
    }
}
