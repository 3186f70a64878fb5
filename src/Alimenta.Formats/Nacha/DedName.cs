namespace Alimenta.Formats.Nacha;

/// <summary>Whether the name in a segment is the name of a person.</summary>
public enum NameAgreement
{
    /// <summary>The segment has no name.</summary>
    NotGiven,

    /// <summary>It is, as far as the convention's few letters tell.</summary>
    Agrees,

    /// <summary>It is not.</summary>
    Differs,
}

/// <summary>The short form of a name in DED07: seven letters of the last name and three of the first; a comma between them when the last name is shorter.</summary>
public static class DedName
{
    private const int LastLetters = 7;
    private const int FirstLetters = 3;

    /// <summary>The short form: SMITH,JOH or JOHNSONMAR.</summary>
    public static string Of(string last, string first)
    {
        string l = Letters(last), f = Letters(first);
        f = f[..Math.Min(f.Length, FirstLetters)];
        return l.Length >= LastLetters ? l[..LastLetters] + f : f.Length == 0 ? l : $"{l},{f}";
    }

    /// <summary>Compares the name in a segment with a person's name; marks, blanks, accents and what goes beyond the short form do not count.</summary>
    public static NameAgreement Compare(string sent, string last, string first)
    {
        var comma = sent.IndexOf(',', StringComparison.Ordinal);
        string sentLast = Letters(comma < 0 ? sent : sent[..comma]), sentFirst = comma < 0 ? "" : Letters(sent[(comma + 1)..]);
        if (sentLast.Length == 0) return NameAgreement.NotGiven;
        string l = Letters(last), f = Letters(first);
        l = l[..Math.Min(l.Length, LastLetters)];
        if (comma < 0 && l.Length > 0 && sentLast.Length > l.Length && sentLast.StartsWith(l, StringComparison.Ordinal))
            (sentLast, sentFirst) = (l, sentLast[l.Length..]);
        return Short(sentLast, LastLetters) == l && SamePart(sentFirst, f) ? NameAgreement.Agrees : NameAgreement.Differs;
    }

    private static bool SamePart(string sent, string own)
    {
        var length = Math.Min(FirstLetters, Math.Min(sent.Length, own.Length));
        return sent.AsSpan(0, length).SequenceEqual(own.AsSpan(0, length));
    }

    private static string Short(string letters, int length) => letters[..Math.Min(letters.Length, length)];

    private static string Letters(string text) => new([.. PlainText.Of(text).Where(char.IsAsciiLetterUpper)]);
}
