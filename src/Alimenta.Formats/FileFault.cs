using System.Globalization;

namespace Alimenta.Formats;

/// <summary>One reason why a file is refused: what, where, why and what to do.</summary>
/// <param name="Code">A stable code such as N-HASH.</param>
/// <param name="Line">The line, counted from 1; the number of the record in a file without line breaks; 0 for the file as a whole.</param>
/// <param name="Column">The first position at fault in the line, counted from 1; 0 for the line as a whole.</param>
/// <param name="Offset">The place of the fault in bytes from the beginning of the file, counted from 0.</param>
/// <param name="Field">The field's name in the words of the format; empty for the line as a whole.</param>
/// <param name="Found">What stands there; only the last four characters where it may be an account or a Social Security number.</param>
/// <param name="Reason">What was expected, or why this cannot be.</param>
/// <param name="Remedy">What to do next.</param>
public sealed record FileFault(string Code, long Line, int Column, long Offset, string Field, string Found, string Reason, string Remedy)
{
    /// <summary>Where it is, in words: line 3, column 30 (Amount). Empty for the file as a whole.</summary>
    public string Where
    {
        get
        {
            if (Line == 0) return "";
            var name = Field.Length == 0 ? "" : $" ({Field})";
            return Column == 0
                ? string.Create(CultureInfo.InvariantCulture, $"line {Line}{name}")
                : string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}{name}");
        }
    }

    /// <summary>The whole message on one line.</summary>
    public override string ToString() => $"{Code}  {(Line == 0 ? "" : $"At {Where}{(Found.Length == 0 ? "" : $": found '{Found}'")}. ")}{Reason} {Remedy}";
}

/// <summary>The faults of a file, at most <see cref="Limit"/> of them.</summary>
public sealed class FaultList
{
    private readonly List<FileFault> _faults = [];

    /// <summary>How many faults are kept. More help nobody, and a file of noise must not fill the memory.</summary>
    public const int Limit = 100;

    /// <summary>The faults in the order in which they were found.</summary>
    public IReadOnlyList<FileFault> Faults => _faults;

    /// <summary>How many faults were found beyond those kept.</summary>
    public long Dropped { get; private set; }

    /// <summary>Whether there is none.</summary>
    public bool None => _faults.Count == 0;

    /// <summary>Whether no more are kept, so that reading may stop.</summary>
    public bool Full => _faults.Count >= Limit;

    /// <summary>Adds a fault.</summary>
    public void Add(FileFault fault)
    {
        if (Full) Dropped++;
        else _faults.Add(fault);
    }

    /// <summary>Adds a fault of a field; what stands in a sensitive field is masked.</summary>
    public void Add(RecordView record, FieldLayout field, string code, string reason, string remedy) =>
        Add(new(code, record.Line, field.Start, record.Offset + field.Start - 1, field.Name, field.Sensitive ? Masked.Ending(record.Text(field)) : Masked.Printable(record.Raw(field)), reason, remedy));

    /// <summary>Adds a fault of a whole record.</summary>
    public void Add(RecordView record, string code, string found, string reason, string remedy) =>
        Add(new(code, record.Line, 0, record.Offset, "", Masked.Printable(found), reason, remedy));

    /// <summary>Adds a fault of the file as a whole.</summary>
    public void Add(string code, string found, string reason, string remedy) => Add(new(code, 0, 0, 0, "", Masked.Printable(found), reason, remedy));
}
