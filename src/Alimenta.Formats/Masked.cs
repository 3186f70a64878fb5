using System.Text;

namespace Alimenta.Formats;

/// <summary>Text from a file made fit to be shown: nothing protected, nothing that a screen or a log could take for a command.</summary>
public static class Masked
{
    /// <summary>The last four characters after three stars; only stars when there are too few to hide.</summary>
    public static string Ending(string text)
    {
        var printable = Printable(text).Trim();
        return printable.Length == 0 ? "" : printable.Length <= 6 ? "***" : "***" + printable[^4..];
    }

    /// <summary>The text with every character that is not plain and visible as a question mark, cut at 60.</summary>
    public static string Printable(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, 60) + 3);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 60))) shown.Append(c is >= ' ' and <= '~' ? c : '?');
        return text.Length > 60 ? shown.Append("...").ToString() : shown.ToString();
    }

    /// <summary>The text with every number of seven digits or more reduced to its last four: it can be a Social Security or an account number,
    /// also when dashes, points or blanks stand between the digits.</summary>
    public static string Digits(string text)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var (end, digits) = NumberAt(text, i);
            if (digits >= 7) shown.Append("***").Append(string.Concat(text[i..end].Where(char.IsAsciiDigit).TakeLast(4)));
            else shown.Append(text, i, Math.Max(end - i, 1));
            i = Math.Max(end, i + 1);
        }

        return Printable(shown.ToString());
    }

    private static (int End, int Digits) NumberAt(string text, int start)
    {
        int end = start, digits = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) (end, digits) = (i + 1, digits + 1);
            else if (digits == 0 || text[i] is not ('-' or '.' or ' ') || i > end) break;
        }

        return (end, digits);
    }
}
