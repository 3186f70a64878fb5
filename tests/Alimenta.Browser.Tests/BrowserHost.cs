using Alimenta.Web;
using Alimenta.Web.Components.Fields;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alimenta.Browser.Tests;

/// <summary>The product on a port of its own, and one more page: the gallery of components.</summary>
internal static class BrowserHost
{
    public static async Task<WebApplication> StartAsync()
    {
        var app = WebHost.Build(new() { Address = "http://127.0.0.1:0", Demo = true }, services => services.AddSingleton(TimeProvider.System),
            builder => builder.Logging.ClearProviders());
        app.MapGet("/gallery", (Delegate)Gallery).AllowAnonymous();
        await app.StartAsync();
        return app;
    }

    private static async Task<IResult> Gallery(HttpContext http)
    {
        var form = FormState.Of(http, "gallery", [("name", "Daniel Okafor"), ("amount", "12.345")]);
        form.Amount("amount", "Enter the amount.");
        form.Error("method", "Choose how it was paid.");
        await using var renderer = new HtmlRenderer(http.RequestServices, http.RequestServices.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Form"] = form });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Gallery>(parameters)).ToHtmlString());
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
