using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>The part of the books that distributes what a person decided: which debts a receipt pays, or that a distribution stays as it was.</summary>
internal sealed partial class CircleBooks
{
    /// <summary>Distributes the parts in their order, none beyond what is owed; returns how much. What they leave is distributed by the rule.</summary>
    private Money ByHand(ReceiptFacts receipt, List<(CaseFacts Case, List<ObligationFacts> Obligations)> scope, IReadOnlyList<ManualPart> manual, Money amount, CollectionSource source, Run run)
    {
        var left = amount;
        foreach (var part in manual)
        {
            var (c, obligations) = scope.Find(s => s.Case.Key == part.Case && s.Obligations.Exists(o => o.Key == part.Obligation));
            var most = Money.Min(left, part.Amount);
            if (c is null || most.IsZero) continue;
            left -= part.To is { } to ? Kept(c, part, to, most, run) : Chosen(c, obligations, receipt, part, most, source, run);
        }

        return amount - left;
    }

    /// <summary>A person chose the debt; the law still says who gets the money.</summary>
    private Money Chosen(CaseFacts c, List<ObligationFacts> obligations, ReceiptFacts receipt, ManualPart part, Money amount, CollectionSource source, Run run)
    {
        run.Why?.Step($"A person chose that {amount} pays the support of {part.Month.Words}.", "", "by-hand");
        return amount - InCase(c, obligations, receipt, amount, source, run, (part.Obligation, part.Month));
    }

    /// <summary>Protected: whoever had the money keeps it, whatever class the debt is in now.</summary>
    private Money Kept(CaseFacts c, ManualPart part, Recipient to, Money amount, Run run)
    {
        var left = amount;
        var policy = _policyOn(c.Policy, run.On);
        var year = Days.FederalFiscalYear(run.On);
        var share = run.For(c, _assistance, policy);
        foreach (var row in Debts.Rows.Where(r => r.Case == c.Key && r.Obligation == part.Obligation && r.Month == part.Month).OrderBy(r => r.Place == part.Place ? 0 : 1).ThenBy(r => r.Place).ToList())
        {
            var pay = Money.Min(left, row.Left);
            if (pay.IsZero) continue;
            run.Why?.Step($"{pay} for the support of {part.Month.Words} stays as it was: this distribution is protected.", "", "kept");
            share.Parts.Add(new(row.Place == DebtPlace.Current ? "current" : row.Place.ToString(), part.Obligation, part.Month, to, pay, part.Rule, row.Left));
            run.Parts.Add((c.Key, share.Parts[^1]));
            Debts.Move(row, DebtPlace.Satisfied, pay, run.Moves);
            left -= pay;
            if (row.Place != DebtPlace.Current) Count(_arrearsPaid, c.Key, pay);
            else if (to == Recipient.Family && share.Status == AssistanceStatus.Current) Count(_passedThrough, c.Custodian, pay);
        }

        var paid = amount - left;
        if (to is Recipient.StateIvA or Recipient.StateIvE) Retain(c.Custodian, to == Recipient.StateIvA ? AssistanceProgram.Tanf : AssistanceProgram.FosterCare, paid, run);
        if (to == Recipient.StateIvA) share.KeptIvA += paid;
        if (to == Recipient.StateIvE) share.KeptIvE += paid;
        if (to == Recipient.Family) Count(_reachedFamily, (c.Key, year), paid);
        if (to == Recipient.Fee) Count(_feePaid, (c.Key, year), paid);
        Recompute(c.Custodian, run.Moves);
        return paid;
    }
}
