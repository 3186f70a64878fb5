using Alimenta.Law.Guidelines;
using Alimenta.Law.Iowa.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Iowa;

/// <summary>The rules of Iowa that can be called by themselves.</summary>
public static class IowaRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ILawRule> All { get; } =
    [
        new LawRule<IowaFacts, IowaAnswer>(IowaGuideline.RuleId, "Sets child support by the Iowa guideline, line by line.", "Iowa Court Rules chapter 9", IowaGuideline.Decide),
        new LawRule<IowaModificationFacts, IowaModificationAnswer>(IowaModification.RuleId, "Says whether an Iowa order differs enough from the guideline amount to be modified.", "Iowa Code 598.21C(2)(a)", IowaModification.Decide),
        new LawRule<IowaInterestFacts, IowaInterestAnswer>(IowaInterest.RuleId, "Counts interest on unpaid support of an Iowa order.", "Iowa Code 535.3(2)", IowaInterest.Decide),
        new LawRule<IncomeEvidenceFacts, IncomeEvidenceAnswer>(IncomeEvidence.Iowa, "Works income out of pay stubs, wage records, a business or what could be earned.", "Iowa Ct. R. 9.5(1); Iowa Admin. Code r. 441-99.3", IncomeEvidence.DecideIowa),
    ];
}
