using Npgsql;
using NpgsqlTypes;

namespace Alimenta.Data.Postgres;

/// <summary>Rows as one array for each column, which a statement takes apart again: many rows in one message, and no table to stage them in.</summary>
internal sealed class ColumnArrays(BulkTable table) : IRowWriter
{
    private readonly Column[] _columns = [.. table.Columns.Select(c => Of(c.Type))];

    /// <summary>The arrays in the order of the columns, as values without names.</summary>
    public NpgsqlParameter[] Values() => [.. _columns.Select(c => c.Value())];

    public void Null(int column) => _columns[column].AddNull();

    public void Long(int column, long value) => ((Numbers<long>)_columns[column]).Items.Add(value);

    public void Int(int column, int value) => ((Numbers<int>)_columns[column]).Items.Add(value);

    public void Flag(int column, bool value) => ((Numbers<bool>)_columns[column]).Items.Add(value);

    public void Text(int column, string value) => ((Things<string>)_columns[column]).Items.Add(value);

    public void Day(int column, DateOnly value) => ((Numbers<DateOnly>)_columns[column]).Items.Add(value);

    public void Instant(int column, DateTime value) => ((Numbers<DateTime>)_columns[column]).Items.Add(value);

    public void Bytes(int column, byte[] value) => ((Things<byte[]>)_columns[column]).Items.Add(value);

    private static Column Of(Type type) =>
        type == typeof(long) ? new Numbers<long>(NpgsqlDbType.Bigint)
        : type == typeof(int) ? new Numbers<int>(NpgsqlDbType.Integer)
        : type == typeof(bool) ? new Numbers<bool>(NpgsqlDbType.Boolean)
        : type == typeof(string) ? new Things<string>(NpgsqlDbType.Text)
        : type == typeof(DateOnly) ? new Numbers<DateOnly>(NpgsqlDbType.Date)
        : type == typeof(DateTime) ? new Numbers<DateTime>(NpgsqlDbType.TimestampTz)
        : type == typeof(byte[]) ? new Things<byte[]>(NpgsqlDbType.Bytea)
        : throw new NotSupportedException($"The model holds no {type.Name}.");

    private abstract class Column
    {
        public abstract void AddNull();

        public abstract NpgsqlParameter Value();
    }

    private sealed class Numbers<T>(NpgsqlDbType type) : Column
        where T : struct
    {
        public List<T?> Items { get; } = [];

        public override void AddNull() => Items.Add(null);

        public override NpgsqlParameter Value() => new NpgsqlParameter<List<T?>> { TypedValue = Items, NpgsqlDbType = NpgsqlDbType.Array | type };
    }

    private sealed class Things<T>(NpgsqlDbType type) : Column
        where T : class
    {
        public List<T?> Items { get; } = [];

        public override void AddNull() => Items.Add(null);

        public override NpgsqlParameter Value() => new NpgsqlParameter<List<T?>> { TypedValue = Items, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
