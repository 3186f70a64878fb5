namespace Alimenta.Law.Federal.Performance;

/// <summary>Incentive payments to a state: 42 USC 658a; 45 CFR 305.31 to 305.33; our conventions I1 to I3.</summary>
public static class Incentives
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/incentives";

    private const string Measures = "us/incentives/measures/";
    private const long Whole = 1_000_000;

    /// <summary>What the performance of a fiscal year earns.</summary>
    /// <param name="law">The law on a day of the fiscal year.</param>
    /// <param name="facts">Performance and collections.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<IncentiveAnswer> Decide(LawOn law, IncentiveFacts facts, Explanation? why = null)
    {
        List<MeasureAnswer> measures =
        [
            Measure(law, "paternity", "paternity-and-orders", facts.Paternity, why),
            Measure(law, "orders", "paternity-and-orders", facts.Orders, why),
            Measure(law, "current", "collections", facts.Current, why),
            Measure(law, "arrears", "collections", facts.Arrears, why),
            Measure(law, "cost", "cost", facts.Cost, why),
        ];
        var factor = law.Whole("us/incentives/pool/assistance-factor", why);
        var counted = new Money((facts.CurrentAssistance + facts.FormerAssistance).Cents * factor) + facts.OtherCollections;
        why?.Step($"Collections base: {factor} times {facts.CurrentAssistance + facts.FormerAssistance} of assistance families and {facts.OtherCollections} of others make {counted}.", "42 USC 658a(b)(5)(C)", "base");

        Int128 earned = 0;
        foreach (var m in measures) earned += (Int128)m.AppliesPpm * m.WeightPpm;
        var amount = new Money((long)(((Int128)counted.Cents * earned * 2 + (Int128)Whole * Whole) / ((Int128)Whole * Whole * 2)));
        why?.Step($"The five measures with their weights earn {amount} of it, rounded once.", "42 USC 658a(b)(5)(A); convention I3", "base");
        if (facts.AllStatesBase is not { } all) return new IncentiveAnswer(measures, counted, amount, null);
        if (all < amount)
            return new Refusal("L-INC-STATES", $"All states together ({all}) earn less than this one ({amount}).", "Give the sum of all states' incentive base amounts, this one included.", "42 USC 658a(b)(3)", "all_states_base_cents");

        var pool = facts.Pool ?? law.Money("us/incentives/pool/amount", why);
        var payment = all.IsZero ? Money.Zero : pool.ShareHalfUp(amount.Cents, all.Cents);
        why?.Step($"Of the pool of {pool} the state gets {amount} out of {all}: {payment}.", "42 USC 658a(b)(1), (3)", "payment");
        return new IncentiveAnswer(measures, counted, amount, payment);
    }

    private static MeasureAnswer Measure(LawOn law, string name, string table, PerformanceMeasure measure, Explanation? why)
    {
        var weight = Row(law.Table(Measures + "weights", why), name)![1].Number;
        var (applies, reason) = Applies(law, name, table, measure, why);
        why?.Step(reason switch
        {
            "unreliable" => $"The data of the {name} measure are not reliable: it earns nothing.",
            "below" => $"The {name} measure stands at {Level(name, measure)}, below the lowest level, and did not rise enough: it earns nothing.",
            "improvement" => $"The {name} measure stands at {Level(name, measure)}, below the lowest level, but rose enough: {LawWords.Percent(applies)} applies.",
            _ => $"The {name} measure stands at {Level(name, measure)}: {LawWords.Percent(applies)} applies.",
        }, reason == "unreliable" ? "45 CFR 305.32(f); convention I2" : "42 USC 658a(b)(6)", name);
        return new(name, measure.LevelPpm, applies, weight, reason);
    }

    private static (long Applies, string Reason) Applies(LawOn law, string name, string table, PerformanceMeasure measure, Explanation? why)
    {
        if (!measure.Reliable) return (0, "unreliable");
        var levels = law.Table(Measures + table, why);
        IReadOnlyList<LawCell>? best = null;
        foreach (var row in levels.Rows)
            if (measure.AtLeast(row[0].Number) && (best is null || row[0].Number > best[0].Number)) best = row;
        if (best is not null) return (best[1].Number, "level");
        return Row(law.Table(Measures + "improvement", why), name) is { } rise && measure.RoseBy(rise[1].Number) ? (rise[2].Number, "improvement") : (0, "below");
    }

    private static IReadOnlyList<LawCell>? Row(LawTable table, string name) => table.Rows.FirstOrDefault(row => row[0].Word == name);

    private static string Level(string name, PerformanceMeasure measure) =>
        name == "cost" ? $"{measure.LevelPpm / Whole}.{measure.LevelPpm % Whole / 10_000:00} dollars for each dollar spent" : LawWords.Percent(measure.LevelPpm);
}
