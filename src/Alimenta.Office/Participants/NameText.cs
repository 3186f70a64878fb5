using System.Globalization;
using System.Text;
using Alimenta.Formats;

namespace Alimenta.Office.Participants;

/// <summary>Names as they are stored and as they are searched.</summary>
public static class NameText
{
    /// <summary>What is stored: letters and marks put together, blanks of any kind as one blank, characters without width gone.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var c in ComposedLetters.Of(text ?? ""))
        {
            if (c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF') continue;
            if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
                continue;
            }

            clean.Append(c);
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>A name as it is searched: last name first, capitals without marks, blanks, hyphens or apostrophes inside a part.</summary>
    public static string Search(string last, string first = "", string middle = "") =>
        string.Join(' ', new[] { Fold(last), Fold(first), Fold(middle) }.Where(p => p.Length > 0));

    /// <summary>The name of an office or a firm as it is searched: capitals, words parted by one blank.</summary>
    public static string SearchFirm(string name) =>
        string.Join(' ', name.Split([' ', '-', '/', ','], StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(p => p.Length > 0));

    /// <summary>One part of a name folded: O'Brien, o’brien and O Brien are OBRIEN.</summary>
    /// <remarks>A name in another alphabet has no plain likeness; its capitals stay as they are.</remarks>
    public static string Fold(string part)
    {
        var folded = string.Concat(PlainText.Of(part).Where(char.IsAsciiLetterOrDigit));
        return folded.Length > 0 ? folded : string.Concat(part.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }

    /// <summary>The first character that cannot be printed, described; null when there is none.</summary>
    internal static string? Unprintable(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune)) return $"U+{(int)text[i]:X4}";
            var kind = Rune.GetUnicodeCategory(rune);
            if (kind is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.OtherSymbol or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return $"U+{rune.Value:X4}";
            i += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>Whether Latin letters stand beside Greek or Cyrillic ones that look like them.</summary>
    internal static bool MixesAlphabets(string text) =>
        text.Any(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F')) && text.Any(c => c is >= '\u0370' and <= '\u052F');
}
