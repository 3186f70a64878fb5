using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alimenta.Law.Rules;

/// <summary>A case of a rule: facts, and what must come of them. Stands in a file NAME.cases.jsonc beside the parameter or rule.</summary>
public sealed record LawCase
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>Its id; once in a file.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows.</summary>
    public required string Says { get; init; }

    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The law date.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Whether its numbers were published by an authority: they change only with their source.</summary>
    public required bool Authority { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The facts.</summary>
    public required JsonNode Facts { get; init; }

    /// <summary>What must come of it: the members that are named must have these values. Null when it must be refused.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>The code with which it must be refused; empty when it must not.</summary>
    public string Refusal { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{File} {Id}";
}

/// <summary>Reads and runs the cases that stand beside the law.</summary>
public static class LawCases
{
    /// <summary>How the name of a file of cases ends.</summary>
    public const string Ending = ".cases.jsonc";

    private static readonly string[] Members = ["id", "says", "rule", "as_of", "policy", "authority", "source", "facts", "value", "refusal"];

    /// <summary>All cases that come with the product.</summary>
    public static IReadOnlyList<LawCase> BuiltIn() =>
        [.. EmbeddedLaw.Texts().Where(t => t.Path.EndsWith(Ending, StringComparison.Ordinal)).SelectMany(Read)];

    /// <summary>The cases of a file: an array of objects.</summary>
    /// <exception cref="FormatException">The file is not what a file of cases must be; the message says where.</exception>
    public static IReadOnlyList<LawCase> Read(LawText file)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(file.Text, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"law/{file.Path}:{wrong.LineNumber + 1}: {wrong.Message}", wrong);
        }

        List<LawCase> cases = [.. (root as JsonArray ?? throw new FormatException($"law/{file.Path}: a file of cases is an array.")).Select(node => One(file.Path, node))];
        return cases.GroupBy(c => c.Id).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new FormatException($"law/{file.Path}: case {twice.Key} stands twice.")
            : cases;
    }

    /// <summary>Runs a case; null when all is as it must be, else what differs.</summary>
    public static string? Run(RuleCatalog catalog, LawCase one)
    {
        var came = catalog.Eval(one.Rule, one.AsOf, one.Policy, one.Facts.ToJsonString());
        if (one.Refusal.Length > 0)
            return came.Refusals.Any(r => r.Code == one.Refusal) ? null : $"must be refused with {one.Refusal} but was {(came.Ok ? "answered" : "refused with " + string.Join(", ", came.Refusals.Select(r => r.Code)))}";
        return came.Answer is { } answer ? Difference(one.Value!, answer.Value, "value") : $"was refused: {string.Join(" | ", came.Refusals)}";
    }

    private static LawCase One(string file, JsonNode? node)
    {
        var one = node as JsonObject ?? throw new FormatException($"law/{file}: a case is an object.");
        var id = Text(one, "id", file, "?");
        foreach (var (name, _) in one)
            if (!Members.Contains(name)) throw new FormatException($"law/{file}: case {id} has a member \"{name}\" that no case has.");
        var refusal = one["refusal"]?.GetValue<string>() ?? "";
        if ((one["value"] is null) == (refusal.Length == 0)) throw new FormatException($"law/{file}: case {id} needs either \"value\" or \"refusal\".");
        return new()
        {
            File = file,
            Id = id,
            Says = Text(one, "says", file, id),
            Rule = Text(one, "rule", file, id),
            AsOf = DateOnly.ParseExact(Text(one, "as_of", file, id), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Policy = one["policy"]?.GetValue<string>() ?? LawStore.FederalPolicy,
            Authority = one["authority"]?.GetValue<bool>() ?? false,
            Source = Text(one, "source", file, id),
            Facts = one["facts"] ?? throw new FormatException($"law/{file}: case {id} has no \"facts\"."),
            Value = one["value"],
            Refusal = refusal,
        };
    }

    private static string Text(JsonObject one, string member, string file, string id) =>
        one[member] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0
            ? text
            : throw new FormatException($"law/{file}: case {id} has no \"{member}\".");

    /// <summary>The first place in which what came differs from what must come; members that are not named do not count.</summary>
    private static string? Difference(JsonNode? must, JsonNode? came, string at)
    {
        if (must is JsonObject wanted)
            return came is JsonObject got
                ? wanted.Select(m => got.ContainsKey(m.Key) ? Difference(m.Value, got[m.Key], $"{at}.{m.Key}") : $"{at}.{m.Key} is missing").FirstOrDefault(d => d is not null)
                : $"{at} is no object";
        if (must is JsonArray list)
            return came is not JsonArray items ? $"{at} is no list"
                : items.Count != list.Count ? $"{at} has {items.Count} items instead of {list.Count}"
                : list.Select((m, i) => Difference(m, items[i], $"{at}[{i}]")).FirstOrDefault(d => d is not null);
        return JsonNode.DeepEquals(must, came) ? null : $"{at} is {came?.ToJsonString() ?? "null"} instead of {must?.ToJsonString() ?? "null"}";
    }
}
