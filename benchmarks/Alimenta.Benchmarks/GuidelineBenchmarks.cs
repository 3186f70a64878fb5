using Alimenta.Cli.Bench;
using Alimenta.Law;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Iowa.Guidelines;
using Alimenta.Law.NewYork.Guidelines;
using Alimenta.Law.Oregon.Guidelines;
using BenchmarkDotNet.Attributes;

namespace Alimenta.Benchmarks;

/// <summary>The guideline of each state for one family, every line of its worksheet; families are taken in turn.</summary>
public class GuidelineBenchmarks
{
    private const int Families = 500;
    // Rows of Iowa's schedule that come with the product are whole up to small incomes only.
    private const int IowaWages = 1_500;
    private static readonly DateOnly Day = new(2026, 9, 1);
    private OregonFacts[] _oregon = [];
    private NyGuidelineFacts[] _newYork = [];
    private IowaFacts[] _iowa = [];
    private LawOn _or = null!, _ny = null!, _ia = null!;

    /// <summary>Whether an explanation is written.</summary>
    [Params(false, true)]
    public bool Explained { get; set; }

    /// <summary>Makes up the families.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var made = new MadeUpFamilies(1);
        var all = Enumerable.Range(0, Families).ToList();
        (_oregon, _newYork, _iowa) = ([.. all.Select(_ => made.Oregon(Day))], [.. all.Select(_ => made.NewYork())], [.. all.Select(_ => made.Iowa(IowaWages))]);
        LawOn Of(string state) => LawStore.BuiltIn.On(Day, GuidelineRules.All.Single(g => g.State == state).Policy);
        (_or, _ny, _ia) = (Of("or"), Of("ny"), Of("ia"));
    }

    [Benchmark(OperationsPerInvoke = Families)]
    public void Oregon()
    {
        foreach (var family in _oregon) Must(OregonGuideline.Decide(_or, family, Why("or/guideline")));
    }

    [Benchmark(OperationsPerInvoke = Families)]
    public void NewYork()
    {
        foreach (var family in _newYork) Must(NyGuideline.Decide(_ny, family, Why("ny/guideline")));
    }

    [Benchmark(OperationsPerInvoke = Families)]
    public void Iowa()
    {
        foreach (var family in _iowa) Must(IowaGuideline.Decide(_ia, family, Why("ia/guideline")));
    }

    private Explanation? Why(string rule) => Explained ? new Explanation(rule, "") : null;

    private static void Must<T>(Outcome<T> outcome)
    {
        if (!outcome.Ok) throw new InvalidOperationException(outcome.Refusal!.ToString());
    }
}
