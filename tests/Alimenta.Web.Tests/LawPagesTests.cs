using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class LawPagesTests
{
    [Fact]
    public async Task Law_is_shown_as_of_the_business_date_and_before_the_first_day_as_of_the_clock()
    {
        await using var fresh = await Server.StartAsync();
        Assert.Contains($"As of {Components.Words.Date(DateOnly.FromDateTime(fresh.Clock.GetUtcNow().UtcDateTime))}", await (await fresh.VisitAsync(Roles.Auditor)).ReadAsync("/law"), StringComparison.Ordinal);
        await using var county = await Server.OverCountyAsync();
        county.Break("update business_day set business_date = '1990-02-03'");
        var visitor = await county.VisitAsync(Roles.Auditor);
        Assert.Contains("As of 3 Feb 1990", await visitor.ReadAsync("/law"), StringComparison.Ordinal);
        Assert.Contains("No value is known for 3 Feb 1990", await visitor.ReadAsync("/law/us/fee/annual/amount"), StringComparison.Ordinal);
    }
}
