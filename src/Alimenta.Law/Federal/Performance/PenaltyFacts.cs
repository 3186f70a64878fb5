using System.ComponentModel;

namespace Alimenta.Law.Federal.Performance;

/// <summary>What decides whether a state is penalised for a fiscal year.</summary>
public sealed record PenaltyFacts
{
    /// <summary>Paternity establishment.</summary>
    [Description("Paternity establishment: line 6 over 5a, or line 9 over 8a, of the annual data report (OCSE-157).")]
    public required PerformanceMeasure Paternity { get; init; }

    /// <summary>Support orders.</summary>
    [Description("Cases with orders: line 2 over line 1.")]
    public required PerformanceMeasure Orders { get; init; }

    /// <summary>Current support, in cents.</summary>
    [Description("Current support: line 25 over line 24, in cents.")]
    public required PerformanceMeasure Current { get; init; }

    /// <summary>Whether the state was found in substantial compliance.</summary>
    [Description("Whether the state was found in substantial compliance (45 CFR 305.63).")]
    public bool Compliant { get; init; } = true;

    /// <summary>The how many-th failure in a row this would be.</summary>
    [Description("The how many-th finding in a row this would be; 1 for the first.")]
    public int FailuresInARow { get; init; } = 1;

    /// <summary>The state's grant for assistance; null: no amounts are computed.</summary>
    [Description("The state's grant for assistance to families in a fiscal year; left out: no amounts are computed.")]
    public Money? AssistanceGrant { get; init; }
}

/// <summary>Whether and why a state is penalised.</summary>
/// <param name="Penalty">Whether at least one finding leads to a penalty.</param>
/// <param name="Findings">Each thing looked at.</param>
/// <param name="AtLeastPpm">The least reduction of the grant in millionths; nothing without a penalty.</param>
/// <param name="AtMostPpm">The greatest.</param>
/// <param name="AtLeast">The least reduction as money; null when no grant was given.</param>
/// <param name="AtMost">The greatest.</param>
public sealed record PenaltyAnswer(bool Penalty, IReadOnlyList<PenaltyFinding> Findings, long AtLeastPpm, long AtMostPpm, Money? AtLeast, Money? AtMost);

/// <summary>One thing looked at.</summary>
/// <param name="What">paternity, orders, current or compliance.</param>
/// <param name="LevelPpm">The level that was compared, in millionths; for paternity a whole percent.</param>
/// <param name="NeededPointsPpm">The rise over the year before that the level needs, in millionths.</param>
/// <param name="Penalty">Whether it leads to a penalty.</param>
/// <param name="Reason">level, improvement, no-improvement, unreliable, compliant or not-compliant.</param>
public sealed record PenaltyFinding(string What, long LevelPpm, long NeededPointsPpm, bool Penalty, string Reason);
