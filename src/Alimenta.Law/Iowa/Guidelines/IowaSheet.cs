using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>A worksheet while it is filled in: the law of the day, the lines, what must be found, the reasons.</summary>
/// <remarks>Lines 1-A to 1-E are those of form 1 and lines 2-A to 2-K those of form 2, part I, of rule 9.27. The form below line K was not
/// seen: lines from 3-A on are numbered by us.</remarks>
internal sealed class IowaSheet(GuidelineLaw law, Explanation? why)
{
    /// <summary>Rounding once to a whole unit needs the sum as it is, not as the last places of a division leave it.</summary>
    private const int PlacesKept = 12;

    public GuidelineLaw Law { get; } = law;

    public Explanation? Why { get; } = why;

    public List<WorksheetLine> Lines { get; } = [];

    public List<GuidelineFinding> Findings { get; } = [];

    public List<GuidelinePayment> Payments { get; } = [];

    public void Line(string number, string label, GuidelineParty who, Money value, string citation) =>
        Lines.Add(WorksheetLine.Of(number, label, who, value, citation));

    /// <summary>A line that the rule does not round; the amount is in cents with all its places.</summary>
    public void Exact(string number, string label, GuidelineParty who, decimal cents, string citation) =>
        Lines.Add(WorksheetLine.Unrounded(number, label, who, Kept(cents) / 100m, citation));

    public void Find(string code, string says, string citation) => Findings.Add(new(code, says, citation));

    /// <summary>The one rounding: half up to the unit that the rule names.</summary>
    public Money Round(decimal cents)
    {
        var unit = Law.Money("ia/guidelines/areas/round-to").Cents;
        return new((long)Math.Round(Kept(cents) / unit, MidpointRounding.AwayFromZero) * unit);
    }

    /// <summary>An amount as people read it, to the cent.</summary>
    public static string Dollars(decimal cents) => new Money((long)Math.Round(cents, MidpointRounding.AwayFromZero)).ToString();

    /// <summary>A share of a sum as millionths, for show; nothing of nothing is nothing.</summary>
    public static long Ppm(Money part, Money whole) => whole.IsZero ? 0 : part.Cents == 0 ? 0 : new Money(1_000_000).ShareHalfUp(part.Cents, whole.Cents).Cents;

    private static decimal Kept(decimal cents) => Math.Round(cents, PlacesKept, MidpointRounding.AwayFromZero);
}

/// <summary>The two parents in facts and on the worksheet.</summary>
internal static class IowaParties
{
    public static GuidelineParty Party(this IowaParty parent) => parent == IowaParty.ParentA ? GuidelineParty.ParentA : GuidelineParty.ParentB;

    public static IowaParty Other(this IowaParty parent) => parent == IowaParty.ParentA ? IowaParty.ParentB : IowaParty.ParentA;

    public static IowaParent Of(this IowaFacts facts, IowaParty parent) => parent == IowaParty.ParentA ? facts.ParentA : facts.ParentB;

    public static string Field(this IowaParty parent) => parent == IowaParty.ParentA ? "parent_a" : "parent_b";

    public static string Name(this IowaParty parent) => parent == IowaParty.ParentA ? "parent A" : "parent B";

    /// <summary>The same at the beginning of a sentence.</summary>
    public static string Begins(this IowaParty parent) => parent == IowaParty.ParentA ? "Parent A" : "Parent B";
}
