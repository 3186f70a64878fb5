using System.Globalization;
using System.Text.Json;

namespace Alimenta.Law.Guidelines.Forms;

/// <summary>Facts as a person would have typed them: the way back from <see cref="TypedFacts"/>, for facts that come from a case, a program or a file.</summary>
public static class WrittenFacts
{
    private const decimal HundredthsOfOne = 100m;
    private const decimal MillionthsOfPercent = 10_000m;

    /// <summary>The texts by the place of their fact.</summary>
    /// <param name="form">The form.</param>
    /// <param name="facts">The facts as JSON; members that the form does not know are left out.</param>
    public static Dictionary<string, string> Of(FactGroup form, JsonElement facts)
    {
        Dictionary<string, string> typed = new(StringComparer.Ordinal);
        Write(form, facts, null, typed);
        return typed;
    }

    private static void Write(FactGroup group, JsonElement facts, int? entry, Dictionary<string, string> typed)
    {
        if (facts.ValueKind != JsonValueKind.Object) return;
        foreach (var field in group.Fields)
            if (facts.TryGetProperty(field.Name, out var value) && Text(field, value) is { Length: > 0 } text) typed[field.At(entry)] = text;
        foreach (var inner in group.Groups)
        {
            var name = inner.Path.Replace("[]", "", StringComparison.Ordinal)[(inner.Path.LastIndexOf('.') + 1)..];
            if (!facts.TryGetProperty(name, out var value)) continue;
            if (!inner.IsList) Write(inner, value, entry, typed);
            else if (value.ValueKind == JsonValueKind.Array)
                foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i))) Write(inner, item, i, typed);
        }
    }

    /// <summary>One fact as typed.</summary>
    public static string Text(FactField field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => "on",
        JsonValueKind.False => "",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(v => v.GetString())),
        JsonValueKind.String => field.Kind == FactKind.Day && TypedFacts.Day(value.GetString()!) is { } day ? Day(day) : value.GetString()!,
        JsonValueKind.Number when value.TryGetInt64(out var number) => Number(field.Kind, number),
        _ => value.GetRawText(),
    };

    /// <summary>A day as people here write it: 5/4/2016.</summary>
    public static string Day(DateOnly day) => day.ToString("M/d/yyyy", CultureInfo.InvariantCulture);

    /// <summary>An amount as people type it: 1,234.56.</summary>
    public static string Amount(Money amount) => amount.ToString().Replace("$", "", StringComparison.Ordinal);

    private static string Number(FactKind kind, long number) => kind switch
    {
        FactKind.Money => Amount(new(number)),
        FactKind.Hundredths => (number / HundredthsOfOne).ToString("0.##", CultureInfo.InvariantCulture),
        FactKind.Percent => (number / MillionthsOfPercent).ToString("0.####", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
