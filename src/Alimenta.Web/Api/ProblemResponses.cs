using Microsoft.AspNetCore.Http.Metadata;

namespace Alimenta.Web.Api;

/// <summary>Says in the document of the interface how every endpoint says no.</summary>
internal static class ProblemResponses
{
    private static readonly int[] Statuses = [400, 401, 403, 404, 422, 429];

    public static RouteGroupBuilder ProducesProblemDetails(this RouteGroupBuilder group)
    {
        foreach (var status in Statuses) group.WithMetadata(new Answer(status));
        return group;
    }

    private sealed record Answer(int StatusCode) : IProducesResponseTypeMetadata
    {
        public Type Type => typeof(Problem);

        public IEnumerable<string> ContentTypes => ["application/problem+json"];
    }
}
