using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Office.Accounting;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Orders;

/// <summary>Takes over a debt from an earlier record, with the document that proves it. It counts as not audited until someone audits it.</summary>
public static class RecordOpeningBalance
{
    /// <summary>A debt in a class for a month (or undated), as it stood at the beginning of a day.</summary>
    public sealed record Request(string Obligation, string Class, SupportMonth Month, Money Amount, DateOnly AsOf, string SourceDocument);

    /// <param name="BalanceId">The row.</param>
    /// <param name="Effect">What it did to the books.</param>
    public sealed record Reply(long BalanceId, ChangeEffect Effect);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "debt.opening", request, ("obligation", request.Obligation), async ctx =>
        {
            if (await ObligationDesk.FindAsync(ctx, request.Obligation) is not { } found) return ObligationDesk.Unknown(request.Obligation);
            OpeningBalance? made = null;
            var done = await CircleChange.RunAsync(ctx, policies, [found.Case.CircleId], $"Opening balance of {request.Obligation} as of {Days.Words(request.AsOf)}.", async () =>
            {
                var today = await ctx.BusinessDateAsync();
                if (Check(request, today) is { } no) return no;
                if (await ctx.Db.OpeningBalances.AnyAsync(b => b.ObligationId == found.Row.Id && b.Class == request.Class && b.Month == request.Month, ctx.Cancel)) return Twice(request);
                var spells = await ctx.Db.AssistanceSpells.AsNoTracking().Where(s => s.CustodianId == found.Case.CustodianId && !s.Voided).ToListAsync(ctx.Cancel);
                if (Contradiction(request, spells) is { } other) return other;
                if (asked.Unless(ChargedToo(request, found.Terms)) is { } charged) return charged;
                made = ctx.Add(Row(request, found.Case.Id, found.Row.Id));
                return null;
            });
            return done.Refusal is { } refusal ? refusal : new Reply(made!.Id, done.Value);
        }, cancel);

    /// <summary>A refusal, or null when the balance can be.</summary>
    public static Refusal? Check(Request balance, DateOnly today)
    {
        if (!OpeningClasses.Known(balance.Class)) return OpeningClasses.Unknown(balance.Class);
        if (!balance.Amount.IsPositive) return new("R-OPENING-AMOUNT", $"The amount is {balance.Amount}; a debt taken over is above 0.00.", "Leave out what is not owed.", Field: "amount");
        if (DateChecks.InFuture(balance.AsOf, today, "asOf") is { } late) return late;
        if (!balance.Month.IsUndated && balance.Month > SupportMonth.Of(balance.AsOf)) return new("R-OPENING-MONTH", $"{balance.Month.Words} lies after the day as of which the debt stood.", "Correct one of the two.", Field: "month");
        if (balance.Class == nameof(DebtPlace.Current) && balance.Month != SupportMonth.Of(balance.AsOf))
            return new("R-OPENING-CURRENT", "Current support is that of the month in which the balance stood.", "Enter support of earlier months as arrears.", Field: "class");
        return NameText.Clean(balance.SourceDocument).Length == 0 ? new("R-OPENING-SOURCE", "The document that proves the debt is not named.", "Enter it, such as the court's ledger with its date.", Field: "sourceDocument") : null;
    }

    internal static Refusal Twice(Request balance) =>
        new("R-OPENING-TWICE", $"Obligation {balance.Obligation} has an opening balance in {balance.Class} for {balance.Month.Words} already.", "Correct it by an adjustment.", Field: "month");

    /// <summary>Arrears assigned to the state need the assistance for which they are assigned.</summary>
    public static Refusal? Contradiction(Request balance, IEnumerable<AssistanceSpell> spells)
    {
        if (balance.Class is not (nameof(DebtPlace.PA) or nameof(DebtPlace.TA) or nameof(DebtPlace.CA) or nameof(DebtPlace.UDA) or nameof(DebtPlace.UPA))) return null;
        var tanf = spells.Where(s => s.Program == AssistanceProgram.Tanf && s.From <= balance.AsOf).ToList();
        if (tanf.Count == 0)
            return new("R-OPENING-ASSISTANCE", $"Arrears in {balance.Class} come from cash assistance, and none is on record before {Days.Words(balance.AsOf)}.", "Record the assistance and its grants first.", "42 USC 657(a)(4)", "class");
        return balance.Class == nameof(DebtPlace.TA) && !tanf.Exists(s => s.To is null || s.To >= balance.AsOf)
            ? new("R-OPENING-TEMPORARY", "Arrears are temporarily assigned only while assistance runs, and none ran on that day.", "Enter them in CA or UPA.", "42 USC 657(a)(2)", "class")
            : null;
    }

    /// <summary>A warning when the same months are charged under the obligation's terms.</summary>
    public static Refusal? ChargedToo(Request balance, IEnumerable<ObligationTerm> terms) =>
        terms.Where(t => t.Amount.IsPositive && t.From < balance.AsOf).OrderBy(t => t.From).FirstOrDefault() is { } earlier
            ? new("W-OPENING-CHARGED", $"Obligation {balance.Obligation} is also charged from {Days.Words(earlier.From)} on, before the day of the balance: both would count.", "Let the terms begin on the day of the balance, or confirm that it holds other debt.", Field: "asOf")
            : null;

    internal static OpeningBalance Row(Request balance, long caseId, long obligationId) => new()
    {
        CaseId = caseId, ObligationId = obligationId, Class = balance.Class, Month = balance.Month, Amount = balance.Amount, AsOf = balance.AsOf, SourceDocument = NameText.Clean(balance.SourceDocument),
    };
}
