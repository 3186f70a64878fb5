using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alimenta.Web.Api;

/// <summary>Problem details (RFC 9457) as this API writes them: always with a stable code and what to do next.</summary>
public sealed record Problem
{
    /// <summary>The kind of problem: <c>urn:alimenta:problem:</c> and the code.</summary>
    public required string Type { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What to do next.</summary>
    public required string Detail { get; init; }

    /// <summary>The stable code, such as R-RECEIPT-TAKEN.</summary>
    public required string Code { get; init; }

    /// <summary>The law or rule behind it, when there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Citation { get; init; }

    /// <summary>The field of the request at fault, when it is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>The address of what was kept of the request, when something was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instance { get; init; }

    /// <summary>Each thing wrong, when there are several.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Fault>? Faults { get; init; }

    /// <summary>The number under which an unexpected error stands in the log.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Incident { get; init; }
}

/// <summary>One thing wrong with a request.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do next.</param>
/// <param name="Citation">The law behind it, or empty.</param>
/// <param name="Field">The field at fault, or empty.</param>
public sealed record Fault(string Code, string What, string Remedy, string Citation, string Field);

/// <summary>Answers that say no.</summary>
public static class Problems
{
    private const string ContentType = "application/problem+json; charset=utf-8";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Several refusals as one answer: the first in full, and the list of all.</summary>
    public static IResult From(IReadOnlyList<Refusal> refusals)
    {
        var first = refusals[0];
        return Results.Json(Of(first, StatusCodes.Status422UnprocessableEntity) with
        {
            Faults = [.. refusals.Select(r => new Fault(r.Code, r.What, r.Remedy, r.Citation, r.Field))],
        }, Json, ContentType, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A lawful refusal as an answer: 422 unless the caller knows better.</summary>
    public static IResult From(Refusal refusal, int status = StatusCodes.Status422UnprocessableEntity) =>
        Results.Json(Of(refusal, status), Json, ContentType, status);

    /// <summary>A problem that is not a refusal of the office.</summary>
    public static IResult Of(int status, string code, string what, string remedy, string field = "") =>
        Results.Json(Make(status, code, what, remedy) with { Field = field.Length > 0 ? field : null }, Json, ContentType, status);

    /// <summary>A request with many faults of which something was kept: 422 with the address of it.</summary>
    public static IResult Of(string code, string what, string remedy, string instance, IReadOnlyList<Fault> faults) =>
        Results.Json(Make(StatusCodes.Status422UnprocessableEntity, code, what, remedy) with { Instance = instance, Faults = faults }, Json, ContentType, StatusCodes.Status422UnprocessableEntity);

    internal static Task Write(HttpContext http, int status, string code, string what, string remedy, string incident) =>
        http.Response.WriteAsJsonAsync(Make(status, code, what, remedy) with { Incident = incident.Length > 0 ? incident : null }, Json, ContentType, http.RequestAborted);

    private static Problem Of(Refusal refusal, int status) => Make(status, refusal.Code, refusal.What, refusal.Remedy) with
    {
        Citation = refusal.Citation.Length > 0 ? refusal.Citation : null,
        Field = refusal.Field.Length > 0 ? refusal.Field : null,
    };

    private static Problem Make(int status, string code, string what, string remedy) => new()
    {
        Type = $"urn:alimenta:problem:{code}",
        Title = what,
        Status = status,
        Detail = remedy,
        Code = code,
    };
}
