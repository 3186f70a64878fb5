using System.Net;
using System.Security.Cryptography.X509Certificates;
using Alimenta.Law.Rules;
using Alimenta.Web.Access;
using Alimenta.Web.Api;
using Alimenta.Web.Components;
using Alimenta.Web.Hosting;
using Alimenta.Web.Pages.Calculator;
using Alimenta.Web.Pages.Cases;
using Alimenta.Web.Pages.Cases.Support;
using Alimenta.Web.Pages.Files;
using Alimenta.Web.Pages.Enforcement;
using Alimenta.Web.Pages.Financial;
using Alimenta.Web.Pages.Oversight;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace Alimenta.Web;

/// <summary>Builds the web server: the pages and the API over the office.</summary>
public static class WebHost
{
    private const string Follower = "follower";

    /// <summary>A server that is ready to start.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="office">Adds what the pages call: the database, the office, and the time when it is not the system's.</param>
    /// <param name="configure">Last changes, for tests that run the server in memory.</param>
    public static WebApplication Build(WebOptions options, Action<IServiceCollection> office, Action<WebApplicationBuilder>? configure = null)
    {
        // Nothing is read from the folder the program happens to stand in.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "Alimenta.Web", EnvironmentName = Environments.Production });
        builder.Services.AddRouting();
        builder.Services.AddSingleton(options);
        office(builder.Services);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks().AddCheck<FollowerWatch>(Follower);
        builder.Services.AddAntiforgery(form =>
        {
            form.Cookie.Name = Cookies.Name("form", options);
            Cookies.Guard(form.Cookie, options);
        });
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.TryAddSingleton(RuleCatalog.BuiltIn);
        builder.Services.TryAddSingleton(services => services.GetRequiredService<RuleCatalog>().Store);
        builder.Services.AddAccess(options);
        builder.Services.AddApi();
        builder.Services.AddOffice();
        builder.Services.AddOfficeDesks();
        builder.Services.AddRateLimits(options);
        Logs(builder, options);
        Listen(builder, options);
        configure?.Invoke(builder);

        var app = builder.Build();
        TrustProxies(app, options);
        app.UseSecurityHeaders(options);
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<ErrorPages>(options);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<PasswordFirst>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<FollowerReads>();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        app.MapAssets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Name != Follower }).AllowAnonymous();
        app.MapHealthChecks("/health/follower", new() { Predicate = check => check.Name == Follower }).AllowAnonymous();
        app.MapAccess();
        app.MapApi();
        app.MapExports();
        app.MapSupportDownloads();
        app.MapFileDownloads();
        app.MapMoneyDownloads();
        app.MapRemedyDownloads();
        app.MapOversightDownloads();
        app.MapCalculatorPapers();
        app.MapRazorComponents<App>();
    }

    private static void Logs(WebApplicationBuilder builder, WebOptions options)
    {
        builder.Logging.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        // Standard output belongs to the command that runs the server.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // What the framework says about requests names addresses and texts; RequestLog and ErrorPages say what is needed.
        builder.Logging.SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Components", LogLevel.None)
            .AddFilter("Alimenta.Web.Access", LogLevel.Warning)
            .AddFilter(typeof(RequestLog).FullName, options.Demo ? LogLevel.Warning : LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private static void Listen(WebApplicationBuilder builder, WebOptions options)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.LargestUpload;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            if (options.CertificateFile.Length > 0)
                kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = X509Certificate2.CreateFromPemFile(options.CertificateFile, options.CertificateKeyFile));
        });
        builder.WebHost.UseUrls(options.Address);
    }

    private static void TrustProxies(WebApplication app, WebOptions options)
    {
        // A proxy that ends HTTPS speaks plain HTTP to us; the office has said that people reach it by HTTPS only.
        if (options.Https && options.CertificateFile.Length == 0)
            app.Use((http, next) =>
            {
                http.Request.Scheme = Uri.UriSchemeHttps;
                return next(http);
            });
        if (options.KnownProxies.Count == 0) return;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.KnownProxies) forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        app.UseForwardedHeaders(forwarded);
    }
}
