using Alimenta.Law.Federal.Clocks;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Tests.Federal.Clocks;

public class DisbursementClockTests
{
    private static readonly DisbursementFacts Ordinary = new() { ReceivedOn = new(2026, 6, 15) };

    private static DisbursementDue Due(DisbursementFacts facts, LawOn? law = null) =>
        DisbursementClock.Due(law ?? LawStore.BuiltIn.On(new(2026, 6, 1)), facts, BusinessCalendar.Federal);

    private static (DateOnly?, string) Short(DisbursementDue due) => (due.Due, due.Clock["us/clocks/disbursement/".Length..]);

    [Fact] // 45 CFR 302.32(b)(3)(i)
    public void A_family_is_paid_within_two_business_days() => Assert.Equal((new(2026, 6, 17), "family"), Short(Due(Ordinary)));

    [Fact] // Juneteenth 2026 is a Friday
    public void A_holiday_and_a_weekend_are_not_counted() =>
        Assert.Equal((new(2026, 6, 23), "family"), Short(Due(Ordinary with { ReceivedOn = new(2026, 6, 19) })));

    [Fact] // W50: 302.32(b)(1), K3: Friday 3 July 2026 is closed
    public void A_receipt_on_a_closed_day_counts_that_day_unless_the_state_says_the_next_business_day()
    {
        var facts = Ordinary with { ReceivedOn = new(2026, 7, 3), Payee = DisbursementPayee.OtherState };
        Assert.Equal((new(2026, 7, 7), "responding-state"), Short(Due(facts)));

        var next = LawStore.WithAgency([new("agency/policy/disbursement/receipt-on-closed-day.jsonc",
            """{ "id": "agency/policy/disbursement/receipt-on-closed-day", "says": "S.", "unit": "word", "of": ["same-day", "next-business-day"], "citation": "agency manual", "status": "choice", "source": "R", "values": [ { "from": "2000-01-01", "value": "next-business-day" } ] }""")]);
        Assert.Equal((new(2026, 7, 8), "responding-state"), Short(Due(facts, next.On(new(2026, 7, 1)))));
        Assert.Equal(new(2026, 7, 6), Due(facts, next.On(new(2026, 7, 1))).CountedFrom);
    }

    [Fact] // 302.32(b)(2)(i)
    public void A_family_on_assistance_gets_its_pass_through_at_once_and_the_rest_after_the_month_has_ended()
    {
        var facts = Ordinary with { Assistance = AssistanceStatus.Current };
        Assert.Equal((new(2026, 6, 17), "pass-through"), Short(Due(facts with { PassThrough = true })));
        Assert.Equal((new(2026, 7, 2), "family-on-assistance"), Short(Due(facts)));
    }

    [Fact] // 302.32(b)(2)(ii)
    public void In_the_first_month_after_assistance_the_family_is_paid_within_two_business_days() =>
        Assert.Equal((new(2026, 6, 17), "first-month-after-assistance"), Short(Due(Ordinary with { Assistance = AssistanceStatus.Former, FirstMonthAfterAssistance = true })));

    [Fact] // 302.32(b)(2)(iii): fifteen business days after June 2026, 3 July being closed
    public void A_placement_agency_is_paid_after_the_month_has_ended() =>
        Assert.Equal((new(2026, 7, 22), "placement-agency"), Short(Due(Ordinary with { Payee = DisbursementPayee.PlacementAgency })));

    [Fact] // 302.32(b)(3)(ii)
    public void A_federal_tax_refund_offset_has_thirty_days_or_fifteen_after_an_appeal()
    {
        var facts = Ordinary with { Source = CollectionSource.FederalTaxOffset };
        Assert.Equal((new(2026, 7, 15), "federal-tax-offset"), Short(Due(facts)));
        Assert.Equal((null, "federal-tax-offset-appealed"), Short(Due(facts with { AppealOpen = true })));
        Assert.Equal((new(2026, 8, 16), "federal-tax-offset-appealed"), Short(Due(facts with { AppealResolvedOn = new(2026, 8, 1) })));
    }

    [Fact] // W25: 303.72(h)(5)
    public void A_joint_return_is_held_six_months_from_the_notice_or_until_the_spouse_is_settled_and_never_less_than_the_thirty_days()
    {
        var facts = Ordinary with { ReceivedOn = new(2026, 3, 1), Source = CollectionSource.FederalTaxOffset, JointHoldNoticeOn = new(2026, 3, 2) };
        Assert.Equal((new(2026, 9, 2), "joint-offset"), Short(Due(facts)));
        Assert.Equal((new(2026, 5, 15), "joint-offset"), Short(Due(facts with { SpouseSettledOn = new(2026, 5, 15) })));
        Assert.Equal((new(2026, 3, 31), "federal-tax-offset"), Short(Due(facts with { SpouseSettledOn = new(2026, 3, 10) })));
    }

    [Fact] // conventions D17: the number of months is the state's, at most the law's
    public void A_state_that_holds_for_less_pays_earlier()
    {
        var law = LawStore.WithAgency([new("agency/policy/joint-hold/months.jsonc",
            """{ "id": "agency/policy/joint-hold/months", "says": "S.", "unit": "months", "citation": "agency manual", "status": "choice", "source": "R", "values": [ { "from": "2000-01-01", "value": 3 } ] }""")]).On(new(2026, 6, 1));
        var facts = Ordinary with { ReceivedOn = new(2026, 3, 1), Source = CollectionSource.FederalTaxOffset, JointHoldNoticeOn = new(2026, 3, 2) };
        Assert.Equal((new(2026, 6, 2), "joint-offset"), Short(Due(facts, law)));
    }

    [Fact] // 42 USC 654b(c)(1)
    public void Without_a_known_payee_the_clock_does_not_run_and_begins_when_he_is_known()
    {
        var waiting = Due(Ordinary with { PayeeIdentified = false });
        Assert.Null(waiting.Due);
        Assert.Equal("The payee is not identified.", waiting.Waits);
        Assert.Equal((new(2026, 7, 2), "payee-identified"), Short(Due(Ordinary with { PayeeIdentifiedOn = new(2026, 6, 30) })));
        Assert.Equal((new(2026, 7, 2), "family-on-assistance"), Short(Due(Ordinary with { Assistance = AssistanceStatus.Current, PayeeIdentifiedOn = new(2026, 6, 16) })));
    }

    [Fact]
    public void Tracing_changes_nothing()
    {
        var law = LawStore.BuiltIn.On(new(2026, 6, 1));
        var why = new Explanation(DisbursementClock.RuleId, "x");
        Assert.Equal(DisbursementClock.Due(law, Ordinary, BusinessCalendar.Federal), DisbursementClock.Due(law, Ordinary, BusinessCalendar.Federal, why));
        Assert.NotEmpty(why.Steps);
        Assert.NotEmpty(why.Parameters);
    }
}
