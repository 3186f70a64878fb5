namespace Alimenta.Formats.Nacha;

/// <summary>A file as written.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Totals">Its control totals.</param>
/// <param name="Key">What makes it the same file.</param>
/// <param name="ContentKey">SHA-256 over its records, as <see cref="NachaFile.ContentKey"/>.</param>
/// <param name="Traces">The trace number of each entry, in order.</param>
/// <param name="NextSequence">Where the next file goes on, 1 to 10,000,000; the last means that a new series must begin.</param>
/// <param name="Losses">Text that could not be written as it is.</param>
public sealed record WrittenFile(ReadOnlyMemory<byte> Bytes, ControlTotals Totals, FileKey Key, string ContentKey, IReadOnlyList<string> Traces, long NextSequence, IReadOnlyList<TextLoss> Losses);
