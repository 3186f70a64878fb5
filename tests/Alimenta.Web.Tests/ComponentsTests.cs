using Alimenta.Office.Reading;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alimenta.Web.Tests;

public sealed class ComponentsTests
{
    private sealed record Row(string Name, Money Amount, Reason? Why);

    private static readonly TableOf<Row> Table = new TableOf<Row>().Text("Part", r => r.Name, sort: "part", head: true).Money("Amount", r => r.Amount, sort: "amount", why: r => r.Why);

    [Fact]
    public async Task A_table_has_caption_headings_sort_links_and_a_row_that_explains()
    {
        var query = Query("?sort=amount");
        var html = await Draw<DataTable<Row>>(new() { ["Id"] = "parts", ["Caption"] = "Parts", ["Table"] = Table, ["Query"] = query, ["Total"] = 120L, ["Rows"] = new Row[] { new("Current <b>", Money.Of(253), Because()), new("Arrears", Money.Of(34, 40), null) } });
        Assert.Contains("<caption id=\"parts-caption\"><span class=\"caption-text\">Parts", html, StringComparison.Ordinal);
        Assert.Contains("sorted by Amount", html, StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"ascending\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/list?sort=amount&amp;dir=down\"", html, StringComparison.Ordinal);
        Assert.Contains("Current &lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Single(Split(html, "class=\"why-row\""));
        Assert.Contains("1–50 of 120", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Paging.MostCounted, false)]
    [InlineData(Paging.MostCounted + 1, true)]
    public async Task A_list_longer_than_a_spreadsheet_says_so_before_it_is_taken(long total, bool longer)
    {
        var html = await Draw<DataTable<Row>>(new() { ["Id"] = "parts", ["Caption"] = "Parts", ["Table"] = Table, ["Query"] = Query(""), ["Total"] = total, ["CsvHref"] = "/list.csv", ["Rows"] = new Row[] { new("Current", Money.Of(253), null) } });
        Assert.Equal(longer, html.Contains("Spreadsheet (CSV), the first 20,000 rows alone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NA", "arrears, never assigned (Nov 2024)")]
    [InlineData("gift", "gift to the family")]
    public void A_heading_inside_a_sentence_keeps_its_months(string bucket, string expected) =>
        Assert.Equal(expected, Words.InSentence(MoneyWords.Paid(bucket, SupportMonth.Of(2024, 11))));

    [Fact]
    public async Task An_empty_table_says_so()
    {
        var html = await Draw<DataTable<Row>>(new() { ["Id"] = "parts", ["Caption"] = "Parts", ["Table"] = Table, ["Rows"] = Array.Empty<Row>() });
        Assert.Contains("None.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_numbers_its_steps_with_citations_and_marks_what_is_not_confirmed()
    {
        var html = await Draw<WhyBox>(new() { ["Reason"] = Because() });
        Assert.Contains("<li>$253.00 was due. <span class=\"cite\">45 CFR 302.51(a)(1)</span>", html, StringComparison.Ordinal);
        Assert.Contains("to be confirmed", html, StringComparison.Ordinal);
        Assert.Contains("How us/allocation was applied", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_of_one_part_leaves_out_the_steps_of_others()
    {
        var tree = new Explanation("us/distribution", "42 USC 657").Step("For all.").Step("For arrears.", part: "NA").Step("For current.", part: "current");
        var html = await Draw<WhyBox>(new() { ["Reason"] = new Reason("Why", tree, "NA") });
        Assert.Contains("For all.", html, StringComparison.Ordinal);
        Assert.Contains("For arrears.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("For current.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_fact_with_a_reason_opens_a_panel_of_its_own()
    {
        var html = await Draw<Facts>(new() { ["Items"] = new Fact[] { new("Current support", Money.Of(506), Why: Because()), new("Last payment", "none yet"), new("Arrears", Money.Zero, Why: Because()) } });
        foreach (var place in (string[])["data-why=\"1\"", "data-panel=\"1\"", "data-why=\"3\"", "data-panel=\"3\""]) Assert.Contains(place, html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-why=\"2\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeline_names_the_year_when_it_changes()
    {
        var html = await Draw<Timeline>(new() { ["Items"] = new Happening[] { new(new(2026, 1, 2), "First"), new(new(2025, 12, 31), "Second"), new(new(2025, 12, 30), "Third") } });
        Assert.Contains(">2 Jan 2026<", html, StringComparison.Ordinal);
        Assert.Contains(">31 Dec 2025<", html, StringComparison.Ordinal);
        Assert.Contains(">30 Dec<", html, StringComparison.Ordinal);
        Assert.Contains("Nothing has happened yet", await Draw<Timeline>(new() { ["Items"] = Array.Empty<Happening>() }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_names_amount_reason_day_and_owner()
    {
        var html = await Draw<HoldBox>(new() { ["Value"] = Money.Of(120), ["Reason"] = "personal check", ["Until"] = new DateOnly(2026, 11, 27), ["Owner"] = "Accounting" });
        foreach (var part in (string[])["$120.00", "personal check", "27 Nov 2026", "Accounting"]) Assert.Contains(part, html, StringComparison.Ordinal);
    }

    private static Reason Because()
    {
        var tree = new Explanation("us/distribution", "42 USC 657").Step("$253.00 was due.", "45 CFR 302.51(a)(1)");
        tree.Read(new("us/policy/x", new(2026, 7, 1), "PA, NA", "ORS 25.020", "unconfirmed"));
        tree.Child("us/allocation", "45 CFR 303.100").Step("One order had support due.");
        return new("Why $253.00 went to current support", tree);
    }

    private static ListQuery Query(string address)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = "/list";
        http.Request.QueryString = new(address);
        return ListQuery.Read(http.Request, Table.SortKeys, "part");
    }

    private static string[] Split(string html, string part) => html.Split(part)[1..];

    private static async Task<string> Draw<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
