using System.Text.Json;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>A play's state as a short text, and back. Each key is written once; rows point to it.</summary>
public static class PlayStateText
{
    /// <summary>Raised whenever the form or the meaning of a state changes: a text of another version is not read.</summary>
    public const int Version = 1;

    /// <summary>Writes a state.</summary>
    public static string Write(PlayState state) => JsonText.Of((State: state, Keys: KeyTable.Of(state)), static (json, at) =>
    {
        var (state, keys) = at;
        json.WriteStartArray();
        json.WriteNumberValue(Version);
        json.WriteStartArray();
        foreach (var key in keys.All) json.WriteStringValue(key);
        json.WriteEndArray();

        json.WriteStartArray();
        Row(json, state.Month.Number, state.Last.On.DayNumber, state.Last.Rank, keys[state.Last.Key ?? ""]);
        json.WriteStartArray();
        foreach (var d in state.Debts) Row(json, keys[d.Case], keys[d.Obligation], (int)d.Kind, (int)d.Place, d.Month.Number, (int)d.Assignment, d.Left.Cents);
        json.WriteEndArray();
        json.WriteStartArray();
        foreach (var (custodian, program, amount) in state.Unreimbursed) Row(json, keys[custodian], (int)program, amount.Cents);
        json.WriteEndArray();
        json.WriteStartArray();
        foreach (var f in state.Futures)
            Row(json, keys[f.Receipt.Key], keys[f.Receipt.Obligor], f.Receipt.Amount.Cents, (int)f.Receipt.Source, f.Receipt.CollectedOn.DayNumber, keys[f.Receipt.Case], keys[f.Receipt.Order], (int)f.Receipt.Intent,
                f.Receipt.Certified?.Cents ?? -1, f.Amount.Cents, f.Since.DayNumber);
        json.WriteEndArray();
        json.WriteStartArray();
        foreach (var c in state.Counts) Row(json, (int)c.Counter, keys[c.Key], c.Year, c.Amount.Cents);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndArray();
    });

    /// <summary>Reads a state; null where there is none, or one of another version.</summary>
    /// <exception cref="FormatException">The text is not one that was written here.</exception>
    public static PlayState? Read(ReadOnlySpan<char> text) => text.IsEmpty ? null : JsonFields.Read(text, Read);

    private static PlayState? Read(ref JsonFields at)
    {
        at.Begin();
        if (at.Number() != Version) return null;
        var keys = at.Texts();
        at.Begin();
        at.Begin();
        var (month, last) = (at.Month(), new PlayPlace(at.Day(), at.Whole(), keys[at.Whole()]));
        at.End();
        var debts = new List<DebtRow>();
        for (at.Begin(); at.Row(); at.End()) debts.Add(new(keys[at.Whole()], keys[at.Whole()], (ObligationKind)at.Whole(), (DebtPlace)at.Whole(), at.Month(), (Assignment)at.Whole(), at.Money()));
        var unreimbursed = new List<(string, AssistanceProgram, Money)>();
        for (at.Begin(); at.Row(); at.End()) unreimbursed.Add((keys[at.Whole()], (AssistanceProgram)at.Whole(), at.Money()));
        var futures = new List<FutureHeld>();
        for (at.Begin(); at.Row(); at.End())
        {
            var receipt = new ReceiptFacts
            {
                Key = keys[at.Whole()], Obligor = keys[at.Whole()], Amount = at.Money(), Source = (CollectionSource)at.Whole(), CollectedOn = at.Day(), Case = keys[at.Whole()], Order = keys[at.Whole()], Intent = (OverpaymentIntent)at.Whole(),
                Certified = at.Number() is var certified and >= 0 ? new Money(certified) : null,
            };
            futures.Add(new(receipt, at.Money(), at.Day()));
        }

        var counts = new List<PlayCount>();
        for (at.Begin(); at.Row(); at.End()) counts.Add(new((PlayCounter)at.Whole(), keys[at.Whole()], at.Whole(), at.Money()));
        at.End();
        at.End();
        return new() { Month = month, Last = last, Debts = debts, Unreimbursed = unreimbursed, Futures = futures, Counts = counts };
    }

    private static void Row(Utf8JsonWriter json, params ReadOnlySpan<long> values)
    {
        json.WriteStartArray();
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    /// <summary>The keys of a state in the order in which its rows name them, and the place of each.</summary>
    private sealed class KeyTable
    {
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

        public List<string> All { get; } = [];

        public int this[string key] => _places[key];

        public static KeyTable Of(PlayState state)
        {
            var keys = new KeyTable();
            keys.Add(state.Last.Key ?? "");
            foreach (var d in state.Debts) keys.Add(d.Case, d.Obligation);
            foreach (var u in state.Unreimbursed) keys.Add(u.Custodian);
            foreach (var f in state.Futures) keys.Add(f.Receipt.Key, f.Receipt.Obligor, f.Receipt.Case, f.Receipt.Order);
            foreach (var c in state.Counts) keys.Add(c.Key);
            return keys;
        }

        private void Add(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
                if (_places.TryAdd(key, All.Count)) All.Add(key);
        }
    }
}
