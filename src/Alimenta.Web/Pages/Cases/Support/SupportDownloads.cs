using System.Globalization;
using System.Text.Json.Nodes;
using Alimenta.Law.Rules;
using Alimenta.Office.Access;
using Alimenta.Office.Establishment;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;
using Alimenta.Web.Components.Tables;
using Alimenta.Web.Hosting;

namespace Alimenta.Web.Pages.Cases.Support;

/// <summary>The worksheet of a scenario as a spreadsheet, on paper, as a PDF file, and all of it for programs: facts, result and explanation.</summary>
internal static class SupportDownloads
{
    public static void MapSupportDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/cases/{number}/support/{n:int}/scenarios/{s:int}/worksheet.csv", CsvAsync).RequireAuthorization(Permissions.CaseRead).ExcludeFromDescription();
        endpoints.MapGet("/cases/{number}/support/{n:int}/scenarios/{s:int}/worksheet.json", JsonAsync).RequireAuthorization(Permissions.CaseRead).ExcludeFromDescription();
        endpoints.MapGet("/cases/{number}/support/{n:int}/scenarios/{s:int}/worksheet/paper", PaperAsync).RequireAuthorization(Permissions.CaseRead).ExcludeFromDescription();
        endpoints.MapGet("/cases/{number}/support/{n:int}/scenarios/{s:int}/worksheet.pdf", PdfAsync).RequireAuthorization(Permissions.CaseRead).ExcludeFromDescription();
    }

    private static async Task<IResult> CsvAsync(HttpContext http, string number, int n, int s, CasePages cases, Determinations reader, ListReads reads)
    {
        if (await FindAsync(http, number, n, s, cases, reader) is not { Scenario.Result: { } result } found) return Results.NotFound();
        await reads.ExportedAsync(http.Caller().Actor, Name(found.Sheet, s), result.Lines.Count, http.RequestAborted);
        return Csv.Download(LineTable.Lines(found.Sheet), result.Lines, Name(found.Sheet, s));
    }

    private static async Task<IResult> JsonAsync(HttpContext http, string number, int n, int s, CasePages cases, Determinations reader, GuidelineDesk desk, ListReads reads)
    {
        if (await FindAsync(http, number, n, s, cases, reader) is not { Scenario.Result: { } result } found) return Results.NotFound();
        await reads.ExportedAsync(http.Caller().Actor, Name(found.Sheet, s), result.Lines.Count, http.RequestAborted);
        var (sheet, scenario) = found;
        var why = desk.Recalculate(sheet.State, sheet.LawDate, scenario.FactsJson).Answer?.Why;
        var all = new JsonObject
        {
            ["determination"] = sheet.Key.ToString(), ["scenario"] = scenario.Name, ["state"] = sheet.State, ["as_of"] = Days.Iso(sheet.LawDate), ["law_version"] = scenario.LawVersion,
            ["facts"] = JsonNode.Parse(scenario.FactsJson), ["value"] = JsonNode.Parse(scenario.ResultJson), ["explanation"] = why is null ? null : ExplanationView.ToJson(why),
        };
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{Name(sheet, s)}.json\"";
        return Results.Text(all.ToJsonString(LawJson.Options), "application/json");
    }

    private static async Task<IResult> PaperAsync(HttpContext http, string number, int n, int s, CasePages cases, Determinations reader, GuidelineDesk desk, WorksheetPapers papers) =>
        await FindAsync(http, number, n, s, cases, reader) is { } found && SheetPapers.Print(desk, found.Sheet, found.Scenario) is { } print ? await papers.PageAsync(print) : Results.NotFound();

    // Where no PDF can be made, what comes is the page to print, with a sentence that says so.
    private static async Task<IResult> PdfAsync(HttpContext http, string number, int n, int s, CasePages cases, Determinations reader, GuidelineDesk desk, WorksheetPapers papers, ListReads reads)
    {
        if (await FindAsync(http, number, n, s, cases, reader) is not { Scenario.Result: { } result } found || SheetPapers.Print(desk, found.Sheet, found.Scenario) is not { } print) return Results.NotFound();
        await reads.ExportedAsync(http.Caller().Actor, Name(found.Sheet, s), result.Lines.Count, http.RequestAborted);
        return await papers.PdfAsync(print, $"{Name(found.Sheet, s)}.pdf", http.RequestAborted);
    }

    private static async Task<Found?> FindAsync(HttpContext http, string number, int n, int s, CasePages cases, Determinations reader)
    {
        var by = http.Caller().Actor;
        var file = await cases.ReadAsync(by, number, http.RequestAborted);
        if (!file.Ok) return null;
        int? edition = int.TryParse(http.Request.Query["edition"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
        var sheet = await reader.ReadAsync(by, file.Value, n, edition, http.RequestAborted);
        return sheet.Ok && sheet.Value.Scenarios.FirstOrDefault(x => x.Ordinal == s) is { } scenario ? new(sheet.Value, scenario) : null;
    }

    private static string Name(DeterminationPage sheet, int s) => string.Create(CultureInfo.InvariantCulture, $"worksheet-{sheet.Key.Case}-{sheet.Key.Number}-{sheet.Key.Edition}-{s}");

    private sealed record Found(DeterminationPage Sheet, ScenarioView Scenario);
}
