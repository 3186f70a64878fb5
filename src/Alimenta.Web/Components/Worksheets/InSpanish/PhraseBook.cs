using System.Text.RegularExpressions;

namespace Alimenta.Web.Components.Worksheets.InSpanish;

/// <summary>Sentences in which the rules speak, with their Spanish. The rules speak English once; a pair stands here for each of their sentences.</summary>
/// <remarks>An English pattern names what stands in its places: {0:money}, {1:who}. The Spanish one says where they go: {0}, {1}. Amounts, numbers and
/// what a person typed are kept letter by letter; people, days and words of the law are put into Spanish as well.</remarks>
/// <param name="pairs">The pairs; where two fit, the earlier one counts.</param>
internal sealed class PhraseBook(params IEnumerable<(string En, string Es)> pairs)
{
    // Sentences share few beginnings, so most patterns are never looked at; those that begin with a place stand under none.
    private readonly ILookup<string, PhrasePair> _byBeginning = pairs.Select((p, i) => new PhrasePair(p.En, p.Es, i)).ToLookup(p => p.Beginning, StringComparer.Ordinal);

    /// <summary>All pairs.</summary>
    public IEnumerable<PhrasePair> Pairs => _byBeginning.SelectMany(p => p);

    /// <summary>The sentence in Spanish; null when no pair fits.</summary>
    /// <param name="sentence">The sentence as the rule says it.</param>
    /// <param name="seen">Takes the pairs that were used; null costs nothing.</param>
    public string? Of(string sentence, ISet<string>? seen = null)
    {
        foreach (var pair in _byBeginning[PhrasePair.BeginningOf(sentence)].Concat(_byBeginning[""]).OrderBy(p => p.Order))
        {
            if (pair.Match(sentence) is not { Success: true } match || Filled(pair, match, seen) is not { } said) continue;
            seen?.Add(pair.English);
            return said;
        }

        return null;
    }

    private string? Filled(PhrasePair pair, Match match, ISet<string>? seen)
    {
        var all = true;
        var said = PhrasePair.Places().Replace(pair.Spanish, place =>
        {
            var number = place.Groups["number"].Value;
            var put = Put(pair.KindOf(number), match.Groups["p" + number].Value, seen);
            all &= put is not null;
            return put ?? "";
        });
        return all ? said : null;
    }

    private string? Put(string kind, string text, ISet<string>? seen) => kind switch
    {
        "who" => PhraseWords.Who(text),
        "day" => PhraseWords.Day(text),
        "word" => PhraseWords.Of(text),
        "sentences" => text.Length == 0 ? "" : text.Split("; ").Select(t => Of(t, seen)).ToList() is var parts && parts.TrueForAll(p => p is not null) ? string.Join("; ", parts) : null,
        _ => text,
    };
}

/// <summary>A sentence pattern and its Spanish.</summary>
internal sealed partial class PhrasePair
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["money"] = @"-?\$[\d,]+\.\d\d",
        ["share"] = @"\d+(?:\.\d+)? %",
        ["number"] = @"\d+(?:\.\d+)?",
        ["numbers"] = @"\d+(?:, \d+)*",
        ["who"] = "[Pp]arent [AB]|[Tt]he caretaker",
        ["day"] = @"\d{1,2} [A-Z][a-z]{2} \d{4}",
        ["word"] = ".+?",
        ["sentences"] = ".*?",
        // What a person typed.
        ["typed"] = ".*?",
    };

    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private readonly Lazy<Regex> _pattern;
    private readonly string _longest;

    public PhrasePair(string en, string es, int order)
    {
        (English, Spanish, Order) = (en, es, order);
        var at = 0;
        var pattern = @"\A";
        List<string> literals = [];
        foreach (Match place in Places().Matches(en))
        {
            var (number, kind) = (place.Groups["number"].Value, place.Groups["kind"].Value);
            _kinds.Add(number, kind);
            literals.Add(en[at..place.Index]);
            pattern += $"{Regex.Escape(en[at..place.Index])}(?<p{number}>{Kinds[kind]})";
            at = place.Index + place.Length;
        }

        pattern += Regex.Escape(en[at..]) + @"\z";
        // The words between two places tell at once that most patterns do not fit.
        _longest = literals.Append(en[at..]).MaxBy(t => t.Length)!;
        // What a person typed may be long and of any kind: never by trial and error.
        _pattern = new(() => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline));
        Beginning = Places().Match(en) is { Success: true } first && en.IndexOf(' ', StringComparison.Ordinal) is var space && (space < 0 || first.Index <= space) ? "" : BeginningOf(en);
    }

    /// <summary>The pattern in English.</summary>
    public string English { get; }

    /// <summary>The same in Spanish.</summary>
    public string Spanish { get; }

    /// <summary>Where two patterns fit, the lower one counts.</summary>
    public int Order { get; }

    /// <summary>Its first word; empty where that is or holds a place.</summary>
    public string Beginning { get; }

    /// <summary>The first word of a sentence.</summary>
    public static string BeginningOf(string sentence) => sentence.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space ? sentence[..space] : sentence;

    /// <summary>What stands in a place.</summary>
    public string KindOf(string number) => _kinds[number];

    /// <summary>Whether a sentence is of this pattern, and what stands in its places.</summary>
    public Match? Match(string sentence) => sentence.Contains(_longest, StringComparison.Ordinal) ? _pattern.Value.Match(sentence) : null;

    /// <summary>The places of a pattern: {0:money} in English, {0} in Spanish.</summary>
    [GeneratedRegex(@"\{(?<number>\d)(?::(?<kind>[a-z]+))?\}")]
    internal static partial Regex Places();
}
