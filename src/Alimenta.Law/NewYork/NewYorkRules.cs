using Alimenta.Law.Guidelines;
using Alimenta.Law.NewYork.Guidelines;
using Alimenta.Law.NewYork.Withholding;
using Alimenta.Law.Rules;

namespace Alimenta.Law.NewYork;

/// <summary>The rules of New York that can be called by themselves.</summary>
public static class NewYorkRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ILawRule> All { get; } =
    [
        new LawRule<NyGuidelineFacts, NyGuidelineAnswer>(NyGuideline.RuleId, "Says what New York's child support standards give, line by line.", "FCA 413(1); DRL 240(1-b)", NyGuideline.Decide),
        new LawRule<NyColaFacts, NyColaAnswer>(NyCola.RuleId, "Says whether a New York order gets a cost of living adjustment, and of how much.", "SSL 111-n; FCA 413-a", NyCola.Decide),
        new LawRule<NyModificationFacts, NyModificationAnswer>(NyModification.RuleId, "Says on which grounds a New York order may be modified.", "FCA 451(3); DRL 236(B)(9)(b)(2)", NyModification.Decide),
        new LawRule<NyInterestFacts, NyInterestAnswer>(NyInterest.RuleId, "Says what interest a New York judgment for arrears bears.", "CPLR 5003, 5004; FCA 460(1); DRL 244", NyInterest.Decide),
        new LawRule<NyAdditionalAmountFacts, NyAdditionalAmountAnswer>(NyAdditionalAmount.RuleId, "Says what New York withholds toward arrears beside the current obligation.", "18 NYCRR 347.9(e)", NyAdditionalAmount.Decide),
        new LawRule<IncomeEvidenceFacts, IncomeEvidenceAnswer>(IncomeEvidence.NewYork, "Works income out of pay stubs, wage records, a business or what could be earned.", "FCA 413(1)(b)(5)", IncomeEvidence.DecideNewYork),
    ];
}
