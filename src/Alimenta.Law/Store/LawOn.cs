namespace Alimenta.Law;

/// <summary>The law as it stands on one day under one policy. What rules read their parameters from.</summary>
/// <remarks>An id that begins with policy/ is looked for in the agency's own parameters, then in the state's, then in the federal defaults; the
/// first that has a value on the day is taken. Any other id is taken as it stands.</remarks>
public sealed class LawOn
{
    private const string PolicyPrefix = "policy/";

    private readonly string _state;

    internal LawOn(LawStore store, DateOnly date, string policy)
    {
        Store = store;
        Date = date;
        Policy = policy;
        _state = policy == LawStore.FederalPolicy ? "" : policy[(LawStore.FederalPolicy.Length + 1)..];
    }

    /// <summary>Where the parameters come from.</summary>
    public LawStore Store { get; }

    /// <summary>The law date.</summary>
    public DateOnly Date { get; }

    /// <summary>The policy: us, or us- and a state.</summary>
    public string Policy { get; }

    /// <summary>The two letters of the policy's state in small letters; empty for the federal defaults.</summary>
    public string State => _state;

    /// <summary>The same policy on another day.</summary>
    public LawOn At(DateOnly date) => date == Date ? this : new(Store, date, Policy);

    /// <summary>A parameter in cents.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="why">The explanation that notes the reading, if any.</param>
    /// <exception cref="LawNotCovered">There is none, or none for the day.</exception>
    public Money Money(string id, Explanation? why = null) => new(Read(id, LawUnit.Cents, why).Value.Number);

    /// <summary>A share in millionths.</summary>
    /// <inheritdoc cref="Money"/>
    public long Ppm(string id, Explanation? why = null) => Read(id, LawUnit.Ppm, why).Value.Number;

    /// <summary>A whole number: days, business days, weeks, months, years or a count.</summary>
    /// <inheritdoc cref="Money"/>
    public int Whole(string id, Explanation? why = null)
    {
        var (parameter, value) = Find(id);
        if (!LawWords.IsNumber(parameter.Unit) || parameter.Unit is LawUnit.Cents or LawUnit.Ppm) throw WrongUnit(parameter, "a whole number");
        return checked((int)Noted(parameter, value, why).Number);
    }

    /// <summary>Yes or no.</summary>
    /// <inheritdoc cref="Money"/>
    public bool Flag(string id, Explanation? why = null) => Read(id, LawUnit.Flag, why).Value.Number == 1;

    /// <summary>A word.</summary>
    /// <inheritdoc cref="Money"/>
    public string Word(string id, Explanation? why = null) => Read(id, LawUnit.Word, why).Value.Word;

    /// <summary>Several words in their order.</summary>
    /// <inheritdoc cref="Money"/>
    public IReadOnlyList<string> Words(string id, Explanation? why = null) => Read(id, LawUnit.Words, why).Value.List;

    /// <summary>A day.</summary>
    /// <inheritdoc cref="Money"/>
    public DateOnly Day(string id, Explanation? why = null) => DateOnly.FromDayNumber((int)Read(id, LawUnit.Date, why).Value.Number);

    /// <summary>A table.</summary>
    /// <inheritdoc cref="Money"/>
    public LawTable Table(string id, Explanation? why = null) => Read(id, LawUnit.Table, why).Value.Table!;

    /// <summary>A time limit.</summary>
    /// <inheritdoc cref="Money"/>
    public ClockSpan Clock(string id, Explanation? why = null) => Read(id, LawUnit.Clock, why).Value.Clock!;

    /// <summary>Whether a value is recorded for the day, so that a rule may say that none is.</summary>
    public bool Covers(string id) => TryFind(id) is not null;

    /// <summary>The parameter that an id stands for under this policy, and its value on the day.</summary>
    /// <exception cref="LawNotCovered">There is none, or none for the day.</exception>
    public (LawParameter Parameter, LawValue Value) Find(string id) => TryFind(id) ?? throw NotCovered(id);

    private (LawParameter Parameter, LawValue Value)? TryFind(string id)
    {
        if (!id.StartsWith(PolicyPrefix, StringComparison.Ordinal)) return Here(id);
        return Here($"{LawStore.Agency}/{id}") ?? (_state.Length > 0 ? Here($"{_state}/{id}") : null) ?? Here($"{LawStore.FederalPolicy}/{id}");
    }

    private (LawParameter, LawValue)? Here(string id) =>
        Store.Find(id) is { } parameter && parameter.On(Date) is { } value ? (parameter, value) : null;

    /// <summary>A parameter and its value on the day, noted as read.</summary>
    internal (LawParameter Parameter, LawValue Value) Read(string id, LawUnit unit, Explanation? why)
    {
        var (parameter, value) = Find(id);
        if (parameter.Unit != unit) throw WrongUnit(parameter, LawWords.Of(unit));
        return (parameter, Noted(parameter, value, why));
    }

    private static LawValue Noted(LawParameter parameter, LawValue value, Explanation? why)
    {
        why?.Read(new(parameter.Id, value.From, value.Words, value.Citation, LawWords.Of(value.Status)));
        return value;
    }

    private LawNotCovered NotCovered(string id)
    {
        var parameter = id.StartsWith(PolicyPrefix, StringComparison.Ordinal)
            ? Store.Find($"{_state}/{id}") ?? Store.Find($"{LawStore.FederalPolicy}/{id}") ?? Store.Find($"{LawStore.Agency}/{id}")
            : Store.Find(id);
        return new(parameter?.Id ?? id, Date, Policy, parameter?.Citation ?? "", parameter?.Covered);
    }

    private static InvalidOperationException WrongUnit(LawParameter parameter, string wanted) =>
        new($"{parameter.Id} is in {LawWords.Of(parameter.Unit)} but was read as {wanted}.");
}
