using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law;
using Alimenta.Law.Rules;
using Alimenta.Office.Access;
using Microsoft.AspNetCore.Mvc;

namespace Alimenta.Web.Api;

/// <summary>A question to a rule.</summary>
/// <param name="AsOf">The law date.</param>
/// <param name="Facts">The facts, as the schema of the rule says.</param>
/// <param name="Policy">us, or us- and a state.</param>
public sealed record LawQuestion(DateOnly AsOf, JsonElement Facts, string Policy = LawStore.FederalPolicy);

/// <summary>A rule that can be asked.</summary>
public sealed record RuleAnswerLine(string Id, string Says, string Citation);

/// <summary>A figure of the law with its values by date.</summary>
public sealed record ParameterAnswer(string Id, string Says, string Unit, string Citation, string Status, string Source, IReadOnlyList<ParameterValueAnswer> Values);

/// <summary>A value of a figure of the law.</summary>
public sealed record ParameterValueAnswer(DateOnly From, DateOnly? To, string Value, string Citation, string Status, string Note);

/// <summary>The law as data: its figures, its rules, and any rule asked with facts.</summary>
internal static class LawApi
{
    private const int LargestQuestion = 1024 * 1024;

    public static void MapLawApi(this IEndpointRouteBuilder api)
    {
        var law = api.MapGroup("/law").RequireAuthorization(Permissions.LawRead).WithTags("Law");
        law.MapGet("/parameters", Parameters).WithName("listParameters").WithSummary("The figures of the law, by id");
        law.MapGet("/parameters/{**id}", Parameter).WithName("getParameter").WithSummary("One figure of the law with its values by date").Produces<ParameterAnswer>();
        law.MapGet("/rules", (RuleCatalog catalog) => catalog.Rules.Select(r => new RuleAnswerLine(r.Id, r.Says, r.Citation)))
            .WithName("listRules").WithSummary("The rules that can be asked");
        law.MapGet("/rules/{**id}", Schema).WithName("getRuleSchema").WithSummary("The JSON schema of the facts that a rule wants").Produces<JsonObject>();
        law.MapPost("/{**id}", Ask).WithName("askRule").WithSummary("Asks a rule: its value and the explanation")
            .Produces<JsonObject>().WithMetadata(new RequestSizeLimitAttribute(LargestQuestion));
    }

    private static Listing<ParameterAnswer> Parameters(HttpContext http, ListingQuery query, LawStore store) =>
        query.Of(http, [.. store.Parameters.Where(p => string.CompareOrdinal(p.Id, query.After) > 0).Take(query.Limit + 1).Select(Answer)], p => p.Id);

    private static IResult Parameter(string id, LawStore store) => store.Find(id) is { } found ? Results.Ok(Answer(found)) : NoSuch("figure", id);

    private static IResult Schema(string id, RuleCatalog catalog) =>
        catalog.Schema(id) is { Ok: true } schema ? Results.Ok(schema.Value) : NoSuch("rule", id);

    private static IResult Ask(string id, LawQuestion question, RuleCatalog catalog)
    {
        if (catalog.Find(id) is null) return NoSuch("rule", id);
        var came = catalog.Eval(id, question.AsOf, question.Policy, question.Facts.GetRawText());
        return came.Ok ? Results.Ok(came.ToJson()) : Problems.From(came.Refusals);
    }

    private static IResult NoSuch(string what, string id) => Problems.Of(StatusCodes.Status404NotFound, "W-LAW-UNKNOWN", $"There is no {what} \"{id}\".", $"Ask for the list of {what}s and use an id from it.", "id");

    private static ParameterAnswer Answer(LawParameter p) => new(p.Id, p.Says, LawWords.Of(p.Unit), p.Citation, LawWords.Of(p.Status), p.Source,
        [.. p.Values.Select(v => new ParameterValueAnswer(v.From, v.To, v.Words, v.Citation, LawWords.Of(v.Status), v.Note))]);
}
