using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>Gross income of a month by what taxes make of it (rule 9.5(1)).</summary>
/// <param name="Wages">Wages.</param>
/// <param name="SelfEmployment">Self-employment less business expenses.</param>
/// <param name="OtherTaxable">Other income that is taxed.</param>
/// <param name="NotTaxable">Other income that is not taxed.</param>
/// <param name="TaxableSpousal">Taxable spousal support, received less paid; may be below nothing.</param>
/// <param name="OtherSpousal">Spousal support that tax law does not look at, received less paid; may be below nothing.</param>
/// <param name="OnlySsi">Whether Supplemental Security Income is the only income.</param>
internal sealed record GrossIncome(Money Wages, Money SelfEmployment, Money OtherTaxable, Money NotTaxable, Money TaxableSpousal, Money OtherSpousal, bool OnlySsi)
{
    private const string Citation = "Iowa Ct. R. 9.5(1)";

    /// <summary>Line A of form 2.</summary>
    public Money Monthly => Wages + SelfEmployment + OtherTaxable + NotTaxable + TaxableSpousal + OtherSpousal;

    /// <summary>Adds up a parent's incomes.</summary>
    public static Outcome<GrossIncome> Of(IowaSheet sheet, IowaFacts facts, IowaParty who)
    {
        var parent = facts.Of(who);
        var (wages, self, taxed, free, ssi) = (Money.Zero, Money.Zero, Money.Zero, Money.Zero, false);
        foreach (var income in parent.Incomes)
        {
            var amount = OfMonth(sheet, income, who);
            switch (income.Kind)
            {
                case IowaIncomeKind.Wages: wages += amount; break;
                case IowaIncomeKind.SelfEmployment: self += amount; break;
                case IowaIncomeKind.OtherTaxable: taxed += amount; break;
                case IowaIncomeKind.NotTaxable: free += amount; break;
                case IowaIncomeKind.Ssi: ssi |= amount.IsPositive; break;
                default: break;
            }

            if (income.Kind >= IowaIncomeKind.Ssi)
                sheet.Why?.Step($"{amount} a month of {who.Name()} ({Words(income.Kind)}) does not count as income.", Citation, "gross");
            if (income.Imputed == IowaImputation.Finding)
                sheet.Find("IA-IMPUTED", $"Income of {amount} a month is imputed to {who.Name()}: {income.Finding}", "Iowa Ct. R. 9.5(1), 9.11");
        }

        var (taxable, other) = Spousal(facts, who);
        var gross = new GrossIncome(wages, self, taxed, free, taxable, other, ssi && (wages + self + taxed + free + taxable + other).IsZero);
        return gross.Monthly.IsNegative
            ? new Refusal("L-IA-SPOUSAL-ABOVE", $"The spousal support that {who.Name()} pays is above all of the parent's income.", "Correct the support or the incomes.", Citation, facts.SpousalSupport is null ? $"{who.Field()}.prior_spousal_paid" : "spousal_support")
            : gross;
    }

    /// <summary>An income as income of a month: IAC 441-99.3(1).</summary>
    private static Money OfMonth(IowaSheet sheet, IowaIncome income, IowaParty who)
    {
        var own = income.Amount - income.BusinessExpenses;
        if (own.IsNegative) sheet.Why?.Step($"Business expenses of {who.Name()} are above what the business brings; it counts as nothing.", Citation, "gross");
        own = own.OrZero;
        if (income.Frequency == IowaFrequency.Monthly) return own;
        var row = sheet.Law.Table("ia/guidelines/income/frequency").Rows.First(r => r[0].Word.Equals(income.Frequency.ToString(), StringComparison.OrdinalIgnoreCase));
        var monthly = own.ShareHalfUp(row[1].Number, row[2].Number * 1_000_000L);
        sheet.Why?.Step($"{own} {Words(income.Frequency)} is {monthly} a month.", "Iowa Admin. Code r. 441-99.3(1)", "gross");
        return monthly;
    }

    private static (Money Taxable, Money Other) Spousal(IowaFacts facts, IowaParty who)
    {
        var (taxable, other) = (Money.Zero, Money.Zero);
        if (facts.SpousalSupport is { Reimbursement: false } here) Add(here.Taxable, here.Payer == who ? -here.Monthly : here.Monthly);
        if (facts.Of(who).PriorSpousalReceived is { Reimbursement: false } got) Add(got.Taxable, got.Monthly);
        if (facts.Of(who).PriorSpousalPaid is { Reimbursement: false } paid) Add(paid.Taxable, -paid.Monthly);
        return (taxable, other);

        void Add(bool taxed, Money amount)
        {
            if (taxed) taxable += amount;
            else other += amount;
        }
    }

    private static string Words(IowaFrequency frequency) => frequency switch
    {
        IowaFrequency.Weekly => "a week",
        IowaFrequency.Biweekly => "every two weeks",
        IowaFrequency.Semimonthly => "twice a month",
        IowaFrequency.Annual => "a year",
        _ => "a month",
    };

    private static string Words(IowaIncomeKind kind) => kind switch
    {
        IowaIncomeKind.Ssi => "Supplemental Security Income",
        IowaIncomeKind.PublicAssistance => "public assistance",
        IowaIncomeKind.EarnedIncomeCredit => "earned income tax credit",
        _ => "child support received",
    };
}
