using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Rules;

/// <summary>Every case that stands beside the law, by name.</summary>
public class LawCasesTests
{
    private static readonly Dictionary<string, LawCase> Cases = LawCases.BuiltIn().ToDictionary(c => c.ToString());

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_comes_out_as_it_says(string name) =>
        Assert.Null(LawCases.Run(RuleCatalog.BuiltIn, Cases[name]));

    [Fact]
    public void Every_rule_has_cases() =>
        Assert.Equal([], RuleCatalog.BuiltIn.Rules.Select(r => r.Id).Except(Cases.Values.Select(c => c.Rule)));
}
