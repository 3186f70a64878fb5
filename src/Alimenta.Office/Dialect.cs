using Alimenta.Data;

namespace Alimenta.Office;

/// <summary>The few things that the two engines say in different words. The indexes of the search script are made of these very expressions.</summary>
internal sealed class Dialect(AlimentaDb db)
{
    private readonly bool _postgres = db.Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal);

    /// <summary>A text compared byte by byte, whatever language the database sorts in.</summary>
    public string Bytes(string column) => _postgres ? $"{column} collate \"C\"" : column;

    /// <summary>Whether a text stands between two values, byte by byte: from the first, below the second.</summary>
    public string Begins(string column, string from, string below) => $"({Bytes(column)} >= {from} and {Bytes(column)} < {below})";

    /// <summary>The last name of a search name: its first word.</summary>
    public string LastName(string column) => _postgres ? $"split_part({column}, ' ', 1)" : $"substr({column}, 1, instr({column} || ' ', ' ') - 1)";

    /// <summary>Whether a row number is among those of a list.</summary>
    public string Among(string column, string list) => _postgres ? $"{column} = any({list})" : $"{column} in (select value from json_each({list}))";

    /// <summary>A list of row numbers as a value of a statement.</summary>
    public object List(IReadOnlyCollection<long> numbers) => _postgres ? numbers.ToArray() : $"[{string.Join(',', numbers)}]";
}
