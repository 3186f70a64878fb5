using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Alimenta.Web.Api;

/// <summary>Says in the document of the interface what the framework cannot see: the part of a list, the key of a write, the words of a filter.</summary>
internal static class OperationNotes
{
    public static Task Write(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var parameters = metadata.OfType<MethodInfo>().SelectMany(m => m.GetParameters()).ToList();
        foreach (var parameter in parameters) Words(operation, parameter);
        if (parameters.Exists(p => p.ParameterType == typeof(ListingQuery)))
        {
            Add(operation, new() { Name = "limit", In = ParameterLocation.Query, Description = "How many items.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{ListingQuery.Most}", Default = ListingQuery.Usual } });
            Add(operation, new() { Name = "after", In = ParameterLocation.Query, Description = "The mark in the address that next gave; left out at the start.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        if (metadata.OfType<KeyRequired>().Any())
        {
            Add(operation, new()
            {
                Name = Idempotency.Header, In = ParameterLocation.Header, Required = true, Description = "Made by the sender for each write: the same key and content again gives the first answer.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = Idempotency.Pattern },
            });
        }

        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, OpenApiParameter parameter) => (operation.Parameters ??= []).Add(parameter);

    private static void Words(OpenApiOperation operation, ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Word<>)) return;
        var words = (IEnumerable<string>)type.GetProperty(nameof(Word<DayOfWeek>.All))!.GetValue(null)!;
        if (operation.Parameters?.FirstOrDefault(p => p.Name == parameter.Name)?.Schema is OpenApiSchema schema) schema.Enum = [.. words.Select(w => (JsonNode)w)];
    }
}

/// <summary>Marks an endpoint that wants a key.</summary>
internal sealed record KeyRequired;
