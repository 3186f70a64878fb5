namespace Alimenta.Formats.Nacha;

/// <summary>Record 1 as read.</summary>
/// <param name="Destination">The receiving point, without the blank before its routing number.</param>
/// <param name="Origin">The sending point, without blanks around it.</param>
/// <param name="CreatedOn">The day on which the file was made.</param>
/// <param name="CreatedAt">The time at which it was made, or null.</param>
/// <param name="Modifier">What tells apart the files of one day.</param>
/// <param name="DestinationName">The name of the receiving point.</param>
/// <param name="OriginName">The name of the sending point.</param>
/// <param name="Reference">Free for the sender.</param>
public sealed record NachaFileHeader(string Destination, string Origin, DateOnly CreatedOn, TimeOnly? CreatedAt, char Modifier, string DestinationName, string OriginName, string Reference);

/// <summary>A file whose structure and control totals were found right.</summary>
/// <remarks>Nothing of it is held: batches and entries are read from the bytes each time they are walked over, so that the largest file costs no more than a small one.</remarks>
public sealed class NachaFile
{
    private readonly RecordCursor _cursor;

    internal NachaFile(NachaFileHeader header, RecordCursor cursor, ControlTotals totals, string contentKey) =>
        (Header, _cursor, Totals, ContentKey, Key) = (header, cursor, totals, contentKey,
            new(header.Origin.ToUpperInvariant(), header.CreatedOn, header.CreatedAt, char.ToUpperInvariant(header.Modifier), totals));

    /// <summary>Record 1.</summary>
    public NachaFileHeader Header { get; }

    /// <summary>The control totals.</summary>
    public ControlTotals Totals { get; }

    /// <summary>What makes the file the same file.</summary>
    public FileKey Key { get; }

    /// <summary>SHA-256 over the records at their full length in capital letters, without line ends and filler: the same content in another wrapping has the same.</summary>
    public string ContentKey { get; }

    /// <summary>The batches in order, read as they are walked over.</summary>
    public IEnumerable<NachaBatch> Batches
    {
        get
        {
            var cursor = _cursor.Again();
            while (cursor.MoveNext())
                if (cursor.Current.First == '5') yield return NachaBatch.Read(cursor.Current);
        }
    }

    /// <summary>All entries in order, read as they are walked over.</summary>
    public IEnumerable<NachaEntry> Entries
    {
        get
        {
            var cursor = _cursor.Again();
            var repeats = new RepeatFinder();
            NachaBatch? batch = null;
            var more = cursor.MoveNext();
            while (more)
            {
                if (cursor.Current.First == '6')
                {
                    yield return EntryReader.Read(batch!, cursor, repeats, out more);
                    continue;
                }

                if (cursor.Current.First == '5') batch = NachaBatch.Read(cursor.Current);
                more = cursor.MoveNext();
            }
        }
    }
}
