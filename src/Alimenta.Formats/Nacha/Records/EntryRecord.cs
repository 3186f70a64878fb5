using static Alimenta.Formats.FieldLayout;

namespace Alimenta.Formats.Nacha;

/// <summary>Record 6: one movement of money to or from one account.</summary>
public static class EntryRecord
{
    /// <summary>6.</summary>
    public static readonly FieldLayout Type = Literal("Record type", 1, "6", "Entry detail.");

    /// <summary>Which kind of account, and credit or debit.</summary>
    public static readonly FieldLayout TransactionCode = Number("Transaction code", 2, 2, "Kind of account and of movement: see the table of codes.");

    /// <summary>The receiver's bank.</summary>
    public static readonly FieldLayout ReceivingDfi = Number("Receiving DFI identification", 4, 8, "The first eight digits of the routing number of the receiver's bank; summed for the entry hash.");

    /// <summary>The ninth digit.</summary>
    public static readonly FieldLayout CheckDigit = Number("Check digit", 12, 1, "The ninth digit of the routing number.");

    /// <summary>The receiver's account.</summary>
    public static readonly FieldLayout Account = Text("DFI account number", 13, 17, "The receiver's account, left-justified.", Presence.Expected, sensitive: true);

    /// <summary>The money.</summary>
    public static readonly FieldLayout Amount = Number("Amount", 30, 10, "Cents; zero for a prenote and a zero-dollar entry.");

    /// <summary>The receiver's number with the originator.</summary>
    public static readonly FieldLayout Id = Text("Identification number", 40, 15, "A number of the originator's choice. In our payments the payment number, never a Social Security number.", sensitive: true);

    /// <summary>The receiver's name.</summary>
    public static readonly FieldLayout Name = Text("Receiver name", 55, 22, "The name of the receiver.");

    /// <summary>Free.</summary>
    public static readonly FieldLayout DiscretionaryData = Text("Discretionary data", 77, 2, "Free for the originator's bank.");

    /// <summary>Whether addenda follow.</summary>
    public static readonly FieldLayout AddendaIndicator = Number("Addenda record indicator", 79, 1, "0 when no addenda follow, 1 when one or more do.");

    /// <summary>The entry's number.</summary>
    public static readonly FieldLayout Trace = Number("Trace number", 80, 15, "The originating bank's eight digits and a sequence of seven, ascending in the batch.");

    /// <summary>The whole record.</summary>
    public static readonly RecordLayout Layout = new("Record 6: entry detail (PPD, CCD, COR and others)", NachaLayouts.RecordCitation, NachaLayouts.RecordLength,
        Type, TransactionCode, ReceivingDfi, CheckDigit, Account, Amount, Id, Name, DiscretionaryData, AddendaIndicator, Trace);
}

/// <summary>Record 6 in a CTX batch: positions 55 to 76 count the addenda and leave less room for the name.</summary>
public static class CtxEntryRecord
{
    /// <summary>How many addenda follow.</summary>
    public static readonly FieldLayout AddendaCount = Number("Number of addenda records", 55, 4, "How many addenda follow.");

    /// <summary>The receiver's name.</summary>
    public static readonly FieldLayout Name = Text("Receiving company name", 59, 16, "The name of the receiver.");

    /// <summary>The whole record.</summary>
    public static readonly RecordLayout Layout = new("Record 6: entry detail (CTX)", NachaLayouts.RecordCitation, NachaLayouts.RecordLength,
        EntryRecord.Type, EntryRecord.TransactionCode, EntryRecord.ReceivingDfi, EntryRecord.CheckDigit, EntryRecord.Account, EntryRecord.Amount, EntryRecord.Id,
        AddendaCount, Name, Reserved(75, 2), EntryRecord.DiscretionaryData, EntryRecord.AddendaIndicator, EntryRecord.Trace);
}

/// <summary>Record 6 in an IAT (international) batch. We read its amount and count it; its addenda are not read.</summary>
public static class IatEntryRecord
{
    /// <summary>How many addenda follow.</summary>
    public static readonly FieldLayout AddendaCount = Number("Number of addenda records", 13, 4, "How many addenda follow.", Presence.Expected);

    /// <summary>The receiver's account.</summary>
    public static readonly FieldLayout Account = Text("Foreign receiver's account", 40, 35, "The receiver's account.", sensitive: true);

    /// <summary>The whole record.</summary>
    public static readonly RecordLayout Layout = new("Record 6: entry detail (IAT)", "General knowledge of the ACH rules; checked against one public sample file.", NachaLayouts.RecordLength,
        EntryRecord.Type, EntryRecord.TransactionCode, EntryRecord.ReceivingDfi, EntryRecord.CheckDigit, AddendaCount, Reserved(17, 13), EntryRecord.Amount, Account,
        Reserved(75, 2), Text("OFAC screening indicators", 77, 2, "Screening results of the gateway and a second screener."), EntryRecord.AddendaIndicator, EntryRecord.Trace);
}
