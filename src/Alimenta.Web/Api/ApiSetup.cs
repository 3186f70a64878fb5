using System.Text.Json;
using System.Text.Json.Serialization;
using Alimenta.Web.Access;
using Microsoft.OpenApi;

namespace Alimenta.Web.Api;

/// <summary>The REST interface, version 1: JSON with names in small letters and underscores, money in whole cents, problem details with codes.</summary>
public static class ApiSetup
{
    /// <summary>Adds the document of the interface and how it writes JSON.</summary>
    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new MoneyJson());
            json.SerializerOptions.Converters.Add(new MonthJson());
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        });
        // What cannot be read is thrown everywhere as it is in development: only then is it known why.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", document =>
        {
            document.AddDocumentTransformer((api, _, _) =>
            {
                Describe(api);
                return Task.CompletedTask;
            });
            document.AddOperationTransformer(OperationNotes.Write);
            document.AddSchemaTransformer((schema, context, _) =>
            {
                if (context.JsonTypeInfo.Type == typeof(Money)) (schema.Type, schema.Format, schema.Description) = (JsonSchemaType.Integer, "int64", "Whole cents.");
                if (context.JsonTypeInfo.Type == typeof(SupportMonth)) (schema.Type, schema.Pattern, schema.Description) = (JsonSchemaType.String, "^([0-9]{4}-[0-9]{2}|undated)$", "A month, or undated.");
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Maps all endpoints under /api/v1.</summary>
    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization(Schemes.AnyAccount);
        var v1 = endpoints.MapGroup("/api/v1").ProducesProblemDetails();
        v1.MapAccountApi();
        v1.MapLawApi();
        v1.MapGuidelineApi();
        v1.MapCaseApi();
        v1.MapDeterminationApi();
        v1.MapBalanceApi();
        v1.MapReceiptApi();
        v1.MapReceiptChangeApi();
        v1.MapDistributionApi();
        v1.MapDisbursementApi();
        v1.MapFileApi();
    }

    private static void Describe(OpenApiDocument api)
    {
        api.Info = new()
        {
            Title = "Alimenta",
            Version = "v1",
            Description = "Money is in whole cents. Dates are YYYY-MM-DD. A write takes the header Idempotency-Key: the same key and content again gives the first answer. " +
                "Lists take limit and after and answer with items and next, the address of what follows. A no is problem details with a stable code, what is wrong (title) and what to do next (detail).",
            License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        api.Servers = [];
        api.Components ??= new();
        api.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token made under Your account. It acts with the rights of that account." },
        };
        api.Security = [new() { [new OpenApiSecuritySchemeReference("token", api)] = [] }];
    }
}
