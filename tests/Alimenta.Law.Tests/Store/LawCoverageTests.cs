using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Store;

/// <summary>The published coverage agrees with the parameters and the rules.</summary>
public class LawCoverageTests
{
    private static readonly IReadOnlyList<LawProvision> Provisions = LawCoverage.BuiltIn;
    private static readonly IReadOnlyList<LawParameter> Parameters = LawStore.BuiltIn.Parameters;

    [Fact]
    public void Every_parameter_belongs_to_exactly_one_provision() =>
        Assert.Equal([], Parameters.Where(p => Provisions.Count(v => v.Covers(p.Id)) != 1).Select(p => p.Id));

    [Fact]
    public void Every_listed_parameter_exists() =>
        Assert.Equal([], Provisions.SelectMany(v => v.Parameters)
            .Where(listed => !Parameters.Any(p => listed.EndsWith("/*", StringComparison.Ordinal) ? p.Id.StartsWith(listed[..^1], StringComparison.Ordinal) : p.Id == listed)));

    [Fact]
    public void Every_rule_is_listed_and_every_listed_rule_exists()
    {
        var rules = RuleCatalog.BuiltIn.Rules.Select(r => r.Id).Append(Alimenta.Law.Federal.Distribution.Distribution.RuleId).Distinct().Order();
        Assert.Equal(rules, Provisions.SelectMany(v => v.Rules).Distinct().Order());
    }

    [Fact]
    public void A_provision_is_covered_from_the_first_to_the_last_day_on_which_all_of_its_parameters_are()
    {
        foreach (var provision in Provisions.Where(v => v.Parameters.Count > 0))
        {
            var own = Parameters.Where(p => provision.Covers(p.Id)).ToList();
            // One clock (row 94) is younger than the rest of its provision; the file says so.
            var from = own.Where(p => p.Row != 94).Max(p => p.Covered.From);
            Assert.True(provision.From == from, $"{provision.Id} begins {provision.From} in the file but {from} by its parameters");
            Assert.Equal(own.Min(p => p.Covered.To ?? DateOnly.MaxValue), provision.To ?? DateOnly.MaxValue);
        }
    }

    [Fact]
    public void What_is_partly_covered_or_not_confirmed_says_what_is_unknown()
    {
        Assert.All(Provisions.Where(v => v.Status != "covered"), v => Assert.NotEqual("", v.Unknown));
        foreach (var parameter in Parameters.Where(p => p.Values.Any(v => v.Status == LawStatus.Unconfirmed)))
            Assert.NotEqual("", Provisions.Single(v => v.Covers(parameter.Id)).Unknown);
    }

    [Fact]
    public void Ids_of_provisions_stand_once() => Assert.Equal(Provisions.Count, Provisions.Select(v => v.Id).Distinct().Count());

    [Fact]
    public void A_faulty_coverage_file_is_refused_with_the_place()
    {
        var faults = Assert.Throws<LawFaultsException>(() => LawCoverage.Read(new("coverage.jsonc", "[ { \"id\": \"x\",\n \"status\": \"maybe\", \"odd\": 1, \"from\": \"yesterday\" } ]"))).Faults;
        Assert.Contains(faults, f => f is { Line: 2, Column: 12 } && f.Reason.Contains("\"maybe\"", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Reason.Contains("\"odd\"", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Reason.Contains("\"yesterday\"", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Reason.Contains("\"title\"", StringComparison.Ordinal));
    }
}
