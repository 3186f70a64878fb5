using Alimenta.Law.Guidelines;
using Alimenta.Law.Iowa.Guidelines;

namespace Alimenta.Law.Tests.Iowa.Guidelines;

/// <summary>Gross income, frequencies and the deductions of rule 9.5(2).</summary>
public class NetIncomeTests
{
    private static IowaAnswer Of(IowaParent parent, Func<IowaFacts, IowaFacts>? more = null)
    {
        var facts = Families.Sole(parent, Families.Wages(0));
        return IowaGuideline.Decide(Families.Whole, more is null ? facts : more(facts)).Value;
    }

    [Theory]
    [InlineData(IowaFrequency.Weekly, 100000, 433000)]
    [InlineData(IowaFrequency.Biweekly, 100000, 217000)]
    [InlineData(IowaFrequency.Semimonthly, 100000, 200000)]
    [InlineData(IowaFrequency.Monthly, 100000, 100000)]
    [InlineData(IowaFrequency.Annual, 100000, 8333)]
    [InlineData(IowaFrequency.Annual, 100002, 8334)]
    public void Income_of_a_period_is_income_of_a_month(IowaFrequency frequency, long amount, long monthly) =>
        Assert.Equal(monthly, Of(new() { Incomes = [new() { Kind = IowaIncomeKind.Wages, Amount = new(amount), Frequency = frequency }] }).Line("2-A"));

    [Theory]
    [InlineData(IowaIncomeKind.Wages, 100000)]
    [InlineData(IowaIncomeKind.SelfEmployment, 100000)]
    [InlineData(IowaIncomeKind.OtherTaxable, 100000)]
    [InlineData(IowaIncomeKind.NotTaxable, 100000)]
    [InlineData(IowaIncomeKind.Ssi, 0)]
    [InlineData(IowaIncomeKind.PublicAssistance, 0)]
    [InlineData(IowaIncomeKind.EarnedIncomeCredit, 0)]
    [InlineData(IowaIncomeKind.ChildSupport, 0)]
    public void Some_kinds_of_income_do_not_count(IowaIncomeKind kind, long counted) =>
        Assert.Equal(counted, Of(new() { Incomes = [new() { Kind = kind, Amount = new(100000) }] }).Line("2-A"));

    [Fact]
    public void Business_expenses_come_off_and_a_loss_is_nothing()
    {
        Assert.Equal(60000, Of(Business(40000)).Line("2-A"));
        Assert.Equal(0, Of(Business(100001)).Line("2-A"));

        static IowaParent Business(long expenses) => new() { Incomes = [new() { Kind = IowaIncomeKind.SelfEmployment, Amount = new(100000), BusinessExpenses = new(expenses) }] };
    }

    [Fact]
    public void Ssi_beside_other_income_does_not_end_the_duty()
    {
        var answer = Of(new() { Incomes = [new() { Kind = IowaIncomeKind.Ssi, Amount = new(90000) }, new() { Kind = IowaIncomeKind.Wages, Amount = new(1) }] });
        Assert.Equal(5000, answer.GuidelineAmount.Cents);
    }

    [Theory]
    [InlineData(1, 40000)]
    [InlineData(2, 60000)]
    [InlineData(3, 70000)]
    [InlineData(4, 75000)]
    [InlineData(5, 80000)]
    [InlineData(6, 80000)]
    public void The_deduction_for_other_children_is_a_share_of_gross_income(int children, long deduction) =>
        Assert.Equal(deduction, Of(With(500000, children)).Line("2-I"));

    [Theory]
    [InlineData(1, 80000)]
    [InlineData(2, 120000)]
    [InlineData(3, 140000)]
    [InlineData(4, 150000)]
    [InlineData(5, 160000)]
    public void It_has_a_limit(int children, long most)
    {
        Assert.Equal(most, Of(With(1000000, children)).Line("2-I"));
        Assert.Equal(most, Of(With(1000100, children)).Line("2-I"));
        Assert.True(Of(With(999900, children)).Line("2-I") < most);
    }

