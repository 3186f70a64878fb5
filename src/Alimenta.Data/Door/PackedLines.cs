using System.Buffers;
using System.Text;
using System.Text.Json;
using Alimenta.Ledger;

namespace Alimenta.Data;

/// <summary>The lines of an entry as its row keeps them: a JSON array with an array for each line, so that an entry is one row and both engines can still read its lines in SQL (view journal_line).</summary>
/// <remarks>A line is [account, cents, month, obligation, case, obligor, person, receipt]; what it does not name is 0, and zeros at its end are left out.
/// One that names the same as the line before it is [account, cents, -1]: most lines are one of two between which money moves.</remarks>
public static class PackedLines
{
    internal const int Numbers = 7;
    internal const long AsBefore = -1;

    /// <summary>The text of an entry's lines.</summary>
    public static string Write(IReadOnlyList<Line> lines) => JsonText.Of(lines, static (json, lines) =>
    {
        Span<long> values = stackalloc long[Numbers], before = stackalloc long[Numbers];
        json.WriteStartArray();
        foreach (var line in lines)
        {
            json.WriteStartArray();
            json.WriteStringValue(line.Account.Code);
            (values[0], values[1], values[2], values[3]) = (line.Amount.Cents, line.Month.Number, line.ObligationId ?? 0, line.CaseId ?? 0);
            (values[4], values[5], values[6]) = (line.ObligorId ?? 0, line.PersonId ?? 0, line.ReceiptId ?? 0);
            var names = values[1..];
            if (names.ContainsAnyExcept(0) && names.SequenceEqual(before[1..]))
            {
                json.WriteNumberValue(values[0]);
                json.WriteNumberValue(AsBefore);
            }
            else
            {
                foreach (var value in values[..(values.LastIndexOfAnyExcept(0) + 1)]) json.WriteNumberValue(value);
            }

            json.WriteEndArray();
            values.CopyTo(before);
        }

        json.WriteEndArray();
    });

    /// <summary>The lines in a text.</summary>
    /// <exception cref="LedgerException">The text is not one that was written here.</exception>
    public static List<JournalLine> Read(long entryId, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var lines = new List<JournalLine>(4);
            var reader = new PackedLineReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
            while (reader.Next())
            {
                lines.Add(new()
                {
                    EntryId = entryId,
                    LineNo = lines.Count + 1,
                    Book = reader.Account?.Book ?? Book.Debt,
                    Account = reader.Code,
                    Cents = reader.Cents,
                    Month = reader.Month,
                    ObligationId = reader.Obligation,
                    CaseId = reader.Case,
                    ObligorId = reader.Obligor,
                    PersonId = reader.Person,
                    ReceiptId = reader.Receipt,
                });
            }

            return lines;
        }
        catch (LedgerException broken)
        {
            throw new LedgerException($"The lines of entry {entryId} cannot be read.", broken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}

/// <summary>Goes over packed lines one by one, without an object for each: for whoever adds up the whole journal.</summary>
/// <param name="utf8">The text in UTF-8.</param>
public ref struct PackedLineReader(ReadOnlySpan<byte> utf8)
{
    // Codes by their length: a handful each.
    private static readonly (byte[] Code, Account Account)[][] Chart =
        [.. Enumerable.Range(0, 1 + Accounts.All.Max(a => a.Code.Length)).Select(length => Accounts.All.Where(a => a.Code.Length == length).Select(a => (Encoding.UTF8.GetBytes(a.Code), a)).ToArray())];

    private Utf8JsonReader _json = new(utf8);
    private Values _values;
    private string? _unknown;
    private bool _begun;

    /// <summary>The account; null where the chart has no such account.</summary>
    public Account? Account { get; private set; }

    /// <summary>The account's code as it stands.</summary>
    public readonly string Code => Account?.Code ?? _unknown ?? "";

    /// <summary>Debit above nothing, credit below.</summary>
    public readonly long Cents => _values[0];

    public readonly SupportMonth Month => new(checked((int)_values[1]));

    public readonly long? Obligation => Named(_values[2]);

    public readonly long? Case => Named(_values[3]);

    public readonly long? Obligor => Named(_values[4]);

    public readonly long? Person => Named(_values[5]);

    public readonly long? Receipt => Named(_values[6]);

    /// <summary>Goes to the next line; false after the last.</summary>
    /// <exception cref="LedgerException">The text is not one of packed lines.</exception>
    public bool Next()
    {
        try
        {
            if (!_begun) Expect(JsonTokenType.StartArray);
            _begun = true;
            _json.Read();
            if (_json.TokenType == JsonTokenType.EndArray) return false;
            if (_json.TokenType != JsonTokenType.StartArray) throw new JsonException("Not a line.");
            Expect(JsonTokenType.String);
            (Account, _unknown) = (Find(_json.ValueSpan), null);
            if (Account is null) _unknown = _json.GetString();
            var before = _values;
            _values = default;
            var at = 0;
            while (_json.Read() && _json.TokenType == JsonTokenType.Number && at < PackedLines.Numbers) _values[at++] = _json.GetInt64();
            if (_json.TokenType != JsonTokenType.EndArray) throw new JsonException("Not the end of a line.");
            if (_values[1] == PackedLines.AsBefore) NameAs(before, at);
            return true;
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException)
        {
            throw new LedgerException("The lines of an entry cannot be read.", broken);
        }
    }

    private void NameAs(Values before, int numbers)
    {
        if (numbers != 2 || !((ReadOnlySpan<long>)before)[1..].ContainsAnyExcept(0)) throw new JsonException("No line before it names anything.");
        before[0] = _values[0];
        _values = before;
    }

    private void Expect(JsonTokenType type)
    {
        if (!_json.Read() || _json.TokenType != type) throw new JsonException($"Not {type}.");
    }

    private static Account? Find(ReadOnlySpan<byte> code)
    {
        if (code.Length >= Chart.Length) return null;
        foreach (var (known, account) in Chart[code.Length])
            if (code.SequenceEqual(known)) return account;
        return null;
    }

    private static long? Named(long id) => id == 0 ? null : id;

    [System.Runtime.CompilerServices.InlineArray(PackedLines.Numbers)]
    private struct Values
    {
        private long _first;
    }
}
