using System.Text.Json;
using Alimenta.Law;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Iowa.Guidelines;
using Alimenta.Law.NewYork.Guidelines;
using Alimenta.Law.Oregon.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Cli.Bench;

/// <summary>Times the guidelines: one family after another on one processor, without and with the explanation and as a program asks by JSON; then all orders of a state on all processors.</summary>
internal static class GuidelineBench
{
    /// <summary>The law date.</summary>
    public static readonly DateOnly Day = new(2026, 9, 1);

    private const int Families = 5_000;
    private const int Part = 1_000;
    private const int Seed = 1;

    private static readonly string Schedule = ScheduleFile.Path[..^".jsonc".Length];

    // The rows that come with the product are whole up to small incomes only; those of an agency go to the top.
    private const int IowaWages = 8_000, IowaWagesOfPart = 1_500;

    /// <summary>The rows of all states.</summary>
    /// <param name="store">The law.</param>
    /// <param name="day">The law date.</param>
    /// <param name="orders">How many orders a statewide recalculation has.</param>
    /// <param name="told">Told before each state.</param>
    public static List<BenchRow> Run(LawStore store, DateOnly day, int orders, Action<string> told)
    {
        List<BenchRow> rows = [];
        foreach (var state in GuidelineRules.All)
        {
            told(state.Name);
            var families = new MadeUpFamilies(Seed);
            rows.AddRange(state.State switch
            {
                "or" => Of(state, store, day, orders, () => families.Oregon(day), OregonGuideline.Decide),
                "ny" => Of(state, store, day, orders, families.NewYork, NyGuideline.Decide),
                _ => Of(state, store, day, orders, () => families.Iowa(store.Find(Schedule) is null ? IowaWagesOfPart : IowaWages), IowaGuideline.Decide),
            });
        }

        return rows;
    }

    private static IEnumerable<BenchRow> Of<TFacts, TAnswer>(GuidelineRules state, LawStore store, DateOnly day, int orders,
        Func<TFacts> family, Func<LawOn, TFacts, Explanation?, Outcome<TAnswer>> decide)
        where TFacts : notnull
        where TAnswer : notnull
    {
        var law = store.On(day, state.Policy);
        TFacts[] families = [.. Enumerable.Range(0, Families).Select(_ => family())];
        string[] written = [.. families.Take(Families / 10).Select(f => JsonSerializer.Serialize(f, LawJson.Options))];
        var catalog = RuleCatalog.BuiltIn.Over(store);
        yield return new($"{state.Name}, without explanation", Families / Clocked.Median(() => All(null)), "families");
        yield return new($"{state.Name}, with explanation", Families / Clocked.Median(() => All(state.Rule)), "families");
        yield return new($"{state.Name}, JSON to JSON with explanation", written.Length / Clocked.Median(() => Array.ForEach(written, w => state.Ask(catalog, day, w).ToJson().ToJsonString(LawJson.Options))), "families");
        var took = Clocked.Once(() => Parallel.For(0, (orders + Part - 1) / Part, part =>
        {
            for (var i = part * Part; i < Math.Min(orders, (part + 1) * Part); i++) One(i, null);
        }));
        yield return new($"{state.Name}, {orders:N0} orders on {Environment.ProcessorCount} {(Environment.ProcessorCount == 1 ? "processor" : "processors")}", orders / took, "orders", took);

        void All(string? rule)
        {
            for (var i = 0; i < Families; i++) One(i, rule);
        }

        // A refused family would make the rate look better than it is.
        void One(int i, string? rule)
        {
            if (decide(law, families[i % Families], rule is null ? null : new Explanation(rule, "")).Refusal is { } no)
                throw new InvalidOperationException($"A made-up family of {state.Name} is refused: {no}");
        }
    }
}
