using Alimenta.Data;
using Alimenta.Office.Participants;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Intake;

/// <summary>Closes a case. Refused while money of it waits or support still falls due, for then it would be nobody's.</summary>
public static class CloseCase
{
    /// <summary>The case with the version that the asker saw, the day, and the ground of 45 CFR 303.11(b).</summary>
    public sealed record Request(string Case, int? Version, DateOnly On, string Ground);

    /// <param name="Number">The case.</param>
    /// <param name="Version">Its version after the change.</param>
    public sealed record Reply(string Number, int Version);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "case.close", request, ("case", request.Case), async ctx =>
        {
            if (await CaseDesk.LockAsync(ctx, request.Case) is not { } file) return CaseDesk.Unknown(request.Case);
            if (file.Status == CaseStatus.Closed) return new Refusal("R-CASE-CLOSED", $"Case {file.Number} is closed already.", "Nothing needs to be done.");
            var ground = NameText.Clean(request.Ground);
            if (ground.Length == 0) return new Refusal("R-CLOSE-GROUND", "It is not said on which ground the case may be closed.", "Choose one of the grounds of the rule.", "45 CFR 303.11(b)", "ground");
            if (DateChecks.Backwards(file.OpenedOn, request.On, "on") is { } early) return early;
            if (DateChecks.InFuture(request.On, await ctx.BusinessDateAsync(), "on") is { } late) return late;
            if (await WaitingAsync(ctx, file) is { } waits) return waits;
            if (await RunningAsync(ctx, file, request.On) is { } runs) return runs;
            if (asked.Unless(await OwedAsync(ctx, file)) is { } owed) return owed;

            ctx.Expect(file, request.Version);
            (file.Status, file.ClosedOn) = (CaseStatus.Closed, request.On);
            await ctx.FlushAsync();
            ctx.Add(new CaseEvent { CaseId = file.Id, On = request.On, Kind = "closed", Text = $"The case was closed: {ground}.", SourceKey = $"{file.Number}:closed:{file.Version}" });
            return new Reply(file.Number, file.Version);
        }, cancel);

    /// <summary>Money that belongs to the case, or may still come to it, has not left.</summary>
    private static async Task<Refusal?> WaitingAsync(CommandContext ctx, CaseFile file)
    {
        PayableStatus[] waiting = [PayableStatus.Open, PayableStatus.Held, PayableStatus.InFile];
        var payable = (await ctx.Db.Payables.AsNoTracking().Where(p => p.CaseId == file.Id && waiting.Contains(p.Status)).Select(p => p.Amount).ToListAsync(ctx.Cancel)).Sum();
        var only = !await ctx.Db.Cases.AnyAsync(c => c.ObligorId == file.ObligorId && c.Id != file.Id && c.Status == CaseStatus.Open, ctx.Cancel);
        var held = (await ctx.Db.Holds.AsNoTracking().Where(h => h.Status == HoldStatus.Active && h.ReceiptId != null
                && (h.Reason == HoldReason.Future) && (h.CaseId == file.Id || (only && h.CaseId == null && ctx.Db.Receipts.Any(r => r.Id == h.ReceiptId && r.ObligorId == file.ObligorId))))
            .Select(h => h.Amount).ToListAsync(ctx.Cancel)).Sum();
        var undistributed = (await ctx.Db.Receipts.AsNoTracking().OnlyWaiting(ctx.Db).Where(r => r.ObligorId == file.ObligorId && (r.DirectedCaseId == file.Id || (only && r.DirectedCaseId == null)))
            .Select(r => r.Amount).ToListAsync(ctx.Cancel)).Sum();
        var total = payable + held + undistributed;
        if (total.IsZero) return null;
        return new("R-CLOSE-MONEY", $"Case {file.Number} still has money in hand: {undistributed} not distributed, {held} held for months to come, {payable} not paid out.",
            "Distribute, release or refund it first.", "45 CFR 303.11(b); 302.32(b)");
    }

    private static async Task<Refusal?> RunningAsync(CommandContext ctx, CaseFile file, DateOnly on)
    {
        var running = await ctx.Db.Obligations.AsNoTracking().Where(o => o.CaseId == file.Id && (o.EndsOn == null || o.EndsOn > on) && o.Kind != ObligationKind.Judgment
            && ctx.Db.ObligationTerms.Any(t => t.ObligationId == o.Id && (t.To == null || t.To > on)) && ctx.Db.Orders.Any(s => s.Id == o.OrderId && (s.EndsOn == null || s.EndsOn > on)))
            .OrderBy(o => o.NaturalKey).Select(o => o.NaturalKey).FirstOrDefaultAsync(ctx.Cancel);
        return running is null ? null : new("R-CLOSE-RUNNING", $"Support under obligation {running} falls due after {Days.Words(on)}.", "End the obligation, or its order, first.", "45 CFR 303.11(b)");
    }

    private static async Task<Refusal?> OwedAsync(CommandContext ctx, CaseFile file)
    {
        var account = await ctx.Db.CaseAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == file.Id, ctx.Cancel);
        var owed = account is null ? Money.Zero : account.Current + account.Na + account.Pa + account.Ta + account.Ca + account.Uda + account.Upa + account.Fc + account.Med;
        return owed.IsPositive ? new("W-CLOSE-OWED", $"{owed} is still owed in case {file.Number}.", "Check that the ground allows closing with arrears, and confirm.", "45 CFR 303.11(b)(1)") : null;
    }
}

/// <summary>Opens a closed case again.</summary>
public static class ReopenCase
{
    public sealed record Request(string Case, int? Version, DateOnly On);

    public static Task<Outcome<CloseCase.Reply>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<CloseCase.Reply>(store, "case.reopen", request, ("case", request.Case), async ctx =>
        {
            if (await CaseDesk.LockAsync(ctx, request.Case) is not { } file) return CaseDesk.Unknown(request.Case);
            if (file.ClosedOn is not { } closed) return new Refusal("R-CASE-OPEN", $"Case {file.Number} is open.", "Nothing needs to be done.");
            if (request.On < closed) return new Refusal("R-REOPEN-EARLY", $"Case {file.Number} was closed on {Days.Words(closed)}, later than {Days.Words(request.On)}.", "Enter the day on which it is opened again.", Field: "on");
            ctx.Expect(file, request.Version);
            (file.Status, file.ClosedOn) = (CaseStatus.Open, null);
            await ctx.FlushAsync();
            ctx.Add(new CaseEvent { CaseId = file.Id, On = request.On, Kind = "reopened", Text = "The case was opened again.", SourceKey = $"{file.Number}:reopened:{file.Version}" });
            return new CloseCase.Reply(file.Number, file.Version);
        }, cancel);
}
