using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Office.Access;
using Alimenta.Office.Accounting;
using Alimenta.Office.Orders;
using Alimenta.Office.Reading;
using Alimenta.Office.Receipts;
using Alimenta.Web.Access;

namespace Alimenta.Web.Api;

/// <summary>A receipt that has not come.</summary>
/// <param name="CaseNumber">A case of the one who would pay.</param>
/// <param name="Amount">How much would come.</param>
/// <param name="Source">How it would be collected.</param>
/// <param name="CollectedOn">The day of collection; not after the business date.</param>
/// <param name="ForThisCaseOnly">Whether it would be sent for this case; else all cases of the obligor share in it.</param>
/// <param name="JointReturn">Whether it would be a tax offset of a joint return.</param>
public sealed record ReceiptToCome(string CaseNumber, Money Amount, ReceiptSource Source, DateOnly CollectedOn, bool ForThisCaseOnly = false, bool JointReturn = false);

/// <summary>Where a receipt would go.</summary>
/// <param name="Parts">What it would pay and who would get it.</param>
/// <param name="Effect">What it would do to balances and payees, also to what came after it.</param>
/// <param name="Why">The steps that decide it.</param>
public sealed record DistributionPreviewed(IReadOnlyList<PartPreviewed> Parts, ChangeEffect Effect, Explanation Why);

/// <summary>A part of a receipt that has not come.</summary>
public sealed record PartPreviewed(string CaseNumber, string Bucket, SupportMonth Month, Recipient To, Money Amount, string Rule, Money Before);

/// <summary>New terms of an obligation.</summary>
/// <param name="Obligation">The key of an obligation of the case.</param>
/// <param name="Amount">What falls due each time.</param>
/// <param name="Frequency">How often.</param>
/// <param name="From">The first day.</param>
/// <param name="Why">Why; kept with the change.</param>
/// <param name="To">The last day; left out: until something else is ordered.</param>
/// <param name="DueOn">A day on which it is due; left out: the first day.</param>
/// <param name="SecondDueDay">The second due day of a month, when it is due twice a month.</param>
/// <param name="Change">Whether it replaces what holds on those days.</param>
/// <param name="Version">The version of the obligation that was seen; left out: any.</param>
/// <param name="Confirmed">Codes of warnings that were read and are passed.</param>
/// <param name="Preview">Whether to do all of it and keep nothing.</param>
public sealed record TermsToSet(
    string Obligation, Money Amount, Data.Frequency Frequency, DateOnly From, string Why, DateOnly? To = null, DateOnly? DueOn = null, int? SecondDueDay = null, bool Change = false, int? Version = null,
    IReadOnlyList<string>? Confirmed = null, bool Preview = false);

/// <summary>What would be: the same commands that do it, rolled back.</summary>
internal static class DistributionApi
{
    public static void MapDistributionApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/distributions/preview", PreviewAsync).RequireAuthorization(Permissions.CaseRead, Permissions.MoneyRead).WithTags("Distribution").WithName("previewDistribution")
            .WithSummary("Where a receipt would go that has not come: received, identified and distributed, and nothing of it kept").Produces<DistributionPreviewed>();
        api.MapPost("/cases/{number}/obligation-terms", TermsAsync).RequireAuthorization(Permissions.CaseRead, Permissions.CaseEdit).RequiresKey().WithTags("Orders").WithName("setObligationTerms")
            .WithSummary("Sets what an obligation demands from a day on, in the past too; with preview it only says what that would do").Produces<ObligationChanged>();
    }

    private static async Task<IResult> PreviewAsync(HttpContext http, ReceiptToCome come, CasePages cases, AlimentaStore store, PolicyDesk policies)
    {
        var by = http.Caller().Actor;
        var read = await cases.ReadAsync(by, come.CaseNumber, http.RequestAborted);
        if (read.Refusal is { } hidden) return Answers.NotShown(hidden with { Field = "case_number" });
        var done = await PreviewDistribution.RunAsync(store, policies, by, new(read.Value.Number, come.Amount, come.Source, come.CollectedOn, come.ForThisCaseOnly, come.JointReturn), http.RequestAborted);
        if (done.Refusal is { } no) return Problems.From(no);
        var reply = done.Value;
        return Results.Ok(new DistributionPreviewed([.. reply.Parts.Select(p => new PartPreviewed(p.Case, p.Bucket, p.Month, p.To, p.Amount, p.Rule, p.Before))], reply.Effect, reply.Why));
    }

    private static async Task<IResult> TermsAsync(HttpContext http, string number, TermsToSet terms, CasePages cases, AlimentaStore store, PolicyDesk policies)
    {
        var read = await cases.ReadAsync(http.Caller().Actor, number, http.RequestAborted);
        if (read.Refusal is { } hidden) return Answers.NotShown(hidden);
        if (read.Value.Orders.SelectMany(o => o.Obligations).All(o => o.Key != terms.Obligation))
            return Problems.Of(StatusCodes.Status404NotFound, "W-NO-OBLIGATION", $"Case {read.Value.Number} has no obligation {terms.Obligation}.", "Ask for the orders of the case and use the key of an obligation from them.", "obligation");
        var request = new SetTerms.Request(terms.Obligation, terms.Version, new(terms.Amount, terms.Frequency, terms.From, terms.To, terms.DueOn, terms.SecondDueDay), terms.Change);
        return (await SetTerms.RunAsync(store, policies, http.Caller().Asks(http.Key(), terms.Why, terms.Preview, [.. terms.Confirmed ?? []]), request, http.RequestAborted)).Done();
    }
}
