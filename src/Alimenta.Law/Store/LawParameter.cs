namespace Alimenta.Law;

/// <summary>A number, word or table of the law with its dates, its place in the law and how sure it is.</summary>
public sealed record LawParameter
{
    /// <summary>Its id; the path of its file, or that path and one name more.</summary>
    public required string Id { get; init; }

    /// <summary>What it says, in one sentence.</summary>
    public required string Says { get; init; }

    /// <summary>What its values are.</summary>
    public required LawUnit Unit { get; init; }

    /// <summary>Its place in the law.</summary>
    public required string Citation { get; init; }

    /// <summary>How sure it is.</summary>
    public required LawStatus Status { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    /// <summary>Its values by date, the earliest first; without gap and without overlap.</summary>
    public required IReadOnlyList<LawValue> Values { get; init; }

    /// <summary>The words it may take; empty when any.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>For a clock: what starts it.</summary>
    public string Trigger { get; init; } = "";

    /// <summary>For a clock: what stops it.</summary>
    public string Stops { get; init; } = "";

    /// <summary>For a clock: its number in the table of program clocks.</summary>
    public int Row { get; init; }

    /// <summary>The file in which it stands.</summary>
    public required string File { get; init; }

    /// <summary>The line of the file on which its id stands.</summary>
    public int Line { get; init; } = 1;

    internal int Column { get; init; } = 1;

    /// <summary>The value in force on a day, or null when none is known for it.</summary>
    public LawValue? On(DateOnly day)
    {
        for (var i = Values.Count - 1; i >= 0; i--)
            if (Values[i].From <= day) return Values[i].To is { } to && day > to ? null : Values[i];
        return null;
    }

    /// <summary>The days for which a value is known.</summary>
    public DatePeriod Covered => new(Values[0].From, Values[^1].To);
}

/// <summary>The value of a parameter from a day on.</summary>
public sealed record LawValue
{
    /// <summary>The first day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day on which it holds, or null while it goes on.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The value as people read it.</summary>
    public required string Words { get; init; }

    /// <summary>A whole number; a day as its number; 1 for yes.</summary>
    public long Number { get; init; }

    /// <summary>A word.</summary>
    public string Word { get; init; } = "";

    /// <summary>Several words.</summary>
    public IReadOnlyList<string> List { get; init; } = [];

    /// <summary>A table.</summary>
    public LawTable? Table { get; init; }

    /// <summary>A time limit.</summary>
    public ClockSpan? Clock { get; init; }

    /// <summary>Its place in the law: the parameter's, unless this value has its own.</summary>
    public required string Citation { get; init; }

    /// <summary>How sure it is: as the parameter, unless this value has its own.</summary>
    public required LawStatus Status { get; init; }

    /// <summary>Where it was read: as the parameter, unless this value has its own.</summary>
    public required string Source { get; init; }

    /// <summary>What a reader should know about this value or its dates; may be empty.</summary>
    public string Note { get; init; } = "";
}
