using System.Net;
using System.Text.RegularExpressions;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed partial class LinksTests
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
        var seen = new Dictionary<string, int>();
        var wrong = new List<string>();
        var queue = new Queue<(string Path, string From)>([("/", "")]);
        while (queue.TryDequeue(out var at))
        {
            var answer = await visitor.GetAsync(at.Path);
            if (answer.StatusCode != HttpStatusCode.OK) wrong.Add($"{at.Path} on {at.From}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var found in Links().Matches(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct())
            {
                // A list of one kind has one code: a few of each are enough.
                var kind = Numbers().Replace(found, "#");
                if (seen.GetValueOrDefault(found) > 0 || seen.GetValueOrDefault(kind) >= MostOfAKind) continue;
                seen[found] = 1;
                seen[kind] = seen.GetValueOrDefault(kind) + 1;
                queue.Enqueue((found, at.Path));
            }
        }

        Assert.Empty(wrong);
        Assert.True(seen.Count > 10);
    }

    [GeneratedRegex("<a [^>]*?href=\"(/[^\"#]*)")]
    private static partial Regex Links();

    [GeneratedRegex("[0-9]+|(?<=/law/)[^?]+|=[^&]*")]
    private static partial Regex Numbers();
}
