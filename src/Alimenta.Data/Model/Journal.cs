using Alimenta.Ledger;

namespace Alimenta.Data;

/// <summary>An entry of the ledger. Insert-only: both engines refuse to change or delete it.</summary>
public class JournalEntry : IRow
{
    // Columns of a fixed width come first: so no room is lost between them.
    public long Id { get; set; }

    /// <summary>The commit that brought it; the chain has a link for each commit and book.</summary>
    public long CommitId { get; set; }

    public DateTime RecordedAt { get; set; }

    /// <summary>The accounting circle; 0 where there is none. An entry that touches a case has one.</summary>
    public long CircleId { get; set; }

    public long? CaseId { get; set; }

    public long? ReceiptId { get; set; }

    public int Version { get; set; }

    public int? ReversesVersion { get; set; }

    public DateOnly EffectiveOn { get; set; }

    public string Kind { get; set; } = "";

    /// <summary>The natural key. Where months come again it begins with the month, so that a month's entries lie side by side in the index.</summary>
    public string Key { get; set; } = "";

    /// <summary>SHA-256 of the whole entry.</summary>
    public byte[] Hash { get; set; } = [];

    public string Reason { get; set; } = "";

    public string Detail { get; set; } = "";

    /// <summary>The lines, packed: see <see cref="PackedLines"/>.</summary>
    public string Lines { get; set; } = "";
}

/// <summary>A line of an entry, as the view journal_line shows it. Whoever reads many entries reads their rows and unpacks them; who asks for the lines
/// of a case asks for those of its circle's entries, because there is no index of lines.</summary>
public class JournalLine
{
    public long EntryId { get; set; }

    public int LineNo { get; set; }

    public Book Book { get; set; }

    public string Account { get; set; } = "";

    public long? ObligorId { get; set; }

    public long? CaseId { get; set; }

    public long? ObligationId { get; set; }

    public long? PersonId { get; set; }

    public long? ReceiptId { get; set; }

    public SupportMonth Month { get; set; }

    /// <summary>Debit positive, credit negative; never nothing.</summary>
    public long Cents { get; set; }
}

/// <summary>A link of the hash chain of a book: one for each commit that touched it. Insert-only.</summary>
public class ChainLink
{
    public Book Book { get; set; }

    public long Seq { get; set; }

    public long CommitId { get; set; }

    public int EntryCount { get; set; }

    public string PrevHash { get; set; } = "";

    public string Hash { get; set; } = "";

    public DateTime CommittedAt { get; set; }
}

/// <summary>Balances of a case as last computed: a cache, proven against the journal, never the truth.</summary>
public class CaseAccount
{
    public long CaseId { get; set; }

    public int Version { get; set; }

    public Money Current { get; set; }

    public Money Na { get; set; }

    public Money Pa { get; set; }

    public Money Ta { get; set; }

    public Money Ca { get; set; }

    public Money Uda { get; set; }

    public Money Upa { get; set; }

    public Money Fc { get; set; }

    public Money Med { get; set; }
}

/// <summary>The state of an accounting circle through a day, so that a new receipt need not play the past again: a cache.</summary>
public class CircleState
{
    public long CircleId { get; set; }

    public int Version { get; set; }

    public DateOnly ThroughDate { get; set; }

    public string StateText { get; set; } = "";
}

/// <summary>The rows behind the facts of an accounting circle in one text, so that a new receipt need not read ten tables: a cache. Both engines drop it in the transaction that changes one of those rows.</summary>
public class KeptFacts
{
    public long CircleId { get; set; }

    public string FactsText { get; set; } = "";
}

/// <summary>The balance of an account of the custody book: a cache that the runner keeps with each commit.</summary>
public class CustodyBalance
{
    public string Account { get; set; } = "";

    public long Cents { get; set; }

    public int Version { get; set; }
}
