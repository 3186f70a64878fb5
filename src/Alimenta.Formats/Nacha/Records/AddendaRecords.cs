using static Alimenta.Formats.FieldLayout;

namespace Alimenta.Formats.Nacha;

/// <summary>Record 7, type 05: payment related information, such as a child support segment (DED) or a slice of an X12 820.</summary>
public static class PaymentAddendaRecord
{
    /// <summary>7.</summary>
    public static readonly FieldLayout Type = Literal("Record type", 1, "7", "Addenda.");

    /// <summary>05.</summary>
    public static readonly FieldLayout AddendaType = Literal("Addenda type code", 2, "05", "Payment related information.");

    /// <summary>The information.</summary>
    public static readonly FieldLayout Information = Text("Payment related information", 4, 80, "CCD: one child support segment (DED). CTX: 80 characters of an X12 820, cut anywhere.", sensitive: true);

    /// <summary>1 upward within the entry.</summary>
    public static readonly FieldLayout Sequence = Number("Addenda sequence number", 84, 4, "1 upward within the entry.");

    /// <summary>The entry to which it belongs.</summary>
    public static readonly FieldLayout EntrySequence = Number("Entry detail sequence number", 88, 7, "The last seven digits of the entry's trace number.");

    /// <summary>The whole record.</summary>
    public static readonly RecordLayout Layout = new("Record 7: addenda 05 (payment information)", NachaLayouts.RecordCitation, NachaLayouts.RecordLength,
        Type, AddendaType, Information, Sequence, EntrySequence);
}

/// <summary>Record 7, type 98: a notification of change.</summary>
public static class ChangeAddendaRecord
{
    /// <summary>98.</summary>
    public static readonly FieldLayout AddendaType = Literal("Addenda type code", 2, "98", "Notification of change.");

    /// <summary>What changed.</summary>
    public static readonly FieldLayout ChangeCode = Text("Change code", 4, 3, "What changed: see the table of codes.", Presence.Mandatory);

    /// <summary>The entry that it answers.</summary>
    public static readonly FieldLayout OriginalTrace = Number("Original entry trace number", 7, 15, "The trace number of the entry that it answers.");

    /// <summary>The bank that received the entry.</summary>
    public static readonly FieldLayout OriginalDfi = Text("Original receiving DFI", 28, 8, "The first eight digits of the routing number of the bank that received the entry.");

    /// <summary>The right data.</summary>
    public static readonly FieldLayout CorrectedData = Text("Corrected data", 36, 29, "The right data, laid out as the change code says.", sensitive: true);

    /// <summary>The number of this notice.</summary>
    public static readonly FieldLayout Trace = Number("Trace number", 80, 15, "The number of this notice.");

    /// <summary>The whole record.</summary>
    public static readonly RecordLayout Layout = new("Record 7: addenda 98 (notification of change)", NachaLayouts.RecordCitation, NachaLayouts.RecordLength,
        PaymentAddendaRecord.Type, AddendaType, ChangeCode, OriginalTrace, Reserved(22, 6), OriginalDfi, CorrectedData, Reserved(65, 15), Trace);
}

/// <summary>Record 7, type 99: a return.</summary>
public static class ReturnAddendaRecord
{
    /// <summary>99.</summary>
    public static readonly FieldLayout AddendaType = Literal("Addenda type code", 2, "99", "Return.");

    /// <summary>Why it came back.</summary>
    public static readonly FieldLayout ReasonCode = Text("Return reason code", 4, 3, "Why it came back: see the table of codes.", Presence.Mandatory);

    /// <summary>The entry that came back.</summary>
    public static readonly FieldLayout OriginalTrace = Number("Original entry trace number", 7, 15, "The trace number of the entry that came back.");

    /// <summary>When the receiver died.</summary>
    public static readonly FieldLayout DateOfDeath = Text("Date of death", 22, 6, "YYMMDD with R14 and R15; looked at only when it is a date.");

    /// <summary>The bank that received the entry.</summary>
    public static readonly FieldLayout OriginalDfi = Text("Original receiving DFI", 28, 8, "The first eight digits of the routing number of the bank that received the entry.");

    /// <summary>Words of the bank.</summary>
    public static readonly FieldLayout Information = Text("Addenda information", 36, 44, "Words of the returning bank.", sensitive: true);

    /// <summary>The number of the return.</summary>
    public static readonly FieldLayout Trace = Number("Trace number", 80, 15, "The number of the return.");

    /// <summary>The whole record.</summary>
    public static readonly RecordLayout Layout = new("Record 7: addenda 99 (return)", NachaLayouts.RecordCitation, NachaLayouts.RecordLength,
        PaymentAddendaRecord.Type, AddendaType, ReasonCode, OriginalTrace, DateOfDeath, OriginalDfi, Information, Trace);
}
