using Npgsql;
using NpgsqlTypes;

namespace Alimenta.Data.Postgres;

/// <summary>Rows as one array for each column, which a statement takes apart again: many rows in one message, and no table to stage them in.</summary>
/// <remarks>For rows that have a value in every column.</remarks>
internal sealed class ColumnArrays(BulkTable table) : IRowWriter
{
    private readonly Column[] _columns = [.. table.Columns.Select(c => Of(c.Type))];

    /// <summary>The arrays in the order of the columns, as values without names.</summary>
    public NpgsqlParameter[] Values() => [.. _columns.Select(c => c.Value())];

    public void Null(int column) => throw new NotSupportedException($"Column {table.Columns[column].Name} of {table.Name} needs a value.");

    public void Long(int column, long value) => Add(column, value);

    public void Int(int column, int value) => Add(column, value);

    public void Flag(int column, bool value) => Add(column, value);

    public void Text(int column, string value) => Add(column, value);

    public void Day(int column, DateOnly value) => Add(column, value);

    public void Instant(int column, DateTime value) => Add(column, value);

    public void Bytes(int column, byte[] value) => Add(column, value);

    private void Add<T>(int column, T value) => ((Column<T>)_columns[column]).Items.Add(value);

    private static Column Of(Type type) =>
        type == typeof(long) ? new Column<long>(NpgsqlDbType.Bigint)
        : type == typeof(int) ? new Column<int>(NpgsqlDbType.Integer)
        : type == typeof(bool) ? new Column<bool>(NpgsqlDbType.Boolean)
        : type == typeof(string) ? new Column<string>(NpgsqlDbType.Text)
        : type == typeof(DateOnly) ? new Column<DateOnly>(NpgsqlDbType.Date)
        : type == typeof(DateTime) ? new Column<DateTime>(NpgsqlDbType.TimestampTz)
        : type == typeof(byte[]) ? new Column<byte[]>(NpgsqlDbType.Bytea)
        : throw new NotSupportedException($"The model holds no {type.Name}.");

    private abstract class Column
    {
        public abstract NpgsqlParameter Value();
    }

    private sealed class Column<T>(NpgsqlDbType type) : Column
    {
        public List<T> Items { get; } = [];

        public override NpgsqlParameter Value() => new NpgsqlParameter<List<T>> { TypedValue = Items, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
