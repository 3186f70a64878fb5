using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Testing;
using Alimenta.Web;
using Alimenta.Web.Components.Fields;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alimenta.Browser.Tests;

/// <summary>The product on a port of its own over a database of its own, with one account for each role, and one more page: the gallery of components.</summary>
internal sealed class BrowserHost : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly WebApplication _app;
    private readonly Dictionary<string, string> _userNames = [];

    private BrowserHost(TestDatabase database, WebApplication app) => (_database, _app) = (database, app);

    public string Address => _app.Urls.First();

    /// <summary>The password of all accounts.</summary>
    public string Password { get; private set; } = "";

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts the product.</summary>
    /// <param name="database">What it works on.</param>
    public static async Task<BrowserHost> StartAsync(TestDatabase database)
    {
        var app = WebHost.Build(new() { Address = "http://127.0.0.1:0", Demo = true, RequestsPerMinute = 100_000, SignInsPerMinute = 1000, Office = "Multnomah office" },
            services => services.AddAlimentaData(database.Store).AddSingleton(database.Clock),
            builder => builder.Logging.AddFilter("Alimenta.Web.Hosting.RequestLog", LogLevel.Warning));
        app.MapGet("/gallery", (Delegate)Gallery).RequireAuthorization();
        var host = new BrowserHost(database, app);
        await host.SeedAsync();
        await app.StartAsync();
        return host;
    }

    public string UserName(string role) => _userNames[role];

    /// <summary>The key of a new session of someone in a role.</summary>
    public async Task<string> SignInAsync(string role)
    {
        var outcome = await Services.GetRequiredService<SignInDesk>().SignInAsync(_userNames[role], Password);
        return outcome.Value.Key;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _database.Dispose();
    }

    private async Task SeedAsync()
    {
        foreach (var (account, password) in await Services.GetRequiredService<FirstAccounts>().CreateForDemoAsync())
        {
            _userNames[account.Roles.Single()] = account.UserName;
            Password = password;
        }
    }

    private static RazorComponentResult<Gallery> Gallery(HttpContext http)
    {
        var form = FormState.Of(http, "gallery", [("name", "Daniel Okafor"), ("amount", "12.345")]);
        form.Amount("amount", "Enter the amount.");
        form.Error("method", "Choose how it was paid.");
        return new RazorComponentResult<Gallery>(new Dictionary<string, object?> { ["Form"] = form });
    }
}
