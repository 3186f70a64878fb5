namespace Alimenta.Web.Components;

/// <summary>One of the three to six facts at the head of a page.</summary>
/// <param name="Label">What it is: Current support.</param>
/// <param name="Value">The figure or word, large.</param>
/// <param name="Note">What belongs to it, small: monthly, order 24DR01877.</param>
/// <param name="Why">Why it is so.</param>
/// <param name="Tone">Bad for what is late.</param>
/// <param name="Href">Where more is to be seen.</param>
public sealed record Fact(string Label, string Value, string Note = "", Reason? Why = null, Tone Tone = Tone.Neutral, string Href = "")
{
    /// <summary>An amount of money.</summary>
    public Fact(string Label, Money Value, string Note = "", Reason? Why = null, Tone Tone = Tone.Neutral, string Href = "")
        : this(Label, Value.ToString(), Note, Why, Tone, Href)
    {
    }
}
