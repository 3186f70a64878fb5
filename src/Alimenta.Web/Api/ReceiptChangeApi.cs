using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Office.Reading;
using Alimenta.Office.Receipts;
using Alimenta.Web.Access;

namespace Alimenta.Web.Api;

/// <summary>A receipt to be posted by itself.</summary>
/// <param name="Amount">What the obligor is credited.</param>
/// <param name="Tender">Check, money order, cash, card and so on.</param>
/// <param name="Source">How it was collected.</param>
/// <param name="CollectedOn">The date of collection; not after the business date.</param>
/// <param name="CaseNumber">A case of the one who pays; empty: it waits as unidentified.</param>
/// <param name="CheckNumber">Number of the check or money order.</param>
/// <param name="PayorName">As written on the item.</param>
/// <param name="JointReturn">Whether it is a tax offset of a joint return.</param>
/// <param name="NetAmount">What came in when a fee was taken before; left out: the amount.</param>
/// <param name="Preview">Whether to do all of it and keep nothing.</param>
public sealed record ReceiptToPost(
    Money Amount, Tender Tender, ReceiptSource Source, DateOnly CollectedOn, string CaseNumber = "", string CheckNumber = "", string PayorName = "", bool JointReturn = false, Money? NetAmount = null, bool Preview = false);

/// <summary>Whose a receipt is said to be.</summary>
/// <param name="Reason">How that is known.</param>
/// <param name="CaseNumber">A case: the receipt is then for it alone. Empty when a person is named.</param>
/// <param name="PersonId">The person_id of a candidate: the receipt is then for all cases of the person.</param>
/// <param name="Preview">Whether to do all of it and keep nothing.</param>
public sealed record OwnerOfReceipt(string Reason, string CaseNumber = "", long? PersonId = null, bool Preview = false);

/// <summary>What came back of a receipt.</summary>
/// <param name="Reason">Why: the bank's reason, or the Treasury's.</param>
/// <param name="Amount">How much; left out: all that is left.</param>
/// <param name="Preview">Whether to do all of it and keep nothing.</param>
public sealed record ReturnOfReceipt(string Reason, Money? Amount = null, bool Preview = false);

/// <summary>Posting a receipt by hand, saying whose one is, taking one back. With preview the same command runs and nothing of it is kept.</summary>
internal static class ReceiptChangeApi
{
    public static void MapReceiptChangeApi(this IEndpointRouteBuilder api)
    {
        var receipts = api.MapGroup("/receipts").WithTags("Receipts");
        receipts.MapPost("", PostAsync).RequireAuthorization(Permissions.ReceiptPost).RequiresKey().WithName("postReceipt")
            .WithSummary("Posts one receipt by itself: a batch of one, distributed at once when its obligor is known").Produces<ReceiptPosted>();
        receipts.MapPost("/{id:long}/identify", IdentifyAsync).RequireAuthorization(Permissions.ReceiptIdentify).RequiresKey().WithName("identifyReceipt")
            .WithSummary("Says whose an unidentified receipt is").Produces<ReceiptPlaced>();
        receipts.MapPost("/{id:long}/move", MoveAsync).RequireAuthorization(Permissions.ReceiptAdjust).RequiresKey().WithName("moveReceipt")
            .WithSummary("Moves a receipt from a wrong person or case to the right one").Produces<ReceiptPlaced>();
        receipts.MapPost("/{id:long}/return", ReturnAsync).RequireAuthorization(Permissions.ReceiptAdjust).RequiresKey().WithName("returnReceipt")
            .WithSummary("Takes back a receipt that was not honoured, in full or in part").Produces<ReceiptPlaced>();
    }

    private static async Task<IResult> PostAsync(HttpContext http, ReceiptToPost post, ManualBatches desk)
    {
        var keyed = new KeyedReceipt(0, post.CaseNumber, post.Amount, post.Tender, post.Source, post.CollectedOn, post.CheckNumber, post.PayorName, post.JointReturn, post.NetAmount);
        return (await desk.PostOneAsync(keyed, http.Key(), http.Caller().Actor, post.Preview, http.RequestAborted)).Done();
    }

    private static Task<IResult> IdentifyAsync(HttpContext http, long id, OwnerOfReceipt owner, ReceiptPages receipts, CasePages cases, IdentifyReceipt desk) => PlaceAsync(http, id, owner, move: false, receipts, cases, desk);

    private static Task<IResult> MoveAsync(HttpContext http, long id, OwnerOfReceipt owner, ReceiptPages receipts, CasePages cases, IdentifyReceipt desk) => PlaceAsync(http, id, owner, move: true, receipts, cases, desk);

    // Naming the owner and taking a receipt from one are two duties: who may do the one may not do the other by the way.
    private static async Task<IResult> PlaceAsync(HttpContext http, long id, OwnerOfReceipt owner, bool move, ReceiptPages receipts, CasePages cases, IdentifyReceipt desk)
    {
        var by = http.Caller().Actor;
        var read = await receipts.ReadAsync(by, id, http.RequestAborted);
        if (read.Refusal is { } hidden) return Answers.NotShown(hidden);
        if (owner.CaseNumber.Length > 0 == owner.PersonId is not null)
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "W-OWNER", "Name a case or a person, one of the two.", "Fill in case_number, or the person_id of a candidate.", "case_number");
        long? file = null;
        if (owner.CaseNumber.Length > 0)
        {
            var found = await cases.ReadAsync(by, owner.CaseNumber, http.RequestAborted);
            if (found.Refusal is { } no) return Problems.From(no with { Field = "case_number" }, no.Code.StartsWith("R-OWN", StringComparison.Ordinal) ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity);
            file = found.Value.Id;
        }

        return (await desk.RunAsync(new ReceiptOwner(id, owner.PersonId, file, owner.Reason), http.Key(), by, owner.Preview, http.RequestAborted, move)).Done();
    }

    private static async Task<IResult> ReturnAsync(HttpContext http, long id, ReturnOfReceipt back, ReceiptPages receipts, ReturnReceipt desk)
    {
        var by = http.Caller().Actor;
        var read = await receipts.ReadAsync(by, id, http.RequestAborted);
        if (read.Refusal is { } hidden) return Answers.NotShown(hidden);
        return (await desk.RunAsync(new ItemReturned(id, back.Amount, back.Reason), http.Key(), by, back.Preview, http.RequestAborted)).Done();
    }
}
