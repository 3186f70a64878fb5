using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Alimenta.Cli.Bench;

/// <summary>Walks from the first page over every link, a few of each kind.</summary>
internal static partial class Walk
{
    // Each filter with each order; not every filter with every other.
    private const int MostAsked = 3;

    // A list as a spreadsheet reads what it gives, up to 20,000 rows: a thousand a statement, each behind those before.
    private const string Spreadsheet = ".csv";

    /// <summary>The pages, each after it was opened.</summary>
    /// <exception cref="InvalidOperationException">A page does not answer as it should.</exception>
    public static async IAsyncEnumerable<string> PagesAsync(Visitor visitor, int mostOfAKind, [EnumeratorCancellation] CancellationToken cancel)
    {
        var kinds = new Dictionary<string, int>();
        var queue = new Queue<string>(["/"]);
        while (queue.TryDequeue(out var path))
        {
            var text = await visitor.OpenAsync(path, cancel);
            yield return path;
            foreach (var link in Links().Matches(text).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct())
            {
                var kind = Kind(link);
                if (kind.Split('?')[0].EndsWith(Spreadsheet, StringComparison.Ordinal) || kind.Count(c => c == '=') > MostAsked || kinds.GetValueOrDefault(kind) >= mostOfAKind) continue;
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                queue.Enqueue(link);
            }
        }
    }

    /// <summary>What kind of page a path leads to: its numbers left out, what it asks for in one order.</summary>
    public static string Kind(string path)
    {
        var parts = Numbers().Replace(path, "#").Split('?', 2);
        return parts.Length == 1 ? parts[0] : $"{parts[0]}?{string.Join('&', parts[1].Split('&').Order(StringComparer.Ordinal))}";
    }

    [GeneratedRegex("<a [^>]*?href=\"(/[^\"#]*)")]
    private static partial Regex Links();

    [GeneratedRegex("[0-9]+|(?<=/law/)[^?]+|(?<=place=)[^&]*")]
    private static partial Regex Numbers();
}
