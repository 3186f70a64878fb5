using System.Globalization;
using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Orders;

/// <summary>Raises or lowers a debt by decision: a credit for a direct payment that the court allowed, a correction of the record.</summary>
public static class AdjustDebt
{
    /// <summary>Above nothing adds debt and needs class and month; below takes debt away, without a class from the oldest on.</summary>
    public sealed record Request(string Obligation, Money Amount, DateOnly On, string? Class, SupportMonth Month);

    /// <param name="Adjustment">The adjustment's key.</param>
    /// <param name="Effect">What it did to the books.</param>
    public sealed record Reply(string Adjustment, ChangeEffect Effect);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "debt.adjust", request, ("obligation", request.Obligation), async ctx =>
        {
            if (await ObligationDesk.FindAsync(ctx, request.Obligation) is not { } found) return ObligationDesk.Unknown(request.Obligation);
            var count = await ctx.Db.Adjustments.CountAsync(a => a.ObligationId == found.Row.Id, ctx.Cancel);
            var key = string.Create(CultureInfo.InvariantCulture, $"{request.Obligation}/a{count + 1}");
            var done = await CircleChange.RunAsync(ctx, policies, [found.Case.CircleId], $"Adjustment {key}.", async () =>
            {
                if (await CheckAsync(ctx, policies, asked, request, found, key) is { } no) return no;
                ctx.Add(new Adjustment
                {
                    NaturalKey = key, CaseId = found.Case.Id, ObligationId = found.Row.Id, Class = request.Class, Month = request.Month, Amount = request.Amount, On = request.On,
                    Reason = asked.Why.Trim(), RecordedAt = ctx.Now,
                });
                return null;
            });
            return done.Refusal is { } refusal ? refusal : new Reply(key, done.Value);
        }, cancel);

    private static async Task<Refusal?> CheckAsync(CommandContext ctx, PolicyDesk policies, Asked asked, Request request, FoundObligation found, string key)
    {
        var today = await ctx.BusinessDateAsync();
        return Check(request, asked.Why, found.Row.Kind, today) ?? (request.Amount.IsNegative ? await OwedAsync(ctx, policies, request, found, key, today) : null);
    }

    /// <summary>A refusal, or null when the correction can be as far as its own words tell.</summary>
    public static Refusal? Check(Request request, string why, Alimenta.Data.ObligationKind kind, DateOnly today)
    {
        if (why.Trim().Length == 0) return new("R-ADJUST-WHY", "It is not said why the debt is corrected.", "Enter the decision and its date.", Field: "why");
        if (request.Amount.IsZero || request.Amount > TermRules.Most || -request.Amount > TermRules.Most) return new("R-ADJUST-AMOUNT", $"The amount is {request.Amount}; it must not be 0.00 nor beyond {TermRules.Most}.", "Enter the amount.", Field: "amount");
        if (DateChecks.InFuture(request.On, today, "on") is { } late) return late;
        if (kind == Alimenta.Data.ObligationKind.Payback) return new("R-ADJUST-PAYBACK", "Payments toward arrears make no debt that could be corrected.", "Choose the obligation whose arrears they pay.", Field: "obligation");
        if (request.Class is { } text && !OpeningClasses.Known(text)) return OpeningClasses.Unknown(text);
        if (!request.Amount.IsPositive) return null;
        if (request.Class is null || request.Month.IsUndated && request.Class == nameof(DebtPlace.Current))
            return new("R-ADJUST-CLASS", "Debt is added to a class and a month.", "Enter both.", Field: "class");
        return request.Class == nameof(DebtPlace.Current) && request.Month != SupportMonth.Of(request.On)
            ? new("R-ADJUST-MONTH", "Current support is that of the month in which the correction takes effect.", "Add support of earlier months to its arrears class.", Field: "month")
            : null;
    }

    /// <summary>More than is owed cannot be taken away: the play says how much of it there is on that day.</summary>
    private static async Task<Refusal?> OwedAsync(CommandContext ctx, PolicyDesk policies, Request request, FoundObligation found, string key, DateOnly today)
    {
        var circle = (await CircleLoader.LoadAsync(ctx.Db, [found.Case.CircleId], ctx.Cancel)).Single();
        var place = request.Class is { } text ? Enum.Parse<DebtPlace>(text) : (DebtPlace?)null;
        var tried = circle.Facts with { Adjustments = [.. circle.Facts.Adjustments, new(key, found.Case.Number, found.Row.NaturalKey, place, request.Month, request.On, request.Amount)] };
        var step = CirclePlay.Run(tried, policies.On, today).Steps.SingleOrDefault(s => s.Key == $"A:{key}");
        var taken = (step?.Debts ?? []).Where(d => d.Obligation == found.Row.NaturalKey && d.To == DebtPlace.Adjusted).Sum(d => d.Amount);
        if (taken == -request.Amount) return null;
        var where = request.Class is null ? "in all" : $"in {request.Class}, {request.Month.Words}";
        return new("R-ADJUST-OWED", $"On {Days.Words(request.On)} obligation {request.Obligation} owes {taken} {where}, less than {-request.Amount}.", "Enter at most what is owed, or leave the class out to take it from the oldest debt on.", Field: "amount");
    }
}

/// <summary>The classes in which a debt may be entered.</summary>
public static class OpeningClasses
{
    private static readonly string[] All = [nameof(DebtPlace.Current), nameof(DebtPlace.NA), nameof(DebtPlace.PA), nameof(DebtPlace.TA), nameof(DebtPlace.CA), nameof(DebtPlace.UDA), nameof(DebtPlace.UPA), nameof(DebtPlace.FC), nameof(DebtPlace.MED)];

    /// <summary>Whether there is such a class.</summary>
    public static bool Known(string text) => All.Contains(text);

    /// <summary>The refusal when there is none.</summary>
    public static Refusal Unknown(string text) => new("R-DEBT-CLASS", $"There is no class {text}.", $"Use one of {string.Join(", ", All)}.", Field: "class");
}
