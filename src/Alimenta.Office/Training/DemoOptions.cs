namespace Alimenta.Office.Training;

/// <summary>What county to make up.</summary>
public sealed record DemoOptions
{
    /// <summary>The seed: the same gives the same county.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many families.</summary>
    public int Cases { get; init; } = 2000;

    /// <summary>The business date of the payday.</summary>
    public DateOnly Date { get; init; } = new(2026, 11, 20);

    /// <summary>Months of history before it.</summary>
    public int Months { get; init; } = 24;
}

/// <summary>A family as it was made up: what the payday files need to know of it.</summary>
internal sealed record DemoFamily(long CaseId, string Case, string Policy, string Ssn, string Last, string First, int Employer, Money Due, bool Biweekly, int Habit, DateOnly Begins, bool Directed);

/// <summary>An employer as it was made up.</summary>
internal sealed record DemoEmployer(string Fein, string Name, AbaRouting Bank);
