using System.ComponentModel;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>With whom a child is.</summary>
public enum OregonHome
{
    /// <summary>The first parent.</summary>
    ParentA,

    /// <summary>The second parent.</summary>
    ParentB,

    /// <summary>The caretaker, or the state.</summary>
    Caretaker,
}

/// <summary>Nights of one child over two years in a row.</summary>
public sealed record OregonChildNights
{
    /// <summary>With the first parent.</summary>
    [Description("Nights with the first parent.")]
    public required int ParentA { get; init; }

    /// <summary>With the second parent.</summary>
    [Description("Nights with the second parent.")]
    public required int ParentB { get; init; }

    /// <summary>With the caretaker.</summary>
    [Description("Nights with the caretaker or in state care.")]
    public int Caretaker { get; init; }
}

/// <summary>Parenting time counted by blocks of hours instead of overnights; the two are not mixed.</summary>
public sealed record OregonTimeByHours
{
    /// <summary>Who has the time that stands in no block.</summary>
    [Description("Who has the children in all the time that no block names.")]
    public required OregonHome RestWith { get; init; }

    /// <summary>The blocks of two years in a row.</summary>
    [Description("Blocks of time of two years in a row. One of 12 hours or more is a day, one of 4 hours or more half a day, a shorter one does not count.")]
    public IReadOnlyList<OregonTimeBlock> Blocks { get; init; } = [];
}

/// <summary>Blocks of equal length that one child spends with one party.</summary>
public sealed record OregonTimeBlock
{
    /// <summary>The child.</summary>
    [Description("Name or number of the minor child; the same in each entry of one child.")]
    public required string Child { get; init; }

    /// <summary>With whom.</summary>
    [Description("With whom the child is.")]
    public required OregonHome With { get; init; }

    /// <summary>How long, in whole hours.</summary>
    [Description("How long a block is, in whole hours up to 24; a longer visit is entered day by day.")]
    public required int Hours { get; init; }

    /// <summary>How often in two years.</summary>
    [Description("How many such blocks there are in two years.")]
    public required int Times { get; init; }
}

/// <summary>With whom the minor children live where there is no plan or order.</summary>
public sealed record OregonWithoutPlan
{
    /// <summary>With the first parent.</summary>
    [Description("Minor children who live with the first parent.")]
    public required int ParentA { get; init; }

    /// <summary>With the second parent.</summary>
    [Description("Minor children who live with the second parent.")]
    public required int ParentB { get; init; }

    /// <summary>With the caretaker.</summary>
    [Description("Minor children who live with the caretaker or in state care.")]
    public int Caretaker { get; init; }
}
