using static Alimenta.Formats.FieldLayout;

namespace Alimenta.Formats.Nacha;

/// <summary>Record 1: who sends the file to whom, and when it was made.</summary>
public static class FileHeaderRecord
{
    /// <summary>1.</summary>
    public static readonly FieldLayout Type = Literal("Record type", 1, "1", "File header.");

    /// <summary>01.</summary>
    public static readonly FieldLayout Priority = Literal("Priority code", 2, "01", "The only priority there is.");

    /// <summary>The receiving point.</summary>
    public static readonly FieldLayout Destination = Text("Immediate destination", 4, 10, "A blank (or 0) and the nine-digit routing number of the receiving point.", Presence.Mandatory);

    /// <summary>The sending point.</summary>
    public static readonly FieldLayout Origin = Text("Immediate origin", 14, 10, "A blank and a routing number, or the ten characters agreed with the bank (often 1 and an EIN).", Presence.Mandatory);

    /// <summary>The day on which the file was made.</summary>
    public static readonly FieldLayout CreationDate = Date("File creation date", 24, "The day on which the file was made.", Presence.Mandatory);

    /// <summary>The time at which the file was made.</summary>
    public static readonly FieldLayout CreationTime = new("File creation time", 30, 4, Picture.Time, Presence.Optional, "The time at which the file was made.");

    /// <summary>Tells apart the files of one day.</summary>
    public static readonly FieldLayout Modifier = Text("File ID modifier", 34, 1, "A to Z, then 0 to 9: tells apart the files of one day.", Presence.Mandatory);

    /// <summary>094.</summary>
    public static readonly FieldLayout RecordSize = Literal("Record size", 35, "094", "Characters in a record.");

    /// <summary>10.</summary>
    public static readonly FieldLayout BlockingFactor = Literal("Blocking factor", 38, "10", "Records in a block.");

    /// <summary>1.</summary>
    public static readonly FieldLayout Format = Literal("Format code", 40, "1", "The only format there is.");

    /// <summary>The name of the receiving point.</summary>
    public static readonly FieldLayout DestinationName = Text("Immediate destination name", 41, 23, "The name of the receiving point.");

    /// <summary>The name of the sending point.</summary>
    public static readonly FieldLayout OriginName = Text("Immediate origin name", 64, 23, "The name of the sending point.");

    /// <summary>Free for the sender.</summary>
    public static readonly FieldLayout Reference = Text("Reference code", 87, 8, "Free for the sender.");

    /// <summary>The whole record.</summary>
    public static readonly RecordLayout Layout = new("Record 1: file header", NachaLayouts.RecordCitation, NachaLayouts.RecordLength,
        Type, Priority, Destination, Origin, CreationDate, CreationTime, Modifier, RecordSize, BlockingFactor, Format, DestinationName, OriginName, Reference);
}
