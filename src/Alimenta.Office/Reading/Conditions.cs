namespace Alimenta.Office.Reading;

/// <summary>Conditions of a question that all must hold; each brings its value along.</summary>
internal sealed class Conditions(Questions ask)
{
    private readonly List<string> _all = [];

    /// <summary>Adds a condition.</summary>
    public Conditions And(string condition)
    {
        _all.Add(condition);
        return this;
    }

    /// <summary>Adds a condition with its value, unless there is no value.</summary>
    public Conditions And<T>(string condition, string name, T? value)
        where T : struct => value is { } given ? And(condition, name, (object)given) : this;

    /// <summary>Adds a condition with its text, unless it is empty.</summary>
    public Conditions And(string condition, string name, string text) => text.Length > 0 ? And(condition, name, (object)text) : this;

    /// <summary>The where clause; empty without conditions.</summary>
    public override string ToString() => _all.Count == 0 ? "" : "where " + string.Join(" and ", _all);

    private Conditions And(string condition, string name, object value)
    {
        _all.Add(condition);
        ask.With(name, value);
        return this;
    }
}
