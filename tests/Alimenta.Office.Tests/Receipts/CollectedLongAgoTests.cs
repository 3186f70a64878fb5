using Alimenta.Office.Receipts;
using Alimenta.Testing;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>A day of collection that may be a slip.</summary>
public sealed class CollectedLongAgoTests
{
    private static readonly DateOnly Opened = new(2026, 3, 2);

    [Theory]
    [InlineData(0, false)]
    [InlineData(-60, false)]
    [InlineData(-61, true)]
    public void Sixty_days_are_usual(int days, bool old) =>
        Assert.Equal(old, CollectedLongAgo.Warning(Bureau.Today.AddDays(days), Bureau.Today, null) is { Code: "W-COLLECTED-OLD" });

    [Fact]
    public void A_day_before_the_case_was_opened_is_told_as_such() =>
        Assert.Contains("before the case was opened on 2 Mar 2026", CollectedLongAgo.Warning(Opened.AddDays(-1), Bureau.Today, Opened)!.What, StringComparison.Ordinal);

    [Theory, EachEngine]
    public async Task The_case_is_found_by_its_number_and_none_is_needed(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        Assert.Contains("before the case was opened", (await CollectedLongAgo.WarningAsync(bureau.Store, new(2020, 3, 1), family.Case))!.What, StringComparison.Ordinal);
        Assert.Contains("more than 60 days", (await CollectedLongAgo.WarningAsync(bureau.Store, new(2020, 3, 1), ""))!.What, StringComparison.Ordinal);
        Assert.Null(await CollectedLongAgo.WarningAsync(bureau.Store, Bureau.Today, family.Case));
    }
}
