using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>What Oregon's guideline says.</summary>
/// <param name="Lines">Every line of worksheet CSF 02 0910, from 1a to 9g, for the presumed amount.</param>
/// <param name="Presumed">What each parent pays by the guideline.</param>
/// <param name="RebuttalLines">The same lines with the changes of the rebuttal, and its own; empty without one.</param>
/// <param name="AfterRebuttal">What each parent pays after the rebuttal; null without one.</param>
/// <param name="AgreementLines">The lines of the agreed amount; empty without one.</param>
/// <param name="Agreed">What each parent pays by the agreement; null without one.</param>
/// <param name="Payments">Who pays whom in the end; only what is above nothing.</param>
/// <param name="Coverage">Who provides health coverage; empty when nobody does now.</param>
/// <param name="Findings">What must be found or decided for the result to stand.</param>
/// <param name="ToConfirm">What it rests on that no official text has confirmed.</param>
public sealed record OregonAnswer(
    IReadOnlyList<WorksheetLine> Lines, IReadOnlyList<OregonSupport> Presumed,
    IReadOnlyList<WorksheetLine> RebuttalLines, IReadOnlyList<OregonSupport>? AfterRebuttal,
    IReadOnlyList<WorksheetLine> AgreementLines, IReadOnlyList<OregonSupport>? Agreed,
    IReadOnlyList<GuidelinePayment> Payments, IReadOnlyList<GuidelineParty> Coverage,
    IReadOnlyList<GuidelineFinding> Findings, IReadOnlyList<ToConfirm> ToConfirm);

/// <summary>What one parent pays each month: lines 9a to 9e.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="CashMinors">Cash support for minor children.</param>
/// <param name="MedicalMinors">Cash medical support for minor children.</param>
/// <param name="CashSchool">Cash support for children attending school.</param>
/// <param name="MedicalSchool">Cash medical support for children attending school.</param>
public sealed record OregonSupport(GuidelineParty Parent, Money CashMinors, Money MedicalMinors, Money CashSchool, Money MedicalSchool)
{
    /// <summary>All of it: line 9e.</summary>
    public Money Total => CashMinors + MedicalMinors + CashSchool + MedicalSchool;

    /// <summary>The support of a filled-in column.</summary>
    internal static OregonSupport Of(Column p) =>
        new(p.Who, Rounding.Money(p.CashMinors), Rounding.Money(p.MedicalMinors), Rounding.Money(p.CashSchool), Rounding.Money(p.MedicalSchool));
}
