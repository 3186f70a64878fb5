using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;
using Alimenta.Office.Access;
using Microsoft.AspNetCore.Mvc;

namespace Alimenta.Web.Api;

/// <summary>Families to calculate.</summary>
/// <param name="Items">1 to 1,000 of them.</param>
/// <param name="Explain">Whether each answer comes with its explanation.</param>
public sealed record GuidelineBatch(IReadOnlyList<GuidelineQuestion> Items, bool Explain = false);

/// <summary>One family.</summary>
/// <param name="AsOf">The law date, YYYY-MM-DD.</param>
/// <param name="Facts">The facts, as the schema of the rule of the state says.</param>
public sealed record GuidelineQuestion(string? AsOf = null, JsonElement? Facts = null);

/// <summary>The answers, in the order of the families.</summary>
/// <param name="State">The state.</param>
/// <param name="Rule">The rule that was asked; its schema says what the facts are.</param>
/// <param name="LawVersion">The version of the law that was read.</param>
/// <param name="Calculated">How many have a value.</param>
/// <param name="Refused">How many have none.</param>
/// <param name="Items">One for each family.</param>
public sealed record GuidelineAnswers(string State, string Rule, string LawVersion, int Calculated, int Refused, IReadOnlyList<GuidelineAnswer> Items);

/// <summary>The answer for one family: a value, or every reason why there is none.</summary>
public sealed record GuidelineAnswer
{
    /// <summary>The place of the family in the batch, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The result of the rule.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? Value { get; init; }

    /// <summary>The explanation, where it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonObject? Explanation { get; init; }

    /// <summary>Why there is no value, member by member.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Fault>? Problems { get; init; }
}

/// <summary>Child support by the guideline of a state, for many families at once: what is wrong with one stops no other.</summary>
internal static class GuidelineApi
{
    private const int Most = 1000;
    private const int LargestBatch = 16 * 1024 * 1024;

    public static void MapGuidelineApi(this IEndpointRouteBuilder api) =>
        api.MapPost("/guidelines/{state}", Calculate).RequireAuthorization(Permissions.LawRead).WithTags("Law").WithName("calculateGuideline")
            .WithSummary("Child support by the guideline of or, ny or ia for 1 to 1,000 families")
            .WithDescription("Each item is answered by a value or by problems with a code, what is wrong, what to do and the field at fault. The schema of the facts is at /law/rules/{state}/guideline. Nothing is kept.")
            .Produces<GuidelineAnswers>().WithMetadata(new RequestSizeLimitAttribute(LargestBatch));

    private static IResult Calculate(HttpContext http, string state, GuidelineBatch batch, RuleCatalog catalog)
    {
        var found = GuidelineRules.Of(state);
        if (found.Refusal is { } unknown) return Problems.From(unknown, StatusCodes.Status404NotFound);
        if (batch.Items.Count is 0 or > Most)
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "W-BATCH-SIZE", $"The batch has {batch.Items.Count:N0} items.", $"Send 1 to {Most:N0} at once.", "items");
        List<GuidelineAnswer> answers = [];
        foreach (var item in batch.Items)
        {
            http.RequestAborted.ThrowIfCancellationRequested();
            answers.Add(Answer(answers.Count, found.Value, catalog, item, batch.Explain));
        }

        var calculated = answers.Count(a => a.Value is not null);
        return Results.Ok(new GuidelineAnswers(found.Value.State, found.Value.Rule, catalog.Store.Version, calculated, answers.Count - calculated, answers));
    }

    private static GuidelineAnswer Answer(int index, GuidelineRules state, RuleCatalog catalog, GuidelineQuestion? item, bool explain)
    {
        var day = GuidelineRules.LawDate(item?.AsOf);
        List<Refusal> faults = day.Refusal is { } no ? [no] : [];
        if (item?.Facts is null) faults.Add(GuidelineRules.NoFacts);
        if (faults.Count > 0) return Refused(index, faults);
        var came = state.Ask(catalog, day.Value, item!.Facts!.Value.GetRawText());
        return came.Answer is { } answer
            ? new() { Index = index, Value = answer.Value, Explanation = explain ? ExplanationView.ToJson(answer.Why) : null }
            : Refused(index, came.Refusals);
    }

    private static GuidelineAnswer Refused(int index, IReadOnlyList<Refusal> refusals) =>
        new() { Index = index, Problems = [.. refusals.Select(r => new Fault(r.Code, r.What, r.Remedy, r.Citation, r.Field))] };
}
