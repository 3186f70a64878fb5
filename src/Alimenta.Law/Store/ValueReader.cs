using System.Globalization;
using System.Text.Json;

namespace Alimenta.Law.Store;

/// <summary>Reads the content of a dated value by its unit.</summary>
internal sealed class ValueReader(string file, List<LawFault> faults, IReadOnlyList<string> of, IReadOnlyList<(string Name, LawUnit Unit)> columns)
{
    private static readonly (string Name, ClockUnit Unit, string Term)[] ClockUnits =
    [
        ("calendar-days", ClockUnit.CalendarDays, "CD"),
        ("business-days", ClockUnit.BusinessDays, "BD"),
        ("working-days", ClockUnit.BusinessDays, "WD"),
        ("days", ClockUnit.CalendarDays, "D"),
        ("months", ClockUnit.Months, "months"),
        ("years", ClockUnit.Years, "years"),
        ("promptly", ClockUnit.Promptly, "promptly"),
        ("state-set", ClockUnit.StateSet, "State"),
        ("none", ClockUnit.None, "none"),
    ];

    /// <summary>The value, or null after a fault. Dates and citation are filled in by the caller.</summary>
    public LawValue? Read(JsoncNode node, LawUnit unit)
    {
        if (unit == LawUnit.Table) return Table(node) is { } table ? Value($"a table of {table.Rows.Count} rows") with { Table = table } : null;
        if (unit == LawUnit.Clock) return Clock(node) is { } clock ? Value(clock.ToString()) with { Clock = clock } : null;
        if (unit == LawUnit.Words) return List(node) is { } list ? Value(string.Join(", ", list)) with { List = list } : null;
        return Cell(node, unit, of) is { } cell ? Value(Words(cell, unit)) with { Number = cell.Number, Word = cell.Word } : null;
    }

    /// <summary>Reads a day written as YYYY-MM-DD.</summary>
    public static bool TryDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static LawValue Value(string words) =>
        new() { From = default, Words = words, Citation = "", Status = LawStatus.Unconfirmed, Source = "" };

    private LawCell? Cell(JsoncNode node, LawUnit unit, IReadOnlyList<string> allowed)
    {
        if (LawWords.IsNumber(unit))
            return node.Kind == JsonValueKind.Number && long.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new(number, "")
                : Wrong(node, $"A value in {LawWords.Of(unit)} is a whole number of at least 0.", unit == LawUnit.Cents ? "Write cents without a point: 15000 for $150.00." : unit == LawUnit.Ppm ? "Write millionths without a point: 500000 for one half." : "Write digits only.");
        if (unit == LawUnit.Flag)
            return node.Kind is JsonValueKind.True or JsonValueKind.False ? new(node.Kind == JsonValueKind.True ? 1 : 0, "") : Wrong(node, "A flag is true or false.", "Write true or false without quotes.");
        if (node.Kind != JsonValueKind.String) return Wrong(node, $"A {LawWords.Of(unit)} is written between quotes.", "Put it between quotes.");
        if (unit == LawUnit.Date) return TryDate(node.Text, out var day) ? new(day.DayNumber, "") : Wrong(node, $"\"{node.Text}\" is not a day.", "Write YYYY-MM-DD.");
        return allowed.Count > 0 && !allowed.Contains(node.Text) ? Wrong(node, $"\"{node.Text}\" is not one of the words listed under \"of\".", $"Use one of {string.Join(", ", allowed)}.") : new(0, node.Text);
    }

    private List<string>? List(JsoncNode node)
    {
        if (node.Kind != JsonValueKind.Array || node.Items.Any(item => item.Kind != JsonValueKind.String))
        {
            Wrong(node, "This is a list of words.", "Write [\"...\", \"...\"].");
            return null;
        }

        var before = faults.Count;
        foreach (var item in node.Items)
        {
            Cell(item, LawUnit.Word, of);
            if (node.Items.Find(other => other.Text == item.Text) != item) Wrong(item, $"\"{item.Text}\" stands twice.", "Name each word once.");
        }

        return faults.Count > before ? null : [.. node.Items.Select(item => item.Text)];
    }

