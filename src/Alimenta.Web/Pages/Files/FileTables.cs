using Alimenta.Office.Reading;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Alimenta.Web.Pages.Files;

/// <summary>The lists of files, said once for page and spreadsheet.</summary>
internal static class FileTables
{
    /// <summary>Entries of a file that came in.</summary>
    /// <param name="links">Whether receipts may be opened.</param>
    public static TableOf<FileItemRow> Entries(bool links) => new TableOf<FileItemRow>()
        .Count("Line", i => i.Line)
        .Text("From or for", i => i.ObligorName.Length > 0 ? i.ObligorName : "not known", head: true)
        .Text("What it is", i => FileWords.KindOf(i.Kind))
        .Text("What became of it", i => FileWords.Of(i.Status), template: i => Mark(FileWords.Of(i.Status), FileWords.ToneOf(i.Status)))
        .Text("Note", i => i.Note)
        .Text("Trace", i => i.Trace)
        .Text("Receipt", i => i.ReceiptId is null ? "" : "open", href: i => links && i.ReceiptId is { } id ? $"/receipts/{id}" : "")
        .Money("Amount", i => i.Amount);

    /// <summary>Payments of a file that goes out.</summary>
    public static TableOf<PaymentRow> Payments(bool links) => new TableOf<PaymentRow>()
        .Text("Payee", p => p.Payee, head: true, href: p => links ? $"/payments/{p.Id}" : "")
        .Text("Number", p => p.PayeeNumber)
        .Text("How", p => MoneyWords.Of(p.Method))
        .Text("Account", p => p.Account.Length > 0 ? p.Account : "–")
        .Text("Trace or warrant", p => p.Trace)
        .Text("State", p => FileWords.Of(p.Status), template: p => Mark(FileWords.Of(p.Status), FileWords.ToneOf(p.Status)))
        .Money("Amount", p => p.Amount);

    /// <summary>A mark in a cell.</summary>
    public static RenderFragment Mark(string text, Tone tone) => (RenderTreeBuilder draw) =>
    {
        draw.OpenComponent<Tag>(0);
        draw.AddComponentParameter(1, nameof(Tag.Tone), tone);
        draw.AddComponentParameter(2, nameof(Tag.ChildContent), (RenderFragment)(inner => inner.AddContent(0, text)));
        draw.CloseComponent();
    };
}
