using Alimenta.Law.Iowa.Guidelines;

namespace Alimenta.Law.Tests.Iowa.Guidelines;

/// <summary>The partial schedule that comes with the product, and the whole one that an agency loads.</summary>
public class ScheduleTests
{
    private static readonly IReadOnlyList<IReadOnlyList<LawCell>> Rows = Families.Law.Table("ia/guidelines/schedule").Rows;

    [Fact]
    public void The_rows_that_come_with_the_product_rise_with_income_and_with_children()
    {
        Assert.Equal(116, Rows.Count);
        for (var i = 0; i < Rows.Count; i++)
            for (var c = 0; c < 6; c++)
            {
                Assert.True(i == 0 || Rows[i][c].Number > Rows[i - 1][c].Number || (c > 0 && Rows[i][c].Number >= Rows[i - 1][c].Number), $"row {Rows[i][0].Money}, column {c}");
                Assert.True(c < 2 || Rows[i][c].Number >= Rows[i][c - 1].Number, $"row {Rows[i][0].Money}, column {c}");
            }
    }

    [Fact]
    public void A_look_up_outside_the_rows_names_what_is_missing_and_how_to_load_it()
    {
        var no = IowaGuideline.Decide(Families.Law, Families.Stated(305000, 200000, IowaPhysicalCare.ParentB)).Refusal!;
        Assert.Equal("L-IA-SCHEDULE-ROW", no.Code);
        Assert.Contains("$5,050.00", no.What, StringComparison.Ordinal);
        Assert.Contains("$5,050.00 to $5,450.00 (9 rows)", no.What, StringComparison.Ordinal);
        Assert.Contains("alimenta law import-schedule", no.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_family_that_needs_several_missing_rows_hears_of_all()
    {
        // In Area B both the own income and that of both are looked up; a table of one row has neither.
        var no = IowaGuideline.Decide(Families.Agency("[ [10000, 5000, 7500, 10000, 10000, 10000] ]"), Families.Stated(150000, 200000, IowaPhysicalCare.ParentB)).Refusal!;
        Assert.Contains("$1,500.00 and of incomes up to $3,500.00 are missing", no.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(280000, true)]
    [InlineData(280001, false)] // row 2,850
    [InlineData(285001, true)] // row 2,900
    [InlineData(3000000, true)]
    [InlineData(3000001, true)] // above the top the last row counts
    [InlineData(2999999, true)]
    [InlineData(2950001, false)]
    public void Rows_are_found_by_their_bracket(long net, bool found) =>
        Assert.Equal(found, IowaGuideline.Decide(Families.Law, Families.Stated(net, 0, IowaPhysicalCare.ParentB)).Ok);

    [Fact]
    public void An_agencys_whole_schedule_goes_before_and_says_so()
    {
        var answer = IowaGuideline.Decide(Families.Whole, Families.Stated(305000, 200000, IowaPhysicalCare.ParentB)).Value;
        Assert.Contains(answer.ToConfirm, c => c is { Parameter: "agency/policy/guidelines/ia-schedule", Status: LawStatus.Secondary });
        Assert.DoesNotContain(answer.ToConfirm, c => c.Parameter == "ia/guidelines/schedule");
        var compared = LawStore.WithAgency([Families.Schedule().ToLaw(new(2026, 1, 1), "Official print", compared: true)]).On(Families.Day);
        Assert.DoesNotContain(IowaGuideline.Decide(compared, Families.Stated(305000, 200000, IowaPhysicalCare.ParentB)).Value.ToConfirm, c => c.Parameter.Contains("schedule", StringComparison.Ordinal));
    }

    [Fact]
    public void Before_an_agencys_schedule_begins_that_of_the_product_counts()
    {
        var store = LawStore.WithAgency([Families.Schedule().ToLaw(new(2026, 7, 1), "Made up", compared: false)]);
        Assert.Equal(54900, IowaGuideline.Decide(store.On(new(2026, 6, 30)), Families.Stated(240000, 60000, IowaPhysicalCare.ParentB)).Value.GuidelineAmount.Cents);
        Assert.NotEqual(54900, IowaGuideline.Decide(store.On(new(2026, 7, 1)), Families.Stated(240000, 60000, IowaPhysicalCare.ParentB)).Value.GuidelineAmount.Cents);
    }

    [Fact]
    public void A_second_schedule_is_added_to_the_first_and_the_same_day_takes_its_place()
    {
        var first = Families.Schedule().ToLaw(new(2026, 1, 1), "First", compared: false);
        var both = Families.Schedule().ToLaw(new(2026, 7, 1), "Second \"quoted\"", compared: true, first);
        var again = Families.Schedule().ToLaw(new(2026, 7, 1), "Third", compared: true, both);
        Assert.Equal(["First", "Second \"quoted\""], Sources(both));
        Assert.Equal(["First", "Third"], Sources(again));

        static IEnumerable<string> Sources(LawText text) => LawStore.WithAgency([text]).Find("agency/policy/guidelines/ia-schedule")!.Values.Select(v => v.Source);
    }

    [Fact]
    public void A_schedule_without_a_source_is_not_taken() =>
        Assert.Throws<ArgumentException>(() => Families.Schedule().ToLaw(new(2026, 1, 1), " ", compared: false));

    [Fact]
    public void Rows_that_differ_from_those_of_the_product_are_listed()
    {
        var differences = Families.Schedule().Differences(Families.Law);
        Assert.NotEmpty(differences);
        Assert.Contains(differences, d => d.StartsWith("Incomes up to $30,000.00:", StringComparison.Ordinal));
        Assert.DoesNotContain(differences, d => d.StartsWith("Incomes up to $2,850.00:", StringComparison.Ordinal)); // the product has no such row
    }

    [Theory]
    [InlineData("", 1, "no rows")]
    [InlineData("a,b\n", 1, "columns")]
    [InlineData("100,50,75,100,100\n", 3, "5 cells")]
    [InlineData("100,50,75,x,100,100\n", 3, "\"x\"")]
    [InlineData("100,50,75,-1,100,100\n", 3, "\"-1\"")]
    [InlineData("200,50,75,100,100,100\n", 3, "up to $100.00 is missing")]
    [InlineData("150,50,75,100,100,100\n", 3, "no bound")]
    [InlineData("30050,50,75,100,100,100\n", 3, "no bound")]
    [InlineData("100,50,75,100,100,100\n400,60,80,101,101,101\n", 4, "2 rows are missing before this one: incomes up to $200.00 to $300.00")]
    [InlineData("100,50,75,100,100,100\n100,50,75,100,100,100\n", 4, "stands after")]
    [InlineData("100,50,75,100,100,100\n200,49,80,101,101,101\n", 4, "falls from $50.00 to $49.00")]
    [InlineData("100,50,75,100,99,100\n", 3, "For more children")]
    [InlineData("100,0,75,100,100,100\n", 3, "nothing")]
    [InlineData("100,50,75,100,100,100\n", 3, "ends at $100.00 instead of $30,000.00")]
    public void A_faulty_schedule_is_refused_with_the_place(string rows, int line, string reason)
    {
        var text = rows.Length == 0 ? "# only a comment" : rows[0] == 'a' ? rows : "# made up\nincome_up_to,one,two,three,four,five\n" + rows;
        Assert.Null(ScheduleFile.Read(new("s.csv", text), Families.Law, out var faults));
        Assert.Contains(faults, f => f.File == "s.csv" && f.Line == line && f.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_of_other_systems_and_blanks_are_read()
    {
        var text = "\uFEFF" + Families.Csv().Replace("\n", "\r\n", StringComparison.Ordinal).Replace(",", " , ", StringComparison.Ordinal);
        Assert.NotNull(ScheduleFile.Read(new("s.csv", text), Families.Law, out var faults));
        Assert.Empty(faults);
    }

    [Fact]
    public void Before_the_brackets_are_known_nothing_is_checked_by_guess() =>
        Assert.Throws<LawNotCovered>(() => ScheduleFile.Read(new("s.csv", Families.Csv()), LawStore.BuiltIn.On(new(2025, 12, 31)), out _));
}
