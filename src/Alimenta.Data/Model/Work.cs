namespace Alimenta.Data;

/// <summary>Something to be done: with an owner, a due day, a reason and a way to finish.</summary>
public class WorkTask : IRow
{
    public long Id { get; set; }

    public long? CaseId { get; set; }

    public long? PersonId { get; set; }

    public string Kind { get; set; } = "";

    public string Title { get; set; } = "";

    public string Reason { get; set; } = "";

    public string Citation { get; set; } = "";

    public string Owner { get; set; } = "";

    public DateOnly DueOn { get; set; }

    public DateOnly CreatedOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    public long? DoneBy { get; set; }

    public string? Outcome { get; set; }
}

/// <summary>Something that happened on a case. The source key makes sure that it is told once.</summary>
public class CaseEvent : IRow
{
    public long Id { get; set; }

    public long CaseId { get; set; }

    public DateOnly On { get; set; }

    public string Kind { get; set; } = "";

    public string Text { get; set; } = "";

    public string SourceKey { get; set; } = "";
}
