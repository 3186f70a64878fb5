using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>Net income of a parent before cash medical support of this case: forms 1 and 2, part I (rules 9.5, 9.6).</summary>
/// <param name="Gross">Gross income of a month; null when only net income is stated and gross is not.</param>
/// <param name="Preliminary">Line K: net income before cash medical support of this case.</param>
/// <param name="Stated">Whether net income was stated, so that nothing more is deducted.</param>
/// <param name="OnlySsi">Whether Supplemental Security Income is the only income.</param>
internal sealed record NetIncome(Money? Gross, Money Preliminary, bool Stated, bool OnlySsi)
{
    private const string Citation = "Iowa Ct. R. 9.5(2)";
    private const string Form = "Iowa Ct. R. 9.27, form 2";

    /// <summary>Works out the net income of a parent.</summary>
    public static Outcome<NetIncome> Of(IowaSheet sheet, IowaFacts facts, IowaCare care, IowaParty who)
    {
        var parent = facts.Of(who);
        if (parent.StatedNet is { } stated)
        {
            if (stated.GrossMonthly is { } known) sheet.Line("2-A", "Gross monthly income", who.Party(), known, Citation);
            sheet.Line("2-K", "Net monthly income as stated", who.Party(), stated.Monthly, Citation);
            sheet.Why?.Step($"The net monthly income of {who.Name()}, {stated.Monthly}, is taken from: {stated.Source}.", Citation, "net");
            return new NetIncome(stated.GrossMonthly, stated.Monthly, true, false);
        }

        var outcome = GrossIncome.Of(sheet, facts, who);
        if (outcome.Refusal is { } no) return no;
        var gross = outcome.Value;
        sheet.Lines.Add(WorksheetLine.Words("2-0", "Where the income is taken from", who.Party(), Words(parent.Basis), Form));
        sheet.Line("2-A", "Gross monthly income", who.Party(), gross.Monthly, "Iowa Ct. R. 9.5(1)");
        sheet.Why?.Step($"The gross monthly income of {who.Name()} is {gross.Monthly}.", "Iowa Ct. R. 9.5(1)", "gross");

        var taxes = parent.AgencyEstimate ? Estimate(sheet, gross, who) : Taxes(sheet, facts, care, who, gross);
        if (taxes.Refusal is { } wrong) return wrong;
        var deducted = taxes.Value + Deductions(sheet, facts, care, who, gross);
        var net = gross.Monthly - deducted;
        if (net.IsNegative) sheet.Why?.Step($"The deductions of {who.Name()} are above the income; net income is nothing.", Citation, "net");
        net = net.OrZero;
        sheet.Line("2-K", "Preliminary net monthly income", who.Party(), net, Form);
        sheet.Why?.Step($"Less deductions of {deducted}, the net monthly income of {who.Name()} is {net}.", Citation, "net");
        return new NetIncome(gross.Monthly, net, false, gross.OnlySsi);
    }

    /// <summary>The agency's estimate in place of lines B to D (IAC 441-99.3(2)).</summary>
    private static Outcome<Money> Estimate(IowaSheet sheet, GrossIncome gross, IowaParty who)
    {
        const string law = "Iowa Admin. Code r. 441-99.3(2)";
        var share = sheet.Law.Ppm("ia/guidelines/income/agency-estimate");
        var off = gross.Monthly - gross.Monthly.ShareHalfUp(share, 1_000_000L);
        sheet.Line("2-B", "Taxes by the agency's estimate, in place of lines B to D", who.Party(), off, law);
        sheet.Why?.Step($"The deductions of {who.Name()} are not known, so {LawWords.Percent(share)} of gross income is left after taxes.", law, "net");
        return off;
    }

