namespace Alimenta.Web.Components;

/// <summary>One thing that happened, for the timeline of a case, a receipt or a file.</summary>
/// <param name="On">The day.</param>
/// <param name="What">What happened, in a short sentence.</param>
/// <param name="Detail">Who, where, how much.</param>
/// <param name="Kind">Money, order, letter, call: one word.</param>
/// <param name="Href">Where it is to be seen.</param>
/// <param name="Tone">Bad for what went wrong.</param>
public sealed record Happening(DateOnly On, string What, string Detail = "", string Kind = "", string Href = "", Tone Tone = Tone.Neutral);
