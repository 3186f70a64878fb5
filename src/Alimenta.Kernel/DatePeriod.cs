namespace Alimenta.Kernel;

/// <summary>A run of whole days: from <paramref name="From"/> through <paramref name="To"/>, both included; no end when <paramref name="To"/> is null.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, or null while it goes on.</param>
public readonly record struct DatePeriod(DateOnly From, DateOnly? To = null)
{
    /// <summary>Whether there is no day in it: the end lies before the beginning.</summary>
    public bool IsEmpty => To < From;

    /// <summary>Whether the day lies in the period.</summary>
    public bool Contains(DateOnly day) => day >= From && (To is null || day <= To);

    /// <summary>Whether the two periods share at least one day.</summary>
    public bool Overlaps(DatePeriod other) =>
        !IsEmpty && !other.IsEmpty && (To is null || other.From <= To) && (other.To is null || From <= other.To);

    /// <summary>Whether at least one day of the month lies in the period.</summary>
    public bool Touches(SupportMonth month) => Overlaps(new(month.FirstDay, month.LastDay));

    /// <summary>The period as people read it.</summary>
    public override string ToString() => To is { } to ? $"{Days.Words(From)} to {Days.Words(to)}" : $"from {Days.Words(From)} on";
}
