using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>Where a receipt would go that has not come: it is received, identified and distributed by the same code as a real one, and all of it is rolled back.</summary>
public static class PreviewDistribution
{
    private const string Key = "preview";

    /// <param name="CaseNumber">A case of the obligor.</param>
    /// <param name="Amount">How much would come.</param>
    /// <param name="Source">How it would be collected.</param>
    /// <param name="CollectedOn">The day of collection; not after the business date.</param>
    /// <param name="ForThisCaseOnly">Whether it would be sent for this case; else all cases of the obligor share in it.</param>
    /// <param name="JointReturn">Whether it would be a tax offset of a joint return.</param>
    public sealed record Request(string CaseNumber, Money Amount, ReceiptSource Source, DateOnly CollectedOn, bool ForThisCaseOnly = false, bool JointReturn = false);

    /// <param name="Parts">Each part: what it pays and who gets it.</param>
    /// <param name="Effect">What it would do to balances and payees; more than the parts when it changes what came after it.</param>
    /// <param name="Why">The steps that decide it.</param>
    public sealed record Reply(IReadOnlyList<Part> Parts, ChangeEffect Effect, Explanation Why);

    /// <summary>A part of a receipt.</summary>
    /// <param name="Case">The case; empty for what concerns all.</param>
    /// <param name="Bucket">What it pays: current, a class, fee, future or refund.</param>
    /// <param name="Month">The month of support.</param>
    /// <param name="To">Who gets it.</param>
    /// <param name="Amount">How much.</param>
    /// <param name="Rule">The step of the rule that decides.</param>
    /// <param name="Before">What was owed before.</param>
    public sealed record Part(string Case, string Bucket, SupportMonth Month, Recipient To, Money Amount, string Rule, Money Before);

    /// <summary>Asks for the preview. Nothing of it is kept.</summary>
    public static async Task<Outcome<Reply>> RunAsync(AlimentaStore store, PolicyDesk policies, Actor by, Request request, CancellationToken cancel = default)
    {
        // The answer holds an explanation, which is for people and is not kept under a key; so it leaves beside the command.
        Reply? reply = null;
        var asked = new Asked($"{Key}:{Guid.NewGuid():N}", by, "preview") { Preview = true };
        var done = await asked.RunAsync<bool>(store, "distribution.preview", request, ("case", request.CaseNumber), async ctx =>
        {
            var found = await PlayAsync(ctx, policies, request);
            if (found.Refusal is { } no) return no;
            reply = found.Value;
            return true;
        }, cancel);
        return done.Refusal is { } refusal ? refusal : reply!;
    }

    private static async Task<Outcome<Reply>> PlayAsync(CommandContext ctx, PolicyDesk policies, Request request)
    {
        var today = await ctx.BusinessDateAsync();
        if (!request.Amount.IsPositive) return new Refusal("R-PREVIEW-AMOUNT", "The amount must be above 0.00.", "Enter the amount that would come.", "", "amount");
        if (request.CollectedOn > today) return new Refusal("R-PREVIEW-DATE", $"{Days.Words(request.CollectedOn)} lies ahead of the business date {Days.Words(today)}.", "Enter the business date or an earlier day.", "", "collected_on");
        var file = CaseNumber.TryParse(request.CaseNumber, out var number) ? await ctx.Db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number.ToString(), ctx.Cancel) : null;
        if (file is null) return new Refusal("R-PREVIEW-CASE", $"There is no case {request.CaseNumber}.", "Check the number: its last digit checks the others.", "", "case");
        var circles = await Circles.LockOfCasesAsync(ctx, file.Id);
        var key = $"{Key}/{ctx.NextId<Receipt>()}";
        var effect = await CircleChange.RunAsync(ctx, policies, circles, "Preview", async () =>
        {
            var receipt = ctx.Add(new Receipt
            {
                NaturalKey = key, Source = request.Source, Tender = Tender.Transfer, Amount = request.Amount, NetAmount = request.Amount, CollectedOn = request.CollectedOn, ReceivedOn = today,
                ObligorId = file.ObligorId, DirectedCaseId = request.ForThisCaseOnly ? file.Id : null, JointReturn = request.JointReturn, NoticeOn = request.JointReturn ? today : null,
                PayorName = "Preview", Status = ReceiptStatus.Identified, RecordedAt = ctx.Now,
            });
            ctx.Post(ReceiptEntries.Received(receipt));
            ctx.Post(ReceiptEntries.Identified(receipt, 1, today));
            await Task.CompletedTask;
            return null;
        });
        if (effect.Refusal is { } refusal) return refusal;
        var circle = (await CircleLoader.LoadAsync(ctx.Db, circles, ctx.Cancel)).Single(c => c.Receipts.ContainsKey(key));
        var steps = CirclePlay.Run(circle.Facts, policies.On, today).Steps.Where(s => s.Receipt == key).ToList();
        var why = CirclePlay.Run(circle.Facts, policies.On, today, steps[0].Key).Steps.Single(s => s.Key == steps[0].Key).Why
            ?? throw new InvalidOperationException("A distribution was played without its explanation.");
        return new Reply(
            [.. steps.SelectMany(s => s.Parts).Select(p => new Part(p.Case, p.Part.Bucket, p.Part.Month, p.Part.To, p.Part.Amount, p.Part.Rule, p.Part.Before))], effect.Value, why);
    }
}
