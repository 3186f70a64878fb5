namespace Alimenta.Web.Components.Worksheets.InSpanish;

/// <summary>What the rules of the guidelines say, in the language of the reader. What has no Spanish yet stays English and is marked so.</summary>
public static class LawSpeech
{
    private static readonly PhraseBook[] Books =
    [
        new(OregonPhrases.Pairs.Concat(NewYorkPhrases.Pairs).Concat(IowaPhrases.Pairs)),
        new(FigurePhrases.Says),
        new(FigurePhrases.Values),
        new(SourcePhrases.Pairs),
        new(CitationPhrases.Pairs),
    ];

    /// <summary>The words, and the language they are in where it is not that of the page.</summary>
    public static (string Text, string? Foreign) In(LawWord word, string text, Tongue tongue) =>
        tongue == Tongue.English ? (text, null)
        : Of(word).Of(text) is { } spanish ? (spanish, null)
        : (text, tongue.Foreign());

    /// <summary>A citation: the words in it are put into the language, the names of texts stay.</summary>
    public static string Cited(string citation, Tongue tongue) => tongue == Tongue.English ? citation : Of(LawWord.Citation).Of(citation) ?? citation;

    internal static PhraseBook Of(LawWord word) => Books[(int)word];
}

/// <summary>What words of the law are.</summary>
public enum LawWord
{
    /// <summary>A sentence of a rule: a step of an explanation, or what must be found or decided.</summary>
    Sentence,

    /// <summary>What a figure is, without its full stop.</summary>
    Figure,

    /// <summary>The value of a figure.</summary>
    Value,

    /// <summary>Where a figure was read.</summary>
    Source,

    /// <summary>A citation that holds words besides the names of texts; most do not, and stay as they are.</summary>
    Citation,
}
