using System.Text.RegularExpressions;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Worksheets;

namespace Alimenta.Web.Tests;

/// <summary>Worksheets on screen and on paper: every line of every state with its words, and the published families as they are printed.</summary>
public sealed partial class WorksheetsTests
{
    private static RuleAnswer Answer(LawCase one) => RuleCatalog.BuiltIn.Eval(one.Rule, one.AsOf, one.Policy, one.Facts.ToJsonString()).Answer!;

    private static IEnumerable<LawCase> Cases(string state) => LawCases.BuiltIn().Where(c => c.Rule == $"{state}/guideline" && c.Refusal.Length == 0);

    private static LawCase Case(string state, string id) => Cases(state).Single(c => c.Id == id);

    [Theory]
    [InlineData("or", 55)]
    [InlineData("ny", 30)]
    [InlineData("ia", 35)]
    public void Every_line_of_every_case_has_its_part_and_its_words_in_both_languages(string state, int least)
    {
        var seen = new HashSet<string>();
        var bare = new HashSet<string>();
        foreach (var one in Cases(state))
        {
            var sheet = GuidelineSheet.Of(Answer(one));
            foreach (var row in sheet.Tables.SelectMany(t => t.Parts).SelectMany(p => p.Rows))
            {
                seen.Add(row.Label);
                if (sheet.Lines.WordsOf(row.Label) is not { Es.Length: > 0, How: { En.Length: > 0, Es.Length: > 0 } }) bare.Add($"{row.Number} {row.Label}");
            }
        }

        Assert.Empty(bare);
        Assert.True(seen.Count >= least, $"{seen.Count} lines");
    }

    [Theory]
    [InlineData("or")]
    [InlineData("ny")]
    [InlineData("ia")]
    public void No_line_of_a_result_is_lost(string state)
    {
        foreach (var one in Cases(state))
        {
            var answer = Answer(one);
            var sheet = GuidelineSheet.Of(answer);
            string[] names = ["lines", "rebuttal_lines", "agreement_lines"];
            Assert.Equal(names.Sum(n => answer.Value[n]?.AsArray().Count ?? 0), sheet.Tables.SelectMany(t => t.Parts).SelectMany(p => p.Rows).Sum(r => r.Cells.Count));
            Assert.Equal((answer.Value["findings"]!.AsArray().Count, answer.Value["to_confirm"]!.AsArray().Count), (sheet.Findings.Count, sheet.ToConfirm.Count));
        }
    }

    [Fact]
    public void A_line_is_explained_by_the_steps_that_name_its_figure_and_by_no_others()
    {
        var sheet = GuidelineSheet.Of(Answer(Case("or", "sole-custody-payer-premium")));
        var rows = sheet.Tables[0].Parts.SelectMany(p => p.Rows).ToList();
        var share = Assert.Single(RowReason.Steps(sheet, rows.Single(r => r.Number == "2a")));
        Assert.Contains("The scale gives", share.Sentence, StringComparison.Ordinal);
        Assert.Empty(RowReason.Steps(sheet, rows.Single(r => r.Number == "1d")));
        Assert.Empty(RowReason.Steps(sheet with { Why = null }, rows.Single(r => r.Number == "2a")));
        Assert.Contains("2a", RowReason.How(sheet, rows.Single(r => r.Number == "2b"), Tongue.Spanish), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_screen_shows_who_pays_every_line_with_its_why_and_what_is_to_be_confirmed()
    {
        var sheet = GuidelineSheet.Of(Answer(Case("or", "sole-custody-payer-premium")));
        var html = await Drawn.HtmlAsync<WorksheetView>(new() { ["Id"] = "sheet", ["Sheet"] = sheet, ["Names"] = new PartyNames("Ana <b>") });
        Assert.Contains("Parent A (Ana &lt;b&gt;) pays Parent B $506.00 a month for cash child support.", html, StringComparison.Ordinal);
        Assert.Equal(sheet.Tables[0].Parts.Sum(p => p.Rows.Count), html.Split("data-why=\"1\"").Length - 1);
        Assert.DoesNotContain("href=\"/law", html, StringComparison.Ordinal);

        var open = GuidelineSheet.Of(Cases("or").Select(Answer).First(a => a.Value["to_confirm"]!.AsArray().Count > 0));
        var confirm = await Drawn.HtmlAsync<WorksheetView>(new() { ["Id"] = "sheet", ["Sheet"] = open });
        Assert.Contains("<h2>To be confirmed</h2>", confirm, StringComparison.Ordinal);
        Assert.Contains(open.ToConfirm[0].Citation, confirm, StringComparison.Ordinal);

        var spanish = Drawn.Letters(await Drawn.HtmlAsync<WorksheetView>(new() { ["Id"] = "sheet", ["Sheet"] = sheet, ["Tongue"] = Tongue.Spanish }));
        Assert.Contains("El Progenitor A paga al Progenitor B $506.00 al mes por manutención en efectivo.", spanish, StringComparison.Ordinal);
        Assert.Contains("La tabla da $", spanish, StringComparison.Ordinal);
        Assert.DoesNotContain("lang=\"en\"", spanish, StringComparison.Ordinal);
        Assert.Contains("Obligación básica según la tabla", spanish, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("or", "sole-custody-payer-premium", Tongue.English)]
    [InlineData("or", "sole-custody-payer-premium", Tongue.Spanish)]
    [InlineData("ny", "at-the-cap-1", Tongue.English)]
    [InlineData("ny", "at-the-cap-1", Tongue.Spanish)]
    [InlineData("ia", "legal-aid-sole", Tongue.English)]
    [InlineData("ia", "legal-aid-sole", Tongue.Spanish)]
    public async Task A_published_family_on_paper_is_as_it_was(string state, string id, Tongue tongue)
    {
        var one = Case(state, id);
        Assert.True(one.Authority);
        // The version of the law changes with every file of it; what is printed of this family must not.
        var sheet = GuidelineSheet.Of(Answer(one)) with { LawVersion = "0000000000" };
        var html = await Drawn.HtmlAsync<WorksheetPaper>(new() { ["Sheet"] = sheet, ["Tongue"] = tongue, ["Office"] = "Child support office", ["Purpose"] = "An estimate.", ["Style"] = "/* none */" });
        Golden.Is($"worksheet-{state}-{tongue.Code()}.html", Blanks().Replace(Drawn.Letters(html).Replace("</tr>", "</tr>\n", StringComparison.Ordinal), "\n"));
    }

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Blanks();
}
