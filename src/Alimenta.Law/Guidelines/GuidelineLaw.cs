namespace Alimenta.Law.Guidelines;

/// <summary>The law of a day as one calculation reads it: notes every parameter in the explanation and keeps those that are to be confirmed.</summary>
/// <remarks>A result names what it rests on that is not sure even when nobody asked for an explanation.</remarks>
/// <param name="law">The law on the day of the calculation.</param>
/// <param name="why">Takes the explanation; null costs nothing.</param>
public sealed class GuidelineLaw(LawOn law, Explanation? why)
{
    private readonly List<ToConfirm> _toConfirm = [];

    /// <summary>The law date.</summary>
    public DateOnly Date => law.Date;

    /// <summary>The parameters read so far that are secondary or unconfirmed, in the order of reading, each once.</summary>
    public IReadOnlyList<ToConfirm> ToConfirm => _toConfirm;

    /// <summary>A parameter in cents.</summary>
    /// <exception cref="LawNotCovered">There is none, or none for the day.</exception>
    public Money Money(string id) => new(Read(id, LawUnit.Cents).Number);

    /// <summary>A share in millionths.</summary>
    /// <inheritdoc cref="Money"/>
    public long Ppm(string id) => Read(id, LawUnit.Ppm).Number;

    /// <summary>A whole number.</summary>
    /// <inheritdoc cref="Money"/>
    public int Whole(string id)
    {
        Note(law.Find(id));
        return law.Whole(id, why);
    }

    /// <summary>Yes or no.</summary>
    /// <inheritdoc cref="Money"/>
    public bool Flag(string id) => Read(id, LawUnit.Flag).Number == 1;

    /// <summary>A word.</summary>
    /// <inheritdoc cref="Money"/>
    public string Word(string id) => Read(id, LawUnit.Word).Word;

    /// <summary>A day.</summary>
    /// <inheritdoc cref="Money"/>
    public DateOnly Day(string id) => DateOnly.FromDayNumber((int)Read(id, LawUnit.Date).Number);

    /// <summary>A table.</summary>
    /// <inheritdoc cref="Money"/>
    public LawTable Table(string id) => Read(id, LawUnit.Table).Table!;

    /// <summary>Whether a value is recorded for the day.</summary>
    public bool Covers(string id) => law.Covers(id);

    private LawValue Read(string id, LawUnit unit)
    {
        var read = law.Read(id, unit, why);
        Note(read);
        return read.Value;
    }

    private void Note((LawParameter Parameter, LawValue Value) read)
    {
        var (parameter, value) = read;
        if (value.Status is not (LawStatus.Secondary or LawStatus.Unconfirmed)) return;
        foreach (var known in _toConfirm)
            if (known.Parameter == parameter.Id) return;
        _toConfirm.Add(new(parameter.Id, value.From, value.Words, value.Status, value.Citation));
    }
}
