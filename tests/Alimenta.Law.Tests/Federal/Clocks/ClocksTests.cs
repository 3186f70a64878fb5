using Alimenta.Law.Federal.Clocks;

namespace Alimenta.Law.Tests.Federal.Clocks;

using Clocks = Alimenta.Law.Federal.Clocks.Clocks;

public class ClocksTests
{
    private static LawOn Law => LawStore.BuiltIn.On(new(2026, 6, 1));

    private static DateOnly? Due(string clock, int year, int month, int day, BusinessCalendar? calendar = null) =>
        Clocks.Due(Law, $"us/clocks/{clock}", new(year, month, day), calendar ?? BusinessCalendar.Federal).Due;

    [Fact] // W49: 45 CFR 307.11(c)(3)(ii), five business days
    public void A_levy_found_on_a_Monday_is_returned_by_the_next_Monday() =>
        Assert.Equal(new(2026, 6, 8), Due("enforcement/ssi-levy-return", 2026, 6, 1));

    [Fact] // K1
    public void The_day_of_the_event_is_not_counted()
    {
        Assert.Equal(new(2026, 6, 3), Due("disbursement/family", 2026, 6, 1));
        Assert.Equal(new(2026, 6, 1), Due("intake/application-in-person", 2026, 6, 1));
        Assert.Equal(new(2026, 6, 21), Due("intake/open-case", 2026, 6, 1));
    }

    [Fact] // K2
    public void Calendar_days_and_months_do_not_move_off_closed_days_and_a_missing_day_becomes_the_last()
    {
        Assert.Equal(DayOfWeek.Sunday, Due("intake/open-case", 2026, 6, 1)!.Value.DayOfWeek);
        Assert.Equal(new(2026, 2, 28), Due("disbursement/joint-offset", 2025, 8, 31));
        Assert.Equal(new(2029, 2, 28), Due("locate/fpls-attestation", 2028, 2, 29));
    }

    [Fact] // 45 CFR 303.108(c)
    public void Quarterly_wages_are_due_by_the_end_of_the_second_month_after_the_quarter()
    {
        Assert.Equal(new(2026, 5, 31), Due("new-hire/quarterly-wages", 2026, 1, 1));
        Assert.Equal(new(2026, 5, 31), Due("new-hire/quarterly-wages", 2026, 3, 31));
        Assert.Equal(new(2027, 2, 28), Due("new-hire/quarterly-wages", 2026, 12, 31));
        Assert.Equal(new(2026, 4, 30), Due("new-hire/unemployment-claims", 2026, 2, 14));
    }

    [Fact] // 31 CFR 285.1(h)
    public void A_notice_before_an_event_is_counted_back() =>
        Assert.Equal(new(2026, 5, 2), Due("disbursement/administrative-offset-notice", 2026, 6, 1));

    [Fact]
    public void Where_the_law_names_no_number_no_day_is_made_up()
    {
        var due = Clocks.Due(Law, "us/clocks/enforcement/improper-withholding-refund", new(2026, 6, 1), BusinessCalendar.Federal);
        Assert.Equal((null, "promptly", 35), (due.Due, due.Limit, due.Row));
    }

    [Fact]
    public void A_clock_is_read_under_the_law_of_the_day_of_its_event() =>
        Assert.Throws<LawNotCovered>(() => Due("disbursement/family", 1998, 9, 30));

    [Fact]
    public void Every_row_of_the_table_of_program_clocks_is_there()
    {
        var clocks = LawStore.BuiltIn.Parameters.Where(p => p.Unit == LawUnit.Clock).ToList();
        Assert.Equal(Enumerable.Range(1, 94), clocks.Select(c => c.Row).Distinct().Order());
        Assert.Equal(103, clocks.Count);
        foreach (var clock in clocks)
        {
            var due = Clocks.Due(Law, clock.Id, new(2026, 6, 1), BusinessCalendar.Federal, new Explanation("us/test", "none"));
            Assert.Equal(clock.Values[^1].Clock!.HasAmount, due.Due is not null);
        }
    }

    [Fact]
    public void Business_days_of_every_length_agree_with_a_count_by_hand()
    {
        var calendar = BusinessCalendar.Federal;
        for (var day = new DateOnly(2024, 1, 1); day < new DateOnly(2028, 1, 1); day = day.AddDays(1))
        {
            var due = Clocks.Reach(new(2, ClockUnit.BusinessDays, "BD", ClockStart.Event, false, false), day, calendar)!.Value;
            Assert.True(calendar.IsOpen(due));
            Assert.Equal(2, calendar.Between(day, due));
        }
    }
}
