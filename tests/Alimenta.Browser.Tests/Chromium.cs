using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Alimenta.Browser.Tests.Chromium))]

namespace Alimenta.Browser.Tests;

/// <summary>One server and one browser for all tests. A machine without the browser gets one clear sentence.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly Offices _offices = new();
    private BrowserHost? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The address of the server.</summary>
    public string Address => Host.Address;

    /// <summary>The server.</summary>
    internal BrowserHost Host => _host ?? throw new InvalidOperationException("The server was not started.");

    /// <summary>Starts both.</summary>
    public async ValueTask InitializeAsync()
    {
        var program = Places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is not installed on this machine: run ./test as a user who may install it, or install the Debian package \"chromium\".");
        _host = await _offices.At(Office.County);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
    }

    /// <summary>The server of an office.</summary>
    internal Task<BrowserHost> AtAsync(Office office) => _offices.At(office);

    /// <summary>A page of its own, nothing shared with other tests; signed in when a role is given.</summary>
    public async Task<IPage> OpenAsync(int width, string role = "", int height = 900, bool scripts = true, Office office = Office.County)
    {
        var host = await _offices.At(office);
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = host.Address,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
        });
        if (role.Length > 0) await context.AddCookiesAsync([new() { Name = "alimenta-session", Value = await host.SignInAsync(role), Url = host.Address }]);
        return await context.NewPageAsync();
    }

    /// <summary>Stops both.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _offices.DisposeAsync();
    }
}
