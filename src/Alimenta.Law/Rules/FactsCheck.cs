using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alimenta.Law.Store;

namespace Alimenta.Law.Rules;

/// <summary>Checks the facts handed to a rule against what it wants and notes each fault with the path of the member at fault.</summary>
/// <remarks>It walks the same description of the types from which the facts are read, so the two cannot differ.</remarks>
public sealed class FactsCheck
{
    /// <summary>The code of what is no JSON at all.</summary>
    public const string NotJson = "L-FACT-JSON";

    /// <summary>The greatest amount or number that a fact may have: sums of many of them still fit.</summary>
    public const long Most = 1_000_000L * 1_000_000 * 1_000;

    // Days so near to the ends of the calendar that counting from them would leave it.
    private static readonly DateOnly FirstDay = DateOnly.MinValue.AddYears(1000);
    private static readonly DateOnly LastDay = DateOnly.MaxValue.AddYears(-1000);

    private readonly List<Refusal> _faults = [];

    private FactsCheck()
    {
    }

    /// <summary>Every fault of the facts; none when they can be read.</summary>
    /// <param name="facts">The facts as JSON.</param>
    /// <param name="type">The type that the rule takes.</param>
    public static IReadOnlyList<Refusal> Of(JsonElement facts, Type type)
    {
        var check = new FactsCheck();
        check.Value(facts, type, "", mayBeNegative: false);
        return check._faults;
    }

    private void Value(JsonElement json, Type type, string path, bool mayBeNegative)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(Money)) Number(json, path, "a whole number of cents", Most, mayBeNegative);
        else if (plain == typeof(long)) Number(json, path, "a whole number", Most, mayBeNegative);
        else if (plain == typeof(int)) Number(json, path, "a whole number", int.MaxValue, mayBeNegative);
        else if (plain == typeof(bool)) Wants(json.ValueKind is JsonValueKind.True or JsonValueKind.False, json, path, "true or false", "Write true or false without quotes.");
        else if (plain == typeof(string)) Wants(json.ValueKind == JsonValueKind.String, json, path, "a text", "Write it between quotes.");
        else if (plain == typeof(DateOnly)) Day(json, path);
        else if (plain == typeof(SupportMonth)) Wants(json.ValueKind == JsonValueKind.String && SupportMonth.TryParse(json.GetString(), out _), json, path, "a month", "Write \"YYYY-MM\".");
        else if (plain.IsEnum) Word(json, plain, path);
        else if (LawJson.Options.GetTypeInfo(plain) is { Kind: JsonTypeInfoKind.Enumerable } list) Items(json, list, path, mayBeNegative);
        else Members(json, LawJson.Options.GetTypeInfo(plain), path);
    }

    private void Items(JsonElement json, JsonTypeInfo list, string path, bool mayBeNegative)
    {
        if (!Wants(json.ValueKind == JsonValueKind.Array, json, path, "a list", "Write [ ... ].")) return;
        var i = 0;
        foreach (var item in json.EnumerateArray()) Value(item, list.ElementType!, $"{path}[{i++}]", mayBeNegative);
    }

    private void Members(JsonElement json, JsonTypeInfo type, string path)
    {
        if (!Wants(json.ValueKind == JsonValueKind.Object, json, path, "an object", "Write { ... }.")) return;
        var wanted = type.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null).ToList();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!seen.Add(member.Name))
            {
                Fault("L-FACT-TWICE", $"{at} stands twice.", "Keep one of the two.", at);
                continue;
            }

            if (wanted.Find(p => p.Name == member.Name) is not { } property)
            {
                Fault("L-FACT-UNKNOWN", $"{at} is not a fact that this rule knows.", $"Use {string.Join(", ", wanted.Select(p => p.Name))}.", at);
                continue;
            }

            if (member.Value.ValueKind == JsonValueKind.Null)
            {
                if (!MayBeNull(property)) Fault("L-FACT-TYPE", $"{at} must have a value.", "Give it one, or leave the member out if it is not wanted.", at);
                continue;
            }

            Value(member.Value, property.PropertyType, at, property.AttributeProvider?.IsDefined(typeof(MayBeNegativeAttribute), inherit: true) == true);
        }

        foreach (var missing in wanted.Where(p => Required(p) && !seen.Contains(p.Name)))
        {
            var at = path.Length == 0 ? missing.Name : $"{path}.{missing.Name}";
            Fault("L-FACT-MISSING", $"{at} is missing.", "Add it; the rule's schema says what it is.", at);
        }
    }

    private static bool Required(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static bool MayBeNull(JsonPropertyInfo property) =>
        property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private void Number(JsonElement json, string path, string what, long most, bool mayBeNegative)
    {
        if (!Wants(json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _), json, path, what, "Write digits without a point or quotes; money in cents.")) return;
        var number = json.GetInt64();
        if (number < 0 && !mayBeNegative) Fault("L-FACT-NEGATIVE", $"{path} is below 0.", "Give an amount of at least 0.", path);
        else if (number > most || number < -most) Fault("L-FACT-RANGE", $"{path} is too large.", $"Give at most {most}.", path);
    }

    private void Day(JsonElement json, string path)
    {
        var day = default(DateOnly);
        if (Wants(json.ValueKind == JsonValueKind.String && ValueReader.TryDate(json.GetString()!, out day), json, path, "a day", "Write \"YYYY-MM-DD\".")
            && (day < FirstDay || day > LastDay))
            Fault("L-FACT-RANGE", $"{path} is too far away: {Days.Words(day)}.", "Correct the day.", path);
    }

    private void Word(JsonElement json, Type type, string path)
    {
        var words = Words(type);
        Wants(json.ValueKind == JsonValueKind.String && words.Contains(json.GetString()!, StringComparer.OrdinalIgnoreCase), json, path, $"one of {string.Join(", ", words)}", "Use one of these words.");
    }

    /// <summary>The words for the values of an enumeration, as JSON writes them.</summary>
    internal static IReadOnlyList<string> Words(Type type) =>
        [.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToElement(value, type, LawJson.Options).GetString()!)];

    private bool Wants(bool right, JsonElement json, string path, string what, string remedy)
    {
        if (!right) Fault("L-FACT-TYPE", $"{(path.Length == 0 ? "The facts" : path)} must be {what}, not {Kind(json)}.", remedy, path);
        return right;
    }

    private static string Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => Short($"\"{json.GetString()}\""),
        JsonValueKind.Number => Short(json.GetRawText()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    private static string Short(string text) => text.Length <= 100 ? text : text[..100] + "...";

    private void Fault(string code, string what, string remedy, string field) => _faults.Add(new(code, what, remedy, Field: field));
}
