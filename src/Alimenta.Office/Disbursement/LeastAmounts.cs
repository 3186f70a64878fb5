using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>The least amount that is paid out by itself, by the choice of the state whose cases the money is of. It is for paper only: a deposit costs nothing to send.</summary>
internal sealed class LeastAmounts
{
    /// <summary>Where the least amount stands.</summary>
    public const string Parameter = "policy/disbursement/minimum";

    private readonly PolicyDesk _policies;
    private readonly DateOnly _today;
    private readonly Dictionary<long, string> _policyOf;

    private LeastAmounts(PolicyDesk policies, DateOnly today, Dictionary<long, string> policyOf) => (_policies, _today, _policyOf) = (policies, today, policyOf);

    public static async Task<LeastAmounts> ForAsync(CommandContext ctx, PolicyDesk policies, DateOnly today, IEnumerable<Payable> payables)
    {
        var cases = payables.Where(p => p.CaseId is not null).Select(p => p.CaseId!.Value).Distinct().ToList();
        return new(policies, today, await ctx.Db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id)).Select(c => new { c.Id, c.Policy }).ToDictionaryAsync(c => c.Id, c => c.Policy, ctx.Cancel));
    }

    /// <summary>The rule that makes the money wait, or null when it may leave. Where cases of several states are in it, the least of their amounts decides.</summary>
    public PayWay? Waits(IReadOnlyCollection<Payable> parts, PayWay way)
    {
        if (way.Method != PaymentMethod.Warrant || parts.Any(p => PayableAccounts.IsPublic(p.PayeeKind))) return null;
        var (least, citation) = parts.Select(p => p.CaseId is { } id ? _policyOf[id] : "us").Distinct().Select(On).MinBy(r => r.Least);
        return parts.Sum(p => p.Amount) < least ? new(null, HoldReason.Minimum, citation, HoldRules.Accounting) : null;
    }

    private (Money Least, string Citation) On(string policy)
    {
        var law = _policies.Law.On(_today, policy);
        return (law.Money(Parameter), law.Find(Parameter).Value.Citation);
    }
}
