using System.Net;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class SpreadsheetTests
{
    /// <summary>Each list as a spreadsheet, the page that offers it, a role that may have it and one that may not.</summary>
    public static TheoryData<string, string, string, string, string> Sheets { get; } = new()
    {
        { "/cases.csv", "/cases", Roles.CaseManager, Roles.Administrator, "Case,Number" },
        { "/cases/{rich}/ledger.csv", "/cases/{rich}/ledger", Roles.CaseManager, Roles.Administrator, "Effective,What" },
        { "/cases/{rich}/receipts.csv", "/cases/{rich}", Roles.CaseManager, Roles.Administrator, "Received,Payment" },
        { "/cases/{interest}/interest.csv", "/cases/{interest}/interest", Roles.CaseManager, Roles.Administrator, "Fell due,What" },
        { "/receipts.csv", "/receipts", Roles.Supervisor, Roles.Administrator, "Received,Receipt" },
        { "/files.csv", "/files", Roles.Supervisor, Roles.CaseManager, "File,What became of it" },
        { "/files/{filein}/entries.csv", "/files/{filein}", Roles.Accounting, Roles.Administrator, "Line,From or for" },
        { "/files/out.csv", "/files/out", Roles.Supervisor, Roles.CaseManager, "File,What" },
        { "/files/out/{fileout}/payments.csv", "/files/out/{fileout}", Roles.Auditor, Roles.Administrator, "Payee,Number" },
        { "/money/due.csv?show=all", "/money?show=all", Roles.Accounting, Roles.Administrator, "Payee,As" },
        { "/money/unidentified.csv", "/money/unidentified", Roles.Accounting, Roles.Administrator, "Received,Days" },
        { "/money/holds.csv", "/money/holds", Roles.CaseManager, Roles.Administrator, "Why it waits,For" },
        { "/money/recoveries.csv", "/money/recoveries", Roles.Supervisor, Roles.Administrator, "Payee,Case" },
        { "/money/batches.csv", "/money/batches", Roles.Accounting, Roles.Supervisor, "Batch,Where it stands" },
        { "/money/batches/{batch}/items.csv", "/money/batches/{batch}", Roles.Accounting, Roles.Auditor, "Item,Pays" },
        { "/enforcement.csv", "/enforcement", Roles.CaseManager, Roles.Administrator, "Obligor,Case" },
        { "/oversight/runs.csv", "/oversight", Roles.Auditor, Roles.CaseManager, "Run,Where it stands" },
        { "/oversight/audit.csv", "/oversight/audit", Roles.Auditor, Roles.Supervisor, "When,Who" },
    };

    [Theory, MemberData(nameof(Sheets))]
    public async Task A_list_is_given_whole_to_those_who_may_see_it_and_that_is_recorded(string sheet, string offeredAt, string role, string other, string begins)
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        string Real(string path) => path.Replace("{rich}", places.Guide.Rich, StringComparison.Ordinal).Replace("{interest}", places.Interest, StringComparison.Ordinal).Replace("{filein}", $"{places.FileIn.Posted}", StringComparison.Ordinal)
            .Replace("{fileout}", $"{places.FileOut.Released}", StringComparison.Ordinal).Replace("{batch}", $"{places.Batch.Open}", StringComparison.Ordinal);
        var visitor = await server.VisitAsync(role);
        Assert.Contains($"href=\"{Real(sheet)}", WebUtility.HtmlDecode(await visitor.ReadAsync(Real(offeredAt))), StringComparison.Ordinal);
        var answer = await visitor.GetAsync(Real(sheet));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(begins, text, StringComparison.Ordinal);
        Assert.True(text.TrimEnd().Split("\r\n").Length > 1, "no rows");
        Assert.DoesNotContain(text.Split("\r\n").SelectMany(l => l.Split(',')), c => c.Length > 0 && "=+@".Contains(c[0], StringComparison.Ordinal));
        // A cell that is a day or begins or ends with one has it for machines: 2026-11-20.
        Assert.DoesNotMatch("(?m)(^|,|ends |again |until )\"?[0-9]{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4}", text);
        Assert.Equal(1L, server.Recorded("list.export"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.VisitAsync(other)).GetAsync(Real(sheet))).StatusCode);
        Assert.Equal(1L, server.Recorded("list.export"));
    }

    [Fact]
    public async Task Every_spreadsheet_is_tried_here()
    {
        await using var server = await Server.StartAsync();
        var known = Sheets.Select(s => s.Data.Item1.Split('?')[0].Replace("{rich}", "{Number}", StringComparison.Ordinal).Replace("{interest}", "{Number}", StringComparison.Ordinal).Replace("{filein}", "{id:long}", StringComparison.Ordinal)
            .Replace("{fileout}", "{id:long}", StringComparison.Ordinal).Replace("{batch}", "{id:long}", StringComparison.Ordinal)).ToHashSet();
        // A worksheet needs a calculation first: SupportViewTests makes one and reads it.
        known.Add("/cases/{number}/support/{n:int}/scenarios/{s:int}/worksheet.csv");
        Assert.All(EndpointsTests.All(server).Select(EndpointsTests.Path).Where(p => p.EndsWith(".csv", StringComparison.Ordinal)), path => Assert.Contains(path, known));
    }
}
