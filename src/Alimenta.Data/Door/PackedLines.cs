using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Alimenta.Ledger;

namespace Alimenta.Data;

/// <summary>The lines of an entry as its row keeps them: a JSON array with an array for each line, so that an entry is one row and both engines can still read its lines in SQL (view journal_line).</summary>
/// <remarks>A line is [account, cents, month, obligation, case, obligor, person, receipt]; what it does not name is 0, and zeros at its end are left out.</remarks>
public static class PackedLines
{
    private const int Parts = 8;
    private const int LongestCode = 64;
    private const int BytesALine = 48;
    private static readonly FrozenDictionary<string, Account>.AlternateLookup<ReadOnlySpan<char>> Chart =
        Accounts.All.ToFrozenDictionary(a => a.Code, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text of an entry's lines.</summary>
    public static string Write(IReadOnlyList<Line> lines)
    {
        var bytes = new ArrayBufferWriter<byte>(BytesALine * (lines.Count + 1));
        using (var json = new Utf8JsonWriter(bytes))
        {
            Span<long> values = stackalloc long[Parts - 1];
            json.WriteStartArray();
            foreach (var line in lines)
            {
                json.WriteStartArray();
                json.WriteStringValue(line.Account.Code);
                (values[0], values[1], values[2], values[3]) = (line.Amount.Cents, line.Month.Number, line.ObligationId ?? 0, line.CaseId ?? 0);
                (values[4], values[5], values[6]) = (line.ObligorId ?? 0, line.PersonId ?? 0, line.ReceiptId ?? 0);
                foreach (var value in values[..(values.LastIndexOfAnyExcept(0) + 1)]) json.WriteNumberValue(value);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>The lines in a text.</summary>
    /// <exception cref="LedgerException">The text is not one that was written here.</exception>
    public static List<JournalLine> Read(long entryId, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Read(entryId, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw new LedgerException($"The lines of entry {entryId} cannot be read.", broken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static List<JournalLine> Read(long entryId, ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        var lines = new List<JournalLine>(4);
        Span<long> values = stackalloc long[Parts - 1];
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray) throw new JsonException();
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            json.Read();
            var (account, book) = Account(ref json);
            values.Clear();
            var at = 0;
            while (json.Read() && json.TokenType == JsonTokenType.Number && at < values.Length) values[at++] = json.GetInt64();
            if (json.TokenType != JsonTokenType.EndArray) throw new JsonException();
            lines.Add(new()
            {
                EntryId = entryId,
                LineNo = lines.Count + 1,
                Book = book,
                Account = account,
                Cents = values[0],
                Month = new((int)values[1]),
                ObligationId = Named(values[2]),
                CaseId = Named(values[3]),
                ObligorId = Named(values[4]),
                PersonId = Named(values[5]),
                ReceiptId = Named(values[6]),
            });
        }

        return json.TokenType == JsonTokenType.EndArray ? lines : throw new JsonException();
    }

    // An account that the chart does not have is read as it stands: a proof tells of it.
    private static (string Code, Book Book) Account(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String || json.ValueSpan.Length > LongestCode) throw new JsonException();
        Span<char> code = stackalloc char[LongestCode];
        return Chart.TryGetValue(code[..json.CopyString(code)], out var known) ? (known.Code, known.Book) : (json.GetString()!, Book.Debt);
    }

    private static long? Named(long id) => id == 0 ? null : id;
}
