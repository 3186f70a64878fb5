namespace Alimenta.Formats.Nacha;

/// <summary>All records of an ACH file.</summary>
public static class NachaLayouts
{
    /// <summary>Every record has 94 characters.</summary>
    public const int RecordLength = 94;

    /// <summary>A block has ten records.</summary>
    public const int RecordsPerBlock = 10;

    internal const string RecordCitation = "Nacha Operating Rules, appendix 3 (record formats); positions as in github.com/moov-io/ach, commit c6bd2372.";

    /// <summary>The layouts in the order in which they stand in a file.</summary>
    public static IReadOnlyList<RecordLayout> All { get; } =
    [
        FileHeaderRecord.Layout, BatchHeaderRecord.Layout, EntryRecord.Layout, CtxEntryRecord.Layout, IatEntryRecord.Layout,
        PaymentAddendaRecord.Layout, ChangeAddendaRecord.Layout, ReturnAddendaRecord.Layout, BatchControlRecord.Layout, FileControlRecord.Layout,
    ];
}
