using System.Buffers;
using System.Text;
using System.Text.Json;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>A play's state as a short text, and back. Each key is written once; rows point to it.</summary>
public static class PlayStateText
{
    /// <summary>Raised whenever the form or the meaning of a state changes: a text of another version is not read.</summary>
    public const int Version = 1;

    /// <summary>Writes a state.</summary>
    public static string Write(PlayState state)
    {
        var keys = new KeyTable();
        var body = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartArray();
            Row(json, state.Month.Number, state.Last.On.DayNumber, state.Last.Rank, keys.Of(state.Last.Key ?? ""));
            Rows(json, state.Debts, d => Row(json, keys.Of(d.Case), keys.Of(d.Obligation), (int)d.Kind, (int)d.Place, d.Month.Number, (int)d.Assignment, d.Left.Cents));
            Rows(json, state.Unreimbursed, u => Row(json, keys.Of(u.Custodian), (int)u.Program, u.Amount.Cents));
            Rows(json, state.Futures, f => Row(json, keys.Of(f.Receipt.Key), keys.Of(f.Receipt.Obligor), f.Receipt.Amount.Cents, (int)f.Receipt.Source, f.Receipt.CollectedOn.DayNumber, keys.Of(f.Receipt.Case),
                keys.Of(f.Receipt.Order), (int)f.Receipt.Intent, f.Receipt.Certified?.Cents ?? -1, f.Amount.Cents, f.Since.DayNumber));
            Rows(json, state.Counts, c => Row(json, (int)c.Counter, keys.Of(c.Key), c.Year, c.Amount.Cents));
            json.WriteEndArray();
        }

        var whole = new ArrayBufferWriter<byte>(body.WrittenCount + 256);
        using (var json = new Utf8JsonWriter(whole))
        {
            json.WriteStartArray();
            json.WriteNumberValue(Version);
            Rows(json, keys.All, json.WriteStringValue);
            json.WriteRawValue(body.WrittenSpan, skipInputValidation: true);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(whole.WrittenSpan);
    }

    /// <summary>Reads a state; null where there is none, or one of another version.</summary>
    public static PlayState? Read(string text)
    {
        if (text.Length == 0) return null;
        using var document = JsonDocument.Parse(text);
        var whole = document.RootElement;
        if (whole[0].GetInt32() != Version) return null;
        var keys = whole[1].EnumerateArray().Select(k => k.GetString()!).ToArray();
        var (head, debts, unreimbursed, futures, counts) = (whole[2][0], whole[2][1], whole[2][2], whole[2][3], whole[2][4]);
        string Key(JsonElement row, int at) => keys[row[at].GetInt32()];
        return new()
        {
            Month = new(head[0].GetInt32()),
            Last = new(Day(head, 1), head[2].GetInt32(), Key(head, 3)),
            Debts = [.. debts.EnumerateArray().Select(d => new DebtRow(Key(d, 0), Key(d, 1), (ObligationKind)d[2].GetInt32(), (DebtPlace)d[3].GetInt32(), new(d[4].GetInt32()), (Assignment)d[5].GetInt32(), Cents(d, 6)))],
            Unreimbursed = [.. unreimbursed.EnumerateArray().Select(u => (Key(u, 0), (AssistanceProgram)u[1].GetInt32(), Cents(u, 2)))],
            Futures = [.. futures.EnumerateArray().Select(f => new FutureHeld(
                new()
                {
                    Key = Key(f, 0), Obligor = Key(f, 1), Amount = Cents(f, 2), Source = (CollectionSource)f[3].GetInt32(), CollectedOn = Day(f, 4), Case = Key(f, 5), Order = Key(f, 6),
                    Intent = (OverpaymentIntent)f[7].GetInt32(), Certified = f[8].GetInt64() < 0 ? null : Cents(f, 8),
                },
                Cents(f, 9), Day(f, 10)))],
            Counts = [.. counts.EnumerateArray().Select(c => new PlayCount((PlayCounter)c[0].GetInt32(), Key(c, 1), c[2].GetInt32(), Cents(c, 3)))],
        };
    }

    private static void Rows<T>(Utf8JsonWriter json, IEnumerable<T> rows, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var row in rows) write(row);
        json.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter json, params ReadOnlySpan<long> values)
    {
        json.WriteStartArray();
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    private static Money Cents(JsonElement row, int at) => new(row[at].GetInt64());

    private static DateOnly Day(JsonElement row, int at) => DateOnly.FromDayNumber(row[at].GetInt32());

    private sealed class KeyTable
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public List<string> All { get; } = [];

        public int Of(string key)
        {
            if (_places.TryGetValue(key, out var place)) return place;
            _places.Add(key, All.Count);
            All.Add(key);
            return All.Count - 1;
        }
    }
}
