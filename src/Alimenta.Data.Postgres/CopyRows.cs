using Npgsql;
using NpgsqlTypes;

namespace Alimenta.Data.Postgres;

/// <summary>The rows of a binary COPY.</summary>
internal sealed class CopyRows(NpgsqlBinaryImporter copy) : IRowWriter
{
    public void Null(int column) => copy.WriteNull();

    public void Long(int column, long value) => copy.Write(value, NpgsqlDbType.Bigint);

    public void Int(int column, int value) => copy.Write(value, NpgsqlDbType.Integer);

    public void Flag(int column, bool value) => copy.Write(value, NpgsqlDbType.Boolean);

    public void Text(int column, string value) => copy.Write(value, NpgsqlDbType.Text);

    public void Day(int column, DateOnly value) => copy.Write(value, NpgsqlDbType.Date);

    public void Instant(int column, DateTime value) => copy.Write(value, NpgsqlDbType.TimestampTz);

    public void Bytes(int column, byte[] value) => copy.Write(value, NpgsqlDbType.Bytea);
}
