using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>The filing status that the rule gives a parent, whatever the real one is (rule 9.6).</summary>
public enum IowaFilingStatus
{
    /// <summary>Not married and without physical care of a child of the case.</summary>
    Single,

    /// <summary>Not married, with physical care of at least one child of the case, or joint physical care.</summary>
    HeadOfHousehold,

    /// <summary>Married: filing separately.</summary>
    Separate,
}

/// <summary>What the taxes of a year are counted from.</summary>
/// <param name="Status">The status by rule.</param>
/// <param name="Wages">Wages of a year.</param>
/// <param name="SelfEmployment">Self-employment of a year.</param>
/// <param name="OtherTaxable">Other taxed income of a year, with taxable spousal support; may be below nothing.</param>
/// <param name="YoungDependents">Dependent children below the age of the child credit.</param>
/// <param name="OlderDependents">Other dependent children of the case.</param>
/// <param name="SocialSecurityExempt">Whether wages are exempt from Social Security and Medicare.</param>
/// <param name="MandatoryPension">Mandatory pension contribution of a year in their place.</param>
/// <param name="SchoolSurtaxPpm">The school district's surtax on the Iowa tax.</param>
public sealed record IowaTaxFacts(IowaFilingStatus Status, Money Wages, Money SelfEmployment, Money OtherTaxable, int YoungDependents, int OlderDependents,
    bool SocialSecurityExempt, Money MandatoryPension, long SchoolSurtaxPpm);

/// <summary>The taxes of a year by the guideline method.</summary>
/// <param name="Income">Form 1, line A: income that is taxed.</param>
/// <param name="Federal">Form 1, line B.</param>
/// <param name="Iowa">Form 1, line C.</param>
/// <param name="Payroll">Form 1, line D: Social Security and Medicare, or mandatory pension in their place.</param>
public sealed record IowaTaxes(Money Income, Money Federal, Money Iowa, Money Payroll);

/// <summary>Taxes by the guideline method: form 1 of rule 9.27, rule 9.6.</summary>
public static class GuidelineTax
{
    private const long Whole = 1_000_000;

    /// <summary>The status by rule.</summary>
    /// <param name="married">Whether the parent is married.</param>
    /// <param name="hasChild">Whether the parent has physical care, sole or joint, of at least one child of the case.</param>
    public static IowaFilingStatus Status(bool married, bool hasChild) =>
        married ? IowaFilingStatus.Separate : hasChild ? IowaFilingStatus.HeadOfHousehold : IowaFilingStatus.Single;

    /// <summary>The taxes of a year. Each is rounded half up to the cent once.</summary>
    /// <param name="law">The law on the day.</param>
    /// <param name="facts">What they are counted from.</param>
    /// <exception cref="LawNotCovered">No table is recorded for the year.</exception>
    public static IowaTaxes Of(GuidelineLaw law, IowaTaxFacts facts)
    {
        var (payroll, halfSelf) = Payroll(law, facts);
        var income = facts.Wages + facts.SelfEmployment + facts.OtherTaxable;
        var adjusted = income - halfSelf;
        var dependents = facts.YoungDependents + facts.OlderDependents;
        var exempt = law.Money("ia/guidelines/tax-federal/exemption");
        var standard = Row(law.Table("ia/guidelines/tax-federal/standard-deduction"), facts.Status)[1].Money;
        var taxable = (adjusted - standard - new Money(exempt.Cents * (1 + dependents))).OrZero;
        var federal = (Progressive(law.Table("ia/guidelines/tax-federal/brackets"), facts.Status, taxable) - Credit(law, facts, adjusted)).OrZero;

        var before = adjusted - standard - (law.Flag("ia/guidelines/tax-iowa/deducts-federal-tax") ? federal : Money.Zero);
        var credits = law.Money("ia/guidelines/tax-iowa/personal-credit") + new Money(law.Money("ia/guidelines/tax-iowa/dependent-credit").Cents * dependents);
        var iowa = (before.OrZero.ShareHalfUp(law.Ppm("ia/guidelines/tax-iowa/rate"), Whole) - credits).OrZero;
        return new(income, federal, iowa + iowa.ShareHalfUp(facts.SchoolSurtaxPpm, Whole), payroll);
    }

    /// <summary>Line D, and the half of the self-employment tax that is deducted before income tax.</summary>
    private static (Money Payroll, Money HalfSelf) Payroll(GuidelineLaw law, IowaTaxFacts facts)
    {
        var (security, medicare) = (law.Ppm("ia/guidelines/tax-payroll/social-security"), law.Ppm("ia/guidelines/tax-payroll/medicare"));
        var limit = law.Money("ia/guidelines/tax-payroll/social-security-base");
        var wages = facts.SocialSecurityExempt ? Money.Zero : facts.Wages;
        var employee = Ppm(Money.Min(wages, limit), security) + Ppm(wages, medicare);
        var self = Money.Zero;
        if (facts.SelfEmployment.IsPositive)
        {
            var left = (limit - wages).OrZero;
            var once = Ppm(Money.Min(facts.SelfEmployment, left), security) + Ppm(facts.SelfEmployment, medicare);
            self = new(law.Whole("ia/guidelines/tax-payroll/self-employed-times") * once.Cents);
        }

        var pension = facts.SocialSecurityExempt ? Money.Min(facts.MandatoryPension, Ppm(facts.Wages, security + medicare)) : Money.Zero;
        return (employee + self + pension, self.ShareHalfUp(1, 2));
    }

    private static Money Credit(GuidelineLaw law, IowaTaxFacts facts, Money adjusted)
    {
        if (facts.YoungDependents + facts.OlderDependents == 0) return Money.Zero;
        var credit = new Money(law.Money("ia/guidelines/tax-federal/child-credit").Cents * facts.YoungDependents + law.Money("ia/guidelines/tax-federal/dependent-credit").Cents * facts.OlderDependents);
        var above = (adjusted - law.Money("ia/guidelines/tax-federal/credit-falls-from")).OrZero.Cents;
        if (above == 0) return credit;
        var step = law.Money("ia/guidelines/tax-federal/credit-falls-step").Cents;
        var steps = above / step + (above % step > 0 ? 1 : 0);
        return (credit - new Money(steps * law.Money("ia/guidelines/tax-federal/credit-falls-by").Cents)).OrZero;
    }

    /// <summary>Tax by steps: each part of the income at the rate of its bracket, rounded once.</summary>
    private static Money Progressive(LawTable table, IowaFilingStatus status, Money taxable)
    {
        Int128 tax = 0;
        var (above, rate) = (0L, 0L);
        foreach (var row in table.Rows)
        {
            if (!Is(row, status) || row[1].Number >= taxable.Cents) continue;
            tax += (Int128)(row[1].Number - above) * rate;
            (above, rate) = (row[1].Number, row[2].Number);
        }

        tax += (Int128)(taxable.Cents - above) * rate;
        return new((long)((tax + Whole / 2) / Whole));
    }

    private static IReadOnlyList<LawCell> Row(LawTable table, IowaFilingStatus status) => table.Rows.First(r => Is(r, status));

    private static bool Is(IReadOnlyList<LawCell> row, IowaFilingStatus status) => row[0].Word == status switch
    {
        IowaFilingStatus.Single => "single",
        IowaFilingStatus.HeadOfHousehold => "head-of-household",
        _ => "separate",
    };

    private static Money Ppm(Money amount, long ppm) => amount.ShareHalfUp(ppm, Whole);
}
