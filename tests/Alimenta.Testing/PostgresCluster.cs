using Alimenta.Data.Postgres;

namespace Alimenta.Testing;

/// <summary>Private PostgreSQL servers for tests, in temporary folders.</summary>
/// <remarks>The shared one has settings that are fast and unsafe (no fsync), as befits tests of logic; a durable one is for tests of crashes.</remarks>
public static class PostgresCluster
{
    private static readonly Lazy<PrivateServer> One = new(() => Start(durable: false));

    /// <summary>The server of this test process, started on first use.</summary>
    public static PrivateServer Shared => One.Value;

    /// <summary>Starts a server of its own.</summary>
    public static PrivateServer Start(bool durable) => durable
        ? PrivateServer.Start(Directory.CreateTempSubdirectory("alimenta-pg-").FullName)
        : PrivateServer.Start(Path.Combine(TestFolder.Path, "pg"), "fsync = off\nsynchronous_commit = off\nfull_page_writes = off");
}
