using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Office.Accounting;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;

namespace Alimenta.Web.Api;

/// <summary>Why the money of a receipt went where it went, when it is due, and why some of it waits.</summary>
/// <param name="Distributions">Each standing distribution, as each case sees it.</param>
/// <param name="Payables">Why each payable is due on its day.</param>
/// <param name="Holds">Why money waits.</param>
public sealed record ReceiptWhyAnswer(IReadOnlyList<DistributionWhyAnswer> Distributions, IReadOnlyList<NumberedWhy> Payables, IReadOnlyList<NumberedWhy> Holds);

/// <summary>Why a distribution is what it is in a case.</summary>
public sealed record DistributionWhyAnswer(string EntryKey, string CaseNumber, int Version, bool Agrees, Explanation Why);

/// <summary>The reason for something by its number.</summary>
public sealed record NumberedWhy(long Id, Explanation Why);

/// <summary>Receipts: what came in, from the line of a file to a deposit.</summary>
internal static class ReceiptApi
{
    public static void MapReceiptApi(this IEndpointRouteBuilder api)
    {
        var receipts = api.MapGroup("/receipts").RequireAuthorization(Permissions.MoneyRead).WithTags("Receipts");
        receipts.MapGet("", ListAsync).WithName("listReceipts").WithSummary("Receipts, the latest first")
            .WithDescription($"status: {string.Join(", ", Word<ReceiptStatus>.All)}. source: {string.Join(", ", Word<ReceiptSource>.All)}. from, to: days of receipt.");
        receipts.MapGet("/unidentified", UnidentifiedAsync).WithName("listUnidentified").WithSummary("Receipts whose obligor is not known, the oldest first, with the people whose money each may be");
        receipts.MapGet("/{id:long}", OneAsync).WithName("getReceipt").WithSummary("One receipt with its origin, distributions, payables and holds").Produces<ReceiptPage>();
        receipts.MapGet("/{id:long}/explanation", WhyAsync).WithName("explainReceipt").WithSummary("Why the money of a receipt went where it went, when it is due and why it waits").Produces<ReceiptWhyAnswer>();
        api.MapGet("/payables/{id:long}/explanation", DueAsync).RequireAuthorization(Permissions.MoneyRead).WithTags("Receipts").WithName("explainPayable")
            .WithSummary("Why money of a payee is due on its day: the clock is asked again").Produces<DueExplained>();
    }

    private static async Task<Listing<ReceiptRow>> ListAsync(HttpContext http, ListingQuery query, ReceiptLists lists, Word<ReceiptStatus>? status = null, Word<ReceiptSource>? source = null, DateOnly? from = null, DateOnly? to = null) =>
        query.Of(http, (await lists.ReadAsync(http.Caller().Actor, new(status?.Value, source?.Value, from, to, Whole: true), query.Page, http.RequestAborted)).Page);

    private static async Task<Listing<UnidentifiedRow>> UnidentifiedAsync(HttpContext http, ListingQuery query, UnidentifiedQueue queue) =>
        query.Of(http, await queue.ReadAsync(http.Caller().Actor, query.Page, http.RequestAborted));

    private static async Task<IResult> OneAsync(HttpContext http, long id, ReceiptPages receipts) => (await receipts.ReadAsync(http.Caller().Actor, id, http.RequestAborted)).Shown();

    private static async Task<IResult> WhyAsync(HttpContext http, long id, ReceiptPages receipts, ReceiptWhys whys)
    {
        var read = await receipts.ReadAsync(http.Caller().Actor, id, http.RequestAborted);
        if (read.Refusal is { } no) return Answers.NotShown(no);
        var why = await whys.ReadAsync(read.Value, http.RequestAborted);
        return Results.Ok(new ReceiptWhyAnswer(
            [.. why.Parts.OrderBy(p => p.Key.EntryKey, StringComparer.Ordinal).ThenBy(p => p.Key.Case, StringComparer.Ordinal).Select(p => new DistributionWhyAnswer(p.Key.EntryKey, p.Key.Case, p.Value.Version, p.Value.Agrees, p.Value.Why))],
            Numbered(why.Due), Numbered(why.Holds)));
    }

    private static async Task<IResult> DueAsync(HttpContext http, long id, PayableWhys whys) => (await whys.ReadAsync(http.Caller().Actor, id, http.RequestAborted)).Shown();

    private static List<NumberedWhy> Numbered(IReadOnlyDictionary<long, Explanation> whys) => [.. whys.OrderBy(w => w.Key).Select(w => new NumberedWhy(w.Key, w.Value))];
}
