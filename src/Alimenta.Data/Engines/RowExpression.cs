using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Alimenta.Data;

/// <summary>Compiles, once for each type of row, the code that hands its values to a writer, with the conversions of the model.</summary>
internal static class RowExpression
{
    private static readonly Dictionary<Type, string> Methods = new()
    {
        [typeof(long)] = nameof(IRowWriter.Long), [typeof(int)] = nameof(IRowWriter.Int), [typeof(bool)] = nameof(IRowWriter.Flag), [typeof(string)] = nameof(IRowWriter.Text),
        [typeof(DateOnly)] = nameof(IRowWriter.Day), [typeof(DateTime)] = nameof(IRowWriter.Instant), [typeof(byte[])] = nameof(IRowWriter.Bytes),
    };

    public static Action<object, IRowWriter> Compile(IEntityType type)
    {
        var given = Expression.Parameter(typeof(object));
        var to = Expression.Parameter(typeof(IRowWriter));
        var row = Expression.Variable(type.ClrType);
        var body = new List<Expression> { Expression.Assign(row, Expression.Convert(given, type.ClrType)) };
        body.AddRange(type.GetProperties().Select((p, i) => Column(row, to, p, i)));
        return Expression.Lambda<Action<object, IRowWriter>>(Expression.Block([row], body), given, to).Compile();
    }

    private static Expression Column(ParameterExpression row, ParameterExpression to, IProperty property, int at)
    {
        var value = Expression.Property(row, property.PropertyInfo!);
        var place = Expression.Constant(at);
        var none = Expression.Call(to, nameof(IRowWriter.Null), null, place);
        if (Nullable.GetUnderlyingType(property.ClrType) is not null)
            return Expression.IfThenElse(Expression.Property(value, "HasValue"), Write(to, place, Converted(property, Expression.Property(value, "Value"))), none);
        var write = Write(to, place, Converted(property, value));
        return property.ClrType.IsValueType ? write : Expression.IfThenElse(Expression.ReferenceEqual(value, Expression.Constant(null)), none, write);
    }

    private static Expression Converted(IProperty property, Expression value)
    {
        var converter = property.GetValueConverter() ?? property.FindTypeMapping()?.Converter;
        if (converter is null) return value;
        var convert = converter.ConvertToProviderExpression;
        var given = convert.Parameters[0].Type == value.Type ? value : Expression.Convert(value, convert.Parameters[0].Type);
        Expression converted = Expression.Invoke(convert, given);
        return Nullable.GetUnderlyingType(converted.Type) is null ? converted : Expression.Property(converted, "Value");
    }

    private static MethodCallExpression Write(ParameterExpression to, ConstantExpression place, Expression value) =>
        Expression.Call(to, Methods.TryGetValue(value.Type, out var method) ? method : throw new NotSupportedException($"The model holds no {value.Type.Name}."), null, place, value);
}
