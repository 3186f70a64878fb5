using System.Globalization;
using Alimenta.Ledger;
using BenchmarkDotNet.Attributes;

namespace Alimenta.Benchmarks;

/// <summary>The two hashes of an entry that releases a file of payments: its content in canonical order, and the whole.</summary>
public class EntryBenchmarks
{
    private readonly Numbered _names = new();
    private Entry _entry = null!;

    /// <summary>How many payments are in it.</summary>
    [Params(2, 20)]
    public int Payments { get; set; }

    /// <summary>Makes the entry.</summary>
    [GlobalSetup]
    public void Setup() => _entry = Recipes.FileRelease(new("release-file:20261120-Ach-1", new(2026, 11, 20)), [.. Enumerable.Range(1, Payments).Select(i => new PayeeMoney(Accounts.Issued, i, Money.Of(100 + i)))]).Check();

    [Benchmark]
    public byte[] CanonicalHash() => Canonical.EntryHash(_entry, Canonical.ContentHash(_entry, _names));

    private sealed class Numbered : INames
    {
        public string Person(long id) => id.ToString("D9", CultureInfo.InvariantCulture);

        public string Case(long id) => id.ToString("D9", CultureInfo.InvariantCulture);

        public string Obligation(long id) => id.ToString("D9", CultureInfo.InvariantCulture);

        public string Receipt(long id) => id.ToString("D9", CultureInfo.InvariantCulture);
    }
}
