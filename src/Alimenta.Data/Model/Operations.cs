namespace Alimenta.Data;

/// <summary>What a command answered, so that the same key gives the same answer. Written in the transaction of its effect.</summary>
public class CommandLog
{
    public string Key { get; set; } = "";

    public string Kind { get; set; } = "";

    public string RequestHash { get; set; } = "";

    /// <summary>A short hash of each field, so that a reused key can be told what differs without the content being kept.</summary>
    public string RequestFields { get; set; } = "";

    public string ReplyJson { get; set; } = "";

    public long UserId { get; set; }

    public DateTime At { get; set; }
}

/// <summary>Who did or read what. Insert-only and chained.</summary>
public class AuditEvent
{
    public long Seq { get; set; }

    public DateTime At { get; set; }

    public long UserId { get; set; }

    public string UserName { get; set; } = "";

    public string Action { get; set; } = "";

    public string ObjectKind { get; set; } = "";

    public string ObjectId { get; set; } = "";

    public string Detail { get; set; } = "";

    public string PrevHash { get; set; } = "";

    public string Hash { get; set; } = "";
}

/// <summary>A change of a fact: what it was, what it became, who, when, why. Insert-only; protected values masked.</summary>
public class FactChange : IRow
{
    public long Id { get; set; }

    public string Entity { get; set; } = "";

    public long EntityId { get; set; }

    /// <summary>The changed values before, as JSON; empty for a new fact.</summary>
    public string Before { get; set; } = "";

    public string After { get; set; } = "";

    public long UserId { get; set; }

    public DateTime At { get; set; }

    public string Why { get; set; } = "";

    public string CommandKey { get; set; } = "";
}

/// <summary>Something to be sent after the commit that decided it.</summary>
public class OutboxMessage : IRow
{
    public long Id { get; set; }

    public string Kind { get; set; } = "";

    public string Target { get; set; } = "";

    public byte[] Body { get; set; } = [];

    public DateTime CreatedAt { get; set; }

    public DateTime? SentAt { get; set; }

    public int Attempts { get; set; }
}

/// <summary>The business date: one row, moved by the office, never read from a clock.</summary>
public class BusinessDay
{
    public const long TheOne = 1;

    public long Id { get; set; } = TheOne;

    public DateOnly Date { get; set; }
}

public enum RunStatus
{
    Open,
    Done,
    Failed,
}

/// <summary>A batch run; its key (kind and business date) makes sure that there is one.</summary>
public class BatchRun : IRow
{
    public long Id { get; set; }

    [NaturalKey]
    public string Key { get; set; } = "";

    public string Kind { get; set; } = "";

    public DateOnly BusinessDate { get; set; }

    public RunStatus Status { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    public string TotalsJson { get; set; } = "";
}

public class BatchStep : IRow
{
    public long Id { get; set; }

    public long RunId { get; set; }

    public int Ordinal { get; set; }

    public string Name { get; set; } = "";

    public RunStatus Status { get; set; }

    public string TotalsJson { get; set; } = "";
}

public enum PartitionStatus
{
    Pending,
    Claimed,
    Done,
    Failed,
}

/// <summary>A part of a step that one worker does in one transaction. The fencing token counts claims, so that a worker that lost its lease cannot finish.</summary>
public class BatchPartition : IRow
{
    public long Id { get; set; }

    public long StepId { get; set; }

    public int Number { get; set; }

    public PartitionStatus Status { get; set; }

    public string Worker { get; set; } = "";

    public DateTime? LeaseUntil { get; set; }

    public long Token { get; set; }

    /// <summary>What it covers, such as a range of circles; opaque here.</summary>
    public string Content { get; set; } = "";

    public int ItemCount { get; set; }

    public Money Amount { get; set; }

    public string Error { get; set; } = "";
}

/// <summary>A migration that was run. Made and kept by the runner, not by the scripts.</summary>
public class SchemaVersion
{
    public int Number { get; set; }

    public string Name { get; set; } = "";

    public string Checksum { get; set; } = "";

    /// <summary>When, as text in UTC: the table must be readable before any script ran.</summary>
    public string AppliedAt { get; set; } = "";
}

/// <summary>The next free id of a kind; processes take blocks of them.</summary>
public class IdBlock
{
    public string Kind { get; set; } = "";

    public long NextId { get; set; }
}
