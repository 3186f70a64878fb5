namespace Alimenta.Formats.Nacha;

/// <summary>Either a file or the reasons why it is refused as a whole.</summary>
public sealed class NachaReadResult
{
    internal NachaReadResult(NachaFile? file, FaultList faults, IReadOnlyList<string> remarks) =>
        (File, Faults, MoreFaults, Remarks) = (faults.None ? file : null, faults.Faults, faults.Dropped, remarks);

    /// <summary>The file; null when it is refused.</summary>
    public NachaFile? File { get; }

    /// <summary>Why it is refused; empty when it is not. At most <see cref="FaultList.Limit"/>.</summary>
    public IReadOnlyList<FileFault> Faults { get; }

    /// <summary>How many faults were found beyond those listed. Reading stops when the list is full, so there may be more still.</summary>
    public long MoreFaults { get; }

    /// <summary>What was unusual and harmless, such as right-trimmed lines; a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; }
}
