using System.Text;

namespace Alimenta.Formats.Nacha;

/// <summary>Walks over the records of a file once: checks their order and each field, computes the control totals again and compares.</summary>
/// <remarks>Holds neither batches nor entries. After a fault in a record the totals that it would have changed are not compared, so that one
/// fault is told once.</remarks>
internal sealed class NachaChecker(RecordCursor cursor, FaultList faults)
{
    private readonly List<string> _undated = [];
    private readonly ContentHash _content = new();
    private NachaFileHeader? _header;
    private BatchChecker? _batch;
    private ControlTotals _totals;
    private bool _totalsUnsure;
    private bool _controlSeen;
    private bool _headerSeen;
    private int _batchesSeen;
    private int _lastBatchNumber = -1;
    private long _records;
    private long _fillers;
    private long _trimmed;
    private long _blocksDeclared = -1;
    private long _controlLine;
    private long _controlOffset;

    /// <summary>What was unusual and harmless.</summary>
    public IReadOnlyList<string> Remarks
    {
        get
        {
            var remarks = new List<string>(_undated);
            if (cursor.HadMark) remarks.Add("The file begins with a byte order mark.");
            if (cursor.Unbroken) remarks.Add("The file has no line breaks.");
            if (_trimmed > 0) remarks.Add($"{_trimmed} lines are shorter than {NachaLayouts.RecordLength} characters; blanks were added.");
            if (_fillers == 0 && _records % NachaLayouts.RecordsPerBlock != 0) remarks.Add("The last block is not filled up with nines.");
            return remarks;
        }
    }

    /// <summary>Checks the record at the cursor.</summary>
    public void Next()
    {
        var record = cursor.Current;
        if (_controlSeen && IsFiller(record))
        {
            _fillers++;
            if (cursor.Size > NachaLayouts.RecordLength) TooLong(record);
            return;
        }

        _records++;
        if (cursor.Size < NachaLayouts.RecordLength && record.First != '9') _trimmed++;
        _content.Add(record.Bytes);
        if (_controlSeen) AfterControl(record);
        else if (cursor.Size > NachaLayouts.RecordLength) Skim(record);
        else Check(record);
    }

    private void Check(RecordView record)
    {
        switch (record.First)
        {
            case '1': FileHeader(record); break;
            case '5': BatchHeader(record); break;
            case '6': Entry(record); break;
            case '7': Addenda(record); break;
            case '8': BatchControl(record); break;
            case '9': FileControl(record); break;
            default:
                faults.Add(record, "N-TYPE", record.First.ToString(), "No record type of an ACH file (1, 5, 6, 7, 8, 9).", Remedies.Corrected);
                Unsure();
                break;
        }
    }

    // In a line that is too long every field may have shifted: only its type is trusted, so that the records after it find their place.
    private void Skim(RecordView record)
    {
        TooLong(record);
        switch (record.First)
        {
            case '1': _headerSeen = true; break;
            case '5':
                CloseOpenBatch(record);
                _batchesSeen++;
                _batch = BatchChecker.Unread(record.Line, faults);
                break;
            case '6': _batch?.UnreadEntry(); break;
            case '8': _batch = null; break;
            case '9':
                CloseOpenBatch(record);
                _controlSeen = true;
                break;
        }

        Unsure();
    }

    private void Unsure()
    {
        _totalsUnsure = true;
        _batch?.Spoil();
    }

    /// <summary>Checks that nothing is missing and makes the file.</summary>
    /// <returns>The file; not to be used when there are faults.</returns>
    public NachaFile? Finish()
    {
        if (!_controlSeen && !faults.Full)
        {
            if (_batch is not null) faults.Add("N-NOBATCHCONTROL", "", $"The file ends inside the batch that begins on line {_batch.Line}.", Remedies.CutOff);
            else faults.Add("N-NOCONTROL", "", "The file ends without its file control, record type 9.", Remedies.CutOff);
        }

        CheckBlocks();
        var contentKey = _content.Finish();
        return faults.None && _header is not null ? new(_header, cursor, _totals, contentKey) : null;
    }

    private void FileHeader(RecordView record)
    {
        if (_headerSeen)
        {
            faults.Add(record, "N-ORDER", "1", "A second file header: two files in one.", "Split the file in two and send each by itself.");
            return;
        }

        _headerSeen = true;
        if (Shifted(record)) return;
        if (!FileHeaderRecord.Layout.Check(record, faults)) return;
        var destination = record.Text(FileHeaderRecord.Destination);
        if (destination.Length == 10 && destination[0] == '0') destination = destination[1..];
        if (destination.Length != 9 || !destination.All(char.IsAsciiDigit) || AbaRouting.CheckDigit(destination[..8]) != destination[8])
            faults.Add(record, FileHeaderRecord.Destination, "N-ROUTING", "Expected a nine-digit routing number; its last digit must be the check digit of the first eight.", Remedies.Corrected);
        _header = new(destination, record.Text(FileHeaderRecord.Origin), record.Date(FileHeaderRecord.CreationDate)!.Value, record.Time(FileHeaderRecord.CreationTime),
            (char)record.Of(FileHeaderRecord.Modifier)[0], record.Text(FileHeaderRecord.DestinationName), record.Text(FileHeaderRecord.OriginName), record.Text(FileHeaderRecord.Reference));
    }

