using System.Data.Common;
using System.Text;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office;

/// <summary>Several questions to the database in one round trip: what a page needs is asked for at once, whatever the distance to the server.</summary>
/// <remarks>Each question is one statement of plain SQL that both engines understand. Named values are shared by all questions.</remarks>
internal sealed class Questions(AlimentaDb db)
{
    private readonly StringBuilder _sql = new();
    private readonly List<Func<DbDataReader, CancellationToken, Task>> _takers = [];
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <summary>Gives a value a name, such as @number.</summary>
    public Questions With(string name, object value)
    {
        _values[name] = value;
        return this;
    }

    /// <summary>Gives a list of row numbers a name, for <see cref="Dialect.Among"/>.</summary>
    public Questions With(string name, IReadOnlyCollection<long> numbers) => With(name, new Dialect(db).List(numbers));

    /// <summary>Asks; the answer is there after <see cref="AnswerAsync"/>.</summary>
    public List<T> Ask<T>(string sql, Func<Row, T> read)
    {
        var answer = new List<T>();
        _sql.Append(sql).Append(";\n");
        _takers.Add(async (reader, cancel) =>
        {
            while (await reader.ReadAsync(cancel)) answer.Add(read(new Row(reader)));
        });
        return answer;
    }

    /// <summary>Gets the answers to all questions.</summary>
    public async Task AnswerAsync(CancellationToken cancel)
    {
        if (_takers.Count == 0) return;
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction is { } running ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(running) : null;
#pragma warning disable CA2100 // The text is made of constants; values are parameters.
            command.CommandText = _sql.ToString();
#pragma warning restore CA2100
            foreach (var (name, value) in _values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            await using var reader = await command.ExecuteReaderAsync(cancel);
            foreach (var take in _takers)
            {
                await take(reader, cancel);
                await reader.NextResultAsync(cancel);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

/// <summary>A row of an answer, read from left to right.</summary>
internal sealed class Row(DbDataReader reader)
{
    private int _at;

    public long Long() => reader.GetInt64(_at++);

    public long? LongOrNone() => None() ? null : Long();

    public int Int() => checked((int)reader.GetInt64(_at++));

    public int? IntOrNone() => None() ? null : Int();

    public string Text() => reader.IsDBNull(_at) ? Skip("") : reader.GetString(_at++);

    public string? TextOrNone() => None() ? null : reader.GetString(_at++);

    public bool Flag() => reader.GetBoolean(_at++);

    public Money Money() => reader.IsDBNull(_at) ? Skip(Kernel.Money.Zero) : new(Long());

    public SupportMonth Month() => new(Int());

    public DateOnly Date() => reader.GetFieldValue<DateOnly>(_at++);

    public DateOnly? DateOrNone() => None() ? null : Date();

    public DateTime Instant() => DateTime.SpecifyKind(reader.GetDateTime(_at++), DateTimeKind.Utc);

    public DateTime? InstantOrNone() => None() ? null : Instant();

    public T Word<T>()
        where T : struct, Enum => Words<T>.Of[reader.GetString(_at++)];

    public T? WordOrNone<T>()
        where T : struct, Enum => None() ? null : Word<T>();

    private bool None()
    {
        if (!reader.IsDBNull(_at)) return false;
        _at++;
        return true;
    }

    private T Skip<T>(T value)
    {
        _at++;
        return value;
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Of = Enum.GetValues<T>().ToDictionary(v => Naming.Snake(v.ToString()), StringComparer.Ordinal);
    }
}
