using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Oregon's child support guideline: OAR 137-050-0700 to -0765, worksheet CSF 02 0910.</summary>
/// <remarks>The law date is the day on which the calculation is prepared: a change of the guideline counts for every calculation made from its first day on,
/// and for every one made anew (OAR 137-050-0700(2)).</remarks>
public static class OregonGuideline
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "or/guideline";

    /// <summary>Calculates support.</summary>
    /// <param name="on">The law on the day of the calculation.</param>
    /// <param name="facts">The family.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<OregonAnswer> Decide(LawOn on, OregonFacts facts, Explanation? why = null)
    {
        var law = new GuidelineLaw(on, why);
        var terms = OregonTerms.Read(law);
        if (OregonChecks.Of(facts, terms, law) is { } fault) return fault;
        var intake = OregonIntake.Of(facts, law);
        var filled = Worksheet.FillIn(facts, terms, intake, law, rebutted: false);
        if (filled.Refusal is { } refusal) return refusal;
        var sheet = filled.Value;
        var support = Support(sheet);
        if (why is not null) OregonReasons.Tell(sheet, terms, facts, why);
        var findings = OregonFindings.Of(sheet, terms, facts);
        var (presumed, final) = (support, sheet);

        if (facts.Rebuttal is { } rebuttal)
        {
            law.Flag("or/guidelines/rebuttal-costs-credited");
            var again = Worksheet.FillIn(facts, terms, intake, law, rebutted: true);
            if (again.Refusal is { } no) return no;
            final = again.Value;
            support = Support(final);
            findings.Add(OregonFindings.Rebuttal(rebuttal, presumed, support));
            why?.Step($"After the rebuttal parent A pays {support[0].Total} and parent B pays {support[1].Total} in place of {presumed[0].Total} and {presumed[1].Total}.", "OAR 137-050-0760", "rebuttal");
        }

        var rebutted = facts.Rebuttal is null ? null : support;
        List<WorksheetLine> agreementLines = [];
        if (facts.Agreement is { } agreement)
        {
            var agreed = AgreedAmount.Of(agreement, support, rebutted is not null, law, agreementLines);
            if (agreed.Refusal is { } no) return no;
            findings.Add(OregonFindings.Agreement(support, agreed.Value));
            support = agreed.Value;
            why?.Step($"By agreement parent A pays {support[0].Total} and parent B pays {support[1].Total}.", "OAR 137-050-0765", "agreement");
        }

        return new OregonAnswer(
            WorksheetLines.Of(sheet, facts), presumed,
            rebutted is null ? [] : WorksheetLines.Of(final, facts), rebutted,
            agreementLines, facts.Agreement is null ? null : support,
            Payments(final, support, ToChild(final, law)), [.. new[] { final.A, final.B }.Where(p => p.Provides).Select(p => p.Who)],
            findings, law.ToConfirm);
    }

    private static IReadOnlyList<OregonSupport> Support(Worksheet sheet) => [OregonSupport.Of(sheet.A), OregonSupport.Of(sheet.B)];

    private static bool ToChild(Worksheet sheet, GuidelineLaw law) => sheet.School > 0 && law.Word("or/guidelines/school-payee") == "child";

    /// <summary>Support for minors goes to the other parent, or to the caretaker; a child attending school is normally paid directly.</summary>
    private static List<GuidelinePayment> Payments(Worksheet sheet, IReadOnlyList<OregonSupport> support, bool toChild)
    {
        const string Law = "OAR 137-050-0710";
        List<GuidelinePayment> payments = [];
        foreach (var s in support)
        {
            var other = sheet.WithCaretaker ? GuidelineParty.Caretaker : s.Parent == GuidelineParty.ParentA ? GuidelineParty.ParentB : GuidelineParty.ParentA;
            Add(s.Parent, other, PaymentKind.Cash, s.CashMinors);
            Add(s.Parent, other, PaymentKind.CashMedical, s.MedicalMinors);
            Add(s.Parent, toChild ? GuidelineParty.Child : other, PaymentKind.Cash, s.CashSchool);
            Add(s.Parent, toChild ? GuidelineParty.Child : other, PaymentKind.CashMedical, s.MedicalSchool);
        }

        return payments;

        void Add(GuidelineParty from, GuidelineParty to, PaymentKind kind, Money amount)
        {
            if (amount.IsPositive) payments.Add(new(from, to, kind, amount, null, Law));
        }
    }
}