    private LawTable? Table(JsoncNode node)
    {
        if (node.Kind != JsonValueKind.Array)
        {
            Wrong(node, "A table is an array of rows.", "Write [ [..., ...], [..., ...] ].");
            return null;
        }

        var before = faults.Count;
        List<IReadOnlyList<LawCell>> rows = [];
        foreach (var row in node.Items)
        {
            if (columns.Count == 0) break; // named as a fault where the columns are read
            if (row.Kind != JsonValueKind.Array || row.Items.Count != columns.Count)
                Wrong(row, $"A row of this table has {columns.Count} cells.", $"Write them in the order {string.Join(", ", columns.Select(c => c.Name))}.");
            else
                rows.Add([.. row.Items.Select((cell, i) => Cell(cell, columns[i].Unit, []) ?? default)]);
        }

        return faults.Count > before ? null : new(columns, rows);
    }

    private ClockSpan? Clock(JsoncNode node)
    {
        var before = faults.Count;
        if (node.Kind != JsonValueKind.Object)
        {
            Wrong(node, "A time limit is an object.", "Write { \"amount\": 2, \"in\": \"business-days\" }.");
            return null;
        }

        foreach (var (name, at, _) in node.Members)
            if (name is not ("amount" or "in" or "after" or "before" or "to")) Wrong(at, $"A time limit has no member \"{name}\".", "Use amount, in, after, before and to.");
        var word = node["in"]?.Text ?? "";
        var found = Array.Find(ClockUnits, u => u.Name == word);
        if (found.Name is null) Wrong(node["in"] ?? node, $"\"{word}\" is not a unit of time limits.", $"Use one of {string.Join(", ", ClockUnits.Select(u => u.Name))}.");
        var numberless = found.Unit is ClockUnit.Promptly or ClockUnit.StateSet or ClockUnit.None;
        var amount = 0;
        if (numberless != node["amount"] is null || (node["amount"] is { } text && !int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out amount)))
            Wrong(node["amount"] ?? node, numberless ? "This unit takes no amount." : "The amount is a whole number of at least 0.", numberless ? "Take it out." : "Add \"amount\".");
        var start = node["after"]?.Text switch { null or "event" => ClockStart.Event, "month-end" => ClockStart.MonthEnd, "quarter-end" => ClockStart.QuarterEnd, _ => (ClockStart?)null };
        if (start is null) Wrong(node["after"]!, "A time limit counts after the event, month-end or quarter-end.", "Use one of the three.");
        if (node["to"] is { } to && to.Text != "month-end") Wrong(to, "A time limit may run on to month-end only.", "Write \"month-end\".");
        if (node["before"] is { } back && back.Kind is not (JsonValueKind.True or JsonValueKind.False)) Wrong(back, "\"before\" is true or false.", "Write true or false.");
        return faults.Count > before ? null : new(amount, found.Unit, found.Term, start!.Value, node["to"] is not null, node["before"]?.Kind == JsonValueKind.True);
    }

    private static string Words(LawCell cell, LawUnit unit) => unit switch
    {
        LawUnit.Cents => cell.Money.ToString(),
        LawUnit.Ppm => LawWords.Percent(cell.Number),
        LawUnit.Flag => cell.Number == 1 ? "yes" : "no",
        LawUnit.Date => Days.Words(DateOnly.FromDayNumber((int)cell.Number)),
        LawUnit.Word => cell.Word,
        LawUnit.Count => cell.Number.ToString(CultureInfo.InvariantCulture),
        LawUnit.BusinessDays => $"{cell.Number} business days",
        _ => $"{cell.Number} {LawWords.Of(unit)}",
    };

    private LawCell? Wrong(JsoncNode at, string reason, string remedy)
    {
        faults.Add(new(file, at.Line, at.Column, reason, remedy));
        return null;
    }
}
