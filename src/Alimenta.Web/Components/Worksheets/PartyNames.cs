using Alimenta.Law.Guidelines;

namespace Alimenta.Web.Components.Worksheets;

/// <summary>How the people of a calculation are called: by their place in it, with a name beside it where one is given.</summary>
/// <param name="A">Name of the first parent; empty when none is given.</param>
/// <param name="B">Name of the second parent.</param>
/// <param name="Caretaker">Name of the caretaker.</param>
public sealed record PartyNames(string A = "", string B = "", string Caretaker = "")
{
    /// <summary>Nobody's name.</summary>
    public static PartyNames None { get; } = new();

    /// <summary>At the head of a column or the beginning of a sentence: Parent A (Ana).</summary>
    public string Head(GuidelineParty who, Tongue tongue) => Place(who).In(tongue) + Beside(who);

    /// <summary>Who pays, at the beginning of a sentence.</summary>
    public string Payer(GuidelineParty who, Tongue tongue) => tongue == Tongue.English
        ? (who == GuidelineParty.Caretaker ? "The caretaker" : Place(who).En) + Beside(who)
        : (who == GuidelineParty.Total ? "" : "El ") + Lower(who, Place(who).Es) + Beside(who);

    /// <summary>Who is paid, within a sentence.</summary>
    public string Payee(GuidelineParty who, Tongue tongue) => tongue == Tongue.English
        ? (who is GuidelineParty.Caretaker or GuidelineParty.Child ? "the " : "") + Lower(who, Place(who).En) + Beside(who)
        : "al " + Lower(who, Place(who).Es) + Beside(who);

    private string Beside(GuidelineParty who)
    {
        var name = who switch
        {
            GuidelineParty.ParentA => A,
            GuidelineParty.ParentB => B,
            GuidelineParty.Caretaker => Caretaker,
            _ => "",
        };
        return name.Length == 0 ? "" : $" ({name})";
    }

    // The parents' places are names; the others are words.
    private static string Lower(GuidelineParty who, string word) =>
        who is GuidelineParty.ParentA or GuidelineParty.ParentB ? word : char.ToLowerInvariant(word[0]) + word[1..];

    private static Phrase Place(GuidelineParty who) => who switch
    {
        GuidelineParty.ParentA => ("Parent A", "Progenitor A"),
        GuidelineParty.ParentB => ("Parent B", "Progenitor B"),
        GuidelineParty.Caretaker => ("Caretaker", "Cuidador"),
        GuidelineParty.Child => ("Child", "Hijo"),
        _ => ("Both", "Ambos"),
    };
}
