using System.Globalization;
using Alimenta.Kernel;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Alimenta.Data.Sqlite;

/// <summary>A prepared statement that takes row after row by the number of its parameters, as the library beneath the provider offers it: the provider looks each parameter up by name for each row.</summary>
/// <remarks>Days and instants are kept as the provider keeps them, so that both write the same.</remarks>
internal sealed class SqliteRows : IRowWriter, IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteRows(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Runs the statement with the values that were given, and makes it ready for the next row.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(_statement);
        if (code != raw.SQLITE_DONE)
        {
            var failure = new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), code, raw.sqlite3_extended_errcode(_database));
            raw.sqlite3_reset(_statement);
            throw failure;
        }

        Check(raw.sqlite3_reset(_statement));
    }

    public void Null(int column) => Check(raw.sqlite3_bind_null(_statement, column + 1));

    public void Long(int column, long value) => Check(raw.sqlite3_bind_int64(_statement, column + 1, value));

    public void Int(int column, int value) => Check(raw.sqlite3_bind_int(_statement, column + 1, value));

    public void Flag(int column, bool value) => Int(column, value ? 1 : 0);

    public void Text(int column, string value) => Check(raw.sqlite3_bind_text(_statement, column + 1, value));

    public void Day(int column, DateOnly value) => Text(column, Days.Iso(value));

    public void Instant(int column, DateTime value) => Text(column, value.ToString("yyyy\\-MM\\-dd HH\\:mm\\:ss.FFFFFFF", CultureInfo.InvariantCulture));

    public void Bytes(int column, byte[] value) => Check(raw.sqlite3_bind_blob(_statement, column + 1, value));

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), code, raw.sqlite3_extended_errcode(_database));
    }
}
