using System.Diagnostics;
using System.Globalization;
using Alimenta.Data;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Alimenta.Simulation.Tests.Books;
using Alimenta.Simulation.Tests.World;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Simulation.Tests;

/// <summary>Years of a small county, lived from a seed. After every month the books prove themselves, a bookkeeper who shares no code with them agrees to the cent,
/// and every unpaid cent is in the class that history demands. The same seed gives the same ledger on both engines.</summary>
public sealed class SimulationTests
{
    public static TheoryData<Life> Lives() => [.. Seeds.OfThisRun()];

    [Theory, MemberData(nameof(Lives), DisableDiscoveryEnumeration = true)]
    public async Task A_county_lives_and_its_books_stay_true(Life life)
    {
        // The engines live at the same time: one computes while the other's server works.
        var hashes = await Task.WhenAll(life.Engines.Select(engine => Task.Run(() => LiveAsync(engine, life))));
        Assert.Single(hashes.Distinct());
    }

    private static async Task<string> LiveAsync(string engine, Life life)
    {
        using var database = TestDatabases.Create(engine);
        var county = new SimulatedCounty(database, life.Seed, life.Began);
        await county.OpenAsync();
        var hash = "";
        var (lived, checkedFor) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var i = 0; i < life.Years * 12; i++)
        {
            var month = life.Began.Plus(i);
            try
            {
                var began = Stopwatch.GetTimestamp();
                await county.LiveAsync(month);
                var ended = Stopwatch.GetTimestamp();
                hash = await CheckAsync(county);
                lived += Stopwatch.GetElapsedTime(began, ended);
                checkedFor += Stopwatch.GetElapsedTime(ended);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                if (Seeds.KeepIn.Length > 0 && engine == TestDatabases.Sqlite) database.Execute($"vacuum into '{Path.Combine(Seeds.KeepIn, $"seed-{life.Seed}.db")}'");
                throw new InvalidOperationException($"Seed {life.Seed} on {engine}, {month}: {failed.Message}", failed);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {life.Seed} on {engine}: lived {lived.TotalSeconds:0.0} s, checked {checkedFor.TotalSeconds:0.0} s, {hash}"));
        return hash;
    }

    private static async Task<string> CheckAsync(SimulatedCounty county)
    {
        var report = await Proof.ProveAsync(county.Store, county.Policies, new(ProofPlays.All));
        Assert.True(report.Ok, string.Join('\n', report.Checks.Where(c => !c.Ok).SelectMany(c => c.Faults.Select(f => $"{c.Name}: {f.Where}: {f.What}"))));
        var books = Bookkeeper.Read(county.Told, county.Today);
        var items = await DebtsAsync(county, books);
        await ClassesAsync(county, items);
        await MoneyAsync(county, books);
        return report.LedgerHash;
    }

    private static async Task<Dictionary<string, string[]>> DebtsAsync(SimulatedCounty county, Bookkeeper books)
    {
        await using var db = county.Store.Read();
        var kept = await OpenItems.ReadAsync(db);
        foreach (var (number, items) in kept) Assert.Equal(books.Items(number), items);
        return kept;
    }

    private static async Task ClassesAsync(SimulatedCounty county, Dictionary<string, string[]> items)
    {
        await using var db = county.Store.Read();
        var sums = (await (from l in db.JournalLines join p in db.People on l.PersonId equals p.Id where l.Account == Accounts.UraTanf.Code group l.Cents by p.Number into g select new { g.Key, Cents = g.Sum() }).ToListAsync()).ToDictionary(x => x.Key, x => x.Cents);
        foreach (var group in county.Told.Cases.GroupBy(c => c.Custodian))
            Assert.Equal([], ClassHistory.Faults(county.Told, SupportMonth.Of(county.Today), group.Key, group.SelectMany(c => items[c.Number]), sums.GetValueOrDefault(group.Key)));
    }

    /// <summary>What payees were given of every receipt, less what they had too much, is what the bookkeeper gives them.</summary>
    private static async Task MoneyAsync(SimulatedCounty county, Bookkeeper books)
    {
        await using var db = county.Store.Read();
        var payables = await (from y in db.Payables join r in db.Receipts on y.ReceiptId equals r.Id join p in db.People on y.PayeeId equals p.Id where y.Status != PayableStatus.Void select new { r.NaturalKey, y.PayeeKind, p.Number, y.Amount }).ToListAsync();
        var given = payables.GroupBy(y => (y.NaturalKey, Kind: y.PayeeKind.ToString(), Payee: y.PayeeKind is PayeeKind.State or PayeeKind.Federal ? "" : y.Number)).ToDictionary(g => g.Key, g => g.Sum(y => y.Amount).Cents);
        foreach (var receipt in county.Told.Receipts.Where(r => r.Obligor.Length > 0))
        {
            var uses = books.Due.Where(d => d.Key.Receipt == receipt.Key).Sum(d => d.Value) + books.Futures.GetValueOrDefault(receipt.Key);
            Assert.Equal(receipt.Cents, uses);
        }

        await using var moment = county.Store.Read();
        var recoveries = await (from v in moment.Recoveries join r in moment.Receipts on v.ReceiptId equals r.Id join p in moment.People on v.PayeeId equals p.Id select new { v.Id, r.NaturalKey, p.Number, v.Amount, v.Recovered }).ToListAsync();
        var taken = await moment.Payables.Where(y => y.ClockId.StartsWith("recovered:") && y.Status != PayableStatus.Void).Select(y => new { y.ClockId, y.Amount }).ToListAsync();
        foreach (var recovery in recoveries)
        {
            var elsewhere = taken.Where(t => t.ClockId == string.Create(CultureInfo.InvariantCulture, $"recovered:{recovery.Id}")).Sum(t => t.Amount);
            var key = given.Keys.Single(k => k.NaturalKey == recovery.NaturalKey && k.Payee == recovery.Number && k.Kind is "Family" or "Refund");
            given[key] -= (recovery.Amount - recovery.Recovered + elsewhere).Cents;
        }

        Assert.Equal(
            books.Due.Where(d => d.Value != 0).Select(d => $"{d.Key.Receipt} {d.Key.Kind} {d.Key.Payee} {d.Value}").Order(StringComparer.Ordinal),
            given.Where(g => g.Value != 0).Select(g => $"{g.Key.NaturalKey} {g.Key.Kind} {g.Key.Payee} {g.Value}").Order(StringComparer.Ordinal));
    }
}
