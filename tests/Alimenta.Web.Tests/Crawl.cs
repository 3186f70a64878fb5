using System.Net;
using System.Text.RegularExpressions;

namespace Alimenta.Web.Tests;

/// <summary>Every kind of page that links lead to from the first page, a few of each kind.</summary>
internal static partial class Crawl
{
    public static async IAsyncEnumerable<(string Path, string From, HttpResponseMessage Answer)> PagesAsync(Visitor visitor, int mostOfAKind)
    {
        var seen = new Dictionary<string, int>();
        var queue = new Queue<(string Path, string From)>([("/", "")]);
        while (queue.TryDequeue(out var at))
        {
            var answer = await visitor.GetAsync(at.Path);
            yield return (at.Path, at.From, answer);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var found in Links().Matches(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct())
            {
                // A list of one kind has one code: a few of each are enough.
                var kind = Numbers().Replace(found, "#");
                if (seen.GetValueOrDefault(found) > 0 || seen.GetValueOrDefault(kind) >= mostOfAKind) continue;
                seen[found] = 1;
                seen[kind] = seen.GetValueOrDefault(kind) + 1;
                queue.Enqueue((found, at.Path));
            }
        }
    }

    [GeneratedRegex("<a [^>]*?href=\"(/[^\"#]*)")]
    private static partial Regex Links();

    [GeneratedRegex("[0-9]+|(?<=/law/)[^?]+|=[^&]*")]
    private static partial Regex Numbers();
}
