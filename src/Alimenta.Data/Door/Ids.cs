using System.Collections.Concurrent;
using System.Data.Common;

namespace Alimenta.Data;

/// <summary>Hands out ids that grow with time. Gaps are fine; an id is never handed out twice.</summary>
public interface IIds
{
    /// <summary>The next id of a kind: the name of a table, or any other word.</summary>
    long Next(string kind);
}

public static class IdsByType
{
    /// <summary>The next id of a type of row.</summary>
    public static long Next<T>(this IIds ids) => ids.Next(Naming.Table(typeof(T)));
}

/// <summary>The blocks of ids that this process holds. A block is reserved in its own short transaction, so a command that fails leaves a gap and nothing else.</summary>
internal sealed class IdBlocks(IEngine engine) : IIds
{
    private const int SmallestBlock = 64;
    private const int LargestBlock = 16_384;
    private readonly ConcurrentDictionary<string, Block> _blocks = new(StringComparer.Ordinal);

    /// <summary>Outside a command. Inside one use <see cref="CommandContext.NextId(string)"/>.</summary>
    public long Next(string kind) => Next(kind, (count) =>
    {
        using var turn = engine.EnterWriter();
        using var connection = engine.Connect();
        connection.Open();
        return Reserve(connection, null, kind, count);
    });

    /// <summary>Inside a command: where the engine has one writer, the block is reserved in the command's own transaction.</summary>
    internal long Next(string kind, DbConnection connection, DbTransaction transaction, ICollection<string> reserved) =>
        engine.ReservesIdsInside
            ? Next(kind, count =>
            {
                reserved.Add(kind);
                return Reserve(connection, transaction, kind, count);
            })
            : Next(kind);

    /// <summary>Forgets blocks whose reservation was rolled back.</summary>
    internal void Forget(IEnumerable<string> kinds)
    {
        foreach (var kind in kinds)
        {
            var block = Of(kind);
            lock (block) block.End = block.Next;
        }
    }

    /// <summary>Forgets every block, where numbers come in from elsewhere.</summary>
    internal void ForgetAll() => Forget(_blocks.Keys);

    private Block Of(string kind) => _blocks.GetOrAdd(kind, _ => new Block());

    private long Next(string kind, Func<int, long> reserve)
    {
        var block = Of(kind);
        lock (block)
        {
            if (block.Next >= block.End)
            {
                var first = reserve(block.Size);
                (block.Next, block.End) = (first, first + block.Size);
                block.Size = Math.Min(block.Size * 2, LargestBlock);
            }

            return block.Next++;
        }
    }

    private static long Reserve(DbConnection connection, DbTransaction? transaction, string kind, int count)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            insert into id_block (kind, next_id) values (@kind, 1 + @count)
            on conflict (kind) do update set next_id = id_block.next_id + @count
            returning next_id
            """;
        command.Parameters.Add(Parameter(command, "@kind", kind));
        command.Parameters.Add(Parameter(command, "@count", (long)count));
        return (long)command.ExecuteScalar()! - count;
    }

    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        return parameter;
    }

    private sealed class Block
    {
        public long Next;
        public long End;
        public int Size = SmallestBlock;
    }
}
