using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alimenta.Data.Postgres;

/// <summary>A PostgreSQL server and a streaming follower of it.</summary>
public sealed class PostgresFollowing : IFollowing
{
    private const int Patience = 2;
    private const ulong LogPage = 8192;
    private readonly string _reading;
    private readonly string _askPrimary;
    private readonly string _askFollower;

    /// <param name="primary">The address of the server that is written to.</param>
    /// <param name="follower">The address of the follower.</param>
    public PostgresFollowing(string primary, string follower) =>
        (_reading, _askPrimary, _askFollower) = (PostgresEngine.ForReading(follower), Brief(primary), Brief(follower));

    /// <summary>No read is asked again here, as it would be on the primary: what fails on a follower is read from the primary instead.</summary>
    public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(_reading);

    public Task<ServerLook> AskPrimaryAsync(CancellationToken cancel) => AskAsync(_askPrimary, cancel);

    public Task<ServerLook> AskFollowerAsync(CancellationToken cancel) => AskAsync(_askFollower, cancel);

    private static async Task<ServerLook> AskAsync(string address, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            select pg_is_in_recovery(),
                   (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_insert_lsn() end)::text,
                   (select system_identifier from pg_control_system()) || '/' || (select oid from pg_database where datname = current_database()),
                   to_regclass('schema_version') is not null
            """;
        var (follows, position, database, made) = (false, LogPosition.Start, "", false);
        await using (var rows = await command.ExecuteReaderAsync(cancel))
        {
            await rows.ReadAsync(cancel);
            (follows, database, made) = (rows.GetBoolean(0), rows.GetString(2), rows.GetBoolean(3));
            position = rows.IsDBNull(1) ? LogPosition.Start : WithoutPageHead(LogPosition.Parse(rows.GetString(1))!.Value);
        }

        command.CommandText = made ? "select coalesce(string_agg(number || ' ' || checksum, ' ' order by number), '') from schema_version" : "select ''";
        return new(follows, position, database, (string)(await command.ExecuteScalarAsync(cancel))!);
    }

    // Where the last record ends with a page of the log, the primary says where the next would begin, behind the head of the next page; a follower says where the last ended.
    // No record can end within those bytes, so nothing is lost by taking the begin of the page.
    private static LogPosition WithoutPageHead(LogPosition position) => position.Value % LogPage is 24 or 40 ? new(position.Value - position.Value % LogPage) : position;

    private static string Brief(string address) =>
        new NpgsqlConnectionStringBuilder(PostgresAddress.ToConnectionString(address)) { Timeout = Patience, CommandTimeout = Patience, MinPoolSize = 0, MaxPoolSize = 8 }.ConnectionString;
}
