namespace Alimenta.Data;

/// <summary>Takes the values of a row column by column, each as the database keeps it and without boxes: for rows by the million.</summary>
public interface IRowWriter
{
    /// <summary>No value.</summary>
    void Null(int column);

    /// <summary>A whole number of eight bytes.</summary>
    void Long(int column, long value);

    /// <summary>A whole number of four bytes.</summary>
    void Int(int column, int value);

    /// <summary>Yes or no.</summary>
    void Flag(int column, bool value);

    /// <summary>Text.</summary>
    void Text(int column, string value);

    /// <summary>A day.</summary>
    void Day(int column, DateOnly value);

    /// <summary>An instant in UTC.</summary>
    void Instant(int column, DateTime value);

    /// <summary>Bytes.</summary>
    void Bytes(int column, byte[] value);
}

/// <summary>Writing a value whose type is known only when it comes.</summary>
internal static class RowWriting
{
    public static void Value(this IRowWriter to, int column, object? value)
    {
        switch (value)
        {
            case null: to.Null(column); break;
            case long number: to.Long(column, number); break;
            case int number: to.Int(column, number); break;
            case bool flag: to.Flag(column, flag); break;
            case string text: to.Text(column, text); break;
            case DateOnly day: to.Day(column, day); break;
            case DateTime instant: to.Instant(column, instant); break;
            case byte[] bytes: to.Bytes(column, bytes); break;
            default: throw new NotSupportedException($"The model holds no {value.GetType().Name}.");
        }
    }
}
