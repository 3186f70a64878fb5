using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Alimenta.Kernel;

/// <summary>Goes over a short JSON text of arrays from its first value to its last, in the order in which <see cref="JsonText"/> wrote it; nothing is made of it but what is asked for.</summary>
public ref struct JsonFields
{
    private Utf8JsonReader _json;

    private JsonFields(ReadOnlySpan<byte> utf8) => _json = new(utf8);

    /// <summary>Makes something of a text.</summary>
    public delegate T Reader<out T>(ref JsonFields at);

    /// <summary>Reads a text.</summary>
    /// <exception cref="FormatException">The text does not hold what was asked for.</exception>
    public static T Read<T>(ReadOnlySpan<char> text, Reader<T> read)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var at = new JsonFields(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
            return read(ref at);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new FormatException("A kept text cannot be read.", broken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Goes into an array.</summary>
    public void Begin() => Expect(JsonTokenType.StartArray);

    /// <summary>Goes out of an array.</summary>
    public void End() => Expect(JsonTokenType.EndArray);

    /// <summary>Goes into the next array of an array; false after the last.</summary>
    public bool Row()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.StartArray || (_json.TokenType == JsonTokenType.EndArray ? false : throw new JsonException("Not a row."));
    }

    /// <summary>An array of texts.</summary>
    public string[] Texts()
    {
        var texts = new List<string>();
        for (Begin(); _json.Read() && _json.TokenType == JsonTokenType.String;) texts.Add(_json.GetString()!);
        return _json.TokenType == JsonTokenType.EndArray ? [.. texts] : throw new JsonException("Not the end of the texts.");
    }

    /// <summary>A number.</summary>
    public long Number()
    {
        Expect(JsonTokenType.Number);
        return _json.GetInt64();
    }

    /// <summary>A number, or null.</summary>
    public long? NumberOrNone() => _json.Read() && _json.TokenType == JsonTokenType.Null ? null : _json.TokenType == JsonTokenType.Number ? _json.GetInt64() : throw new JsonException("Not a number.");

    /// <summary>A number of 32 bits.</summary>
    public int Whole() => checked((int)Number());

    /// <summary>A text.</summary>
    public string Text()
    {
        Expect(JsonTokenType.String);
        return _json.GetString()!;
    }

    /// <summary>A text, or null.</summary>
    public string? TextOrNone() => _json.Read() && _json.TokenType == JsonTokenType.Null ? null : _json.TokenType == JsonTokenType.String ? _json.GetString() : throw new JsonException("Not a text.");

    /// <summary>True where a number is not 0.</summary>
    public bool Flag() => Number() != 0;

    /// <summary>Money, written in cents.</summary>
    public Money Money() => new(Number());

    /// <summary>A day, written by its number.</summary>
    public DateOnly Day() => DateOnly.FromDayNumber(Whole());

    /// <summary>A day, or null.</summary>
    public DateOnly? DayOrNone() => NumberOrNone() is { } day ? DateOnly.FromDayNumber(checked((int)day)) : null;

    /// <summary>A month, written by its number.</summary>
    public SupportMonth Month() => new(Whole());

    private void Expect(JsonTokenType type)
    {
        if (!_json.Read() || _json.TokenType != type) throw new JsonException($"Not {type}.");
    }
}
