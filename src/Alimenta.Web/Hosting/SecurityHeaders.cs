namespace Alimenta.Web.Hosting;

/// <summary>The headers that every answer carries: what a page may load, who may frame it, what a browser may keep.</summary>
public static class SecurityHeaders
{
    /// <summary>Everything comes from this server; nothing inline runs or styles; nobody frames a page.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    /// <summary>Sets the headers before anything else can answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app, WebOptions options) => app.Use((http, next) =>
    {
        Apply(http.Response.Headers, options);
        return next(http);
    });

    /// <summary>Sets the headers; an error that throws away a half-made answer sets them again.</summary>
    internal static void Apply(IHeaderDictionary headers, WebOptions options)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Pages hold data about people: nothing is kept, unless an endpoint (a style sheet, a font) says otherwise.
        headers.CacheControl = "no-store";
        if (options.Https) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
    }
}
