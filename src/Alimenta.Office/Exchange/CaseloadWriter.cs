using System.Text.Json;
using Alimenta.Data;

namespace Alimenta.Office.Exchange;

/// <summary>Writes lines of a caseload file: a field without a value, or with the value that its absence means, is left out.</summary>
internal sealed class CaseloadWriter(HashedLines lines, CancellationToken cancel)
{
    public Dictionary<string, long> Counts { get; } = [];

    /// <summary>Writes a line of a type.</summary>
    public async Task LineAsync(string type, Action<CaseloadFields> fields)
    {
        await lines.WriteAsync(w =>
        {
            w.WriteStartObject();
            w.WriteString("type", type);
            fields(new(w));
            w.WriteEndObject();
        }, cancel);
        Counts[type] = Counts.GetValueOrDefault(type) + 1;
    }
}

/// <summary>The fields of a line under way.</summary>
internal readonly struct CaseloadFields(Utf8JsonWriter writer)
{
    public CaseloadFields Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) writer.WriteString(name, value);
        return this;
    }

    public CaseloadFields Whole(string name, int? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        return this;
    }

    public CaseloadFields Cents(string name, Money? value)
    {
        if (value is { } amount) writer.WriteNumber(name, amount.Cents);
        return this;
    }

    public CaseloadFields Date(string name, DateOnly? value)
    {
        if (value is { } day) writer.WriteString(name, Days.Iso(day));
        return this;
    }

    public CaseloadFields Month(string name, SupportMonth value)
    {
        writer.WriteString(name, value.ToString());
        return this;
    }

    public CaseloadFields Flag(string name, bool value)
    {
        if (value) writer.WriteBoolean(name, true);
        return this;
    }

    public CaseloadFields Word<T>(string name, T value)
        where T : struct, Enum
    {
        writer.WriteString(name, Naming.Snake(value.ToString()));
        return this;
    }

    public CaseloadFields Texts(string name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0) return this;
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
        return this;
    }
}
