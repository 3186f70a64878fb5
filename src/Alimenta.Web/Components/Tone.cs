namespace Alimenta.Web.Components;

/// <summary>How a mark looks. Colour is never alone: the words say the same.</summary>
public enum Tone
{
    /// <summary>Plain.</summary>
    Neutral,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>In order.</summary>
    Good,

    /// <summary>Needs a look.</summary>
    Warn,

    /// <summary>Late, refused or dangerous.</summary>
    Bad,
}

/// <summary>The CSS class of a tone.</summary>
public static class Tones
{
    /// <summary>Its class.</summary>
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Info => "tone-info",
        Tone.Good => "tone-good",
        Tone.Warn => "tone-warn",
        Tone.Bad => "tone-bad",
        _ => "tone-neutral",
    };
}
