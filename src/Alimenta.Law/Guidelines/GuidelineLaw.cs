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
    public Money Money(string id) => law.Money(Noted(id), why);

    /// <summary>A share in millionths.</summary>
    /// <inheritdoc cref="Money"/>
    public long Ppm(string id) => law.Ppm(Noted(id), why);

    /// <summary>A whole number.</summary>
    /// <inheritdoc cref="Money"/>
    public int Whole(string id) => law.Whole(Noted(id), why);

    /// <summary>Yes or no.</summary>
    /// <inheritdoc cref="Money"/>
    public bool Flag(string id) => law.Flag(Noted(id), why);

    /// <summary>A word.</summary>
    /// <inheritdoc cref="Money"/>
    public string Word(string id) => law.Word(Noted(id), why);

    /// <summary>A day.</summary>
    /// <inheritdoc cref="Money"/>
    public DateOnly Day(string id) => law.Day(Noted(id), why);

    /// <summary>A table.</summary>
    /// <inheritdoc cref="Money"/>
    public LawTable Table(string id) => law.Table(Noted(id), why);

    /// <summary>Whether a value is recorded for the day.</summary>
    public bool Covers(string id) => law.Covers(id);

    private string Noted(string id)
    {
        var (parameter, value) = law.Find(id);
        if ((value.Status is LawStatus.Secondary or LawStatus.Unconfirmed) && !_toConfirm.Exists(c => c.Parameter == parameter.Id))
            _toConfirm.Add(new(parameter.Id, value.From, value.Words, value.Status, value.Citation));
        return id;
    }
}
