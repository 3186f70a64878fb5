using Alimenta.Law.Guidelines;

namespace Alimenta.Web.Components.Worksheets;

/// <summary>Our words beside the lines of a state's worksheet: the parts it is read in, and of each line what it is in Spanish and how it is worked out.</summary>
/// <param name="Form">The official form or table that the lines follow.</param>
/// <param name="PartOf">The part in which a line stands. Parts come in the order of their places; equal places in the order of their lines.</param>
/// <param name="WordsOf">The words of a line by its English label; null when there are none.</param>
/// <param name="Why">Which parts of the explanation decide a line; none names them all.</param>
public sealed record StateLines(Phrase Form, Func<WorksheetLine, (int Place, Phrase Title)> PartOf, Func<string, LineWords?> WordsOf, Func<string, IReadOnlyList<string>> Why)
{
    /// <summary>Those of a state.</summary>
    /// <param name="state">The state in two small letters.</param>
    public static StateLines Of(string state) => state switch
    {
        "or" => OregonLines.Words,
        "ny" => NewYorkLines.Words,
        "ia" => IowaLines.Words,
        _ => throw new ArgumentException($"There is no guideline of {state}.", nameof(state)),
    };
}

/// <summary>What a line is in Spanish, and how it is worked out.</summary>
/// <param name="Es">What it is in Spanish.</param>
/// <param name="How">How it is worked out, in a sentence that names other lines by their numbers.</param>
public sealed record LineWords(string Es, Phrase How);
