using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>The figures of Oregon's guideline on a day.</summary>
/// <param name="Scale">The obligation scale.</param>
/// <param name="ScaleTop">Combined income above which the scale goes no further.</param>
/// <param name="SelfSupportReserve">What a parent keeps for himself or herself each month.</param>
/// <param name="HighestWageFullTime">The highest minimum wage of the state's regions, full time, for a month.</param>
/// <param name="ReasonableCostRate">The share of adjusted income that health coverage may reasonably cost.</param>
/// <param name="MinimumOrder">What a parent is presumed able to pay at least.</param>
/// <param name="NightsAYear">Overnights in the year of the parenting time credit.</param>
/// <param name="CreditSteepness">Steepness of the curve of the parenting time credit.</param>
/// <param name="CreditOffset">Shift of that curve at its ends.</param>
public sealed record OregonTerms(ObligationScale Scale, Money ScaleTop, Money SelfSupportReserve, decimal HighestWageFullTime,
    decimal ReasonableCostRate, Money MinimumOrder, int NightsAYear, decimal CreditSteepness, decimal CreditOffset)
{
    private const decimal Millionths = 1_000_000m;
    private const int Months = 12;
    private const int Weeks = 52;

    /// <summary>Reads them.</summary>
    /// <exception cref="LawNotCovered">One of them is not known for the day.</exception>
    public static OregonTerms Read(GuidelineLaw law) => new(
        new(law.Table("or/guidelines/scale")),
        law.Money("or/guidelines/scale-top"),
        law.Money("or/guidelines/self-support-reserve"),
        FullTime(law.Money("or/guidelines/minimum-wage/highest"), law),
        law.Ppm("or/guidelines/reasonable-cost") / Millionths,
        law.Money("or/guidelines/minimum-order"),
        law.Whole("or/guidelines/parenting-time/nights-a-year"),
        law.Whole("or/guidelines/parenting-time/steepness") / 100m,
        law.Ppm("or/guidelines/parenting-time/offset") / Millionths);

    private static decimal FullTime(Money hourly, GuidelineLaw law) =>
        Rounding.Dollars(hourly) * FullTimeHours(law) / Months;

    /// <summary>What hours at the lowest minimum wage of the state's regions earn in a month.</summary>
    /// <remarks>OAR 137-050-0715(3).</remarks>
    internal static Money LowestWage(int hoursAWeek, GuidelineLaw law) =>
        hoursAWeek == 0 ? Money.Zero : law.Money("or/guidelines/minimum-wage/lowest").ShareHalfUp((long)hoursAWeek * Weeks, Months);

    /// <summary>Hours of a full week.</summary>
    internal static int FullWeek(GuidelineLaw law) => FullTimeHours(law) / Weeks;

    private static int FullTimeHours(GuidelineLaw law) => law.Whole("or/guidelines/minimum-wage/full-time-hours");
}
