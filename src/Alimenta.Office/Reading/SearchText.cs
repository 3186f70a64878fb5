using Alimenta.Office.Participants;

namespace Alimenta.Office.Reading;

/// <summary>A name as it may have been meant: a last name and the beginning of a first name.</summary>
/// <param name="Last">The last name, folded; its beginning when no first name follows.</param>
/// <param name="First">The beginning of the first name, folded, or empty.</param>
internal sealed record NameReading(string Last, string First)
{
    /// <summary>The least text of search names that begin so.</summary>
    public string From => First.Length == 0 ? Last : $"{Last} {First}";

    /// <summary>The least text above all that begin so.</summary>
    public string Below => From[..^1] + (char)(From[^1] + 1);

    /// <summary>Whether a search name fits, with its last name as it was found.</summary>
    public bool FitsFirst(string searchName)
    {
        if (First.Length == 0) return true;
        var blank = searchName.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && searchName.AsSpan(blank + 1).StartsWith(First, StringComparison.Ordinal);
    }
}

/// <summary>What was typed into the search box, read in every way that makes sense.</summary>
internal sealed class SearchText
{
    private const int MostWords = 5;
    private const int LeastForSlip = 4;
    private const int MostForSlip = 20;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public SearchText(string typed)
    {
        Typed = typed.Trim();
        var digits = string.Concat(Typed.Where(char.IsAsciiDigit));
        var numeric = Typed.Length > 0 && Typed.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '.' or '*');
        if (numeric && digits.Length == 9) Ssn = Fein = digits;
        if (numeric && digits.Length == 4) LastFour = digits;
        if (numeric && digits.Length is 10 or 11) CaseNumber = Whole(digits[..10]);
        Names = [.. Readings(Typed)];
        Firm = NameText.SearchFirm(Typed);
        Title = Typed.Split('/') is [var owes, var gets] && NameText.Fold(owes) is { Length: > 0 } first && NameText.Fold(gets) is { Length: > 0 } second ? (first, second) : null;
    }

    /// <summary>As it was typed, without blanks around.</summary>
    public string Typed { get; }

    /// <summary>Nine digits that may be a Social Security number, or empty.</summary>
    public string Ssn { get; } = "";

    /// <summary>Nine digits that may be an employer's number, or empty.</summary>
    public string Fein { get; } = "";

    /// <summary>Four digits that may end a Social Security number, or empty.</summary>
    public string LastFour { get; } = "";

    /// <summary>The case number with its right check digit, or empty.</summary>
    public string CaseNumber { get; } = "";

    /// <summary>The name in the order in which it may have been typed.</summary>
    public IReadOnlyList<NameReading> Names { get; }

    /// <summary>The name of a firm, folded.</summary>
    public string Firm { get; }

    /// <summary>The two last names of a case, folded, as its page is headed by: who owes / who receives; null where it is none.</summary>
    public (string Owes, string Gets)? Title { get; }

    /// <summary>What the audit log may keep of it: nothing that could be a Social Security number.</summary>
    public string ForLog => Typed.Any(char.IsAsciiDigit) && string.Concat(Typed.Where(char.IsAsciiDigit)) is { Length: 9 } digits ? $"***{digits[^4..]}" : Typed.Length > 100 ? Typed[..100] : Typed;

    /// <summary>The last names that one slip away may have been meant: a letter too few, too many, wrong, or two changed about.</summary>
    public static IReadOnlyCollection<string> Slips(string last)
    {
        if (last.Length is < LeastForSlip or > MostForSlip || !last.All(char.IsAsciiLetterUpper)) return [];
        var slips = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i <= last.Length; i++)
        {
            foreach (var letter in Letters)
            {
                slips.Add(last.Insert(i, letter.ToString()));
                if (i < last.Length) slips.Add(string.Concat(last.AsSpan(0, i), letter.ToString(), last.AsSpan(i + 1)));
            }

            if (i < last.Length) slips.Add(last.Remove(i, 1));
            if (i + 1 < last.Length) slips.Add(string.Concat(last.AsSpan(0, i), last[i + 1].ToString(), last[i].ToString(), last.AsSpan(i + 2)));
        }

        slips.Remove(last);
        return slips;
    }

    private static string Whole(string ten) => Kernel.CaseNumber.Make(2000 + int.Parse(ten.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture),
        int.Parse(ten.AsSpan(2, 3), System.Globalization.CultureInfo.InvariantCulture), int.Parse(ten.AsSpan(5, 5), System.Globalization.CultureInfo.InvariantCulture)).ToString();

    private static IEnumerable<NameReading> Readings(string typed)
    {
        var comma = typed.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0)
        {
            var (last, first) = (NameText.Fold(typed[..comma]), NameText.Fold(typed[(comma + 1)..].Trim().Split(' ')[0]));
            return last.Length == 0 ? [] : [new(last, first)];
        }

        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameText.Fold).Where(w => w.Length > 0).Take(MostWords).ToList();
        if (words.Count == 0 || words[0].All(char.IsAsciiDigit)) return [];
        // Last name first, of one or more words; then first name first.
        return Enumerable.Range(1, words.Count).Select(k => new NameReading(string.Concat(words.Take(k)), k < words.Count ? words[k] : ""))
            .Concat(Enumerable.Range(1, words.Count - 1).Select(k => new NameReading(string.Concat(words.Skip(words.Count - k)), words[0]))).Distinct();
    }
}
