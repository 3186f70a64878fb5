using System.Data.Common;
using System.Globalization;
using Alimenta.Testing;

namespace Alimenta.Office.Tests;

/// <summary>Somebody else at work on PostgreSQL: holds what it locked until it lets go, so that a test decides what comes between. SQLite has one writer, so nothing can come between there.</summary>
internal sealed class OtherSession : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly DbConnection _connection;
    private readonly DbTransaction _work;

    private OtherSession(TestDatabase database, DbConnection connection, DbTransaction work) => (_database, _connection, _work) = (database, connection, work);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<OtherSession> BeginAsync(TestDatabase database)
    {
        var connection = database.Store.Engine.Connect();
        await connection.OpenAsync(Cancel);
        return new(database, connection, await connection.BeginTransactionAsync(Cancel));
    }

    public async Task DoAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        (command.Transaction, command.CommandText) = (_work, sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Until so many wait for a lock, or something is done without waiting.</summary>
    public async Task WaitedForAsync(int many, params Task[] works)
    {
        while (works.All(w => !w.IsCompleted) && Convert.ToInt64(_database.Scalar("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"), CultureInfo.InvariantCulture) < many)
            await Task.Delay(20, Cancel);
    }

    public Task LetGoAsync() => _work.CommitAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
