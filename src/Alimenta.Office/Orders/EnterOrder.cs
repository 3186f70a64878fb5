using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Intake;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Orders;

/// <summary>Enters an order of a tribunal on a case. Its number tells it from the case's other orders.</summary>
public static class EnterOrder
{
    private const int MostDocket = 30;

    public sealed record Request(string Case, string Tribunal, string Docket, string IssuingState, DateOnly SignedOn, DateOnly EffectiveOn, DateOnly? EndsOn = null);

    /// <param name="Docket">The order's number as it is stored.</param>
    /// <param name="OrderId">The order.</param>
    public sealed record Reply(string Docket, long OrderId);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "order.enter", request, ("case", request.Case), ctx => EnterAsync(ctx, asked, request), cancel);

    /// <summary>The same inside a command that does more.</summary>
    internal static async Task<Outcome<Reply>> EnterAsync(CommandContext ctx, Asked asked, Request request)
    {
        if (await CaseDesk.LockAsync(ctx, request.Case) is not { } file) return CaseDesk.Unknown(request.Case);
        if (file.Status == CaseStatus.Closed) return new Refusal("R-ORDER-CASE-CLOSED", $"Case {file.Number} is closed.", "Reopen it first.");
        var today = await ctx.BusinessDateAsync();
        var (tribunal, docket) = (NameText.Clean(request.Tribunal), NameText.Clean(request.Docket));
        if (Check(request with { Tribunal = tribunal, Docket = docket }, today) is { } no) return no;
        var others = await ctx.Db.Orders.AsNoTracking().Where(o => o.CaseId == file.Id).ToListAsync(ctx.Cancel);
        if (others.Exists(o => o.Docket == docket)) return new Refusal("R-ORDER-SAME", $"Case {file.Number} has an order {docket} already.", "Change that order, or enter this one under its own number.", Field: "docket");
        if (asked.Unless(OtherState(others, request)) is { } two) return two;
        var row = ctx.Add(new SupportOrder
        {
            CaseId = file.Id, Tribunal = tribunal, Docket = docket, IssuingState = request.IssuingState, SignedOn = request.SignedOn, EffectiveOn = request.EffectiveOn, EndsOn = request.EndsOn,
        });
        return new Reply(docket, row.Id);
    }

    /// <summary>A refusal, or null when the order can be. Its texts must be clean.</summary>
    public static Refusal? Check(Request order, DateOnly today)
    {
        if (NameRules.CheckFirm(order.Tribunal, "tribunal") is { } odd) return odd;
        if (order.Docket.Length is 0 or > MostDocket || NameText.Unprintable(order.Docket) is not null)
            return new("R-ORDER-DOCKET", $"An order needs its number, of at most {MostDocket} characters.", "Enter the number on the order.", Field: "docket");
        if (order.IssuingState.Length != 2 || !order.IssuingState.All(char.IsAsciiLetterUpper))
            return new("R-ORDER-STATE", "The issuing state has two capital letters.", "Enter them, such as OR.", Field: "issuingState");
        return DateChecks.Unlikely(order.EffectiveOn, today, "effectiveOn") ?? DateChecks.InFuture(order.SignedOn, today, "signedOn") ?? DateChecks.Backwards(order.EffectiveOn, order.EndsOn, "endsOn");
    }

    private static Refusal? OtherState(List<SupportOrder> others, Request order) =>
        others.Find(o => o.IssuingState != order.IssuingState && new DatePeriod(o.EffectiveOn, o.EndsOn).Overlaps(new(order.EffectiveOn, order.EndsOn))) is { } other
            ? new("W-ORDER-TWO-STATES", $"Order {other.Docket} of {other.IssuingState} holds at the same time.", "Find out which one controls, and confirm when both are to be enforced.", "28 USC 1738B(f); UIFSA 207", "issuingState")
            : null;
}

/// <summary>Sets the last day of an order, and with it of all its obligations.</summary>
public static class EndOrder
{
    public sealed record Request(string Case, string Docket, int? Version, DateOnly LastDay);

    public static Task<Outcome<ChangeEffect>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<ChangeEffect>(store, "order.end", request, ("case", request.Case), async ctx =>
        {
            if (await CaseDesk.LockAsync(ctx, request.Case) is not { } file) return CaseDesk.Unknown(request.Case);
            if (await ctx.Db.Orders.SingleOrDefaultAsync(o => o.CaseId == file.Id && o.Docket == request.Docket, ctx.Cancel) is not { } order) return ObligationDesk.UnknownOrder(request.Case, request.Docket);
            if (DateChecks.Backwards(order.EffectiveOn, request.LastDay, "lastDay") is { } no) return no;
            return await CircleChange.RunAsync(ctx, policies, [file.CircleId], $"Order {order.Docket} of case {file.Number} ends on {Days.Words(request.LastDay)}.", () =>
            {
                ctx.Expect(order, request.Version);
                order.EndsOn = request.LastDay;
                return Task.FromResult<Refusal?>(null);
            });
        }, cancel);
}
