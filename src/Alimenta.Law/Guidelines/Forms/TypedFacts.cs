using System.Globalization;
using System.Text.Json.Nodes;
using Alimenta.Law.Store;

namespace Alimenta.Law.Guidelines.Forms;

/// <summary>Facts out of what a person typed, field by field. What does not parse is a fault with the same code as in the interface; nothing typed is lost, for the texts are kept.</summary>
/// <remarks>A group that is not required is there when something in it is filled in; an entry of a list counts when something in it is.</remarks>
public sealed class TypedFacts
{
    private const int HundredthPlaces = 2;
    private const int PercentPlaces = 4;
    private readonly IReadOnlyDictionary<string, string> _typed;
    private readonly List<Refusal> _faults = [];

    private TypedFacts(IReadOnlyDictionary<string, string> typed) => _typed = typed;

    /// <summary>Reads what was typed.</summary>
    /// <param name="form">The form.</param>
    /// <param name="typed">The texts by the place of their fact.</param>
    /// <returns>The facts, without what does not parse, and every fault.</returns>
    public static (JsonObject Facts, IReadOnlyList<Refusal> Faults) Read(FactGroup form, IReadOnlyDictionary<string, string> typed)
    {
        var reader = new TypedFacts(typed);
        return (reader.Group(form, null) ?? [], reader._faults);
    }

    /// <summary>How many entries of a list were begun.</summary>
    /// <param name="list">The list.</param>
    /// <param name="typed">The texts by the place of their fact.</param>
    public static int Entries(FactGroup list, IReadOnlyDictionary<string, string> typed) => Begun(list, typed).Select(e => e + 1).DefaultIfEmpty(0).Max();

    /// <summary>The texts without empty ones, and with the entries of each list counted from 0 without gaps.</summary>
    /// <param name="form">The form.</param>
    /// <param name="typed">The texts by the place of their fact.</param>
    /// <returns>The texts, and where a text went whose place changed.</returns>
    public static (Dictionary<string, string> Typed, IReadOnlyDictionary<string, string> Moved) Tidy(FactGroup form, IReadOnlyDictionary<string, string> typed)
    {
        Dictionary<string, string> tidy = new(StringComparer.Ordinal), moved = new(StringComparer.Ordinal);
        Tidy(form, null, null);
        return (tidy, moved);

        void Tidy(FactGroup group, int? from, int? to)
        {
            foreach (var field in group.Fields)
            {
                if (!typed.TryGetValue(field.At(from), out var text) || text.Trim().Length == 0) continue;
                tidy[field.At(to)] = text;
                if (from != to) moved[field.At(from)] = field.At(to);
            }

            foreach (var inner in group.Groups)
            {
                if (!inner.IsList)
                {
                    Tidy(inner, from, to);
                    continue;
                }

                var next = 0;
                foreach (var entry in Begun(inner, typed).Order()) Tidy(inner, entry, next++);
            }
        }
    }

    /// <summary>Entries in which something is filled in that does not hold anyway.</summary>
    private static IEnumerable<int> Begun(FactGroup list, IReadOnlyDictionary<string, string> typed) =>
        typed.Where(t => t.Value.Trim().Length > 0).Select(t => t.Key).Where(key => key.StartsWith(list.Path[..^1], StringComparison.Ordinal))
            .Select(FactPath.Entry).OfType<int>().Distinct().Where(entry => Filled(list, entry, typed));

    private static bool Filled(FactGroup group, int? entry, IReadOnlyDictionary<string, string> typed) =>
        group.All.Any(field => typed.TryGetValue(field.At(entry), out var text) && text.Trim() is { Length: > 0 } said && said != field.Otherwise);

    private JsonObject? Group(FactGroup group, int? entry)
    {
        if (!group.Required && !Filled(group, entry, _typed)) return null;
        JsonObject facts = [];
        foreach (var field in group.Fields)
            if (Value(field, field.At(entry)) is { } value) facts[field.Name] = value;
        foreach (var inner in group.Groups)
        {
            var name = inner.Path.Replace("[]", "", StringComparison.Ordinal)[(inner.Path.LastIndexOf('.') + 1)..];
            if (inner.IsList)
            {
                var entries = Begun(inner, _typed).Order().Select(e => (JsonNode?)Group(inner with { Required = true }, e)).ToArray();
                if (entries.Length > 0 || inner.Required) facts[name] = new JsonArray(entries);
            }
            else if (Group(inner, entry) is { } one)
                facts[name] = one;
        }

        return facts;
    }

    private JsonNode? Value(FactField field, string path)
    {
        var text = _typed.TryGetValue(path, out var typed) ? typed.Trim() : "";
        if (field.Kind == FactKind.YesNo) return text.Length > 0 || field.Required ? JsonValue.Create(text.Length > 0 && text is not ("no" or "false")) : null;
        if (text.Length == 0) return field.Kind == FactKind.Words && field.Required ? new JsonArray() : null;
        switch (field.Kind)
        {
            case FactKind.Money:
                if (Amount(text) is not { } amount) return Wrong(field, path, "an amount", "Write dollars and cents, such as 1,234.56.");
                return amount.IsNegative && !field.MayBeNegative ? Below(field, path, "an amount") : JsonValue.Create(amount.Cents);
            case FactKind.Count:
                if (!int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count)) return Wrong(field, path, "a whole number", "Write digits, such as 2.");
                return count < 0 && !field.MayBeNegative ? Below(field, path, "a number") : JsonValue.Create(count);
            case FactKind.Hundredths:
                return Scaled(field, path, text, HundredthPlaces, "a number", "Write a number with at most two decimals, such as 182.5.");
            case FactKind.Percent:
                return Scaled(field, path, text.TrimEnd('%', ' '), PercentPlaces, "a share in percent", "Write percent, such as 31.");
            case FactKind.Day:
                return Day(text) is { } day ? JsonValue.Create(Days.Iso(day)) : Wrong(field, path, "a day", "Write month, day and a year of four digits, such as 5/4/2016.");
            case FactKind.Words:
            case FactKind.Texts:
                return new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(w => (JsonNode?)JsonValue.Create(w))]);
            default:
                return JsonValue.Create(text);
        }
    }

    private JsonNode? Scaled(FactField field, string path, string text, int places, string what, string remedy)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > int.MaxValue / 1_000_000m || decimal.Round(number, places) != number)
            return Wrong(field, path, what, remedy);
        for (var i = 0; i < places; i++) number *= 10;
        return number < 0 && !field.MayBeNegative ? Below(field, path, what) : JsonValue.Create((long)number);
    }

    private static Money? Amount(string text)
    {
        var negative = text[0] is '-' or '\u2212';
        return Money.TryParse(negative ? text[1..].Trim() : text, out var amount) ? (negative ? -amount : amount) : null;
    }

    /// <summary>A day as people write it: 5/4/2016, or 2016-05-04.</summary>
    public static DateOnly? Day(string text)
    {
        if (ValueReader.TryDate(text, out var iso)) return iso;
        return DateOnly.TryParseExact(text, ["M/d/yyyy", "M-d-yyyy", "M.d.yyyy", "M d yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private JsonNode? Wrong(FactField field, string path, string what, string remedy)
    {
        _faults.Add(new("L-FACT-TYPE", $"{field.Label} must be {what}.", remedy, Field: path));
        return null;
    }

    private JsonNode? Below(FactField field, string path, string what)
    {
        _faults.Add(new("L-FACT-NEGATIVE", $"{field.Label} is below 0.", $"Give {what} of at least 0.", Field: path));
        return null;
    }
}
