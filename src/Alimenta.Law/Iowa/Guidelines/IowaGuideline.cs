using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>Child support by the Iowa guideline: Court Rules chapter 9, with our conventions G5 and G6.</summary>
public static class IowaGuideline
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "ia/guideline";

    private static readonly IowaParty[] Both = [IowaParty.ParentA, IowaParty.ParentB];

    /// <summary>Decides.</summary>
    /// <param name="law">The law on the day of the calculation.</param>
    /// <param name="facts">The family.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    /// <exception cref="LawNotCovered">The day is outside the recorded law.</exception>
    public static Outcome<IowaAnswer> Decide(LawOn law, IowaFacts facts, Explanation? why = null)
    {
        var sheet = new IowaSheet(new GuidelineLaw(law, why), why);
        if (IowaChecks.Of(sheet, facts) is { } fault) return fault;
        var care = IowaCare.Of(facts.Children)!;
        var a = NetIncome.Of(sheet, facts, care, IowaParty.ParentA);
        if (a.Refusal is { } wrongA) return wrongA;
        var b = NetIncome.Of(sheet, facts, care, IowaParty.ParentB);
        if (b.Refusal is { } wrongB) return wrongB;

        var premiums = Medical.Plans(sheet, facts, a.Value, b.Value);
        var payer = care.Custodial?.Other();
        var cash = Medical.Cash(sheet, facts, care, payer ?? IowaParty.ParentA, payer == IowaParty.ParentB ? b.Value : a.Value, premiums);
        var nets = Adjusted(sheet, payer, cash, a.Value, b.Value);
        var supported = Support(sheet, facts, care, nets, premiums, payer is null ? null : payer == IowaParty.ParentA ? a.Value : b.Value);
        if (supported.Refusal is { } missing) return missing;
        return Finish(sheet, facts, care, nets, premiums, supported.Value, cash);
    }

    /// <summary>Net income after cash medical support of this case, and the shares.</summary>
    private static Nets Adjusted(IowaSheet sheet, IowaParty? payer, Money cash, NetIncome a, NetIncome b)
    {
        const string citation = "Iowa Ct. R. 9.5(2), 9.12(3)";
        var nets = new Nets(Less(IowaParty.ParentA, a), Less(IowaParty.ParentB, b));
        foreach (var who in Both)
        {
            sheet.Line("3-A", "Cash medical support of this case", who.Party(), who == payer ? cash : Money.Zero, citation);
            sheet.Line("3-B", "Adjusted net monthly income", who.Party(), nets.Of(who), citation);
            var share = nets.Combined.IsZero ? 0m : (decimal)nets.Of(who).Cents / nets.Combined.Cents;
            sheet.Lines.Add(WorksheetLine.UnroundedShare("3-C", "Share of both incomes", who.Party(), share, "Iowa Ct. R. 9.27"));
        }

        sheet.Line("3-D", "Adjusted net monthly income of both", GuidelineParty.Total, nets.Combined, "Iowa Ct. R. 9.27");
        return nets;

        // Stated net income is net of it already.
        Money Less(IowaParty who, NetIncome income) => who == payer && !income.Stated ? (income.Preliminary - cash).OrZero : income.Preliminary;
    }

    private static Outcome<Supported> Support(IowaSheet sheet, IowaFacts facts, IowaCare care, Nets nets, Premiums premiums, NetIncome? ofPayer)
    {
        if (ofPayer is { OnlySsi: true })
        {
            var payer = care.Custodial!.Value.Other();
            sheet.Why?.Step($"Supplemental Security Income is the only income of {payer.Name()}: support is nothing.", "Iowa Admin. Code r. 441-99.4(2)\"b\"(4)", "support");
            return new Supported(payer, Money.Zero, "");
        }

        var schedule = new Schedule(sheet.Law);
        var supported = care.Kind switch
        {
            IowaCareKind.Sole => SoleCare.Of(sheet, schedule, facts, care.Custodial!.Value.Other(), nets, premiums),
            IowaCareKind.Joint => TwoHomes.Joint(sheet, schedule, facts, nets),
            _ => TwoHomes.Split(sheet, schedule, facts, nets),
        };
        if (schedule.Missing() is { } rows) return rows;
        if (nets.Combined > schedule.Top)
            sheet.Find("IA-ABOVE-TOP", $"The incomes of {nets.Combined} are above the top of the schedule, {schedule.Top}: its last row is used; the court may set more.", "Iowa Ct. R. 9.26");
        return supported;
    }

    private static IowaAnswer Finish(IowaSheet sheet, IowaFacts facts, IowaCare care, Nets nets, Premiums premiums, Supported supported, Money cash)
    {
        var separate = supported.Payer is null && facts.PublicFunds != IowaPublicFunds.None && care.Kind != IowaCareKind.Sole;
        var payer = supported.Payer;
        if (!separate)
        {
            sheet.Line("7-B", "Guideline amount", payer?.Party() ?? GuidelineParty.Total, supported.Amount, "Iowa Admin. Code r. 441-99.4(2)");
            sheet.Why?.Step($"Rounded once to the whole dollar, the guideline amount is {supported.Amount} a month{(payer is { } one && supported.Amount.IsPositive ? $", paid by {one.Name()}" : "")}.", "Iowa Admin. Code r. 441-99.4(2)", "support");
        }

        var (orderPayer, order) = Variances.Of(sheet, facts, care, nets, supported);
        if (!separate || facts.Variance is not null)
        {
            sheet.Payments.RemoveAll(p => p.Kind == PaymentKind.Cash);
            sheet.Line("7-D", "Amount to be ordered", orderPayer?.Party() ?? GuidelineParty.Total, order, "Iowa Ct. R. 9.4, 9.11");
            if (orderPayer is { } who && order.IsPositive) sheet.Payments.Add(new(who.Party(), who.Other().Party(), PaymentKind.Cash, order, null, "Iowa Ct. R. 9.4"));
        }

        if (care.Custodial is { } custodial && cash.IsPositive)
            sheet.Payments.Add(new(custodial.Other().Party(), custodial.Party(), PaymentKind.CashMedical, cash, null, "Iowa Ct. R. 9.12(3)"));
        if (care.Kind != IowaCareKind.Sole) SharePremiums(sheet, nets, premiums);
        Medical.UncoveredCosts(sheet, care, nets.A, nets.B, facts.Children.Count);
        return new()
        {
            Care = care.Kind,
            Area = supported.Area,
            Payer = order.IsZero ? null : orderPayer?.Party(),
            GuidelineAmount = supported.Amount,
            OrderAmount = order,
            CashMedical = cash,
            FosterCareWeekly = facts.PublicFunds == IowaPublicFunds.FosterCare ? Weekly(sheet, order) : null,
            Lines = sheet.Lines,
            Payments = sheet.Payments,
            Findings = sheet.Findings,
            ToConfirm = sheet.Law.ToConfirm,
        };
    }

    /// <summary>In joint and split care medical support stands by itself: the shares of the premiums against one another.</summary>
    private static void SharePremiums(IowaSheet sheet, Nets nets, Premiums premiums)
    {
        const string citation = "Iowa Ct. R. 9.12, 9.14";
        if ((premiums.A + premiums.B).IsZero || !sheet.Law.Flag("ia/guidelines/medical/premium-shared")) return;
        var exact = Medical.Shared(premiums, IowaParty.ParentA, nets.A, nets.B);
        var payer = exact >= 0 ? IowaParty.ParentA : IowaParty.ParentB;
        var amount = sheet.Round(Math.Abs(exact));
        sheet.Exact("6-C", "Share of the other parent's premium, less the other's share of one's own", payer.Party(), Math.Abs(exact), citation);
        sheet.Why?.Step($"The shares of the premiums against one another leave {amount} for {payer.Name()} to pay, apart from support.", citation, "medical");
        if (amount.IsPositive) sheet.Payments.Add(new(payer.Party(), payer.Other().Party(), PaymentKind.HealthInsurance, amount, null, citation));
    }

    /// <summary>The amount of a week for foster care: that of a month by the weekly factor, rounded.</summary>
    private static Money Weekly(IowaSheet sheet, Money monthly)
    {
        var row = sheet.Law.Table("ia/guidelines/income/frequency").Rows.First(r => r[0].Word == "weekly");
        var weekly = sheet.Round((decimal)monthly.Cents * 1_000_000m / row[1].Number);
        sheet.Line("7-E", "Foster care amount of a week", GuidelineParty.Total, weekly, "Iowa Admin. Code r. 441-99.4(2)");
        sheet.Why?.Step($"For foster care {monthly} a month is {weekly} a week.", "Iowa Admin. Code r. 441-99.4(2)", "support");
        return weekly;
    }
}
