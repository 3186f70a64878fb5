using System.Data.Common;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using Alimenta.Data;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Alimenta.Office.Accounting;

/// <summary>A balance that is kept and is not what the entries come to.</summary>
/// <param name="Where">The case and class, or the account of the custody book.</param>
/// <param name="Kept">What is kept.</param>
/// <param name="Made">What the entries come to.</param>
public sealed record BalanceDifference(string Where, Money Kept, Money Made);

/// <summary>What a replay of all balances found.</summary>
/// <param name="Entries">Entries read.</param>
/// <param name="Lines">Lines added up.</param>
/// <param name="Cases">Cases whose balances were compared.</param>
/// <param name="Found">How many balances differ.</param>
/// <param name="Differences">The first of them.</param>
public sealed record BalanceReplayReport(long Entries, long Lines, long Cases, long Found, IReadOnlyList<BalanceDifference> Differences)
{
    /// <summary>Whether every balance is what its entries come to.</summary>
    public bool Ok => Found == 0;
}

/// <summary>Makes every kept balance again from the entries and compares: of each case by class, and of each account of the custody book. No hashes, no families played again:
/// quick enough for every night. The proof (<see cref="Proof"/>) does this and all the rest.</summary>
public sealed class BalanceReplay
{
    private const int MostTold = 100;
    private const int Ahead = 4;
    private static readonly Account[] Classes = [Accounts.Current, .. Accounts.Arrears];
    private static readonly Dictionary<Account, int> PlaceOf = new(Classes.Select((account, i) => KeyValuePair.Create(account, i)), ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, Owed> _cases = [];
    private readonly Dictionary<Account, long> _custody = new(ReferenceEqualityComparer.Instance);
    private readonly List<BalanceDifference> _differences = [];
    private long _entries;
    private long _lines;
    private long _found;

    private BalanceReplay()
    {
    }

    /// <summary>Runs it on one moment of the books; others may go on writing.</summary>
    /// <exception cref="LedgerException">The lines of an entry cannot be read.</exception>
    public static async Task<BalanceReplayReport> RunAsync(AlimentaStore store, CancellationToken cancel = default)
    {
        await using var moment = await store.SnapshotAsync(cancel);
        var replay = new BalanceReplay();
        await replay.AddUpAsync(store, moment.Db, cancel);
        var cases = await replay.CompareCasesAsync(moment.Db, cancel);
        await replay.CompareCustodyAsync(moment.Db, cancel);
        return new(replay._entries, replay._lines, cases, replay._found, replay._differences);
    }

    // While one stretch of the journal is added up, the next is read.
    private async Task AddUpAsync(AlimentaStore store, AlimentaDb db, CancellationToken cancel)
    {
        var stretches = Channel.CreateBounded<Stretch>(Ahead);
        var adding = Task.Run(async () =>
        {
            try
            {
                await foreach (var stretch in stretches.Reader.ReadAllAsync(cancel)) stretch.Each(Take);
            }
            catch (Exception broken)
            {
                stretches.Writer.TryComplete(broken);
                throw;
            }
        }, cancel);
        try
        {
            await ReadAsync(store, db, stretches.Writer, cancel);
            stretches.Writer.TryComplete();
        }
        catch (ChannelClosedException)
        {
            // Adding up broke off; it says why below.
        }
        catch (Exception broken)
        {
            stretches.Writer.TryComplete(broken);
            throw;
        }

        await adding;
    }

    private static async Task ReadAsync(AlimentaStore store, AlimentaDb db, ChannelWriter<Stretch> to, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = store.Engine.Name == "postgres" ? "select convert_to(lines, 'UTF8') from journal_entry" : "select cast(lines as blob) from journal_entry";
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var stretch = new Stretch();
        while (await rows.ReadAsync(cancel))
        {
            stretch.Add(rows);
            if (!stretch.Full) continue;
            await to.WriteAsync(stretch, cancel);
            stretch = new();
        }

        await to.WriteAsync(stretch, cancel);
    }

    private void Take(ReadOnlySpan<byte> packed)
    {
        _entries++;
        var line = new PackedLineReader(packed);
        while (line.Next())
        {
            _lines++;
            if (line.Account is not { } account) continue;
            if (account.Book == Book.Custody) CollectionsMarshal.GetValueRefOrAddDefault(_custody, account, out _) += line.Cents;
            else if (line.Case is { } file && PlaceOf.TryGetValue(account, out var at)) CollectionsMarshal.GetValueRefOrAddDefault(_cases, file, out _)[at] += line.Cents;
        }
    }

    private async Task<long> CompareCasesAsync(AlimentaDb db, CancellationToken cancel)
    {
        var kept = db.CaseAccounts.Select(a => new { a.CaseId, Amounts = new[] { a.Current, a.Na, a.Pa, a.Ta, a.Ca, a.Uda, a.Upa, a.Fc, a.Med } });
        var compared = 0L;
        var off = new List<(long Case, int Class, Money Kept, Money Made)>();
        await foreach (var row in kept.AsAsyncEnumerable().WithCancellation(cancel))
        {
            compared++;
            _cases.Remove(row.CaseId, out var made);
            for (var i = 0; i < Classes.Length; i++)
                if (row.Amounts[i].Cents != made[i]) off.Add((row.CaseId, i, row.Amounts[i], new(made[i])));
        }

        foreach (var (file, made) in _cases)
            for (var i = 0; i < Classes.Length; i++)
                if (made[i] != 0) off.Add((file, i, Money.Zero, new(made[i])));

        _found += off.Count;
        var told = off.Take(MostTold).ToList();
        var ids = told.ConvertAll(o => o.Case);
        var numbers = await db.Cases.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, cancel);
        _differences.AddRange(told.Select(o => new BalanceDifference($"case {numbers.GetValueOrDefault(o.Case, $"with row number {o.Case}")}, {Classes[o.Class].Code}", o.Kept, o.Made)));
        return compared;
    }

    private async Task CompareCustodyAsync(AlimentaDb db, CancellationToken cancel)
    {
        var kept = await db.CustodyBalances.ToDictionaryAsync(b => b.Account, b => b.Cents, StringComparer.Ordinal, cancel);
        foreach (var account in Accounts.All.Where(a => a.Book == Book.Custody))
        {
            var (has, made) = (kept.GetValueOrDefault(account.Code), _custody.GetValueOrDefault(account));
            if (has == made) continue;
            _found++;
            _differences.Add(new($"account {account.Code}", new(has), new(made)));
        }
    }

    /// <summary>The packed lines of some entries, one after the other.</summary>
    private sealed class Stretch
    {
        private const int Room = 1 << 18;
        private readonly List<int> _ends = [];
        private byte[] _bytes = new byte[Room];
        private int _length;

        public bool Full => _length > Room - (Room >> 3);

        public void Add(DbDataReader row)
        {
            var length = checked((int)row.GetBytes(0, 0, null, 0, 0));
            if (_bytes.Length - _length < length) Array.Resize(ref _bytes, _length + length);
            row.GetBytes(0, 0, _bytes, _length, length);
            _ends.Add(_length += length);
        }

        public void Each(Taker take)
        {
            var start = 0;
            foreach (var end in _ends)
            {
                take(_bytes.AsSpan(start, end - start));
                start = end;
            }
        }
    }

    private delegate void Taker(ReadOnlySpan<byte> packed);

    [System.Runtime.CompilerServices.InlineArray(9)]
    private struct Owed
    {
        private long _first;
    }
}
