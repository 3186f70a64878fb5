using Alimenta.Testing;

namespace Alimenta.Browser.Tests;

/// <summary>The databases that pages are looked at over.</summary>
public enum Office
{
    /// <summary>A county in the middle of a working day. It is only looked at.</summary>
    County,

    /// <summary>The same county, for journeys that change it.</summary>
    Desk,

    /// <summary>An office on its first morning: nothing is in it, and no business day is open.</summary>
    New,
}

/// <summary>The servers, each started when it is first asked for.</summary>
internal sealed class Offices : IAsyncDisposable
{
    private readonly Dictionary<Office, Lazy<Task<BrowserHost>>> _hosts = new()
    {
        [Office.County] = new(async () => await BrowserHost.StartAsync(await WorkedCounty.CopyAsync())),
        [Office.Desk] = new(async () => await BrowserHost.StartAsync(await WorkedCounty.CopyAsync())),
        [Office.New] = new(() => BrowserHost.StartAsync(TestDatabases.Create(TestDatabases.Sqlite))),
    };

    public Task<BrowserHost> At(Office office) => _hosts[office].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values.Where(h => h.IsValueCreated)) await (await host.Value).DisposeAsync();
    }
}
