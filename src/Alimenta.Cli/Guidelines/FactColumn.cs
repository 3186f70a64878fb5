using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Alimenta.Law.Rules;

namespace Alimenta.Cli.Guidelines;

/// <summary>A column of a table of families: the path of one fact, such as parent_a.income_cents or children[0].born, as refusals name it.</summary>
internal sealed partial class FactColumn
{
    /// <summary>More items than any family has; a table with more columns for them is a mistake.</summary>
    private const int MostItems = 100;

    private readonly IReadOnlyList<object> _steps;
    private readonly Type _type;

    private FactColumn(IReadOnlyList<object> steps, Type type) => (_steps, _type) = (steps, type);

    /// <summary>The column of a heading; null when no fact of the rule has this path, or when it has facts below it.</summary>
    /// <param name="heading">The path.</param>
    /// <param name="facts">The type of the facts.</param>
    public static FactColumn? Of(string heading, Type facts)
    {
        List<object> steps = [];
        var type = facts;
        foreach (var part in heading.Split('.'))
        {
            if (Part().Match(part) is not { Success: true } match || LawJson.Options.GetTypeInfo(type) is not { Kind: JsonTypeInfoKind.Object } owner) return null;
            if (owner.Properties.FirstOrDefault(p => p.Name == match.Groups[1].Value && p.Set is not null) is not { } member) return null;
            steps.Add(member.Name);
            type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            if (!match.Groups[2].Success) continue;
            var list = LawJson.Options.GetTypeInfo(type);
            if (list.Kind != JsonTypeInfoKind.Enumerable || !int.TryParse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var item) || item >= MostItems) return null;
            steps.Add(item);
            type = Nullable.GetUnderlyingType(list.ElementType!) ?? list.ElementType!;
        }

        return LawJson.Options.GetTypeInfo(type).Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Enumerable ? null : new(steps, type);
    }

    /// <summary>The facts of a row; an empty cell is a fact that is left out.</summary>
    public static JsonObject Facts(IReadOnlyList<(FactColumn Column, string Cell)> cells, Type type)
    {
        JsonObject facts = [];
        foreach (var (column, cell) in cells.Where(c => c.Cell.Trim().Length > 0)) column.Put(facts, cell.Trim());
        Wanted(facts, LawJson.Options.GetTypeInfo(type));
        return facts;
    }

    private void Put(JsonObject facts, string cell)
    {
        JsonNode at = facts;
        for (var i = 0; i < _steps.Count - 1; i++) at = Below(at, _steps[i], _steps[i + 1] is int ? new JsonArray() : new JsonObject());
        Below(at, _steps[^1], Value(cell));
    }

    /// <summary>What stands at a step, put there when nothing does. Items before it that no cell fills are there without members.</summary>
    private static JsonNode Below(JsonNode at, object step, JsonNode made)
    {
        if (step is string name)
        {
            if (at[name] is null) at[name] = made;
            return at[name]!;
        }

        var (items, item) = (at.AsArray(), (int)step);
        while (items.Count < item) items.Add(new JsonObject());
        if (items.Count == item) items.Add(made);
        return items[item]!;
    }

    /// <summary>The cell as its fact is written. What does not fit stays text, so that the check of the facts says what is wanted.</summary>
    private JsonNode Value(string cell)
    {
        if (_type == typeof(bool)) return bool.TryParse(cell, out var yes) ? yes : cell;
        if (_type == typeof(Money) || _type == typeof(long) || _type == typeof(int))
            return long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : cell;
        return cell;
    }

    /// <summary>Objects that a rule must have are there even when no cell fills them: then what is missing in them is named.</summary>
    private static void Wanted(JsonObject at, JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(p => p.Set is not null))
        {
            var below = LawJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType);
            if (below.Kind != JsonTypeInfoKind.Object) continue;
            if (member.IsRequired && at[member.Name] is null) at[member.Name] = new JsonObject();
            if (at[member.Name] is JsonObject inner) Wanted(inner, below);
        }
    }

    [GeneratedRegex(@"^([a-z0-9_]+)(?:\[([0-9]{1,3})\])?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
