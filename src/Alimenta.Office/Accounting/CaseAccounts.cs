using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Office.Accounting;

/// <summary>Keeps the stored balances of cases: a cache of the journal with a version, for lists and selections. The journal stays the truth.</summary>
public static class CaseAccounts
{
    /// <summary>Stores the balances at the end of a play.</summary>
    public static Task StoreAsync(CommandContext ctx, IReadOnlyList<PlayedCircle> played) =>
        ctx.BulkStoreAsync(played.SelectMany(p => p.Circle.Cases.Values.Select(file => Of(file, p.Play.Debts))).ToList());

    private static CaseAccount Of(CircleCase file, DebtSheet debts) => new()
    {
        CaseId = file.Id,
        Current = debts.Total(file.Number, DebtPlace.Current),
        Na = debts.Total(file.Number, DebtPlace.NA),
        Pa = debts.Total(file.Number, DebtPlace.PA),
        Ta = debts.Total(file.Number, DebtPlace.TA),
        Ca = debts.Total(file.Number, DebtPlace.CA),
        Uda = debts.Total(file.Number, DebtPlace.UDA),
        Upa = debts.Total(file.Number, DebtPlace.UPA),
        Fc = debts.Total(file.Number, DebtPlace.FC),
        Med = debts.Total(file.Number, DebtPlace.MED),
    };
}
