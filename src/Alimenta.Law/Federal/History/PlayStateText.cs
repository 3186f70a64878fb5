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
        var body = new ArrayBufferWriter<byte>();
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

        var whole = new ArrayBufferWriter<byte>();
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
        var whole = new Fields(document.RootElement, []);
        if (whole.Number() != Version) return null;
        var keys = whole.Element().EnumerateArray().Select(k => k.GetString()!).ToArray();
        var parts = new Fields(whole.Element(), keys);
        var head = parts.Row();
        return new()
        {
            Month = head.Month(),
            Last = new(head.Day(), head.Whole(), head.Key()),
            Debts = [.. parts.Rows().Select(d => new DebtRow(d.Key(), d.Key(), (ObligationKind)d.Whole(), (DebtPlace)d.Whole(), d.Month(), (Assignment)d.Whole(), d.Money()))],
            Unreimbursed = [.. parts.Rows().Select(u => (u.Key(), (AssistanceProgram)u.Whole(), u.Money()))],
            Futures = [.. parts.Rows().Select(f => new FutureHeld(
                new()
                {
                    Key = f.Key(), Obligor = f.Key(), Amount = f.Money(), Source = (CollectionSource)f.Whole(), CollectedOn = f.Day(), Case = f.Key(), Order = f.Key(), Intent = (OverpaymentIntent)f.Whole(),
                    Certified = f.Number() is var certified and >= 0 ? new Money(certified) : null,
                },
                f.Money(), f.Day()))],
            Counts = [.. parts.Rows().Select(c => new PlayCount((PlayCounter)c.Whole(), c.Key(), c.Whole(), c.Money()))],
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

    /// <summary>Reads an array from its first element to its last, in the order in which it was written.</summary>
    private sealed class Fields(JsonElement array, string[] keys)
    {
        private JsonElement.ArrayEnumerator _rest = array.EnumerateArray();

        public JsonElement Element() => _rest.MoveNext() ? _rest.Current : throw new FormatException("A kept state ends too early.");

        public long Number() => Element().GetInt64();

        public int Whole() => Element().GetInt32();

        public string Key() => keys[Whole()];

        public Money Money() => new(Number());

        public DateOnly Day() => DateOnly.FromDayNumber(Whole());

        public SupportMonth Month() => new(Whole());

        public Fields Row() => new(Element(), keys);

        public IEnumerable<Fields> Rows() => Element().EnumerateArray().Select(row => new Fields(row, keys));
    }

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
