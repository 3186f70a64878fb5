using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Orders;

/// <summary>Enters what an obligation demands from a day on. Terms that hold already are not overwritten unless it is a change of the order.</summary>
public static class SetTerms
{
    /// <summary>The terms; a change holds from its first day in place of what held, in the past too.</summary>
    public sealed record Request(string Obligation, int? Version, TermGiven Term, bool Change = false);

    public static Task<Outcome<ObligationChanged>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        ObligationDesk.ChangeAsync(store, policies, asked, "obligation.terms", request, request.Obligation, request.Version, $"Terms of {request.Obligation} from {Days.Words(request.Term.From)} on: {request.Term.Amount}.", cancel, async (ctx, found) =>
        {
            if (EnterObligation.Terms([request.Term], found.Order, request.Obligation, await ctx.BusinessDateAsync()) is { } wrong) return wrong;
            if (ObligationDesk.LastDay(found.Row, found.Order) is { } last && request.Term.From > last)
                return new("R-TERM-AFTER-END", $"Obligation {request.Obligation} ends on {Days.Words(last)}.", "Correct the day, or change what ends the obligation first.", Field: "from");
            if (!request.Change && TermRules.Overlap(request.Obligation, found.Terms, request.Term) is { } over) return over;
            ctx.Add(TermRules.Row(found.Row.Id, request.Term, ctx.Now));
            ctx.Touch(found.Row);
            return null;
        });
}

/// <summary>Suspends an obligation for a time: nothing falls due, and what was owed before stays owed.</summary>
public static class SuspendObligation
{
    public sealed record Request(string Obligation, int? Version, DateOnly From, DateOnly? To = null);

    public static Task<Outcome<ObligationChanged>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        ObligationDesk.ChangeAsync(store, policies, asked, "obligation.suspend", request, request.Obligation, request.Version, $"Obligation {request.Obligation} suspended {new DatePeriod(request.From, request.To)}.", cancel, (ctx, found) =>
        {
            if (asked.Why.Trim().Length == 0) return Task.FromResult<Refusal?>(new("R-SUSPEND-WHY", "It is not said why support is suspended.", "Enter the reason, such as the court's decision.", Field: "why"));
            if (DateChecks.Backwards(request.From, request.To) is { } no) return Task.FromResult<Refusal?>(no);
            if (!TermRules.Compose(found.Terms).Any(t => t.Amount.IsPositive && t.Period.Overlaps(new(request.From, request.To))))
                return Task.FromResult<Refusal?>(new("R-SUSPEND-NOTHING", $"Nothing falls due under {request.Obligation} {new DatePeriod(request.From, request.To)}.", "Check the dates.", Field: "from"));
            ctx.Add(new ObligationTerm { ObligationId = found.Row.Id, Amount = Money.Zero, Frequency = Frequency.Monthly, From = request.From, To = request.To, AnchorDate = request.From, RecordedAt = ctx.Now });
            ctx.Touch(found.Row);
            return Task.FromResult<Refusal?>(null);
        });
}

/// <summary>Sets the last day of an obligation.</summary>
public static class EndObligation
{
    public sealed record Request(string Obligation, int? Version, DateOnly LastDay);

    public static Task<Outcome<ObligationChanged>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        ObligationDesk.ChangeAsync(store, policies, asked, "obligation.end", request, request.Obligation, request.Version, $"Obligation {request.Obligation} ends on {Days.Words(request.LastDay)}.", cancel, (ctx, found) =>
        {
            if (asked.Why.Trim().Length == 0) return Task.FromResult<Refusal?>(new("R-END-WHY", "It is not said why the obligation ends.", "Enter the reason.", Field: "why"));
            return Task.FromResult(Set(found, request.LastDay));
        });

    /// <summary>Sets the last day on the row, or says why it cannot be.</summary>
    internal static Refusal? Set(FoundObligation found, DateOnly lastDay)
    {
        if (found.Row.EndsOn is { } end && lastDay > end)
            return new("R-END-LATER", $"Obligation {found.Row.NaturalKey} ends on {Days.Words(end)} already.", "To let it run longer, change what ends it.", Field: "lastDay");
        // The day before the first is the end of an obligation that was entered in error: nothing of it is due.
        if (found.Terms.Count > 0 && lastDay < found.Terms.Min(t => t.From).AddDays(-1))
            return new("R-END-BEFORE-BEGIN", $"Obligation {found.Row.NaturalKey} begins on {Days.Words(found.Terms.Min(t => t.From))}.", "Enter its last day, or the day before it begins when nothing of it is due.", Field: "lastDay");
        // An end before the one that a rule gave is a day that was set; from then on no birthday says when it ends.
        if (lastDay != found.Row.EndsOn) (found.Row.EndRule, found.Row.EndState, found.Row.EndEvent) = (EndRule.Date, null, "");
        found.Row.EndsOn = lastDay;
        return null;
    }
}

/// <summary>Changes what ends an obligation: another rule, another day, the child's school.</summary>
public static class ChangeEnd
{
    public sealed record Request(string Obligation, int? Version, EndGiven End);

    public static Task<Outcome<ObligationChanged>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        ObligationDesk.ChangeAsync(store, policies, asked, "obligation.end-rule", request, request.Obligation, request.Version, $"What ends obligation {request.Obligation} changed.", cancel, async (ctx, found) =>
        {
            var supported = found.Row.SupportedPersonId is { } id ? await ctx.Db.People.AsNoTracking().SingleAsync(p => p.Id == id, ctx.Cancel) : null;
            var end = EndRules.LastDay(policies, request.End, found.Row.Kind, supported, found.Order.EffectiveOn);
            if (end.Refusal is { } no) return no;
            (found.Row.EndRule, found.Row.EndsOn, found.Row.EndState, found.Row.EndEvent) =
                (request.End.Rule, end.Value, request.End.Rule == EndRule.Emancipation ? request.End.State : null, NameText.Clean(request.End.Event));
            return null;
        });
}
