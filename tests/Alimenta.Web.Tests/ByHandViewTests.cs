using System.Net;
using System.Text.RegularExpressions;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

/// <summary>A supervisor chooses the debts that a receipt pays, and protects a span of days; both are shown first, and both can be undone.</summary>
public sealed class ByHandViewTests
{
    [Fact]
    public async Task Debts_are_chosen_shown_first_and_given_back_to_the_rule()
    {
        await using var server = await Server.OverCountyAsync();
        var receipt = (long)server.Database.Scalar(Distributed)!;
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var path = $"/receipts/{receipt}/by-hand";
        Assert.Contains($"href=\"{path}\"", await visitor.ReadAsync($"/receipts/{receipt}"), StringComparison.Ordinal);
        var form = await visitor.FormAsync(path, "change");
        var debts = Regex.Matches(await visitor.ReadAsync(path), "name=\"(pay-[^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(debts);

        var nothing = await Text(await visitor.PostAsync(path, [.. form, new("step", "look"), new("reason", "agreed in court")]));
        Assert.Contains("Enter an amount beside at least one debt.", nothing, StringComparison.Ordinal);
        Assert.Contains("value=\"agreed in court\"", nothing, StringComparison.Ordinal);
        var much = await Text(await visitor.PostAsync(path, [.. form, new("step", "look"), new(debts[^1], "9999999.00"), new("reason", "agreed in court")]));
        Assert.Contains("Take ", much, StringComparison.Ordinal);
        Assert.Contains("value=\"9999999.00\"", much, StringComparison.Ordinal);

        List<KeyValuePair<string, string>> typed = [.. form, new(debts[^1], "1.00"), new("reason", "agreed in court")];
        var looked = await Text(await visitor.PostAsync(path, [.. typed, new("step", "look")]));
        Assert.Contains("What would change", looked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync(path, [.. typed, new("step", "confirm"), new("seen", Seen(looked))])).StatusCode);
        Assert.Contains("distributed by hand", await visitor.ReadAsync($"/receipts/{receipt}"), StringComparison.Ordinal);

        form = await visitor.FormAsync(path, "change");
        var back = await Text(await visitor.PostAsync(path, [.. form, new("step", "rule"), new("reason", "a mistake")]));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync(path, [.. form, new("step", "confirm"), new("mode", "rule"), new("seen", Seen(back)), new("reason", "a mistake")])).StatusCode);
        Assert.DoesNotContain("distributed by hand", await visitor.ReadAsync($"/receipts/{receipt}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Debts_of_several_children_are_told_apart()
    {
        await using var server = await Server.OverCountyAsync();
        var receipt = server.Number("""
            select max(r.id) from receipt r where r.status = 'distributed' and r.source = 'income_withholding'
                and (select count(*) from obligation o join case_file c on c.id = o.case_id where c.obligor_id = r.obligor_id and o.kind = 'child') > 1
            """);
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var path = $"/receipts/{receipt}/by-hand";
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync(path));
        var fields = Regex.Matches(page, "for=\"change-(pay-[^\"]+)\">([^<]+)<").Select(m => (Name: m.Groups[1].Value, Label: m.Groups[2].Value)).ToList();
        Assert.True(fields.Count > 1, path);
        Assert.Equal(fields.Count, fields.Select(f => f.Label).Distinct().Count());
        Assert.All(fields, f => Assert.Contains("Child support, ", f.Label, StringComparison.Ordinal));

        var form = await visitor.FormAsync(path, "change");
        List<KeyValuePair<string, string>> typed = [.. form, new(fields[0].Name, "0.01"), new("reason", "agreed in court")];
        var looked = await Text(await visitor.PostAsync(path, [.. typed, new("step", "look")]));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync(path, [.. typed, new("step", "confirm"), new("seen", Seen(looked))])).StatusCode);
        var before = Regex.Match(WebUtility.HtmlDecode(await visitor.ReadAsync($"/receipts/{receipt}")), "What stood before.*", RegexOptions.Singleline).Value;
        Assert.Contains("Child support, ", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_span_is_protected_and_freed()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var path = $"/cases/{guide.Rich}/protect";
        Assert.Contains($"href=\"{path}\"", await visitor.ReadAsync($"/cases/{guide.Rich}"), StringComparison.Ordinal);
        Assert.Contains("Nothing that could be protected", await Text(await visitor.PostAsync(path, [.. await visitor.FormAsync(path, "protect"), .. Span("yes", 1999), new("step", "look")])), StringComparison.Ordinal);
        await ConfirmAsync(visitor, path, "yes");
        Assert.NotEqual(0L, server.Database.Scalar("select count(*) from receipt where protected"));
        Assert.Contains("protected: stays as it is", await visitor.ReadAsync($"/receipts/{guide.Receipt}"), StringComparison.Ordinal);
        await ConfirmAsync(visitor, path, "no");
        Assert.Equal(0L, server.Database.Scalar("select count(*) from receipt where protected"));
    }

    [Theory]
    [InlineData(Roles.CaseManager)]
    [InlineData(Roles.Accounting)]
    [InlineData(Roles.Auditor)]
    public async Task Others_are_neither_offered_it_nor_let_in(string role)
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(role);
        foreach (var (at, path) in new[] { ($"/receipts/{guide.Receipt}", $"/receipts/{guide.Receipt}/by-hand"), ($"/cases/{guide.Rich}", $"/cases/{guide.Rich}/protect") })
        {
            Assert.DoesNotContain($"href=\"{path}\"", await visitor.ReadAsync(at), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(path)).StatusCode);
        }
    }

    private const string Distributed = "select min(id) from receipt where status = 'distributed' and source = 'income_withholding'";

    private static async Task ConfirmAsync(Visitor visitor, string path, string protect)
    {
        var form = await visitor.FormAsync(path, "protect");
        var looked = await Text(await visitor.PostAsync(path, [.. form, .. Span(protect, 2026), new("step", "look")]));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync(path, [.. form, .. Span(protect, 2026), new("step", "confirm"), new("seen", Seen(looked))])).StatusCode);
    }

    private static IEnumerable<KeyValuePair<string, string>> Span(string protect, int year) =>
    [
        new("protect", protect), new("reason", "the family must not be disturbed"), new("from-month", "1"), new("from-day", "1"), new("from-year", $"{year}"),
        new("to-month", "12"), new("to-day", "31"), new("to-year", $"{year}"),
    ];

    private static string Seen(string page) => Regex.Match(page, "name=\"seen\" value=\"([^\"]+)\"") is { Success: true } m ? m.Groups[1].Value : throw new InvalidOperationException(page[..Math.Min(page.Length, 6000)]);

    private static async Task<string> Text(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();
}
