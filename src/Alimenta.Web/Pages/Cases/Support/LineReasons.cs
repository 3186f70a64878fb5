using Alimenta.Office.Establishment;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Cases.Support;

/// <summary>Which steps of an explanation belong to which line of a worksheet. Each state numbers its lines in its own way.</summary>
internal static class LineReasons
{
    /// <summary>Why a line is what it is; null when the explanation says nothing on its part.</summary>
    public static Reason? Of(string state, ResultLine line, Explanation? why)
    {
        if (why is null) return null;
        var part = Part(state, line);
        var own = new Explanation(why.Rule, why.Citation);
        foreach (var step in why.Steps.Where(s => s.Part == part)) own.Step(step.Sentence, step.Citation);
        // A line that took no step of its own follows from those before it.
        if (own.Steps.Count == 0)
            foreach (var step in why.Steps.Where(s => state != "or" || string.CompareOrdinal(s.Part, part) <= 0)) own.Step(step.Sentence, step.Citation);
        return own.Steps.Count == 0 ? null : new($"Why line {line.Number}, {line.Label.ToLowerInvariant()}, is {line.Text}", own);
    }

    private static string Part(string state, ResultLine line) => (state, line.Part) switch
    {
        (_, LinePart.Rebuttal) => "rebuttal",
        (_, LinePart.Agreement) => "agreement",
        ("or", _) => line.Number[..1],
        ("ny", _) => NewYork(line.Number),
        _ => Iowa(line.Number),
    };

    private static string NewYork(string number) => number switch
    {
        "(b)(4)" or "(b)(3)" or "(c)(2)" or "(c)(3)" => "basic",
        "(d)" or "(b)(6)" => "low-income",
        "(c)" => "order",
        _ when number.StartsWith("(b)(5)", StringComparison.Ordinal) => "income",
        _ => "add-ons",
    };

    private static string Iowa(string number) => number switch
    {
        "2-A" => "gross",
        _ when number.StartsWith('6') || number.StartsWith('8') || number == "3-A" => "medical",
        _ when number.StartsWith('1') || number.StartsWith('2') || number.StartsWith('3') => "net",
        _ => "support",
    };
}