    // A header with one blank too few or too many fails in every field after it: say that once instead of field by field.
    private bool Shifted(RecordView record)
    {
        var marks = FileHeaderRecord.RecordSize.Value + FileHeaderRecord.BlockingFactor.Value + FileHeaderRecord.Format.Value;
        var column = Encoding.Latin1.GetString(record.Bytes).IndexOf(marks, StringComparison.Ordinal) + 1;
        var expected = FileHeaderRecord.RecordSize.Start;
        if (column == expected || column is < 24 or > 44) return false;
        var count = Math.Abs(column - expected);
        faults.Add(new("N-SHIFT", record.Line, column, record.Offset + column - 1, FileHeaderRecord.RecordSize.Name, marks,
            $"This must begin at column {expected}: {count} {(count == 1 ? "character is" : "characters are")} {(column < expected ? "missing" : "too many")} before it.", Remedies.Corrected));
        return true;
    }

    private void BatchHeader(RecordView record)
    {
        CloseOpenBatch(record);
        _batchesSeen++;
        _batch = new(record, faults);
        if (_batch.Number is not { } number) return;
        if (!RecordView.AllBlankOrZero(record.Of(BatchHeaderRecord.EffectiveDate)) && record.Date(BatchHeaderRecord.EffectiveDate) is null)
            _undated.Add($"The effective date of the batch on line {record.Line} is no date and counts as left out.");
        if (number <= _lastBatchNumber) faults.Add(record, BatchHeaderRecord.BatchNumber, "N-BATCHORDER", $"Batch numbers must ascend; the batch before has {_lastBatchNumber}.", Remedies.Corrected);
        _lastBatchNumber = number;
    }

    private void Entry(RecordView record)
    {
        if (_batch is null) OutOfPlace(record, "An entry must stand in a batch.");
        else _batch.Entry(record);
    }

    private void Addenda(RecordView record)
    {
        if (_batch is null || !_batch.HasEntry) OutOfPlace(record, "An addenda record must follow its entry.");
        else _batch.Addenda(record);
    }

    private void BatchControl(RecordView record)
    {
        if (_batch is null)
        {
            OutOfPlace(record, "A batch control must close a batch.");
            return;
        }

        _batch.Close(record);
        _totals += _batch.Totals;
        _totalsUnsure |= _batch.Spoiled;
        _batch = null;
    }

    private void FileControl(RecordView record)
    {
        CloseOpenBatch(record);
        _controlSeen = true;
        if (!FileControlRecord.Layout.Check(record, faults)) return;
        (_blocksDeclared, _controlLine, _controlOffset) = (record.Number(FileControlRecord.Blocks), record.Line, record.Offset);
        Expect(record, FileControlRecord.Batches, "N-BATCHCOUNT", _batchesSeen);
        if (_totalsUnsure) return;
        Expect(record, FileControlRecord.Count, "N-COUNT", _totals.Count);
        Expect(record, FileControlRecord.EntryHash, "N-HASH", _totals.EntryHash);
        Expect(record, FileControlRecord.Debits, "N-DEBITS", _totals.Debits.Cents, $" ({_totals.Debits})");
        Expect(record, FileControlRecord.Credits, "N-CREDITS", _totals.Credits.Cents, $" ({_totals.Credits})");
    }

    // The filler may be missing, and some senders count blocks that hold nothing but filler: both counts are right.
    private void CheckBlocks()
    {
        long least = Blocks(_records), most = Blocks(_records + _fillers);
        if (_blocksDeclared < 0 || _blocksDeclared == least || _blocksDeclared == most) return;
        var field = FileControlRecord.Blocks;
        faults.Add(new("N-BLOCKS", _controlLine, field.Start, _controlOffset + field.Start - 1, field.Name, Remedies.Figure(_blocksDeclared, field.Length),
            $"Counted {Remedies.Figure(least, field.Length)} blocks of {NachaLayouts.RecordsPerBlock} records.", Remedies.Totals));
    }

    private static long Blocks(long records) => (records + NachaLayouts.RecordsPerBlock - 1) / NachaLayouts.RecordsPerBlock;

    private void Expect(RecordView record, FieldLayout field, string code, long expected, string words = "")
    {
        if (record.Number(field) != expected) faults.Add(record, field, code, $"Counted {Remedies.Figure(expected, field.Length)}{words}.", Remedies.Totals);
    }

    private void CloseOpenBatch(RecordView record)
    {
        if (!_headerSeen) OutOfPlace(record, "The file header, record type 1, must come first.");
        if (_batch is null) return;
        faults.Add(record, "N-NOBATCHCONTROL", record.First.ToString(), $"The batch that begins on line {_batch.Line} has no batch control.", Remedies.Corrected);
        _totalsUnsure = true;
        _batch = null;
    }

    private void AfterControl(RecordView record) =>
        faults.Add(record, "N-AFTER", record.First.ToString(), record.First == '9' ? "A second file control." : "Something follows the file control.", Remedies.Corrected);

    private void OutOfPlace(RecordView record, string reason)
    {
        faults.Add(record, "N-ORDER", record.First.ToString(), reason, Remedies.Corrected);
        _totalsUnsure = true;
    }

    private void TooLong(RecordView record) =>
        faults.Add(new("N-LENGTH", record.Line, NachaLayouts.RecordLength + 1, record.Offset + NachaLayouts.RecordLength, "", $"{cursor.Size} characters",
            $"A record has {NachaLayouts.RecordLength} characters.", Remedies.Corrected));

    /// <summary>A record of nothing but nines, also right-trimmed or cut off.</summary>
    private static bool IsFiller(RecordView record) => record.Bytes.TrimEnd((byte)' ').IndexOfAnyExcept((byte)'9') < 0;
}
