using Alimenta.Web.Components;
using Alimenta.Web.Components.Worksheets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Alimenta.Web.Hosting;

/// <summary>A worksheet to print.</summary>
/// <param name="Sheet">The calculation.</param>
public sealed record WorksheetPrint(GuidelineSheet Sheet)
{
    /// <summary>How the people are called.</summary>
    public PartyNames Names { get; init; } = PartyNames.None;

    /// <summary>The language.</summary>
    public Tongue Tongue { get; init; }

    /// <summary>What the paper is for: an estimate, or the determination of a case.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>What was stated: question and answer.</summary>
    public IReadOnlyList<(string Label, string Value)> Stated { get; init; } = [];
}

/// <summary>Worksheets as pages to print and as PDF files. Nothing is kept.</summary>
/// <example><code>return await papers.PdfAsync(new(GuidelineSheet.Of(answer)) { Purpose = "..." }, "worksheet-or.pdf", http.RequestAborted);</code></example>
public sealed class WorksheetPapers(PdfPress press, WebOptions options, IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>As a page to print.</summary>
    public async Task<IResult> PageAsync(WorksheetPrint print, string note = "") => Results.Text(await HtmlAsync(print, note, ""), "text/html; charset=utf-8");

    /// <summary>As a PDF file; where none can be made, as a page to print that says so.</summary>
    public async Task<IResult> PdfAsync(WorksheetPrint print, string name, CancellationToken cancel)
    {
        if (!press.IsThere) return await PageAsync(print, Words(PdfPress.Missing, print.Tongue));
        var pdf = await press.PrintAsync(await HtmlAsync(print, "", WebAssets.Text("paper.css")), cancel);
        return pdf.Refusal is { } refusal ? await PageAsync(print, Words(refusal, print.Tongue)) : Results.Bytes(pdf.Value, "application/pdf", name);
    }

    /// <summary>Why there is no PDF, in the language of the reader.</summary>
    public static string Words(Refusal refusal, Tongue tongue) => tongue == Tongue.English ? $"{refusal.What} {refusal.Remedy}"
        : refusal.Code == "W-PDF-BUSY" ? "Se están haciendo muchos archivos PDF en este momento. Inténtelo de nuevo en un minuto, o imprima la página desde su navegador."
        : "Este servidor no puede hacer archivos PDF. Imprima la página desde su navegador; su ventana de impresión también puede guardar un PDF.";

    private async Task<string> HtmlAsync(WorksheetPrint print, string note, string style)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<WorksheetPaper>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(WorksheetPaper.Sheet)] = print.Sheet,
            [nameof(WorksheetPaper.Names)] = print.Names,
            [nameof(WorksheetPaper.Tongue)] = print.Tongue,
            [nameof(WorksheetPaper.Office)] = options.OfficeIn(print.Tongue),
            [nameof(WorksheetPaper.Purpose)] = print.Purpose,
            [nameof(WorksheetPaper.Stated)] = print.Stated,
            [nameof(WorksheetPaper.Note)] = note,
            [nameof(WorksheetPaper.Style)] = style,
        }))).ToHtmlString());
    }
}
