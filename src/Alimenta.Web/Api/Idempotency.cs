using System.Globalization;
using Alimenta.Web.Access;

namespace Alimenta.Web.Api;

/// <summary>The key under which a program sends a write, so that sending it again after a lost answer does nothing twice.</summary>
public static class Idempotency
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int Shortest = 8, Longest = 100;

    /// <summary>What a key looks like, for the document of the interface.</summary>
    internal static readonly string Pattern = $"^[A-Za-z0-9_-]{{{Shortest},{Longest}}}$";

    /// <summary>Refuses a request without a proper key.</summary>
    public static TBuilder RequiresKey<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new KeyRequired()).AddEndpointFilter(async (context, next) =>
    {
        var key = context.HttpContext.Request.Headers[Header].ToString();
        if (key.Length is >= Shortest and <= Longest && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return await next(context);
        return Problems.Of(StatusCodes.Status400BadRequest, "W-KEY", $"The header {Header} is missing or not a key.",
            $"Make a key of {Shortest} to {Longest} letters, digits, dashes or underscores for each write, and send the same one when you send the write again.");
    });

    /// <summary>The key for the command: that of the header, apart from the keys of other accounts.</summary>
    public static string Key(this HttpContext http) =>
        string.Create(CultureInfo.InvariantCulture, $"api-{http.Caller().UserId}-{http.Request.Headers[Header]}");
}
