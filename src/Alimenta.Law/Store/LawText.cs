namespace Alimenta.Law;

/// <summary>One file of the law tree, as it was handed in. Who reads files from a disk is not this project's business.</summary>
/// <param name="Path">Its path below the tree's root with forward slashes, such as us/offset/certification-threshold-assigned.jsonc.</param>
/// <param name="Text">Its whole text.</param>
public sealed record LawText(string Path, string Text);

/// <summary>Something wrong in a file of the law tree: where, what, and how to mend it.</summary>
/// <param name="File">The path of the file below the tree's root.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in characters, counted from 1.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record LawFault(string File, int Line, int Column, string Reason, string Remedy)
{
    /// <summary>The fault as one line: law/us/x.jsonc:3:5  reason remedy.</summary>
    public override string ToString() => $"law/{File}:{Line}:{Column}  {Reason} {Remedy}";
}

/// <summary>The law tree does not load. Nothing of it may be used; the message lists every fault.</summary>
/// <param name="faults">All faults found, by file and place.</param>
public sealed class LawFaultsException(IReadOnlyList<LawFault> faults)
    : Exception($"The law tree has {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}:\n{string.Join('\n', faults)}")
{
    /// <summary>All faults found, by file and place.</summary>
    public IReadOnlyList<LawFault> Faults { get; } = faults;
}
