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

    /// <summary>The number under which an unexpected error stands in the log.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Incident { get; init; }
}

/// <summary>Answers that say no.</summary>
public static class Problems
{
    private const string ContentType = "application/problem+json; charset=utf-8";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>A lawful refusal as an answer: 422, or 404 and 403 when the code says so.</summary>
    public static IResult From(Refusal refusal, int status = StatusCodes.Status422UnprocessableEntity) =>
        Results.Json(Make(status, refusal.Code, refusal.What, refusal.Remedy) with
        {
            Citation = refusal.Citation.Length > 0 ? refusal.Citation : null,
            Field = refusal.Field.Length > 0 ? refusal.Field : null,
        }, Json, ContentType, status);

    /// <summary>A problem that is not a refusal of the office.</summary>
    public static IResult Of(int status, string code, string what, string remedy, string field = "") =>
        Results.Json(Make(status, code, what, remedy) with { Field = field.Length > 0 ? field : null }, Json, ContentType, status);

    internal static Task Write(HttpContext http, int status, string code, string what, string remedy, string incident) =>
        http.Response.WriteAsJsonAsync(Make(status, code, what, remedy) with { Incident = incident.Length > 0 ? incident : null }, Json, ContentType, http.RequestAborted);

    private static Problem Make(int status, string code, string what, string remedy) => new()
    {
        Type = $"urn:alimenta:problem:{code}",
        Title = what,
        Status = status,
        Detail = remedy,
        Code = code,
    };
}
