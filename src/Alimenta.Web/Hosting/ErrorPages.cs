using System.Text.Json;
using Alimenta.Office;
using Alimenta.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Alimenta.Web.Hosting;

/// <summary>The last resort: whatever goes wrong ends in a page (or, for the API, problem details) that says what to do next, with an incident number and no inside view.</summary>
public sealed partial class ErrorPages(RequestDelegate next, WebOptions options, ILogger<ErrorPages> log)
{
    private const string SecondsToWait = "5";

    /// <summary>Handles one request.</summary>
    public async Task Invoke(HttpContext http)
    {
        var (incident, bad) = ("", (JsonException?)null);
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            // What is no JSON at all; a member that is not known or of another type is a request that cannot be read.
            bad = (e.InnerException as JsonException)?.InnerException as JsonException;
            Begin(http, e.StatusCode);
        }
        catch (AntiforgeryValidationException) when (!http.Response.HasStarted)
        {
            Begin(http, StatusCodes.Status400BadRequest);
        }
        catch (Exception e) when (!http.Response.HasStarted && Outage.IsBehind(e))
        {
            incident = Incident.New();
            Report(e, incident, http);
            Begin(http, StatusCodes.Status503ServiceUnavailable);
            http.Response.Headers.RetryAfter = SecondsToWait;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            incident = Incident.New();
            Report(e, incident, http);
            Begin(http, StatusCodes.Status500InternalServerError);
        }
        catch (Exception e)
        {
            // Half an answer is out: the only honest end is to break the connection.
            Report(e, Incident.New(), http);
            http.Abort();
            return;
        }

        if (IsAnswered(http.Response) || HttpMethods.IsHead(http.Request.Method)) return;
        var error = IsGone(http) ? ErrorWords.FormGone : ErrorWords.For(http.Response.StatusCode, WantsJson(http.Request), bad);
        if (WantsJson(http.Request)) await Api.Problems.Write(http, http.Response.StatusCode, error.Code, error.What, error.Remedy, incident);
        else await WritePage(http, error, incident);
    }

    // The framework refuses a form with a content type and then writes nothing: only what has started is an answer.
    private static bool IsAnswered(HttpResponse response) => response.HasStarted || response.StatusCode < 400;

    /// <summary>Whether a form came with a good token and was refused all the same: the page does not draw it any more.</summary>
    private static bool IsGone(HttpContext http) =>
        http.Response.StatusCode == StatusCodes.Status400BadRequest && !WantsJson(http.Request)
        && http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && http.Request.HasFormContentType;

    private void Begin(HttpContext http, int status)
    {
        http.Response.Clear();
        SecurityHeaders.Apply(http.Response.Headers, options);
        http.Response.StatusCode = status;
    }

    private static async Task WritePage(HttpContext http, ErrorWords error, string incident)
    {
        await using var renderer = new HtmlRenderer(http.RequestServices, http.RequestServices.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ErrorPage>(ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(ErrorPage.Error)] = error, [nameof(ErrorPage.Incident)] = incident }))).ToHtmlString());
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html, http.RequestAborted);
    }

    private static bool WantsJson(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    private void Report(Exception error, string incident, HttpContext http)
    {
        var route = RequestLog.RouteOf(http);
        if (options.Demo) Failed(log, error, incident, http.Request.Method, route);
        else FailedQuietly(log, incident, http.Request.Method, route, Incident.WithoutMessages(error));
    }

    [LoggerMessage(1, LogLevel.Error, "Incident {Incident} at {Method} {Route}")]
    private static partial void Failed(ILogger log, Exception error, string incident, string method, string route);

    [LoggerMessage(2, LogLevel.Error, "Incident {Incident} at {Method} {Route}: {Trace}")]
    private static partial void FailedQuietly(ILogger log, string incident, string method, string route, string trace);
}
