using System.Text.RegularExpressions;
using Alimenta.Office.Access;
using Alimenta.Testing;
using Alimenta.Web.Pages.Oversight;

namespace Alimenta.Web.Tests;

/// <summary>Whatever the code writes into the audit log, the log says in words.</summary>
public sealed partial class AuditWordsTests
{
    // What looks like an action in the source and is none: columns in SQL, fields of forms, points at which tests let a command fail, accounts of the ledger, names of files.
    private static readonly HashSet<string> Others =
    [
        "end", "variance", "rebuttal", "maintenance", "statement", "commit", "command", "bulk", "satisfied", "worksheet", "page", "paper", "answers", "report", "worksheet-or", "dry-run", "large", "bench", "alimenta", "favicon",
    ];

    [Fact]
    public void Every_action_in_the_source_has_words()
    {
        var actions = Actions().Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(actions.Count > 100, $"{actions.Count} actions");
        Assert.DoesNotContain(actions, a => !AuditWords.Knows(a));
    }

    [Fact]
    public async Task Every_action_of_a_working_day_has_words()
    {
        await using var server = await Server.AtWorkAsync();
        await (await server.VisitAsync(Roles.Supervisor)).ReadAsync("/search?q=okafor");
        var actions = server.Word("select group_concat(distinct action) from audit_event where action <> 'test'").Split(',');
        Assert.True(actions.Length > 5);
        Assert.DoesNotContain(actions, a => !AuditWords.Knows(a));
    }

    [Theory]
    [InlineData("receipt.list", "looked at a list of receipts")]
    [InlineData("distribution.part", "distributed a part of a file")]
    [InlineData("unheard-of.thing", "unheard of thing")]
    public void An_action_is_said_in_words(string action, string words) => Assert.Equal(words, AuditWords.Of(action));

    private static IEnumerable<string> Actions()
    {
        var source = Path.Combine(Repository.Root, "src");
        string[] rooms = ["Alimenta.Office", "Alimenta.Data", "Alimenta.Cli", "Alimenta.Web"];
        var files = rooms.SelectMany(r => Directory.EnumerateFiles(Path.Combine(source, r), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetFileName(f) is not ("Permissions.cs" or "AuditWords.cs"));
        var said = files.SelectMany(f => Literal().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Where(a => a.IndexOf('.', StringComparison.Ordinal) is var dot && dot > 1 && !Others.Contains(a[..dot]));
        string[] parted = ["accrual", "disbursement", "distribution", "interest", "selection"];
        return [.. said, .. parted.Select(p => $"{p}.part")];
    }

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Literal();
}
