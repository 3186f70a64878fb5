using System.Globalization;
using System.Text.RegularExpressions;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed partial class LedgerViewTests
{
    [Fact]
    public async Task The_spreadsheet_holds_every_line_and_its_balance_runs()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var lines = Lines(await visitor.ReadAsync($"/cases/{guide.Assisted}/ledger.csv"));
        var page = await visitor.ReadAsync($"/cases/{guide.Assisted}/ledger");
        Assert.Contains($"{lines.Count} lines, the latest first", page, StringComparison.Ordinal);
        var running = 0m;
        foreach (var line in lines.AsEnumerable().Reverse())
        {
            running += Number(line[5]);
            Assert.Equal(running, Number(line[6]));
        }

        var owed = (long)server.Database.Scalar($"select current_due + na + pa + ta + ca + uda + upa + fc + med from case_account a join case_file c on c.id = a.case_id where c.number = '{guide.Assisted}'")!;
        Assert.Equal(owed, (long)(running * 100));
        Assert.Contains($"balance now {new Money(owed)}", page, StringComparison.Ordinal);
        Assert.Equal(1L, server.Database.Scalar($"select count(*) from audit_event where action = 'list.export' and object_id = 'ledger-{guide.Assisted}'"));
    }

    [Theory]
    [InlineData("account=PA", "permanently assigned (PA)")]
    [InlineData("kind=charge", "Charge")]
    public async Task A_filter_leaves_only_what_was_asked_for(string filter, string word)
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var lines = Lines(await visitor.ReadAsync($"/cases/{guide.Assisted}/ledger.csv?{filter}"));
        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.Contains(word, string.Join('|', l), StringComparison.Ordinal));
        Assert.Contains("No line matches", await visitor.ReadAsync($"/cases/{guide.Assisted}/ledger?{filter}&month=1999-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_that_facts_demand_says_why()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var page = await (await server.VisitAsync(Roles.CaseManager)).ReadAsync($"/cases/{guide.Assisted}/ledger?size=500");
        var rows = Rows().Count(page);
        Assert.True(rows > 50, $"{rows} lines");
        Assert.Equal(rows, page.Split("<tr class=\"why-row\">").Length - 1);
        Assert.Contains("so it is assigned to the state", page, StringComparison.Ordinal);
        Assert.Contains("fell due on", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_back_shows_on_demand_and_is_marked()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var supervisor = await server.VisitAsync(Roles.Supervisor);
        await ReceiptViewTests.TakeBackAsync(supervisor, guide.Receipt, "");
        Assert.DoesNotContain("Payment, taken back", await supervisor.ReadAsync($"/cases/{guide.Rich}/ledger?kind=distribution"), StringComparison.Ordinal);
        var page = await supervisor.ReadAsync($"/cases/{guide.Rich}/ledger?kind=distribution&reversed=yes");
        Assert.Contains("Payment, taken back", page, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"reversed\">", page, StringComparison.Ordinal);
        Assert.Contains("R01 insufficient funds", page, StringComparison.Ordinal);
    }

    private static List<string[]> Lines(string sheet) => [.. sheet.TrimEnd().Split("\r\n")[1..].Select(l => Cells().Matches(l).Select(m => m.Groups[1].Value.Trim('"')).ToArray())];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)")]
    private static partial Regex Cells();

    [GeneratedRegex("<tr class=\"(?:reversed)?\">|<tr>\\s*<td class=\"day\">")]
    private static partial Regex Rows();
}
