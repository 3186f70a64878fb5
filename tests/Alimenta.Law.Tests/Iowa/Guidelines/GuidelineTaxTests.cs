using Alimenta.Law.Guidelines;
using Alimenta.Law.Iowa.Guidelines;

namespace Alimenta.Law.Tests.Iowa.Guidelines;

/// <summary>Taxes by the guideline method. The expected figures were worked out apart from the program from the published tables.</summary>
public class GuidelineTaxTests
{
    private static IowaTaxes Of(int year, IowaFilingStatus status, long wages, int young = 0, int older = 0, long self = 0, long other = 0, bool exempt = false, long pension = 0, long surtax = 0) =>
        GuidelineTax.Of(new GuidelineLaw(LawStore.BuiltIn.On(new(year, 6, 1)), null), new(status, Money.Of(wages), Money.Of(self), Money.Of(other), young, older, exempt, Money.Of(pension), surtax));

    [Theory]
    // 31,200 - 16,100 = 15,100: 1,240 + 12 % of 2,700; Iowa 3.8 % of 15,100 less 40; 7.65 %.
    [InlineData(2026, IowaFilingStatus.Single, 31_200, 0, 156400, 53380, 238680)]
    // 31,200 - 15,750 = 15,450: 1,192.50 + 12 % of 3,525.
    [InlineData(2025, IowaFilingStatus.Single, 31_200, 0, 161550, 54710, 238680)]
    // 60,000 - 24,150 = 35,850: 1,770 + 12 % of 18,150 = 3,948, less two credits of 2,200; Iowa 1,362.30 less 120.
    [InlineData(2026, IowaFilingStatus.HeadOfHousehold, 60_000, 2, 0, 124230, 459000)]
    // 90,000 - 24,150 = 65,850: 1,770 + 12 % of 48,150 = 7,548 less 2,200.
    [InlineData(2026, IowaFilingStatus.HeadOfHousehold, 90_000, 1, 534800, 242230, 688500)]
    // 500,000 - 16,100 = 483,900: 1,240 + 4,560 + 12,166 + 23,058 + 17,424 + 35 % of 128,125 + 37 % of 99,550; Social Security on 184,500.
    [InlineData(2026, IowaFilingStatus.Separate, 500_000, 0, 14012525, 1834820, 1868900)]
    public void A_year_of_wages(int year, IowaFilingStatus status, long wages, int children, long federal, long iowa, long payroll)
    {
        var taxes = Of(year, status, wages, young: children);
        Assert.Equal((federal, iowa, payroll), (taxes.Federal.Cents, taxes.Iowa.Cents, taxes.Payroll.Cents));
    }

    [Fact]
    public void Standard_deduction_and_each_bracket_begin_to_the_cent()
    {
        Assert.Equal(0, Of(2026, IowaFilingStatus.Single, 16_100).Federal.Cents);
        Assert.Equal(10, Of(2026, IowaFilingStatus.Single, 16_101).Federal.Cents);
        Assert.Equal(124000, Of(2026, IowaFilingStatus.Single, 28_500).Federal.Cents);
        Assert.Equal(124012, Of(2026, IowaFilingStatus.Single, 28_501).Federal.Cents);
        Assert.Equal(580022, Of(2026, IowaFilingStatus.Single, 66_501).Federal.Cents);
    }

    [Fact]
    public void The_self_employed_pay_twice_the_rate_and_deduct_half_of_it()
    {
        // 15.3 % of 50,000 is 7,650; 50,000 - 3,825 - 16,100 = 30,075: 1,240 + 12 % of 17,675.
        var taxes = Of(2026, IowaFilingStatus.Single, 0, self: 50_000);
        Assert.Equal((765000, 336100), (taxes.Payroll.Cents, taxes.Federal.Cents));
    }

    [Fact]
    public void Social_security_ends_at_its_base_also_over_wages_and_self_employment()
    {
        Assert.Equal(Of(2026, IowaFilingStatus.Single, 184_500).Payroll + Money.Of(14, 50), Of(2026, IowaFilingStatus.Single, 185_500).Payroll);
        // 4,500 are left under the base for self-employment: 12.4 % of 4,500 and 2.9 % of 10,000.
        Assert.Equal(Of(2026, IowaFilingStatus.Single, 180_000).Payroll + Money.Of(848), Of(2026, IowaFilingStatus.Single, 180_000, self: 10_000).Payroll);
    }

    [Theory]
    [InlineData(4_500, 382500)] // a pension of 9 % of 50,000 counts up to 7.65 %
    [InlineData(3_825, 382500)]
    [InlineData(3_000, 300000)]
    public void A_mandatory_pension_in_place_of_social_security_counts_up_to_the_employees_rate(long pension, long counted) =>
        Assert.Equal(counted, Of(2026, IowaFilingStatus.Single, 50_000, exempt: true, pension: pension).Payroll.Cents);

    [Fact]
    public void Credits_for_children_fall_from_200_000_on_by_begun_thousands_and_an_older_child_gives_500()
    {
        var without = Of(2026, IowaFilingStatus.Single, 200_000).Federal;
        Assert.Equal(Money.Of(2_200), without - Of(2026, IowaFilingStatus.Single, 200_000, young: 1).Federal);
        Assert.Equal(Money.Of(500), without - Of(2026, IowaFilingStatus.Single, 200_000, older: 1).Federal);
        Assert.Equal(Money.Of(2_150), Of(2026, IowaFilingStatus.Single, 200_001).Federal - Of(2026, IowaFilingStatus.Single, 200_001, young: 1).Federal);
        Assert.Equal(Money.Of(2_100), Of(2026, IowaFilingStatus.Single, 201_001).Federal - Of(2026, IowaFilingStatus.Single, 201_001, young: 1).Federal);
    }

    [Fact]
    public void A_school_surtax_is_a_share_of_the_iowa_tax() =>
        Assert.Equal(53380 + 5338, Of(2026, IowaFilingStatus.Single, 31_200, surtax: 100_000).Iowa.Cents);

    [Fact]
    public void Taxable_spousal_support_that_is_paid_lowers_taxed_income() =>
        Assert.Equal(Of(2026, IowaFilingStatus.Single, 30_000).Federal, Of(2026, IowaFilingStatus.Single, 36_000, other: -6_000).Federal);

    [Theory]
    [InlineData(2024)]
    [InlineData(2027)]
    public void Other_years_are_refused(int year) => Assert.Throws<LawNotCovered>(() => Of(year, IowaFilingStatus.Single, 1));

    [Theory]
    [InlineData(false, false, IowaFilingStatus.Single)]
    [InlineData(false, true, IowaFilingStatus.HeadOfHousehold)]
    [InlineData(true, false, IowaFilingStatus.Separate)]
    [InlineData(true, true, IowaFilingStatus.Separate)]
    public void The_status_is_that_of_the_rule(bool married, bool hasChild, IowaFilingStatus status) => Assert.Equal(status, GuidelineTax.Status(married, hasChild));
}
