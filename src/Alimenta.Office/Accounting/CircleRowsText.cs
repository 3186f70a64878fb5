using System.Text.Json;
using Alimenta.Data;

namespace Alimenta.Office.Accounting;

/// <summary>The rows of a circle as a short text, and back: an array for each kind of row, in it an array for each row.</summary>
internal static class CircleRowsText
{
    // Raised whenever a row has other columns: a text of another version counts as none.
    private const int Version = 1;

    /// <summary>A text for each circle.</summary>
    public static IEnumerable<(long Circle, string Text)> Write(CircleRows rows)
    {
        var orders = rows.Orders.ToLookup(o => o.CaseId);
        var obligations = rows.Obligations.ToLookup(o => o.CaseId);
        var terms = rows.Terms.ToLookup(t => t.ObligationId);
        var spells = rows.Spells.ToLookup(s => s.CustodianId);
        var members = rows.Members.ToLookup(m => m.SpellId);
        var grants = rows.Grants.ToLookup(g => g.CustodianId);
        var openings = rows.Openings.ToLookup(o => o.CaseId);
        var adjustments = rows.Adjustments.ToLookup(a => a.CaseId);
        var choices = rows.Choices.ToLookup(c => c.PersonId);
        foreach (var circle in rows.Cases.GroupBy(c => c.CircleId))
        {
            List<long> cases = [.. circle.Select(c => c.Id)], custodians = [.. circle.Select(c => c.CustodianId).Distinct()];
            var mine = new CircleRows { Cases = [.. circle], Orders = [.. cases.SelectMany(c => orders[c])], Obligations = [.. cases.SelectMany(c => obligations[c])], Spells = [.. custodians.SelectMany(c => spells[c])] };
            mine.Terms.AddRange(mine.Obligations.SelectMany(o => terms[o.Id]));
            mine.Members.AddRange(mine.Spells.SelectMany(s => members[s.Id]));
            mine.Grants.AddRange(custodians.SelectMany(c => grants[c]));
            mine.Openings.AddRange(cases.SelectMany(c => openings[c]));
            mine.Adjustments.AddRange(cases.SelectMany(c => adjustments[c]));
            mine.Choices.AddRange(circle.Select(c => c.ObligorId).Distinct().SelectMany(o => choices[o]));
            yield return (circle.Key, JsonText.Of(mine, Write));
        }
    }

    /// <summary>Adds the rows of a text; false where it is one of another version.</summary>
    /// <exception cref="FormatException">The text is not one that was written here.</exception>
    public static bool Read(string text, long circle, CircleRows into) => JsonFields.Read(text, (ref JsonFields at) =>
    {
        at.Begin();
        if (at.Whole() != Version) return false;
        for (at.Begin(); at.Row(); at.End()) into.Cases.Add(new(at.Number(), at.Text(), circle, at.Number(), at.Text(), at.Number(), at.Text(), at.Text(), at.Flag()));
        for (at.Begin(); at.Row(); at.End()) into.Orders.Add(new(at.Number(), at.Number(), at.Text(), at.DayOrNone()));
        for (at.Begin(); at.Row(); at.End()) into.Obligations.Add(new(at.Number(), at.Number(), at.Number(), at.Text(), (ObligationKind)at.Whole(), at.NumberOrNone(), at.Text(), at.TextOrNone(), at.DayOrNone(), at.Flag()));
        for (at.Begin(); at.Row(); at.End()) into.Terms.Add(new(at.Number(), at.Money(), (Frequency)at.Whole(), at.Day(), at.DayOrNone(), at.Day(), (int?)at.NumberOrNone()));
        for (at.Begin(); at.Row(); at.End()) into.Spells.Add(new(at.Number(), (AssistanceProgram)at.Whole(), at.Number(), at.Day(), at.DayOrNone(), at.NumberOrNone(), at.Text()));
        for (at.Begin(); at.Row(); at.End()) into.Members.Add(new(at.Number(), at.Number(), at.Text()));
        for (at.Begin(); at.Row(); at.End()) into.Grants.Add(new(at.Number(), at.Text(), (AssistanceProgram)at.Whole(), at.Day(), at.Month(), at.Money()));
        for (at.Begin(); at.Row(); at.End()) into.Openings.Add(new(at.Number(), at.Number(), at.Text(), at.Month(), at.Day(), at.Money()));
        for (at.Begin(); at.Row(); at.End()) into.Adjustments.Add(new(at.Number(), at.Number(), at.Text(), at.TextOrNone(), at.Month(), at.Day(), at.Money()));
        for (at.Begin(); at.Row(); at.End()) into.Choices.Add(new(at.Number(), (OverpaymentIntent)at.Whole(), at.Day()));
        at.End();
        return true;
    });

    private static void Write(Utf8JsonWriter json, CircleRows rows)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Version);
        Rows(json, rows.Cases, c => [c.Id, c.Number, c.ObligorId, c.Obligor, c.CustodianId, c.Custodian, c.Policy, c.SnapMandatory]);
        Rows(json, rows.Orders, o => [o.Id, o.CaseId, o.Docket, o.EndsOn]);
        Rows(json, rows.Obligations, o => [o.Id, o.CaseId, o.OrderId, o.NaturalKey, (int)o.Kind, o.SupportedId, o.Supported, o.JointGroup, o.EndsOn, o.ProratePartial]);
        Rows(json, rows.Terms, t => [t.ObligationId, t.Amount, (int)t.Frequency, t.From, t.To, t.AnchorDate, t.DueDay2]);
        Rows(json, rows.Spells, s => [s.Id, (int)s.Program, s.CustodianId, s.From, s.To, s.AgencyId, s.Agency]);
        Rows(json, rows.Members, m => [m.SpellId, m.PersonId, m.Person]);
        Rows(json, rows.Grants, g => [g.CustodianId, g.NaturalKey, (int)g.Program, g.EffectiveOn, g.Month, g.Amount]);
        Rows(json, rows.Openings, o => [o.CaseId, o.ObligationId, o.Class, o.Month, o.AsOf, o.Amount]);
        Rows(json, rows.Adjustments, a => [a.CaseId, a.ObligationId, a.NaturalKey, a.Class, a.Month, a.On, a.Amount]);
        Rows(json, rows.Choices, c => [c.PersonId, (int)c.Intent, c.From]);
        json.WriteEndArray();
    }

    private static void Rows<T>(Utf8JsonWriter json, List<T> rows, Func<T, object?[]> values)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var value in values(row)) Value(json, value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case long number: json.WriteNumberValue(number); break;
            case int number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteNumberValue(flag ? 1 : 0); break;
            case DateOnly day: json.WriteNumberValue(day.DayNumber); break;
            case Money money: json.WriteNumberValue(money.Cents); break;
            case SupportMonth month: json.WriteNumberValue(month.Number); break;
            default: throw new ArgumentException($"A row has no values of {value.GetType().Name}.", nameof(value));
        }
    }
}
