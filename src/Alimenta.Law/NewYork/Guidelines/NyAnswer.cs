using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>One amount of the order: each thing its own line, each rounded from the exact figure of the year.</summary>
/// <param name="Number">The subparagraph, such as (c)(4).</param>
/// <param name="Label">What it is.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="From">Who owes it.</param>
/// <param name="To">To whom.</param>
/// <param name="Yearly">Of a year.</param>
/// <param name="Monthly">Of a month.</param>
/// <param name="Weekly">Of a week.</param>
/// <param name="Citation">Its place in the law.</param>
public sealed record NyOrderLine(string Number, string Label, PaymentKind Kind, GuidelineParty From, GuidelineParty To, Money Yearly, Money Monthly, Money Weekly, string Citation);

/// <summary>What one party pays another in all: the rounded lines added and set off.</summary>
/// <param name="From">Who pays.</param>
/// <param name="To">Who is paid.</param>
/// <param name="Yearly">Of a year.</param>
/// <param name="Monthly">Of a month.</param>
/// <param name="Weekly">Of a week.</param>
public sealed record NyTotal(GuidelineParty From, GuidelineParty To, Money Yearly, Money Monthly, Money Weekly);

/// <summary>Which of the rules for low income holds.</summary>
public enum NyLowIncome
{
    /// <summary>None: the self-support reserve is left.</summary>
    None,

    /// <summary>Less than the self-support reserve would be left, but not less than the poverty income guideline.</summary>
    BelowReserve,

    /// <summary>Less than the poverty income guideline would be left.</summary>
    BelowPoverty,
}

/// <summary>What a parent owes before and after the rules for low income.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="Income">Income of a year by (b)(5).</param>
/// <param name="Children">How many children the percentage is for.</param>
/// <param name="UpToCap">The share of a year up to the cap: (c)(2).</param>
/// <param name="AboveCap">The share of a year above it, as decided: (c)(3).</param>
/// <param name="LowIncome">Which rule for low income holds: (d).</param>
/// <param name="Basic">The basic obligation of a year after it.</param>
public sealed record NyObligation(GuidelineParty Parent, Money Income, int Children, Money UpToCap, Money AboveCap, NyLowIncome LowIncome, Money Basic);

/// <summary>What is ordered, once with maintenance and once for the day it ends.</summary>
/// <param name="Obligations">What each parent owes who does not have the children.</param>
/// <param name="Order">The lines of the order.</param>
/// <param name="Totals">Who pays whom in all.</param>
/// <param name="Payments">The same by what it is for, by the month.</param>
public sealed record NyOrder(IReadOnlyList<NyObligation> Obligations, IReadOnlyList<NyOrderLine> Order, IReadOnlyList<NyTotal> Totals, IReadOnlyList<GuidelinePayment> Payments);

/// <summary>What the guideline of New York says.</summary>
/// <param name="DecisionNeeded">Whether the result stops short of a decision that a person must make and record.</param>
/// <param name="CombinedIncome">Combined parental income of a year: (b)(4).</param>
/// <param name="Cap">The cap on the day.</param>
/// <param name="Lines">Every line of the worksheet.</param>
/// <param name="Support">What is ordered.</param>
/// <param name="Ordered">The amount of basic support that the court or an agreement puts in the place of the guideline's; null when none does.</param>
/// <param name="MaintenanceEnds">The last day of maintenance, when known.</param>
/// <param name="AfterMaintenance">What is ordered from the day after maintenance ends; null without maintenance.</param>
/// <param name="CashMedicalMaximum">For Medicaid fee for service: the most of a year, to be paid as costs arise; null else.</param>
/// <param name="Findings">What must be found or decided and written down.</param>
/// <param name="ToConfirm">Parameters behind the result that no official text has confirmed.</param>
public sealed record NyGuidelineAnswer(bool DecisionNeeded, Money CombinedIncome, Money Cap, IReadOnlyList<WorksheetLine> Lines, NyOrder Support,
    GuidelinePayment? Ordered, DateOnly? MaintenanceEnds, NyOrder? AfterMaintenance, Money? CashMedicalMaximum,
    IReadOnlyList<GuidelineFinding> Findings, IReadOnlyList<ToConfirm> ToConfirm);
