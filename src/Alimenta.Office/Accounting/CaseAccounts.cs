using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Keeps the stored balances of cases: a cache of the journal with a version, for lists and selections. The journal stays the truth.</summary>
public static class CaseAccounts
{
    /// <summary>Stores the balances at the end of a play.</summary>
    public static async Task StoreAsync(CommandContext ctx, IReadOnlyList<PlayedCircle> played)
    {
        var ids = played.SelectMany(p => p.Circle.Cases.Values).Select(c => c.Id).ToList();
        var stored = await ctx.Db.CaseAccounts.Where(a => ids.Contains(a.CaseId)).ToDictionaryAsync(a => a.CaseId, ctx.Cancel);
        foreach (var (circle, play, _) in played)
        {
            foreach (var file in circle.Cases.Values)
            {
                if (!stored.TryGetValue(file.Id, out var account)) account = ctx.Add(new CaseAccount { CaseId = file.Id });
                Fill(account, file.Number, play.Debts);
            }
        }
    }

    /// <summary>The open items as text: obligation, place, month and cents of each row, in the order of payment.</summary>
    public static string OpenItems(string caseKey, DebtSheet debts) =>
        string.Join('\n', debts.Rows.Where(r => r.Case == caseKey).Select(r => $"{r.Obligation}|{r.Place}|{r.Month}|{r.Left.Cents}").Order(StringComparer.Ordinal));

    private static void Fill(CaseAccount account, string caseKey, DebtSheet debts)
    {
        account.Current = debts.Total(caseKey, DebtPlace.Current);
        account.Na = debts.Total(caseKey, DebtPlace.NA);
        account.Pa = debts.Total(caseKey, DebtPlace.PA);
        account.Ta = debts.Total(caseKey, DebtPlace.TA);
        account.Ca = debts.Total(caseKey, DebtPlace.CA);
        account.Uda = debts.Total(caseKey, DebtPlace.UDA);
        account.Upa = debts.Total(caseKey, DebtPlace.UPA);
        account.Fc = debts.Total(caseKey, DebtPlace.FC);
        account.Med = debts.Total(caseKey, DebtPlace.MED);
        account.OpenItems = OpenItems(caseKey, debts);
    }
}
