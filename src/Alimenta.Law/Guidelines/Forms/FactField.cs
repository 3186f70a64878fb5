namespace Alimenta.Law.Guidelines.Forms;

/// <summary>One fact of a rule as a form asks for it.</summary>
/// <param name="Path">Its place in the facts, such as parent_a.income_cents; inside a list the place of the entry is left open: child_care[].cost_cents.</param>
/// <param name="Label">A short name for people.</param>
/// <param name="Hint">What is wanted, in a sentence.</param>
/// <param name="Kind">How it is typed.</param>
/// <param name="Required">Whether the rule cannot do without it.</param>
/// <param name="MayBeNegative">Whether it may be below nothing.</param>
/// <param name="Words">The words to choose from, as the facts write them; empty where nothing is chosen.</param>
/// <param name="Otherwise">What holds when it is left empty, as the facts write it; empty when nothing does.</param>
public sealed record FactField(string Path, string Label, string Hint, FactKind Kind, bool Required, bool MayBeNegative, IReadOnlyList<string> Words, string Otherwise)
{
    /// <summary>The last part of the path: the name of the member.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>The place of the fact in one entry of its list.</summary>
    /// <param name="entry">The place of the entry, from 0; null outside lists.</param>
    public string At(int? entry) => FactPath.At(Path, entry);
}

/// <summary>How a fact is typed.</summary>
public enum FactKind
{
    /// <summary>Dollars and cents.</summary>
    Money,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A number with up to two decimals, kept in hundredths.</summary>
    Hundredths,

    /// <summary>Percent, kept in millionths.</summary>
    Percent,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>Words.</summary>
    Text,

    /// <summary>A day.</summary>
    Day,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>Several of a few words.</summary>
    Words,

    /// <summary>Several texts, such as names.</summary>
    Texts,
}

/// <summary>Facts that belong together: a parent, an entry of a list, a decision.</summary>
/// <param name="Path">Their place in the facts; empty for the facts themselves, with [] for an entry of a list.</param>
/// <param name="Label">A short name for people.</param>
/// <param name="Hint">What is wanted, in a sentence.</param>
/// <param name="Required">Whether the rule cannot do without them.</param>
/// <param name="IsList">Whether there may be several.</param>
/// <param name="Fields">The facts.</param>
/// <param name="Groups">Groups inside it.</param>
public sealed record FactGroup(string Path, string Label, string Hint, bool Required, bool IsList, IReadOnlyList<FactField> Fields, IReadOnlyList<FactGroup> Groups)
{
    /// <summary>All facts in it and in the groups inside it.</summary>
    public IEnumerable<FactField> All => Fields.Concat(Groups.SelectMany(g => g.All));
}

/// <summary>Places in facts.</summary>
public static class FactPath
{
    /// <summary>A place in one entry of its list. Only one list is ever left open.</summary>
    public static string At(string path, int? entry) =>
        entry is { } i ? path.Replace("[]", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{i}]"), StringComparison.Ordinal) : path;

    /// <summary>A place with the numbers of entries left open: child_care[2].cost_cents is child_care[].cost_cents.</summary>
    public static string Open(string path)
    {
        var text = new System.Text.StringBuilder(path.Length);
        var inside = false;
        foreach (var c in path)
        {
            if (c == ']') inside = false;
            if (!inside) text.Append(c);
            if (c == '[') inside = true;
        }

        return text.ToString();
    }

    /// <summary>The entry that a place names first, from 0; null when it names none.</summary>
    public static int? Entry(string path)
    {
        var from = path.IndexOf('[', StringComparison.Ordinal);
        var to = from < 0 ? -1 : path.IndexOf(']', from);
        return to > 0 && int.TryParse(path.AsSpan(from + 1, to - from - 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var entry) ? entry : null;
    }
}
