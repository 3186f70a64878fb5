using System.Text;

namespace Alimenta.Cli.Guidelines;

/// <summary>A row of a file of comma-separated values.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">Its cells; one with the whole line where a quote is not closed.</param>
/// <param name="Open">Whether a quote in it is never closed.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells, bool Open);

/// <summary>Reads comma-separated values (RFC 4180) row by row.</summary>
/// <remarks>A quote that is never closed would swallow all that follows: then its line alone is a row, and reading goes on with the next.</remarks>
public static class CsvRows
{
    /// <summary>The rows in order; empty lines are none.</summary>
    public static IEnumerable<CsvRow> Read(string text)
    {
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var (cells, end) = Row(text, at);
            // The end of the line, not of the text, when the row would never end.
            var open = cells is null;
            if (cells is null)
            {
                end = text.IndexOf('\n', at) is var next && next < 0 ? text.Length : next + 1;
                cells = [text[at..end].TrimEnd('\r', '\n')];
            }

            if (cells is not [""]) yield return new(line, cells, open);
            line += text.AsSpan(at, end - at).Count('\n');
            at = end;
        }
    }

    /// <summary>The cells of the row that begins at a place, and where the next begins; null when a quote in it is never closed.</summary>
    private static (IReadOnlyList<string>? Cells, int End) Row(string text, int at)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var begins = true; at < text.Length; at++)
        {
            var sign = text[at];
            if (quoted)
            {
                if (sign != '"') cell.Append(sign);
                else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
                else quoted = false;
                continue;
            }

            if (sign == '\n' || (sign == '\r' && (at + 1 == text.Length || text[at + 1] == '\n')))
            {
                cells.Add(cell.ToString());
                return (cells, sign == '\r' && at + 1 < text.Length ? at + 2 : at + 1);
            }

            if (sign == '"' && begins) quoted = true;
            else if (sign == ',')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(sign);
            begins = sign == ',';
        }

        if (quoted) return (null, at);
        cells.Add(cell.ToString());
        return (cells, at);
    }
}
