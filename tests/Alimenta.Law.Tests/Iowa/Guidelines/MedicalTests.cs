using Alimenta.Law.Guidelines;
using Alimenta.Law.Iowa.Guidelines;

namespace Alimenta.Law.Tests.Iowa.Guidelines;

/// <summary>Medical support: reasonable cost, cash medical support and its effect on income, premiums in two homes, uncovered costs.</summary>
public class MedicalTests
{
    [Fact]
    public void Cash_medical_support_is_a_share_of_gross_income_and_comes_off_net_income()
    {
        var facts = Families.Sole(Families.Wages(500000), Families.Wages(200000)) with { NoCashMedicalBecause = "" };
        var answer = IowaGuideline.Decide(Families.Whole, facts).Value;
        Assert.Equal(25000, answer.CashMedical.Cents);
        Assert.Equal(answer.Line("2-K") - 25000, answer.Line("3-B"));
        Assert.Contains(answer.Payments, p => p is { Kind: PaymentKind.CashMedical, Amount.Cents: 25000, From: GuidelineParty.ParentA, To: GuidelineParty.ParentB });
        Assert.Equal(Money.Zero, IowaGuideline.Decide(Families.Whole, facts with { NoCashMedicalBecause = "The court finds so." }).Value.CashMedical);
    }

    [Fact]
    public void It_is_not_taken_off_net_income_that_was_stated()
    {
        var facts = Families.Stated(240000, 60000, IowaPhysicalCare.ParentB);
        var answer = IowaGuideline.Decide(Families.Law, facts with { ParentA = new() { StatedNet = new() { Monthly = new(240000), GrossMonthly = new(300000), Source = "Test" } } }).Value;
        Assert.Equal((15000, 240000), (answer.CashMedical.Cents, answer.Line("3-B")));
    }

    [Theory]
    [InlineData(200000, 10000)] // 5 % of 2,000 up to a net income of 2,000 ...
    [InlineData(200001, 4000)] // ... and 2 % above it
    public void An_agencys_table_of_percentages_is_read_by_net_income_and_children(long net, long cash)
    {
        var store = LawStore.WithAgency([new("agency/policy/guidelines/ia-medical.jsonc",
            """
            { "id": "agency/policy/guidelines/ia-medical", "says": "S.", "unit": "table", "citation": "Iowa Ct. R. 9.12(4)", "status": "verified", "source": "Test",
              "columns": { "income-up-to": "cents", "one": "ppm", "two": "ppm", "three": "ppm", "four": "ppm", "five": "ppm" },
              "values": [ { "from": "2026-01-01", "value": [ [200000, 50000, 50000, 50000, 50000, 50000], [3000000, 20000, 30000, 30000, 30000, 30000] ] } ] }
            """)]);
        var facts = Families.Stated(net, 0, IowaPhysicalCare.ParentB);
        facts = facts with { ParentA = new() { StatedNet = new() { Monthly = new(net), GrossMonthly = new(200001), Source = "Test" } } };
        var answer = IowaGuideline.Decide(store.On(Families.Day, "us-ia"), facts).Value;
        Assert.Equal(cash, answer.CashMedical.Cents);
        Assert.DoesNotContain(answer.ToConfirm, c => c.Parameter.Contains("reasonable-cost", StringComparison.Ordinal));
    }

    [Fact]
    public void In_joint_care_the_premium_is_shared_apart_from_support()
    {
        var facts = Families.Stated(300000, 200000, IowaPhysicalCare.Joint) with { HealthPlans = [new() { Payer = IowaParty.ParentB, FamilyPremium = new(30000), SinglePremium = new(20000) }] };
        var answer = IowaGuideline.Decide(Families.Law, facts).Value;
        Assert.Equal(16400, answer.GuidelineAmount.Cents); // 1,095 x 0.75 x 0.2 = 164.25
        Assert.Contains(answer.Payments, p => p is { Kind: PaymentKind.HealthInsurance, Amount.Cents: 6000, From: GuidelineParty.ParentA });
        Assert.Contains(answer.Findings, f => f.Code == "IA-COST-NOT-TESTED");
    }

    [Theory]
    [InlineData(1, 25000)]
    [InlineData(3, 75000)]
    [InlineData(4, 80000)]
    public void The_parent_with_care_pays_the_first_uncovered_costs_of_a_year(int children, long first)
    {
        var answer = IowaGuideline.Decide(Families.Law, Families.Stated(240000, 60000, [.. Enumerable.Repeat(IowaPhysicalCare.ParentB, children)])).Value;
        Assert.Equal(first, answer.Line("8-A", GuidelineParty.ParentB));
        Assert.Contains(answer.Payments, p => p is { Kind: PaymentKind.UncoveredHealth, SharePpm: 800_000, From: GuidelineParty.ParentA });
    }

    [Fact]
    public void A_plan_for_one_child_leaves_the_other_to_cash_medical_support()
    {
        var facts = Families.Stated(240000, 60000, IowaPhysicalCare.ParentB, IowaPhysicalCare.ParentB);
        facts = facts with
        {
            ParentA = new() { StatedNet = new() { Monthly = new(240000), GrossMonthly = new(300000), Source = "Test" } },
            HealthPlans = [new() { Payer = IowaParty.ParentA, FamilyPremium = new(10000), Covers = ["C0"] }],
        };
        Assert.Equal(15000, IowaGuideline.Decide(Families.Law, facts).Value.CashMedical.Cents);
        Assert.Equal(0, IowaGuideline.Decide(Families.Law, facts with { HealthPlans = [new() { Payer = IowaParty.ParentA, FamilyPremium = new(10000) }] }).Value.CashMedical.Cents);
    }
}