    [Theory]
    [InlineData(IowaDutyShownBy.NotShown, null, false, 0)]
    [InlineData(IowaDutyShownBy.Order, null, false, 40000)]
    [InlineData(IowaDutyShownBy.Order, null, true, 0)]
    [InlineData(IowaDutyShownBy.AdmissionInCourt, null, false, 40000)]
    [InlineData(IowaDutyShownBy.BornInMarriage, null, false, 40000)]
    [InlineData(IowaDutyShownBy.PaternityAffidavit, null, false, 0)]
    [InlineData(IowaDutyShownBy.PaternityAffidavit, "1993-06-30", false, 0)]
    [InlineData(IowaDutyShownBy.PaternityAffidavit, "1993-07-01", false, 40000)]
    public void A_child_counts_when_the_duty_is_shown_and_nothing_is_deducted_twice(IowaDutyShownBy by, string? affidavit, bool underOrder, long deduction) =>
        Assert.Equal(deduction, Of(Families.Wages(500000) with
        {
            OtherChildren = [new() { Name = "D", ShownBy = by, UnderPriorOrder = underOrder, AffidavitOn = affidavit is null ? null : DateOnly.Parse(affidavit, System.Globalization.CultureInfo.InvariantCulture) }],
        }).Line("2-I"));

    [Theory]
    [InlineData("2019-12-31", 12, 30000)]
    [InlineData("2020-01-01", 12, 0)] // the same day is not prior
    [InlineData("2019-12-31", 11, 0)]
    public void An_order_is_prior_by_its_original_date_and_must_have_been_paid(string original, int months, long deducted) =>
        Assert.Equal(deducted, Of(Families.Wages(500000) with
        {
            OtherOrders = [new() { Original = DateOnly.Parse(original, System.Globalization.CultureInfo.InvariantCulture), PaidMonthly = new(30000), VerifiedMonths = months }],
        }, f => f with { OriginalOrder = new(2020, 1, 1) }).Line("2-H"));

    [Fact]
    public void Without_an_order_in_this_case_every_other_order_is_prior() =>
        Assert.Equal(30000, Of(Families.Wages(500000) with { OtherOrders = [new() { Original = Families.Day, PaidMonthly = new(30000), VerifiedMonths = 12 }] }).Line("2-H"));

    [Fact]
    public void Spousal_support_counts_for_both_and_only_taxable_support_for_taxes()
    {
        IowaAnswer With(bool taxable, bool reimbursement) => IowaGuideline.Decide(Families.Whole, Families.Sole(Families.Wages(500000), Families.Wages(200000)) with
        {
            SpousalSupport = new() { Payer = IowaParty.ParentA, Monthly = new(60000), Taxable = taxable, Reimbursement = reimbursement },
        }).Value;
        var (plain, taxed, back) = (With(false, false), With(true, false), With(false, true));
        Assert.Equal((440000, 260000), (plain.Line("2-A"), plain.Line("2-A", GuidelineParty.ParentB)));
        Assert.Equal((440000, 260000), (taxed.Line("2-A"), taxed.Line("2-A", GuidelineParty.ParentB)));
        Assert.Equal(6000000, plain.Line("1-A"));
        Assert.Equal(5280000, taxed.Line("1-A"));
        Assert.Equal((500000, 200000), (back.Line("2-A"), back.Line("2-A", GuidelineParty.ParentB)));
    }

    [Fact]
    public void Child_care_is_deducted_for_the_parent_with_care_unless_a_variance_is_granted()
    {
        IowaAnswer With(Money? variance) => IowaGuideline.Decide(Families.Whole, Families.Sole(Families.Wages(500000),
            Families.Wages(300000) with { ChildCare = new() { Monthly = new(50000), Variance = variance, Finding = "Work." } })).Value;
        Assert.Equal(50000, With(null).Line("2-J", GuidelineParty.ParentB));
        Assert.Equal(0, With(new(20000)).Line("2-J", GuidelineParty.ParentB));
        Assert.Equal(With(new(20000)).GuidelineAmount + new Money(20000), With(new(20000)).OrderAmount);
    }

    [Fact]
    public void What_is_not_confirmed_is_named_with_the_result()
    {
        var answer = Of(With(500000, 1));
        Assert.Contains(answer.ToConfirm, c => c is { Parameter: "ia/guidelines/areas/b-end", Status: LawStatus.Unconfirmed } || c.Parameter == "ia/guidelines/qadd/deduction");
        Assert.Contains(answer.ToConfirm, c => c.Parameter == "ia/guidelines/tax-iowa/deducts-federal-tax");
        Assert.DoesNotContain(answer.ToConfirm, c => c.Parameter == "ia/guidelines/areas/round-to");
    }

    private static IowaParent With(long gross, int others) => Families.Wages(gross) with
    {
        OtherChildren = [.. Enumerable.Range(0, others).Select(i => new IowaOtherChild { Name = $"D{i}", ShownBy = IowaDutyShownBy.Order })],
    };
}
