using Alimenta.Data;
using Alimenta.Data.Sqlite;
using Alimenta.Law;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Training;
using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Benchmarks;

/// <summary>The fold over the whole history of a circle: two years of a made-up county, circle after circle.</summary>
public class HistoryBenchmarks
{
    private const int Circles = 50;
    private static readonly DateOnly Day = new(2026, 11, 20);
    private readonly PolicyDesk _policies = new(LawStore.BuiltIn);
    private IReadOnlyList<CircleFacts> _facts = [];

    /// <summary>Whether an explanation of every step is written.</summary>
    [Params(false, true)]
    public bool Explained { get; set; }

    /// <summary>Makes up the county before anything is measured: what runs in this process is not waited for when it is a task.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Task.Run(MakeUpAsync).GetAwaiter().GetResult();
        if (_facts.Count == 0) throw new InvalidOperationException("The made-up county has no circles.");
    }

    // In a file that goes again.
    private async Task MakeUpAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alimenta-benchmarks");
        try
        {
            using var engine = new SqliteEngine(Path.Combine(folder.FullName, "county.db"));
            var store = new AlimentaStore(engine, TimeProvider.System);
            await new Migrator(store).ApplyAsync();
            var made = await new Demo(store, _policies, BankSettings.Demonstration).RunAsync(new() { Cases = Circles * 2, Date = Day });
            if (made.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
            await using var db = store.Read();
            var circles = await db.Cases.OrderBy(c => c.Id).Select(c => c.CircleId).Distinct().Take(Circles).ToListAsync();
            _facts = [.. (await CircleLoader.LoadAsync(db, circles, default)).Select(c => c.Facts)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>All of them; the figure is for one.</summary>
    [Benchmark(OperationsPerInvoke = Circles)]
    public int Fold()
    {
        var steps = 0;
        foreach (var facts in _facts) steps += CirclePlay.Explain(facts, _policies.On, Day, Explained ? _ => true : null).Steps.Count;
        return steps;
    }
}
