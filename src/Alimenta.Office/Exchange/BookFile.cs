using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alimenta.Data;

namespace Alimenta.Office.Exchange;

/// <summary>The lines of a whole book: a head, for each table its columns and rows as lists of values, and a foot with the count and hash of all before it.</summary>
internal static class BookFile
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>Writes the value of a column.</summary>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case long number: writer.WriteNumberValue(number); break;
            case int number: writer.WriteNumberValue(number); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case string text: writer.WriteStringValue(text); break;
            case DateOnly day: writer.WriteStringValue(Days.Iso(day)); break;
            case DateTime at: writer.WriteStringValue(at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            default: throw new NotSupportedException($"The model holds no {value.GetType().Name}.");
        }
    }

    /// <summary>Reads the value of a column.</summary>
    /// <exception cref="JsonException">It is not of the column's type.</exception>
    public static object? Read(ref Utf8JsonReader reader, Type type)
    {
        try
        {
            return reader.TokenType == JsonTokenType.Null ? null
                : type == typeof(long) ? reader.GetInt64()
                : type == typeof(int) ? reader.GetInt32()
                : type == typeof(bool) ? reader.GetBoolean()
                : type == typeof(string) ? reader.GetString()
                : type == typeof(DateOnly) ? DateOnly.ParseExact(reader.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : type == typeof(DateTime) ? DateTime.ParseExact(reader.GetString()!, "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
                : type == typeof(byte[]) ? reader.GetBytesFromBase64()
                : throw new NotSupportedException($"The model holds no {type.Name}.");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException)
        {
            throw new JsonException($"Expected {type.Name}.", wrong);
        }
    }
}

/// <summary>Writes lines and keeps the hash of all that was written.</summary>
internal sealed class HashedLines : IDisposable
{
    private readonly Stream _to;
    private readonly MemoryStream _line = new();
    private readonly Utf8JsonWriter _writer;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public HashedLines(Stream to)
    {
        _to = to;
        // Names and texts as people read them: the file is data, not a page.
        _writer = new(_line, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public long Lines { get; private set; }

    /// <summary>The hash of all lines so far.</summary>
    public string Hash => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public async Task WriteAsync(Action<Utf8JsonWriter> write, CancellationToken cancel)
    {
        _line.SetLength(0);
        _writer.Reset();
        write(_writer);
        await _writer.FlushAsync(cancel);
        _line.WriteByte((byte)'\n');
        var bytes = _line.GetBuffer().AsMemory(0, (int)_line.Length);
        _hash.AppendData(bytes.Span);
        await _to.WriteAsync(bytes, cancel);
        Lines++;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _line.Dispose();
        _hash.Dispose();
    }
}
