using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Alimenta.Web.Components.Tables;

/// <summary>Writes lists for spreadsheets (RFC 4180, UTF-8 with its mark so that names with accents open right), so that no cell can run as a formula.</summary>
public static partial class Csv
{
    // The full-width forms are read as the plain ones by some programs.
    private const string Dangerous = "=+-@\t\r\n\0＝＋－＠";

    /// <summary>An amount as a number: -12.50.</summary>
    public static string Amount(Money amount)
    {
        var units = Int128.Abs(amount.Cents);
        return string.Create(CultureInfo.InvariantCulture, $"{(amount.IsNegative ? "-" : "")}{units / 100}.{(int)(units % 100):00}");
    }

    /// <summary>One cell: quoted where needed, and led by an apostrophe where a spreadsheet would take it for a formula. Plain numbers stay numbers.</summary>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && Dangerous.Contains(text[0], StringComparison.Ordinal) && !Number().IsMatch(text) ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") || safe.Length > 0 && (safe[0] == ' ' || safe[^1] == ' ') ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>The list as one text: a line of headings, then a line for each row.</summary>
    public static string Write<T>(TableOf<T> table, IEnumerable<T> rows)
    {
        var text = new StringBuilder();
        Line(text, table.Columns.Select(c => c.Title));
        foreach (var row in rows) Line(text, table.Columns.Select(c => c.Csv(row)));
        return text.ToString();
    }

    /// <summary>The list as a download.</summary>
    /// <param name="table">Its columns.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="name">The file name without ending; letters, digits and dashes only, and nothing that names a person.</param>
    public static IResult Download<T>(TableOf<T> table, IEnumerable<T> rows, string name)
    {
        if (!FileName().IsMatch(name)) throw new ArgumentException("A file name has letters, digits and dashes only.", nameof(name));
        return Results.Bytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Write(table, rows))], "text/csv; charset=utf-8", name + ".csv");
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    [GeneratedRegex(@"^-?[0-9]{1,18}(\.[0-9]{1,4})?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,80}\z", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