    private static Outcome<Money> Taxes(IowaSheet sheet, IowaFacts facts, IowaCare care, IowaParty who, GrossIncome gross)
    {
        var parent = facts.Of(who);
        var age = sheet.Law.Whole("ia/guidelines/tax-federal/child-credit-age");
        var yearEnd = new DateOnly(sheet.Law.Date.Year, 12, 1).AddMonths(1).AddDays(-1);
        var (young, older) = (0, 0);
        for (var i = 0; i < facts.Children.Count; i++)
        {
            var child = facts.Children[i];
            if ((child.ClaimedBy ?? care.Custodial) is not { } claimer)
                return new Refusal("L-IA-CLAIM", $"Who takes child {child.Name} as a dependent is not said.", "Say which parent, as the decree assigns it.", "Iowa Ct. R. 9.6", $"children[{i}].claimed_by");
            if (claimer != who) continue;
            if (Days.Age(child.Born, yearEnd) < age) young++;
            else older++;
        }

        var status = GuidelineTax.Status(parent.Married, care.Has(who));
        var taxes = GuidelineTax.Of(sheet.Law, new(status, Year(gross.Wages), Year(gross.SelfEmployment), Year(gross.OtherTaxable + gross.TaxableSpousal),
            young, older, parent.SocialSecurityExempt, Year(parent.MandatoryPension), parent.SchoolSurtaxPpm));
        const string form = "Iowa Ct. R. 9.27, form 1";
        sheet.Lines.Add(WorksheetLine.Words("1-0", "Filing status by the rule", who.Party(), Words(status), "Iowa Ct. R. 9.6"));
        sheet.Lines.Add(WorksheetLine.Count("1-1", "Dependent children", who.Party(), young + older, "Iowa Ct. R. 9.6"));
        sheet.Line("1-A", "Income of a year that is taxed", who.Party(), taxes.Income, form);
        sheet.Line("1-B", "Federal tax of a year", who.Party(), taxes.Federal, form);
        sheet.Line("1-C", "Iowa tax of a year", who.Party(), taxes.Iowa, form);
        sheet.Line("1-D", "Social Security and Medicare, or mandatory pension, of a year", who.Party(), taxes.Payroll, form);
        var (federal, iowa, payroll) = (Month(taxes.Federal), Month(taxes.Iowa), Month(taxes.Payroll));
        sheet.Line("2-B", "Federal tax", who.Party(), federal, Form);
        sheet.Line("2-C", "Iowa tax", who.Party(), iowa, Form);
        sheet.Line("2-D", "Social Security and Medicare, or mandatory pension", who.Party(), payroll, Form);
        sheet.Why?.Step($"Taxed as {Words(status)} with {young + older} dependent {(young + older == 1 ? "child" : "children")}, {who.Name()} pays {federal} federal tax, {iowa} Iowa tax and {payroll} Social Security and Medicare a month by the guideline method.", "Iowa Ct. R. 9.6", "net");
        return federal + iowa + payroll;
    }

    /// <summary>Lines E to J.</summary>
    private static Money Deductions(IowaSheet sheet, IowaFacts facts, IowaCare care, IowaParty who, GrossIncome gross)
    {
        var parent = facts.Of(who);
        var orders = OtherFamilies.PriorOrders(sheet, facts, who) + parent.OtherChildrenCashMedical;
        var qadd = OtherFamilies.Dependents(sheet, parent, who, gross.Monthly);
        var childCare = care.Has(who) && parent.ChildCare is { Variance: null } paid ? paid.Monthly : Money.Zero;
        Line("2-E", "Mandatory occupational license fees", parent.LicenseFees);
        Line("2-F", "Union dues", parent.UnionDues);
        Line("2-G", "Health insurance premium for other children", parent.OtherChildrenPremium);
        Line("2-H", "Cash medical support and prior child support paid for other children", orders);
        Line("2-I", "Qualified additional dependent deduction", qadd);
        Line("2-J", "Child care of the parent with physical care", childCare);
        return parent.LicenseFees + parent.UnionDues + parent.OtherChildrenPremium + orders + qadd + childCare;

        void Line(string number, string label, Money amount) => sheet.Line(number, label, who.Party(), amount, Form);
    }

    private static Money Year(Money monthly) => new(monthly.Cents * 12);

    private static Money Month(Money yearly) => yearly.ShareHalfUp(1, 12);

    private static string Words(IowaFilingStatus status) => status switch
    {
        IowaFilingStatus.Single => "single",
        IowaFilingStatus.HeadOfHousehold => "head of household",
        _ => "married filing separately",
    };

    private static string Words(IowaIncomeBasis basis) => basis switch
    {
        IowaIncomeBasis.StatementOrVerified => "statement or verified",
        IowaIncomeBasis.CssMedian => "the agency's median income",
        _ => "other",
    };
}
