namespace Alimenta.Data;

/// <summary>What a run of interest counted in one case through its business date: a statement beside the books, never a debt in them.</summary>
public class InterestStatement : IRow
{
    public long Id { get; set; }

    public long CaseId { get; set; }

    /// <summary>The day through which it is counted: the business date of the run.</summary>
    public DateOnly ThroughOn { get; set; }

    /// <summary>The interest, on all that fell due from the beginning.</summary>
    public Money Interest { get; set; }

    /// <summary>The support that is still unpaid of what bears interest or may come to.</summary>
    public Money Unpaid { get; set; }

    /// <summary>What is owed on which none is counted: its due day, or the law that decides about it, is not known.</summary>
    public Money NotCounted { get; set; }

    public long RunId { get; set; }
}
