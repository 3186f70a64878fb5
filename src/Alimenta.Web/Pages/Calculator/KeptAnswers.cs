using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law.Rules;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>The file in which a person takes answers and result home, and with which to go on another day. It is the only way in which anything is kept.</summary>
internal static class KeptAnswers
{
    private const string Kind = "alimenta-calculator";
    private const int Version = 1;

    private static readonly JsonSerializerOptions Written = new(LawJson.Options) { WriteIndented = true };

    /// <summary>The file.</summary>
    public static byte[] Write(Flow flow, Answers answers, Asked asked)
    {
        var file = new JsonObject
        {
            ["kind"] = Kind,
            ["version"] = Version,
            ["state"] = flow.State.State,
            ["answers"] = new JsonObject(answers.ByField.Where(a => a.Value.Any(t => t.Length > 0)).Select(a => KeyValuePair.Create(a.Key, (JsonNode?)new JsonArray([.. a.Value.Select(t => (JsonNode)t)])))),
            ["as_of"] = AboutStep.Written(answers),
            ["facts"] = asked.Filled.Facts.DeepClone(),
        };
        if (asked.Answer is { } answer) file["result"] = answer.ToJson();
        return JsonSerializer.SerializeToUtf8Bytes(file, Written);
    }

    /// <summary>The answers of a file, or why there are none.</summary>
    public static async Task<(Answers? Answers, Phrase? Refusal)> ReadAsync(Flow flow, IFormFile? file, CancellationToken cancel)
    {
        if (file is null) return (null, CalculatorWords.NoFile);
        try
        {
            await using var stream = file.OpenReadStream();
            if (await JsonNode.ParseAsync(stream, cancellationToken: cancel) is not JsonObject kept || Text(kept["kind"]) != Kind || kept["answers"] is not JsonObject answers) return (null, CalculatorWords.BadFile);
            if (Text(kept["state"]) != flow.State.State) return (null, CalculatorWords.OtherState);
            return (Answers.Of(flow, field => answers[field] is JsonArray texts ? [.. texts.Select(Text).OfType<string>()] : []), null);
        }
        // A file of anyone's making: a member that stands twice is found only when it is looked at.
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException)
        {
            return (null, CalculatorWords.BadFile);
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
