namespace Alimenta.Formats.Nacha;

/// <summary>Checks one entry and the addenda that follow it.</summary>
internal sealed class EntryChecker
{
    private readonly FaultList _faults;
    private readonly long _line;
    private readonly long _offset;
    private readonly string _entryClass;
    private readonly long _declared;
    private readonly bool _indicated;
    private long _addenda;
    private bool _answers;

    /// <summary>An entry that cannot be read.</summary>
    public EntryChecker(FaultList faults) => (_faults, _entryClass) = (faults, "");

    public EntryChecker(RecordView record, NachaBatchHeader? header, FaultList faults)
    {
        (_faults, _line, _offset, _entryClass) = (faults, record.Line, record.Offset, header?.EntryClass ?? "");
        var layout = _entryClass switch { "CTX" => CtxEntryRecord.Layout, "IAT" => IatEntryRecord.Layout, _ => EntryRecord.Layout };
        if (!layout.Check(record, faults)) return;

        ReceivingDfi = record.Number(EntryRecord.ReceivingDfi);
        Amount = new(record.Number(EntryRecord.Amount));
        Trace = record.Number(EntryRecord.Trace);
        var bank = record.Raw(EntryRecord.ReceivingDfi);
        if (AbaRouting.CheckDigit(bank) != (char)record.Of(EntryRecord.CheckDigit)[0])
            faults.Add(record, EntryRecord.CheckDigit, "N-ROUTING", $"The check digit of {bank} is {AbaRouting.CheckDigit(bank)}.", Remedies.Corrected);
        var indicator = record.Number(EntryRecord.AddendaIndicator);
        if (indicator > 1) faults.Add(record, EntryRecord.AddendaIndicator, "N-INDICATOR", "Expected 0 or 1.", Remedies.Corrected);
        _indicated = indicator == 1;
        _declared = _entryClass == "CTX" ? record.Number(CtxEntryRecord.AddendaCount) : -1;

        if (!TransactionCode.TryFind(record.Number(EntryRecord.TransactionCode), out var code))
        {
            faults.Add(record, EntryRecord.TransactionCode, "N-TRANSACTION", "No such transaction code, so nobody can tell a credit from a debit.", Remedies.Corrected);
            return;
        }

        Code = code;
        Sound = true;
        if (code.Purpose is EntryPurpose.Prenote or EntryPurpose.ZeroDollar && !Amount.IsZero)
            faults.Add(record, EntryRecord.Amount, "N-ZERO", $"An entry with transaction code {code} moves no money.", Remedies.Corrected);
        if (header?.ServiceClass is 220 && !code.IsCredit || header?.ServiceClass is 225 && code.IsCredit)
            faults.Add(record, EntryRecord.TransactionCode, "N-DIRECTION", $"The batch has service class {header.ServiceClass}: {(code.IsCredit ? "debits" : "credits")} only.", Remedies.Corrected);
    }

    /// <summary>Whether it can be counted in the totals.</summary>
    public bool Sound { get; }

    /// <summary>The eight digits that count in the entry hash.</summary>
    public long ReceivingDfi { get; }

    /// <summary>The money.</summary>
    public Money Amount { get; }

    /// <summary>The trace number.</summary>
    public long Trace { get; }

    /// <summary>What is moved.</summary>
    public TransactionCode Code { get; }

    /// <summary>Checks a record 7.</summary>
    public void Addenda(RecordView record)
    {
        _addenda++;
        switch (record.Raw(PaymentAddendaRecord.AddendaType))
        {
            case "05" when PaymentAddendaRecord.Layout.Check(record, _faults) && Sound:
                if (record.Number(PaymentAddendaRecord.Sequence) != _addenda)
                    _faults.Add(record, PaymentAddendaRecord.Sequence, "N-ADDENDAORDER", $"Expected {Remedies.Figure(_addenda, 4)}.", Remedies.Totals);
                if (record.Number(PaymentAddendaRecord.EntrySequence) != Trace % 10_000_000)
                    _faults.Add(record, PaymentAddendaRecord.EntrySequence, "N-ADDENDAENTRY", $"Expected {Remedies.Figure(Trace % 10_000_000, 7)}, the end of the trace number on line {_line}.", Remedies.Totals);
                break;
            case "98":
                _answers |= ChangeAddendaRecord.Layout.Check(record, _faults);
                break;
            case "99":
                _answers |= ReturnAddendaRecord.Layout.Check(record, _faults);
                break;
            case "05" or "02" or "10" or "11" or "12" or "13" or "14" or "15" or "16" or "17" or "18":
                break;
            default:
                _faults.Add(record, PaymentAddendaRecord.AddendaType, "N-ADDENDATYPE", "No addenda type of an ACH file.", Remedies.Corrected);
                break;
        }
    }

    /// <summary>Checks that the addenda are as many as the entry says.</summary>
    public void Finish()
    {
        if (!Sound) return;
        if (_indicated != _addenda > 0)
            Fault(EntryRecord.AddendaIndicator, "N-INDICATOR", _indicated ? "1" : "0", _indicated ? "The entry announces addenda, and none follows." : "Addenda follow that the entry does not announce.");

        // A return of a CTX entry has one addenda record (99) of its own, whatever the entry that it sends back had.
        if (_declared >= 0 && !_answers && _declared != _addenda)
            Fault(CtxEntryRecord.AddendaCount, "N-ADDENDACOUNT", Remedies.Figure(_declared, 4), $"{_addenda} addenda records follow.");
    }

    private void Fault(FieldLayout field, string code, string found, string reason) =>
        _faults.Add(new(code, _line, field.Start, _offset + field.Start - 1, field.Name, found, reason, Remedies.Totals));
}
