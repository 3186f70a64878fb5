using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Alimenta.Cli.Bench;

/// <summary>Walks from the first page over every link, a few of each kind.</summary>
internal static partial class Walk
{
    /// <summary>The pages, each after it was opened.</summary>
    /// <exception cref="InvalidOperationException">A page does not answer as it should.</exception>
    public static async IAsyncEnumerable<string> PagesAsync(Visitor visitor, int mostOfAKind, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seen = new HashSet<string>(["/"]);
        var kinds = new Dictionary<string, int>();
        var queue = new Queue<string>(["/"]);
        while (queue.TryDequeue(out var path))
        {
            var text = await visitor.OpenAsync(path, cancel);
            yield return path;
            foreach (var link in Links().Matches(text).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct())
            {
                if (kinds.GetValueOrDefault(Kind(link)) >= mostOfAKind || !seen.Add(link)) continue;
                kinds[Kind(link)] = kinds.GetValueOrDefault(Kind(link)) + 1;
                queue.Enqueue(link);
            }
        }
    }

    /// <summary>What kind of page a path leads to: its numbers and what it asks for left out.</summary>
    public static string Kind(string path) => Numbers().Replace(path, "#");

    [GeneratedRegex("<a [^>]*?href=\"(/[^\"#]*)")]
    private static partial Regex Links();

    [GeneratedRegex("[0-9]+|(?<=/law/)[^?]+|=[^&]*")]
    private static partial Regex Numbers();
}
