using Alimenta.Law.Oregon.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Walkthrough;

/// <summary>Executes docs/law/changing-a-guideline.md: its blocks are applied to copies of the law and of the rule, and its cases are run before and after.</summary>
public class ChangingAGuidelineTests
{
    private const string Page = "docs/law/changing-a-guideline.md";
    private const string Rules = "src/Alimenta.Law/Oregon/Guidelines";

    private static readonly DateOnly New = new(2027, 7, 1);

    private static readonly string Root = Path.Combine(Golden.Folder(), "..", "..");
    private static readonly List<Block> Blocks = Block.Of(File.ReadAllText(Path.Combine(Root, Page)));
    private static readonly Dictionary<string, string> Changed = Blocks.Where(b => b.Kind == "diff").ToDictionary(b => b.About, b => ChangeBlocks.Apply(b, File.ReadAllText(Path.Combine(Root, b.About))));
    private static readonly ILawRule Rule = RuleCatalog.BuiltIn.Find(OregonGuideline.RuleId)!;
    private static readonly Lazy<ILawRule> ChangedRule = new(() => CompiledRule.Of(Sources(), typeof(OregonGuideline).FullName!, Rule));

    /// <summary>The law as it stands, and with the blocks of the page.</summary>
    private static readonly LawStore ChangedLaw = LawStore.Load(EmbeddedLaw.Texts().Select(t => Changed.TryGetValue($"law/{t.Path}", out var text) ? t with { Text = text } : t));

    private static RuleCatalog Today => RuleCatalog.BuiltIn;

    private static RuleCatalog DataAlone => new(ChangedLaw, [Rule]);

    private static RuleCatalog After => new(ChangedLaw, [ChangedRule.Value]);

    [Fact]
    public void The_change_is_data_and_one_rule_file()
    {
        Assert.Equal(["law/or/guidelines/child-care.jsonc", "law/or/guidelines/self-support-reserve.jsonc", $"{Rules}/ChildCareCosts.cs"], Changed.Keys.Order(StringComparer.Ordinal));
        Assert.NotEqual(LawStore.BuiltIn.Version, ChangedLaw.Version);
    }

    [Fact]
    public void Before_the_change_the_cases_come_out_as_the_page_says() => Come(Today, Cases("before"));

    [Fact]
    public void After_the_change_they_come_out_as_the_page_says() => Come(After, Cases("after"));

    [Fact]
    public void The_same_families_are_asked_before_and_after_and_some_differ()
    {
        var (before, after) = (Cases("before"), Cases("after"));
        Assert.Equal(before.Select(c => (c.Id, c.AsOf, c.Facts.ToJsonString())), after.Select(c => (c.Id, c.AsOf, c.Facts.ToJsonString())));
        var differ = before.Zip(after).Where(p => p.First.Value!.ToJsonString() != p.Second.Value!.ToJsonString()).Select(p => p.First.Id).ToList();
        Assert.Equal(["care-first-day", "reserve-first-day"], differ);
        Assert.All(after.Where(c => differ.Contains(c.Id)), c => Assert.NotNull(LawCases.Run(Today, c)));
    }

    [Fact]
    public void With_the_data_alone_the_reserve_is_new_and_child_care_is_shared_as_before()
    {
        Come(DataAlone, Cases("after").Where(c => c.Id.StartsWith("reserve", StringComparison.Ordinal)));
        Come(DataAlone, Cases("before").Where(c => c.Id.StartsWith("care", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_case_of_the_product_still_comes_out()
    {
        var cases = LawCases.BuiltIn().Where(c => c.Rule == OregonGuideline.RuleId).ToList();
        Assert.Contains(cases, c => c.Authority);
        Come(After, cases);
    }

    [Fact]
    public void The_explanation_names_the_new_figures()
    {
        var one = Cases("after").Single(c => c.Id == "care-first-day");
        var read = After.Eval(one.Rule, one.AsOf, one.Policy, one.Facts.ToJsonString()).Answer!.Why.Parameters;
        Assert.Contains(read, p => (p.Id, p.From, p.Value) == ("or/guidelines/child-care/tax-credit", New, "20 %"));
        Assert.Contains(read, p => (p.Id, p.From, p.Value) == ("or/guidelines/self-support-reserve", New, "$1,770.00"));
    }

    [Fact]
    public void Sample_a_block_that_does_not_fit_the_sources_is_noticed()
    {
        var block = new Block("diff", "law/x.jsonc", ["@@", " a", "-b", "+c"]);
        Assert.Equal("x\na\nc\n", ChangeBlocks.Apply(block, "x\na\nb\n"));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ChangeBlocks.Apply(block, "x\na\nd\n"));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => ChangeBlocks.Apply(block, "a\nb\na\nb\n"));
    }

    private static IReadOnlyList<LawCase> Cases(string when)
    {
        var cases = LawCases.Read(new($"{when}{LawCases.Ending}", Blocks.Single(b => (b.Kind, b.About) == ("jsonc", when)).Text));
        Assert.NotEmpty(cases);
        return cases;
    }

    private static void Come(RuleCatalog catalog, IEnumerable<LawCase> cases)
    {
        var differences = cases.Select(c => (c.Id, Difference: LawCases.Run(catalog, c))).Where(c => c.Difference is not null).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static Dictionary<string, string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root, Rules), "*.cs").Select(f => $"{Rules}/{Path.GetFileName(f)}").ToDictionary(path => path, path => Changed.GetValueOrDefault(path) ?? File.ReadAllText(Path.Combine(Root, path)));
}
