using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>An amount on which the parties agree: OAR 137-050-0765. It lies within a band around the amount after rebuttals.</summary>
internal static class AgreedAmount
{
    private const string Law = "OAR 137-050-0765";
    private const decimal Millionths = 1_000_000m;

    /// <summary>What each parent then pays, or why the agreement does not stand.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="before">What each parent pays before it.</param>
    /// <param name="rebutted">Whether a rebuttal came before: the variation is then not rounded.</param>
    /// <param name="law">The law of the day.</param>
    /// <param name="lines">Takes the lines.</param>
    public static Outcome<IReadOnlyList<OregonSupport>> Of(OregonAgreementFacts agreement, IReadOnlyList<OregonSupport> before, bool rebutted, GuidelineLaw law, List<WorksheetLine> lines)
    {
        var band = law.Ppm("or/guidelines/agreed-band");
        lines.Add(WorksheetLine.Share("10a", "Greatest variation that may be agreed", GuidelineParty.Total, band, Law));
        List<OregonSupport> after = [];
        foreach (var support in before)
        {
            if ((support.Parent == GuidelineParty.ParentA ? agreement.ParentA : agreement.ParentB) is not { } agreed)
            {
                after.Add(support);
                continue;
            }

            if (Outside(support, agreed, band) is { } refusal) return refusal;
            lines.Add(WorksheetLine.Of("10b", "Agreed amount", support.Parent, agreed, Law));
            var variation = support.Total.IsZero ? 0 : (agreed.Cents - support.Total.Cents) / (decimal)support.Total.Cents;
            if (rebutted) lines.Add(WorksheetLine.UnroundedShare("R11c", "Variation", support.Parent, variation, Law));
            else lines.Add(WorksheetLine.Share("10c", "Variation", support.Parent, Rounding.Ppm(variation = Rounding.Share(variation)), Law));
            after.Add(Varied(support, variation));
        }

        return after;
    }

    /// <summary>Each part by the same variation, to the dollar.</summary>
    private static OregonSupport Varied(OregonSupport support, decimal variation)
    {
        return new(support.Parent, Part(support.CashMinors), Part(support.MedicalMinors), Part(support.CashSchool), Part(support.MedicalSchool));

        Money Part(Money amount) => Rounding.Money(Rounding.Dollar(Rounding.Dollars(amount) * (1 + variation)));
    }

    // Compared exactly: the variation times the amount against the difference.
    private static Refusal? Outside(OregonSupport support, Money agreed, long band)
    {
        var most = support.Total.Cents * (decimal)band / Millionths;
        return Math.Abs(agreed.Cents - support.Total.Cents) <= most
            ? null
            : new Refusal("L-OR-AGREED-BAND", $"{agreed} is more than {LawWords.Percent(band)} away from {support.Total}.",
                "Agree on an amount nearer to it, or ask for a rebuttal with its finding.", Law, support.Parent == GuidelineParty.ParentA ? "agreement.parent_a_cents" : "agreement.parent_b_cents");
    }
}
