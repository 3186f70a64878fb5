using static Alimenta.Formats.FieldLayout;

namespace Alimenta.Formats.Nacha;

/// <summary>Record 8: the control totals of a batch.</summary>
public static class BatchControlRecord
{
    /// <summary>8.</summary>
    public static readonly FieldLayout Type = Literal("Record type", 1, "8", "Batch control.");

    /// <summary>As in the header.</summary>
    public static readonly FieldLayout ServiceClass = Number("Service class code", 2, 3, "As in the batch header.");

    /// <summary>Records 6 and 7.</summary>
    public static readonly FieldLayout Count = Number("Entry and addenda count", 5, 6, "How many records 6 and 7 the batch has.");

    /// <summary>Sum of the receiving banks.</summary>
    public static readonly FieldLayout EntryHash = Number("Entry hash", 11, 10, "Sum of the eight-digit receiving DFI of every record 6; its last ten digits.");

    /// <summary>Sum of debits.</summary>
    public static readonly FieldLayout Debits = Number("Total debits", 21, 12, "Cents.");

    /// <summary>Sum of credits.</summary>
    public static readonly FieldLayout Credits = Number("Total credits", 33, 12, "Cents.");

    /// <summary>As in the header.</summary>
    public static readonly FieldLayout CompanyId = Text("Company identification", 45, 10, "As in the batch header.", Presence.Expected);

    /// <summary>Not used by us.</summary>
    public static readonly FieldLayout Authentication = Text("Message authentication code", 55, 19, "Not used by us.");

    /// <summary>As in the header.</summary>
    public static readonly FieldLayout OriginatingDfi = Number("Originating DFI identification", 80, 8, "As in the batch header.");

    /// <summary>As in the header.</summary>
    public static readonly FieldLayout BatchNumber = Number("Batch number", 88, 7, "As in the batch header.");

    /// <summary>The whole record.</summary>
    public static readonly RecordLayout Layout = new("Record 8: batch control", NachaLayouts.RecordCitation, NachaLayouts.RecordLength,
        Type, ServiceClass, Count, EntryHash, Debits, Credits, CompanyId, Authentication, Reserved(74, 6), OriginatingDfi, BatchNumber);
}

/// <summary>Record 9: the control totals of the file. Records of nothing but nines after it fill up the last block.</summary>
public static class FileControlRecord
{
    /// <summary>9.</summary>
    public static readonly FieldLayout Type = Literal("Record type", 1, "9", "File control.");

    /// <summary>Batches.</summary>
    public static readonly FieldLayout Batches = Number("Batch count", 2, 6, "How many batches the file has.");

    /// <summary>Blocks.</summary>
    public static readonly FieldLayout Blocks = Number("Block count", 8, 6, "How many blocks of ten records the file has, the filled-up one included.");

    /// <summary>Records 6 and 7.</summary>
    public static readonly FieldLayout Count = Number("Entry and addenda count", 14, 8, "How many records 6 and 7 the file has.");

    /// <summary>Sum of the batch hashes.</summary>
    public static readonly FieldLayout EntryHash = Number("Entry hash", 22, 10, "Sum of the entry hashes of the batches; its last ten digits.");

    /// <summary>Sum of debits.</summary>
    public static readonly FieldLayout Debits = Number("Total debits", 32, 12, "Cents.");

    /// <summary>Sum of credits.</summary>
    public static readonly FieldLayout Credits = Number("Total credits", 44, 12, "Cents.");

    /// <summary>The whole record.</summary>
    public static readonly RecordLayout Layout = new("Record 9: file control", NachaLayouts.RecordCitation, NachaLayouts.RecordLength,
        Type, Batches, Blocks, Count, EntryHash, Debits, Credits, Reserved(56, 39));
}
