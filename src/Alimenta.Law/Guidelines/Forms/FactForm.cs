using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Guidelines.Forms;

/// <summary>The facts that a rule wants, as a form: read off the same description of the types from which the facts are read, so the two cannot differ.</summary>
/// <remarks>A list inside an entry of a list would need two open places in a path; no guideline has one but of words and texts.</remarks>
public static class FactForm
{
    private static readonly ConcurrentDictionary<Type, FactGroup> Known = new();

    /// <summary>The form of a type of facts.</summary>
    public static FactGroup Of(Type facts) => Known.GetOrAdd(facts, type => Group(type, "", "", "", required: true, isList: false));

    /// <summary>The form of a state's guideline.</summary>
    /// <param name="catalog">The rules.</param>
    /// <param name="state">The state.</param>
    public static FactGroup Of(RuleCatalog catalog, GuidelineRules state) =>
        Of((catalog.Find(state.Rule) ?? throw new InvalidOperationException($"There is no rule {state.Rule}.")).Facts);

    private static FactGroup Group(Type type, string path, string label, string hint, bool required, bool isList)
    {
        List<FactField> fields = [];
        List<FactGroup> groups = [];
        var info = LawJson.Options.GetTypeInfo(type);
        var sample = type.GetConstructor(Type.EmptyTypes)?.Invoke(null);
        foreach (var property in info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null))
        {
            var at = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var says = Says(property);
            var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (Simple(plain, property.Name) is { } kind)
                fields.Add(new(at, FactLabels.Of(at), says, kind, Wanted(property), Negative(property), plain.IsEnum ? FactsCheck.Words(plain) : [], Default(kind, property, sample)));
            else if (LawJson.Options.GetTypeInfo(plain) is { Kind: JsonTypeInfoKind.Enumerable } list)
            {
                var item = list.ElementType!;
                if (item.IsEnum) fields.Add(new(at, FactLabels.Of(at), says, FactKind.Words, Wanted(property), false, FactsCheck.Words(item), ""));
                else if (item == typeof(string)) fields.Add(new(at, FactLabels.Of(at), says, FactKind.Texts, Wanted(property), false, [], ""));
                else groups.Add(Group(item, at + "[]", FactLabels.Of(at), says, Wanted(property), isList: true));
            }
            else
                groups.Add(Group(plain, at, FactLabels.Of(at), says, Wanted(property), isList: false));
        }

        return new(path, label, hint, required, isList, fields, groups);
    }

    private static FactKind? Simple(Type type, string name) =>
        type == typeof(Money) ? FactKind.Money
        : type == typeof(bool) ? FactKind.YesNo
        : type == typeof(string) ? FactKind.Text
        : type == typeof(DateOnly) ? FactKind.Day
        : type.IsEnum ? FactKind.Word
        : type == typeof(long) ? FactKind.Percent
        : type == typeof(int) ? (name.EndsWith("_hundredths", StringComparison.Ordinal) ? FactKind.Hundredths : FactKind.Count)
        : null;

    // What holds when a member is left out is seen on facts that leave all of them out.
    private static string Default(FactKind kind, JsonPropertyInfo property, object? sample)
    {
        if (kind != FactKind.Word || Wanted(property) || sample is null || property.Get?.Invoke(sample) is not { } value) return "";
        return JsonSerializer.SerializeToElement(value, value.GetType(), LawJson.Options).GetString() ?? "";
    }

    private static bool Wanted(JsonPropertyInfo property) => property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static bool Negative(JsonPropertyInfo property) => property.AttributeProvider?.IsDefined(typeof(MayBeNegativeAttribute), inherit: true) == true;

    private static string Says(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true) is [DescriptionAttribute says, ..] ? says.Description : "";
}
