using Alimenta.Law.Rules;
using Alimenta.Web.Components.Worksheets;
using Alimenta.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>What a person takes home from the calculator: the worksheet to print or as PDF, and the answers as a file. Made from the answers that are sent; nothing is kept.</summary>
internal static class CalculatorPapers
{
    public static void MapCalculatorPapers(this IEndpointRouteBuilder endpoints)
    {
        Map("worksheet", async (http, papers, flow, asked, answers) =>
            Print(http, flow, asked, answers) is { } print ? await papers.PageAsync(print) : Results.StatusCode(StatusCodes.Status400BadRequest));
        Map("worksheet.pdf", async (http, papers, flow, asked, answers) =>
            Print(http, flow, asked, answers) is { } print ? await papers.PdfAsync(print, $"child-support-{flow.State.State}.pdf", http.RequestAborted) : Results.StatusCode(StatusCodes.Status400BadRequest));
        Map("answers.json", (_, _, flow, asked, answers) =>
            Task.FromResult(Results.Bytes(KeptAnswers.Write(flow, answers, asked), "application/json", $"child-support-{flow.State.State}.json")));

        void Map(string of, Func<HttpContext, WorksheetPapers, Flow, Asked, Answers, Task<IResult>> make) =>
            endpoints.MapPost($"/calculator/{{state}}/{of}", async (HttpContext http, string state, RuleCatalog catalog, IAntiforgery antiforgery, WorksheetPapers papers) =>
            {
                await antiforgery.ValidateRequestAsync(http);
                if (Flow.Of(state) is not { } flow) return Results.NotFound();
                var form = await http.Request.ReadFormAsync(http.RequestAborted);
                var answers = Answers.Of(flow, field => [.. form[field].OfType<string>()]);
                return await make(http, papers, flow, Asked.Of(flow, catalog, answers, PageTongue.Of(http)), answers);
            }).AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(CalculatorPage.LargestForm));
    }

    private static WorksheetPrint? Print(HttpContext http, Flow flow, Asked asked, Answers answers)
    {
        var tongue = PageTongue.Of(http);
        return asked.Answer is not { } answer ? null : new(GuidelineSheet.Of(answer))
        {
            Names = AboutStep.Names(answers, tongue),
            Tongue = tongue,
            Purpose = CalculatorWords.Estimate.In(tongue),
            Stated = [.. Stated.Of(flow, answers, tongue)],
        };
    }
}
