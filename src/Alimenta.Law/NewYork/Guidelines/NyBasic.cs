using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>What a parent owes as basic support, exactly.</summary>
/// <param name="Duty">For whom.</param>
/// <param name="Income">The parent's income.</param>
/// <param name="Percentage">The percentage in millionths.</param>
/// <param name="UpToCap">The share of the obligation up to the cap.</param>
/// <param name="AboveCap">The share above it, as decided.</param>
/// <param name="Left">Income less the two.</param>
/// <param name="LowIncome">Which rule for low income holds.</param>
/// <param name="Amount">The obligation after it.</param>
internal sealed record NyBasic(NyDuty Duty, NyIncome Income, long Percentage, YearlyFigure UpToCap, YearlyFigure AboveCap, YearlyFigure Left, NyLowIncome LowIncome, YearlyFigure Amount);

/// <summary>Basic support: the percentage of combined income up to the cap, each parent's share unrounded, what is decided above the cap, and the rules for low income.</summary>
/// <param name="terms">The law of the day.</param>
/// <param name="facts">The facts.</param>
/// <param name="a">The first parent's income.</param>
/// <param name="b">The second parent's income.</param>
internal sealed class NyShares(NyTerms terms, NyGuidelineFacts facts, NyIncome a, NyIncome b)
{
    // With no income at all there is nothing to share; the denominator is then only the unit.
    private readonly Int128 _denominator = (Int128)NyTerms.Whole * Math.Max((a.Income + b.Income).Cents, 1);

    /// <summary>Combined parental income: (b)(4).</summary>
    public Money Combined => a.Income + b.Income;

    /// <summary>The income that counts up to the cap: (c)(2).</summary>
    public Money Counted => Money.Min(Combined, terms.Cap);

    /// <summary>Combined income above the cap that the percentage applies to by decision: (c)(3).</summary>
    public Money CountedAbove =>
        facts.AboveCap is { Method: NyAboveCapMethod.Percentage } decided ? (Money.Min(Combined, decided.UpTo ?? Combined) - terms.Cap).OrZero : Money.Zero;

    /// <summary>An amount of a year that nobody shares.</summary>
    public YearlyFigure Exact(Money yearly) => new(yearly.Cents * _denominator, _denominator);

    /// <summary>A share in millionths of an amount of a year.</summary>
    public YearlyFigure Part(Money yearly, long ppm) => new((Int128)yearly.Cents * ppm * (_denominator / NyTerms.Whole), _denominator);

    /// <summary>A parent's share of a percentage of an amount of a year, by income, unrounded.</summary>
    public YearlyFigure Share(Money yearly, long ppm, NyIncome parent) => new((Int128)yearly.Cents * ppm * parent.Income.Cents, _denominator);

    /// <summary>A parent's share of a cost of a year, by income, unrounded.</summary>
    public YearlyFigure Share(Money yearly, NyIncome parent) => Share(yearly, NyTerms.Whole, parent);

    /// <summary>A parent's share of combined income for showing it; no amount is computed from it.</summary>
    public decimal Shown(NyIncome parent) => Combined.IsZero ? 0m : (decimal)parent.Income.Cents / Combined.Cents;

    /// <summary>What one parent owes.</summary>
    public NyBasic Basic(NyDuty duty, Explanation? why)
    {
        var parent = duty.Owes == GuidelineParty.ParentA ? a : b;
        var percentage = terms.Percentage(duty.Children, facts.FiveOrMorePpm);
        var upToCap = Share(Counted, percentage, parent);
        var above = facts.AboveCap is { AmountYearly: { } amount } && Combined > terms.Cap ? Exact(amount) : Share(CountedAbove, percentage, parent);
        var owed = upToCap + above;
        var left = Exact(parent.Income) - owed;
        why?.Step($"{LawWords.Percent(percentage)} of {Counted}, of which {NyCustody.Name(duty.Owes)} owes the share {parent.Income} / {Combined}: {upToCap.Year} a year.", terms.Cite("(b)(3), (c)(2)"), "basic");
        if (above.Numerator > 0) why?.Step($"Above the cap, as decided: {above.Year} a year.", terms.Cite("(c)(3)"), "basic");
        var (rule, after) = LowIncome(parent, owed, left, why);
        return new(duty, parent, percentage, upToCap, above, left, rule, after);
    }

    private (NyLowIncome Rule, YearlyFigure Amount) LowIncome(NyIncome parent, YearlyFigure owed, YearlyFigure left, Explanation? why)
    {
        var who = NyCustody.Name(parent.Who);
        if (left < Exact(terms.Poverty))
        {
            var least = facts.BelowPoverty?.AmountMonthly ?? terms.Money("minimum/below-poverty");
            why?.Step($"{left.Year} a year would be left to {who}, below the poverty income guideline of {terms.Poverty}: {(facts.BelowPoverty is null ? "" : "the court found the least amount unjust and ordered ")}{least} a month.", terms.Cite("(d)"), "low-income");
            return (NyLowIncome.BelowPoverty, Exact(new(least.Cents * terms.Months)));
        }

        if (left < Exact(terms.Reserve))
        {
            var floor = new Money(terms.Money("minimum/below-reserve").Cents * terms.Months);
            var spare = parent.Income - terms.Reserve;
            why?.Step($"{left.Year} a year would be left to {who}, below the self-support reserve of {terms.Reserve}: the greater of {floor} and {parent.Income} - {terms.Reserve} = {spare} a year.", terms.Cite("(d)"), "low-income");
            return (NyLowIncome.BelowReserve, Exact(Money.Max(floor, spare)));
        }

        why?.Step($"{left.Year} a year is left to {who}, not below the self-support reserve of {terms.Reserve}.", terms.Cite("(d)"), "low-income");
        return (NyLowIncome.None, owed);
    }
}
