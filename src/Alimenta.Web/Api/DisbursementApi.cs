using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;

namespace Alimenta.Web.Api;

/// <summary>A file of payments with a part of its payments.</summary>
public sealed record FileOutAnswer(FileOutRow File, Listing<PaymentRow> Payments);

/// <summary>What left: files of payments, their payments, and what each payment is made of.</summary>
internal static class DisbursementApi
{
    public static void MapDisbursementApi(this IEndpointRouteBuilder api)
    {
        var paid = api.MapGroup("/disbursements").WithTags("Disbursements");
        paid.MapGet("/files", FilesAsync).RequireAuthorization(Permissions.FileRead).WithName("listFilesOut").WithSummary("Files of payments, the latest first")
            .WithDescription($"status: {string.Join(", ", Word<DisbursementFileStatus>.All)}. from, to: business days.");
        paid.MapGet("/files/{id:long}", FileAsync).RequireAuthorization(Permissions.FileRead).WithName("getFileOut").WithSummary("One file with its payments in the order of the file").Produces<FileOutAnswer>();
        paid.MapGet("/files/{id:long}/content", ContentAsync).RequireAuthorization(Permissions.DisbursementRelease).WithName("getFileOutContent").WithSummary("The content of a released file, for the bank")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream");
        paid.MapGet("/{id:long}", PaymentAsync).RequireAuthorization(Permissions.MoneyRead).WithName("getPayment").WithSummary("One payment with the stub that says what it is made of").Produces<PaymentPage>();
    }

    private static async Task<Listing<FileOutRow>> FilesAsync(HttpContext http, ListingQuery query, FilesOut files, Word<DisbursementFileStatus>? status = null, DateOnly? from = null, DateOnly? to = null) =>
        query.Of(http, await files.ListAsync(new(status?.Value, from, to), query.Page, http.RequestAborted));

    private static async Task<IResult> FileAsync(HttpContext http, long id, ListingQuery query, FilesOut files) =>
        (await files.ReadAsync(http.Caller().Actor, id, query.Page, http.RequestAborted)).Shown(f => new FileOutAnswer(f.File, query.Of(http, f.Payments)));

    private static async Task<IResult> ContentAsync(HttpContext http, long id, FilesOut files)
    {
        var read = await files.ContentAsync(http.Caller().Actor, id, http.RequestAborted);
        if (read.Refusal is { } no) return Problems.From(no, no.Code == "R-NO-FILE-OUT" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);
        return Results.Bytes(read.Value.Bytes, "application/octet-stream", $"{read.Value.Identity}.{(read.Value.Kind == DisbursementFileKind.Warrant ? "csv" : "ach")}");
    }

    private static async Task<IResult> PaymentAsync(HttpContext http, long id, PaymentPages payments) => (await payments.ReadAsync(http.Caller().Actor, id, http.RequestAborted)).Shown();
}
