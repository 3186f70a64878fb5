using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Web.Tests;

/// <summary>The web server over a real PostgreSQL server with a real follower, from which its pages are read.</summary>
internal sealed class Followed : IAsyncDisposable, IFollowing
{
    private readonly PostgresFollowing _servers;
    private ServerLook? _kept;

    private Followed(PrivateServer copy, TestDatabase database)
    {
        Copy = copy;
        _servers = Servers(database, copy, database.Name);
    }

    /// <summary>The follower's server.</summary>
    public PrivateServer Copy { get; }

    public Server Server { get; private set; } = null!;

    /// <summary>Whether the watch is told what it last was told.</summary>
    public bool Blind { get; set; }

    public static async Task<Followed> StartAsync(int oldest = 30)
    {
        var database = TestDatabases.Create(TestDatabases.Postgres);
        var followed = new Followed(PostgresCluster.Shared.Copy(Path.Combine(TestFolder.Path, $"follower-{database.Name}"), follow: true), database);
        database.Store.ReadAlsoFrom(new(followed, database.Clock, TimeSpan.FromSeconds(oldest)));
        followed.Server = await Server.StartAsync(database: database);
        return followed;
    }

    /// <summary>A database on the shared server and one on another.</summary>
    public static PostgresFollowing Servers(TestDatabase database, PrivateServer other, string name) =>
        new(PostgresCluster.Shared.ConnectionString(database.Name), other.ConnectionString(name));

    /// <summary>What the follower takes over is not seen until <see cref="Resume"/>.</summary>
    public void Pause() => Copy.Execute("postgres", "select pg_wal_replay_pause()");

    public void Resume() => Copy.Execute("postgres", "select pg_wal_replay_resume()");

    public void Configure(DbContextOptionsBuilder options) => _servers.Configure(options);

    public Task<ServerLook> AskPrimaryAsync(CancellationToken cancel) => _servers.AskPrimaryAsync(cancel);

    public async Task<ServerLook> AskFollowerAsync(CancellationToken cancel) => Blind && _kept is { } kept ? kept : _kept = await _servers.AskFollowerAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Copy.Dispose();
    }
}
