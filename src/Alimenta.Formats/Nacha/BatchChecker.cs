using System.Collections.Frozen;

namespace Alimenta.Formats.Nacha;

/// <summary>Checks one batch: its entries in order, their addenda, and the totals in its control.</summary>
internal sealed class BatchChecker
{
    private static readonly FrozenSet<string> EntryClasses = FrozenSet.Create(
        "ACK", "ARC", "ATX", "BOC", "CCD", "CIE", "COR", "CTX", "DNE", "ENR", "IAT", "MTE", "POP", "POS", "PPD", "RCK", "SHR", "TEL", "TRC", "TRX", "WEB", "XCK");

    private readonly FaultList _faults;
    private readonly NachaBatchHeader? _header;
    private EntryChecker? _entry;
    private long _lastTrace = -1;

    public BatchChecker(RecordView record, FaultList faults)
    {
        (_faults, Line) = (faults, record.Line);
        if (BatchHeaderRecord.Layout.Check(record, faults)) _header = Header(record);
        Spoiled = _header is null;
    }

    private BatchChecker(long line, FaultList faults) => (_faults, Line, Spoiled) = (faults, line, true);

    /// <summary>A batch whose header cannot be read.</summary>
    public static BatchChecker Unread(long line, FaultList faults) => new(line, faults);

    /// <summary>The line of its header.</summary>
    public long Line { get; }

    /// <summary>Its number; null when the header is faulty.</summary>
    public int? Number => _header?.Number;

    /// <summary>Whether a fault makes its totals unsure.</summary>
    public bool Spoiled { get; private set; }

    /// <summary>Its totals as counted.</summary>
    public ControlTotals Totals { get; private set; }

    /// <summary>Whether an entry has begun.</summary>
    public bool HasEntry => _entry is not null;

    /// <summary>Notes that a record of the batch could not be read.</summary>
    public void Spoil() => Spoiled = true;

    /// <summary>Begins an entry whose record 6 cannot be read.</summary>
    public void UnreadEntry()
    {
        _entry?.Finish();
        _entry = new(_faults);
        Spoiled = true;
    }

    /// <summary>Checks a record 6.</summary>
    public void Entry(RecordView record)
    {
        _entry?.Finish();
        _entry = new(record, _header, _faults);
        if (_entry.Sound)
        {
            Totals = Totals.WithEntry(_entry.ReceivingDfi, _entry.Amount, _entry.Code.IsCredit);
            Order(record, _entry.Trace);
        }
        else
        {
            Spoiled = true;
        }
    }

    /// <summary>Checks a record 7.</summary>
    public void Addenda(RecordView record)
    {
        Totals = Totals.WithAddenda();
        _entry!.Addenda(record);
    }

    /// <summary>Checks a record 8.</summary>
    public void Close(RecordView record)
    {
        _entry?.Finish();
        if (!BatchControlRecord.Layout.Check(record, _faults)) Spoiled = true;
        else if (_header is not null) Compare(record, _header);
    }

    private void Compare(RecordView record, NachaBatchHeader header)
    {
        Same(record, BatchControlRecord.ServiceClass, "N-SERVICECLASS", record.Number(BatchControlRecord.ServiceClass) == header.ServiceClass, $"{header.ServiceClass}");
        Same(record, BatchControlRecord.CompanyId, "N-COMPANY", record.Text(BatchControlRecord.CompanyId).Equals(header.CompanyId, StringComparison.OrdinalIgnoreCase), header.CompanyId);
        Same(record, BatchControlRecord.OriginatingDfi, "N-ODFI", record.Text(BatchControlRecord.OriginatingDfi) == header.OriginatingDfi, header.OriginatingDfi);
        Same(record, BatchControlRecord.BatchNumber, "N-BATCHNUMBER", record.Number(BatchControlRecord.BatchNumber) == header.Number, Remedies.Figure(header.Number, 7));
        if (Spoiled) return;
        Expect(record, BatchControlRecord.Count, "N-COUNT", Totals.Count);
        Expect(record, BatchControlRecord.EntryHash, "N-HASH", Totals.EntryHash);
        Expect(record, BatchControlRecord.Debits, "N-DEBITS", Totals.Debits.Cents, $" ({Totals.Debits})");
        Expect(record, BatchControlRecord.Credits, "N-CREDITS", Totals.Credits.Cents, $" ({Totals.Credits})");
    }

    private void Same(RecordView record, FieldLayout field, string code, bool same, string inHeader)
    {
        if (!same) _faults.Add(record, field, code, $"The batch header on line {Line} has {Masked.Printable(inHeader)}.", Remedies.Corrected);
    }

    private void Expect(RecordView record, FieldLayout field, string code, long expected, string words = "")
    {
        if (record.Number(field) != expected) _faults.Add(record, field, code, $"Counted {Remedies.Figure(expected, field.Length)}{words} in the batch.", Remedies.Totals);
    }

    private void Order(RecordView record, long trace)
    {
        if (trace <= _lastTrace) _faults.Add(record, EntryRecord.Trace, "N-TRACEORDER", "Trace numbers must ascend in a batch.", Remedies.Corrected);
        _lastTrace = trace;
    }

    private NachaBatchHeader? Header(RecordView record)
    {
        var serviceClass = (int)record.Number(BatchHeaderRecord.ServiceClass);
        if (serviceClass is not (200 or 220 or 225))
        {
            _faults.Add(record, BatchHeaderRecord.ServiceClass, "N-SERVICECLASS", serviceClass == 280
                ? "Automated accounting advices (280) carry no payments and are not read."
                : "Expected 200, 220 or 225.", Remedies.Corrected);
            return null;
        }

        if (!EntryClasses.Contains(record.Text(BatchHeaderRecord.EntryClass).ToUpperInvariant()))
        {
            _faults.Add(record, BatchHeaderRecord.EntryClass, "N-CLASS", "No such standard entry class; columns may have shifted.", Remedies.Corrected);
            return null;
        }

        return NachaBatchHeader.Read(record);
    }
}
