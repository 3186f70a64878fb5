using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Training;
using Alimenta.Testing;
using Alimenta.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Web.Tests;

/// <summary>A page is drawn when all of it is read, however long the database lets it wait: SQLite answers at once, PostgreSQL lets statements wait.</summary>
public sealed partial class DrawnWholeTests
{
    private static readonly string[] Views = ["", "/people", "/orders", "/support", "/timeline", "/ledger"];

    [Theory]
    [InlineData(Roles.CaseManager)]
    [InlineData(Roles.Accounting)]
    [InlineData(Roles.Supervisor)]
    public async Task A_database_that_lets_statements_wait_gives_the_same_pages(string role)
    {
        await using var prompt = await Server.AtWorkAsync();
        await using var late = await Server.AtWorkAsync(new Waits());
        var (one, other) = (await prompt.VisitAsync(role), await late.VisitAsync(role));
        var opened = 0;
        await foreach (var (path, _, answer) in Crawl.PagesAsync(one, 1))
        {
            var there = await other.GetAsync(path);
            Assert.Equal(answer.StatusCode, there.StatusCode);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            Assert.Equal(await TextAsync(answer), await TextAsync(there));
            opened++;
        }

        Assert.True(opened > 20);
    }

    // A page that shows what it has when a statement makes it wait is found at that statement.
    [Fact]
    public async Task A_page_is_whole_at_whichever_statement_its_reading_waits()
    {
        var waits = new Waits { From = int.MaxValue };
        await using var server = await Server.AtWorkAsync(waits);
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        foreach (var path in (string[])[.. Views.Select(v => $"/cases/{guide.Rich}{v}"), $"/cases/{guide.Rich}/protect", $"/receipts/{guide.Receipt}", $"/receipts/{guide.Receipt}/by-hand", "/money", "/money/holds", "/files"])
        {
            waits.Begin(int.MaxValue);
            var whole = await TextAsync(await visitor.GetAsync(path));
            var statements = waits.Begin(1);
            for (var from = 1; from <= statements; waits.Begin(++from))
            {
                var answer = await visitor.GetAsync(path);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}, waiting from statement {from} on: {answer.StatusCode}");
                Assert.Equal(whole, await TextAsync(answer));
            }
        }
    }

    [Fact]
    public async Task Every_view_of_a_case_opens_on_PostgreSQL()
    {
        var database = TestDatabases.Create(TestDatabases.Postgres);
        Assert.Null((await new Demo(database.Store, MadeUpCounty.Policies, BankSettings.Demonstration).RunAsync(new() { Cases = 8, Months = 3, Date = MadeUpCounty.Date })).Refusal);
        List<string> numbers;
        await using (var db = database.Store.Read()) numbers = await db.Cases.OrderBy(c => c.Number).Select(c => c.Number).Take(4).ToListAsync(TestContext.Current.CancellationToken);
        await using var server = await Server.StartAsync(database: database);
        foreach (var role in (string[])[Roles.CaseManager, Roles.Supervisor])
        {
            var visitor = await server.VisitAsync(role);
            foreach (var number in numbers)
                foreach (var view in Views) Assert.Contains($"<span class=\"number\">{number}</span>", await visitor.ReadAsync($"/cases/{number}{view}"), StringComparison.Ordinal);
        }
    }

    // What is read later than ReadAsync is read while the page is already there, half of it.
    [Fact]
    public void Nothing_reads_while_it_is_drawn()
    {
        var components = typeof(ReadFirst).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ComponentBase))).ToList();
        Assert.True(components.Count > 50);
        Assert.Empty(components.SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.Name is "OnInitializedAsync" or "OnParametersSetAsync" or "OnAfterRenderAsync").Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));
    }

    // Keys and tokens of forms are new each time.
    private static async Task<string> TextAsync(HttpResponseMessage answer) => Hidden().Replace(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), "");

    [GeneratedRegex("<input type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    /// <summary>Lets the statements of the framework wait, as a database elsewhere does.</summary>
    private sealed class Waits : IFailPoints
    {
        private int _statements;

        /// <summary>The first statement that waits.</summary>
        public int From { get; set; } = 1;

        /// <summary>Counts anew.</summary>
        /// <returns>How many statements there were.</returns>
        public int Begin(int from)
        {
            From = from;
            return Interlocked.Exchange(ref _statements, 0);
        }

        public async ValueTask HitAsync(string point)
        {
            if (point == FailPoint.BeforeStatement && Interlocked.Increment(ref _statements) >= From) await Task.Yield();
        }
    }
}
