using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Disbursement;

namespace Alimenta.Office.Accounting;

/// <summary>What is owed in one class of a case before and after a change.</summary>
public sealed record BalanceChange(string Case, string Class, Money Before, Money After);

/// <summary>What a payee has in all of what was collected before and after a change: the difference is what moves.</summary>
public sealed record PayeeChange(string Payee, PayeeKind Kind, Money Before, Money After)
{
    /// <summary>Above nothing: he gets more. Below: what has not left is lowered, and what has left is a potential recovery.</summary>
    public Money Net => After - Before;
}

/// <summary>What a change of facts does to the books: only what differs is listed.</summary>
/// <param name="Balances">Classes whose balance changes.</param>
/// <param name="Payees">Payees whose money changes.</param>
/// <param name="Posted">Entries posted.</param>
/// <param name="Reversed">Entries reversed.</param>
/// <param name="PayableCents">New money for payees.</param>
/// <param name="HeldCents">Of it, held for a reason.</param>
/// <param name="RecoverableCents">What payees were found to owe.</param>
public sealed record ChangeEffect(
    IReadOnlyList<BalanceChange> Balances, IReadOnlyList<PayeeChange> Payees, int Posted, int Reversed, Money PayableCents, Money HeldCents, Money RecoverableCents)
{
    /// <summary>Payments that are taken back before they leave; what of them the payee is still to have leaves with the next files.</summary>
    public IReadOnlyList<PaymentTakenBack> TakenBack { get; init; } = [];
}

/// <summary>Changes facts of circles and brings their books up to the business date, and tells what that did. In a preview it tells the same and leaves nothing.</summary>
public static class CircleChange
{
    /// <summary>Runs a change. The circles must be locked.</summary>
    /// <param name="ctx">The command.</param>
    /// <param name="policies">The law at hand.</param>
    /// <param name="circles">The circles.</param>
    /// <param name="reason">Why, in words and natural keys; kept with every reversal.</param>
    /// <param name="change">Decides and adds or changes rows.</param>
    public static async Task<Outcome<(T Reply, ChangeEffect Effect)>> RunAsync<T>(
        CommandContext ctx, PolicyDesk policies, IReadOnlyCollection<long> circles, string reason, Func<Task<Outcome<T>>> change)
    {
        var today = await ctx.BusinessDateAsync();
        await ctx.FlushAsync();
        var before = await SeeAsync(ctx, policies, circles, today);
        var changed = await change();
        if (changed.Refusal is { } no) return no;
        var report = await new CirclePosting(policies).BringUpAsync(ctx, circles, today, reason);
        var after = await SeeAsync(ctx, policies, circles, today);
        return (changed.Value, new(
            [.. before.Owed.Keys.Union(after.Owed.Keys).Order().Select(k => new BalanceChange(k.Case, k.Class, before.Owed.GetValueOrDefault(k), after.Owed.GetValueOrDefault(k))).Where(b => b.Before != b.After)],
            [.. before.Given.Keys.Union(after.Given.Keys).Order().Select(k => new PayeeChange(k.Payee, k.Kind, before.Given.GetValueOrDefault(k), after.Given.GetValueOrDefault(k))).Where(p => !p.Net.IsZero)],
            report.Posted, report.Reversed, report.Payable, report.Held, report.Recoverable) { TakenBack = report.TakenBack });
    }

    /// <summary>The same for a change that answers nothing but its effect.</summary>
    public static async Task<Outcome<ChangeEffect>> RunAsync(CommandContext ctx, PolicyDesk policies, IReadOnlyCollection<long> circles, string reason, Func<Task<Refusal?>> change)
    {
        var done = await RunAsync<bool>(ctx, policies, circles, reason, async () => await change() is { } no ? no : true);
        return done.Refusal is { } refusal ? refusal : done.Value.Effect;
    }

    private static async Task<Seen> SeeAsync(CommandContext ctx, PolicyDesk policies, IReadOnlyCollection<long> circles, DateOnly today)
    {
        var seen = new Seen([], []);
        foreach (var circle in await CircleLoader.LoadAsync(ctx.Db, circles, ctx.Cancel))
        {
            var play = CirclePlay.Run(circle.Facts, policies.On, today);
            foreach (var row in play.Debts.Rows) Add(seen.Owed, (row.Case, row.Place.ToString()), row.Left);
            foreach (var use in play.Steps.SelectMany(s => s.Uses).Where(u => u.To != Recipient.Future)) Add(seen.Given, (Payee(use), PayableAccounts.KindOf(use.To, use.Federal)), use.Amount);
        }

        return seen;
    }

    private static string Payee(MoneyUse use) => use.To switch
    {
        Recipient.StateIvA or Recipient.StateIvE => use.Federal ? SpecialPeople.Federal : SpecialPeople.State,
        Recipient.Fee => SpecialPeople.State,
        Recipient.Medicaid => SpecialPeople.Medicaid,
        Recipient.Agency when use.Payee.Length == 0 => SpecialPeople.Agency,
        _ => use.Payee,
    };

    private static void Add<TKey>(Dictionary<TKey, Money> sums, TKey key, Money amount)
        where TKey : notnull => sums[key] = sums.GetValueOrDefault(key) + amount;

    private sealed record Seen(Dictionary<(string Case, string Class), Money> Owed, Dictionary<(string Payee, PayeeKind Kind), Money> Given);
}
