using System.Numerics;
using System.Text.Json.Nodes;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Charts;
using Alimenta.Web.Components.Worksheets;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>A family as it would be with one thing different.</summary>
/// <param name="X">That thing as a number.</param>
/// <param name="Label">As it is read.</param>
/// <param name="Facts">The facts.</param>
/// <param name="IsYours">Whether it is as it was stated.</param>
public sealed record CurvePoint(long X, Phrase Label, JsonObject Facts, bool IsYours);

/// <summary>A picture of how the result moves along one thing.</summary>
/// <param name="Id">A name for the page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Axis">What runs along it.</param>
/// <param name="Points">The families, from left to right.</param>
public sealed record Curve(string Id, Phrase Title, Phrase Axis, IReadOnlyList<CurvePoint> Points)
{
    private const int Steps = 24;

    // Steps that people count in, in whole dollars, each also times 10, 100 and so on.
    private static readonly long[] Round = [1, 2, 5];

    /// <summary>Asks the rule about each family; what it refuses is a gap, and why it does is told.</summary>
    public (CurveData Data, IReadOnlyList<Refusal> Gaps) Drawn(GuidelineRules state, RuleCatalog catalog, DateOnly day, PartyNames names, Tongue tongue)
    {
        var came = Points.Select(p => state.Ask(catalog, day, p.Facts.ToJsonString(LawJson.Options))).ToList();
        var paid = came.Select(c => c.Answer is null ? null : GuidelineSheet.PaymentsOf(c.Answer.Value)).ToList();
        return (new([.. Points.Select(p => new CurvePlace(p.X, p.Label.In(tongue), p.IsYours))],
            [Line(GuidelineParty.ParentA), Line(GuidelineParty.ParentB)]), [.. came.SelectMany(c => c.Refusals.Take(1)).DistinctBy(r => r.Code)]);

        CurveLine Line(GuidelineParty who) => new(
            $"{names.Payer(who, tongue)} {(tongue == Tongue.Spanish ? "paga al mes" : "pays a month")}",
            [.. paid.Select(payments => payments is null ? (Money?)null : payments.Where(p => p.From == who).Sum(p => p.Amount))]);
    }

    /// <summary>Amounts in round steps from nothing to twice the one that was stated, and at least to another, with the stated one among them.</summary>
    /// <param name="yours">The one that was stated, in cents.</param>
    /// <param name="least">How far the picture goes at least, in cents.</param>
    public static IEnumerable<long> Amounts(long yours, long least)
    {
        const long hundred = 100_00;
        var end = Math.Max(yours * 2, least);
        var step = hundred;
        for (var i = 1; step * Steps < end; i++) step = Round[i % Round.Length] * (long)BigInteger.Pow(10, i / Round.Length) * hundred;
        return Enumerable.Range(0, (int)((end + step - 1) / step) + 1).Select(i => i * step).Append(yours).Distinct().Order();
    }

    /// <summary>The facts with a change.</summary>
    public static JsonObject With(JsonObject facts, Action<JsonObject> change)
    {
        var other = facts.DeepClone().AsObject();
        change(other);
        return other;
    }

    /// <summary>A label in dollars.</summary>
    public static Phrase Dollars(long cents) => (Words.Dollars(new Money(cents)), Words.Dollars(new Money(cents)));
}
