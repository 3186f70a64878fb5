using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Alimenta.Data;

/// <summary>A column as bulk insertion needs it: its name, its type in the database and how to read its value from a row.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">The type after conversion: long, int, bool, string, DateOnly, DateTime or byte[].</param>
/// <param name="Read">Reads and converts the value; null for none.</param>
public sealed record BulkColumn(string Name, Type Type, Func<object, object?> Read);

/// <summary>A table as bulk insertion needs it, made once from the model so that it can never differ from it.</summary>
public sealed class BulkTable
{
    private const string VersionColumn = "version";
    private static readonly ConcurrentDictionary<IEntityType, BulkTable> Known = new();
    private readonly IReadOnlyList<string> _keys;
    private readonly Action<object, IRowWriter> _write;

    private BulkTable(IEntityType type, IReadOnlyList<BulkColumn> columns, Action<object, IRowWriter> write)
    {
        (Name, Columns, _write) = (type.GetTableName()!, columns, write);
        _keys = [.. type.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())];
    }

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>The column names, quoted and joined.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    /// <summary>The end of an insert that replaces the rows whose key is there and counts up their version.</summary>
    public string OrReplace =>
        $"on conflict ({string.Join(", ", _keys.Select(k => $"\"{k}\""))}) do update set {string.Join(", ", Columns.Where(c => !_keys.Contains(c.Name)).Select(c => c.Name == VersionColumn ? $"{c.Name} = \"{Name}\".{c.Name} + 1" : $"\"{c.Name}\" = excluded.\"{c.Name}\""))}";

    /// <summary>Hands the values of a row to a writer, in the order of the columns.</summary>
    public void Write(object row, IRowWriter to) => _write(row, to);

    public static BulkTable Of<T>(AlimentaDb db)
        where T : class => Of(db.Model.FindEntityType(typeof(T))!);

    internal static BulkTable Of(IEntityType type) => Known.GetOrAdd(type, t => new BulkTable(t, [.. t.GetProperties().Select(Column)], RowExpression.Compile(t)));

    /// <summary>The same table for rows that are values as the database keeps them, each read in its own way.</summary>
    internal static BulkTable OfValues(IEntityType type, IReadOnlyList<Func<object, object?>> readers) =>
        new(type, [.. Of(type).Columns.Select((column, i) => column with { Read = readers[i] })], (row, to) =>
        {
            for (var i = 0; i < readers.Count; i++) to.Value(i, readers[i](row));
        });

    private static BulkColumn Column(IProperty property)
    {
        var getter = property.PropertyInfo!;
        var converter = property.GetValueConverter() ?? property.FindTypeMapping()?.Converter;
        var model = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var type = converter is null ? model : Nullable.GetUnderlyingType(converter.ProviderClrType) ?? converter.ProviderClrType;
        return new(property.GetColumnName(), type, Reader(getter, converter));
    }

    private static Func<object, object?> Reader(System.Reflection.PropertyInfo property, ValueConverter? converter)
    {
        var row = System.Linq.Expressions.Expression.Parameter(typeof(object));
        var value = System.Linq.Expressions.Expression.Convert(
            System.Linq.Expressions.Expression.Property(System.Linq.Expressions.Expression.Convert(row, property.DeclaringType!), property), typeof(object));
        var read = System.Linq.Expressions.Expression.Lambda<Func<object, object?>>(value, row).Compile();
        if (converter is null) return read;
        var convert = converter.ConvertToProvider;
        return r => read(r) is { } found ? convert(found) : null;
    }
}
