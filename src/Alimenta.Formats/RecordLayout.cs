namespace Alimenta.Formats;

/// <summary>A kind of fixed-width record as a table of fields: what reads, writes, checks and documents it.</summary>
public sealed class RecordLayout
{
    /// <summary>A layout whose fields stand in order and cover every position once.</summary>
    /// <param name="name">The record's name in the words of the format.</param>
    /// <param name="citation">Where the layout was taken from.</param>
    /// <param name="length">How many characters a record has.</param>
    /// <param name="fields">Its fields in order.</param>
    /// <exception cref="ArgumentException">The fields leave a gap, overlap, or do not end at the last position.</exception>
    public RecordLayout(string name, string citation, int length, params IReadOnlyList<FieldLayout> fields)
    {
        (Name, Citation, Length, Fields) = (name, citation, length, fields);
        var next = 1;
        foreach (var field in fields)
        {
            if (field.Start != next) throw new ArgumentException($"{name}: '{field.Name}' begins at {field.Start}, expected {next}.", nameof(fields));
            next = field.End + 1;
        }

        if (next != length + 1) throw new ArgumentException($"{name}: the fields end at {next - 1}, expected {length}.", nameof(fields));
    }

    /// <summary>The record's name in the words of the format.</summary>
    public string Name { get; }

    /// <summary>Where the layout was taken from.</summary>
    public string Citation { get; }

    /// <summary>How many characters a record has.</summary>
    public int Length { get; }

    /// <summary>The fields in order.</summary>
    public IReadOnlyList<FieldLayout> Fields { get; }

    /// <summary>Checks each field of a record against its picture and presence.</summary>
    /// <returns>Whether every field holds what it may hold.</returns>
    public bool Check(RecordView record, FaultList faults)
    {
        var good = true;
        foreach (var field in Fields)
            if (FieldCheck.Problem(record, field) is { } problem)
            {
                faults.Add(record, field, problem.Code, problem.Reason, problem.Remedy);
                good = false;
            }

        return good;
    }
}
