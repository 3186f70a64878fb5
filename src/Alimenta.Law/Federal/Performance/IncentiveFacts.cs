using System.ComponentModel;

namespace Alimenta.Law.Federal.Performance;

/// <summary>A state's performance and collections of a fiscal year.</summary>
public sealed record IncentiveFacts
{
    /// <summary>Paternity establishment: lines 6 over 5a, or 9 over 8a, of the annual data report.</summary>
    [Description("Paternity establishment: line 6 over 5a, or line 9 over 8a, of the annual data report (OCSE-157).")]
    public required PerformanceMeasure Paternity { get; init; }

    /// <summary>Support orders: line 2 over line 1.</summary>
    [Description("Cases with orders: line 2 over line 1.")]
    public required PerformanceMeasure Orders { get; init; }

    /// <summary>Current support: line 25 over line 24, in cents.</summary>
    [Description("Current support: line 25 over line 24, in cents.")]
    public required PerformanceMeasure Current { get; init; }

    /// <summary>Arrears: line 29 over line 28.</summary>
    [Description("Arrears: line 29 over line 28, cases.")]
    public required PerformanceMeasure Arrears { get; init; }

    /// <summary>Collections over spending, in cents.</summary>
    [Description("Cost effectiveness: total collections over total spending, in cents.")]
    public required PerformanceMeasure Cost { get; init; }

    /// <summary>Collections of families that get assistance.</summary>
    [Description("Collections in current assistance cases; an assignment for Medicaid counts as assistance here.")]
    public required Money CurrentAssistance { get; init; }

    /// <summary>Collections of families that got assistance earlier.</summary>
    [Description("Collections in former assistance cases.")]
    public required Money FormerAssistance { get; init; }

    /// <summary>All other collections.</summary>
    [Description("All other collections.")]
    public required Money OtherCollections { get; init; }

    /// <summary>Incentive base amounts of all states together; null: no payment is computed.</summary>
    [Description("The incentive base amounts of all states together; left out: no payment is computed.")]
    public Money? AllStatesBase { get; init; }

    /// <summary>The pool of the fiscal year as published; null: as recorded in the law tree.</summary>
    [Description("The pool of the fiscal year as published; left out: as recorded in the law tree, which knows fiscal year 2008 only.")]
    public Money? Pool { get; init; }
}

/// <summary>What a state earns.</summary>
/// <param name="Measures">The five measures.</param>
/// <param name="CollectionsBase">Collections with those of assistance families counted twice.</param>
/// <param name="IncentiveBase">What the measures earn of it, rounded once.</param>
/// <param name="Payment">The state's part of the pool; null when not asked for.</param>
public sealed record IncentiveAnswer(IReadOnlyList<MeasureAnswer> Measures, Money CollectionsBase, Money IncentiveBase, Money? Payment);

/// <summary>What one measure earns.</summary>
/// <param name="Measure">Which: paternity, orders, current, arrears or cost.</param>
/// <param name="LevelPpm">The level in millionths with the rest cut off (a ratio for cost).</param>
/// <param name="AppliesPpm">The applicable percentage in millionths.</param>
/// <param name="WeightPpm">Its weight in millionths.</param>
/// <param name="Reason">level, improvement, below, or unreliable.</param>
public sealed record MeasureAnswer(string Measure, long LevelPpm, long AppliesPpm, long WeightPpm, string Reason);
