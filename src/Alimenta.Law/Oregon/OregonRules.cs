using Alimenta.Law.Guidelines;
using Alimenta.Law.Oregon.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Oregon;

/// <summary>The rules of Oregon that can be called by themselves.</summary>
public static class OregonRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ILawRule> All { get; } =
    [
        new LawRule<OregonFacts, OregonAnswer>(OregonGuideline.RuleId, "Calculates child support by Oregon's guideline, line by line.", "OAR 137-050-0700 to 137-050-0765", OregonGuideline.Decide),
        new LawRule<OregonModificationFacts, OregonModificationAnswer>(OregonModification.RuleId, "Says whether an order of Oregon may be changed.", "OAR 137-055-3420, 137-055-3430", OregonModification.Decide),
        new LawRule<OregonInterestFacts, OregonInterestAnswer>(OregonInterest.RuleId, "Says what interest goes on an account in Oregon.", "OAR 137-055-5080", OregonInterest.Decide),
        new LawRule<IncomeEvidenceFacts, IncomeEvidenceAnswer>(IncomeEvidence.Oregon, "Works income out of pay stubs, wage records, a business or what could be earned.", "OAR 137-050-0715", IncomeEvidence.DecideOregon),
    ];
}
