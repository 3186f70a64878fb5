using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Alimenta.Kernel;

/// <summary>Short JSON texts, of which a payday writes several a payment: the writer and its memory stay with the thread and serve the next text.</summary>
public static class JsonText
{
    private const int First = 1_024, MostKept = 64 * 1_024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _kept;

    /// <summary>The text that <paramref name="write"/> writes of a value.</summary>
    public static string Of<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        // Taken while it is at work: a text inside another gets a writer of its own, and one that broke off is not used again.
        var (bytes, json) = _kept ?? Fresh();
        _kept = null;
        write(json, value);
        json.Flush();
        var text = Encoding.UTF8.GetString(bytes.WrittenSpan);
        bytes.ResetWrittenCount();
        json.Reset();
        if (bytes.Capacity <= MostKept) _kept = (bytes, json);
        return text;
    }

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) Fresh()
    {
        var bytes = new ArrayBufferWriter<byte>(First);
        return (bytes, new(bytes));
    }
}
