using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>Turns the parts of a distribution into uses of money: who gets how much under which clock, with the federal share once a receipt and programme.</summary>
internal static class Uses
{
    private const string Offset = "us/clocks/disbursement/federal-tax-offset";
    private const string Agency = "us/clocks/disbursement/placement-agency";
    private const string PassThrough = "us/clocks/disbursement/pass-through";
    private const string OnAssistance = "us/clocks/disbursement/family-on-assistance";
    private const string Family = "us/clocks/disbursement/family";

    public static IReadOnlyList<MoneyUse> Of(IReadOnlyList<CaseShare> cases, IReadOnlyList<MoneyUse> over)
    {
        var uses = new List<MoneyUse>();
        var federalA = Federal(cases, c => c.KeptIvA + c.Beyond);
        var federalE = Federal(cases, c => c.KeptIvE);
        for (var i = 0; i < cases.Count; i++)
        {
            var c = cases[i];
            foreach (var group in c.Parts.Where(p => p.To is not (Recipient.StateIvA or Recipient.StateIvE)).GroupBy(p => (p.To, Clock: Clock(c, p))))
                uses.Add(new(c.Case.Key, group.Key.To, false, Payee(c, group.Key.To), group.Sum(p => p.Amount), group.Key.Clock));
            Add(uses, new(c.Case.Key, Recipient.StateIvA, true, "", federalA[i], ""));
            Add(uses, new(c.Case.Key, Recipient.StateIvA, false, "", c.KeptIvA - federalA[i], ""));
            Add(uses, new(c.Case.Key, Recipient.StateIvE, true, "", federalE[i], Agency));
            Add(uses, new(c.Case.Key, Recipient.StateIvE, false, "", c.KeptIvE - federalE[i], Agency));
        }

        uses.AddRange(over);
        return uses;
    }

    /// <summary>The federal share of all cases rounded once, then split over the cases by what was kept in each (D12).</summary>
    private static Money[] Federal(IReadOnlyList<CaseShare> cases, Func<CaseShare, Money> kept)
    {
        var parts = new Money[cases.Count];
        foreach (var group in Enumerable.Range(0, cases.Count).Where(i => kept(cases[i]).IsPositive).GroupBy(i => cases[i].Policy.FederalSharePpm))
        {
            var members = group.ToList();
            var total = members.Sum(i => kept(cases[i])).ShareHalfUp(group.Key, 1_000_000);
            var split = total.Apportion([.. members.Select(i => kept(cases[i]).Cents)]);
            for (var j = 0; j < members.Count; j++) parts[members[j]] = split[j];
        }

        return parts;
    }

    private static string Payee(CaseShare c, Recipient to) => to switch
    {
        Recipient.Family or Recipient.Gift => c.Payee,
        Recipient.Agency => c.Agency,
        _ => "",
    };

    /// <summary>The clock that runs for a part (45 CFR 302.32(b)); the numbers are those of the clocks in law/us/clocks.</summary>
    private static string Clock(CaseShare c, DistributionPart part) => part.To switch
    {
        Recipient.Agency => c.Source == CollectionSource.FederalTaxOffset ? Offset : Agency,
        Recipient.Family or Recipient.Gift when c.Source == CollectionSource.FederalTaxOffset => Offset,
        Recipient.Family or Recipient.Gift when c.Status == AssistanceStatus.Current => part.Rule == "pass-through" ? PassThrough : OnAssistance,
        Recipient.Family or Recipient.Gift => Family,
        _ => "",
    };

    private static void Add(List<MoneyUse> uses, MoneyUse use)
    {
        if (use.Amount.IsNegative) throw new InvalidOperationException($"A use of {use.Amount} in case {use.Case}.");
        if (!use.Amount.IsZero) uses.Add(use);
    }
}
