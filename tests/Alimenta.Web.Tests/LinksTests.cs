using System.Net;
using Alimenta.Office.Access;

namespace Alimenta.Web.Tests;

public sealed class LinksTests
{
    private const int MostOfAKind = 2;

    [Theory]
    [InlineData(Roles.CaseManager)]
    [InlineData(Roles.Accounting)]
    [InlineData(Roles.DisbursementReleaser)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Administrator)]
    public async Task No_link_that_a_role_is_shown_leads_nowhere(string role)
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(role);
        var wrong = new List<string>();
        var seen = 0;
        await foreach (var (path, from, answer) in Crawl.PagesAsync(visitor, MostOfAKind))
        {
            seen++;
            if (answer.StatusCode != HttpStatusCode.OK) wrong.Add($"{path} on {from}: {(int)answer.StatusCode}");
        }

        Assert.Empty(wrong);
        Assert.True(seen > 10);
    }
}
