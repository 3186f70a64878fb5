using Alimenta.Web;
using Alimenta.Web.Components.Fields;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alimenta.Browser.Tests;

/// <summary>The product on a port of its own, and one more page: the gallery of components.</summary>
internal static class BrowserHost
{
    public static async Task<WebApplication> StartAsync()
    {
        var app = WebHost.Build(new() { Address = "http://127.0.0.1:0", Demo = true }, services => services.AddSingleton(TimeProvider.System),
            builder => builder.Logging.AddFilter("Alimenta.Web.Hosting.RequestLog", LogLevel.Warning));
        app.MapGet("/gallery", (Delegate)Gallery).AllowAnonymous();
        await app.StartAsync();
        return app;
    }

    private static RazorComponentResult<Gallery> Gallery(HttpContext http)
    {
        var form = FormState.Of(http, "gallery", [("name", "Daniel Okafor"), ("amount", "12.345")]);
        form.Amount("amount", "Enter the amount.");
        form.Error("method", "Choose how it was paid.");
        return new RazorComponentResult<Gallery>(new Dictionary<string, object?> { ["Form"] = form });
    }
}
