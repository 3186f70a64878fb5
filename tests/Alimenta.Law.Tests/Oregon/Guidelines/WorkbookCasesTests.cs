using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Oregon.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Oregon.Guidelines;

/// <summary>Every line of every family that was run through the state's own workbook.</summary>
public class WorkbookCasesTests
{
    // child_support_worksheet.xls of the Oregon Department of Justice, saved 30 June 2026, as law/or/guidelines/workbook-cases.csv names it.
    private const string Sha256 = "90b333d355ec2d75e8f260aa86d31fdcaea0818ddab19135928b87183e4c019e";

    private static readonly string Path = System.IO.Path.Combine(Golden.Folder(), "..", "..", "law", "or", "guidelines", "workbook-cases.csv");

    private static readonly ILookup<string, string[]> Rows =
        File.ReadAllLines(Path).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split(',')).ToLookup(r => r[0]);

    private static readonly Dictionary<string, LawCase> Cases =
        LawCases.BuiltIn().Where(c => c.File == "or/guidelines/workbook.cases.jsonc").ToDictionary(c => c.Id);

    public static TheoryData<string> Names => [.. Rows.Select(r => r.Key)];

    [Fact]
    public void The_published_results_are_those_of_the_source() =>
        Assert.Equal(Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path))));

    [Fact]
    public void Every_family_of_the_workbook_is_a_case() => Assert.Equal(Rows.Select(r => r.Key).Order(), Cases.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void All_lines_are_those_of_the_workbook(string name)
    {
        var one = Cases[name];
        var answer = OregonGuideline.Decide(LawStore.BuiltIn.On(one.AsOf, one.Policy), one.Facts.Deserialize<OregonFacts>(LawJson.Options)!).Value;
        List<string> differences = [];
        var compared = 0;
        foreach (var row in Rows[name].Where(r => r[1] == "line"))
        {
            foreach (var (column, who) in new[] { (3, GuidelineParty.ParentA), (4, GuidelineParty.ParentB), (5, GuidelineParty.Total) })
            {
                if (row[column].Length == 0) continue;
                compared++;
                var number = row[2].Split('_')[0];
                var line = answer.Lines.SingleOrDefault(l => l.Number == number && l.Who == who && !(number == "4f" && l.Kind == LineKind.YesNo));
                if (line is null || Written(line) != Normal(row[column])) differences.Add($"{number} {who}: {(line is null ? "missing" : Written(line))} instead of {row[column]}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(compared > 85, $"only {compared} values compared");
    }

    [Fact]
    public void Inputs_of_the_cases_are_those_of_the_workbook()
    {
        foreach (var (name, one) in Cases)
        {
            var facts = one.Facts.Deserialize<OregonFacts>(LawJson.Options)!;
            var inputs = Rows[name].Where(r => r[1] == "input").ToDictionary(r => r[2]);
            foreach (var (column, p, payer) in new[] { (3, facts.ParentA, OregonPayer.ParentA), (4, facts.ParentB, OregonPayer.ParentB) })
            {
                Same("monthlyIncome", p.Income.Cents);
                Same("spousalSupportReceived", p.SpousalSupportDue.Cents);
                Same("spousalSupportPaid", p.SpousalSupportOwed.Cents);
                Same("unionDues", p.UnionDues.Cents);
                Same("ownHealthInsuranceCost", p.OwnHealthInsurance.Cents);
                Same("socialSecurityVeteransBenefits", p.ChildBenefits.Cents);
                Same("averageOvernights", p.OvernightsHundredths);
                Same("nonJointChildren", p.NonJointChildren * 100);
                Same("childCareCosts", facts.ChildCare.Where(c => c.Payer == payer).Sum(c => c.Cost).Cents);
                Assert.Equal(inputs["childrensHealthCoverageCost"][column], p.CoverageCost is { } cost ? (cost.Cents / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "none");
                Assert.Equal(inputs["minimumOrderException"][column] == "true", p.MinimumOrderException != OregonMinimumException.None);

                void Same(string input, long hundredths) => Assert.Equal(decimal.Parse(inputs[input][column], CultureInfo.InvariantCulture) * 100, hundredths);
            }

            Assert.Equal(inputs["jointMinorChildren"][5], facts.MinorChildren.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(inputs["jointChildrenAttendingSchool"][5], facts.ChildrenAttendingSchool.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(inputs["cashMedical"][5], facts.CashMedical.ToString());
            Assert.Equal(inputs["orderCoverageAtHigherAmount"][5], facts.CoverageAtHigherAmount ? "true" : "false");
        }
    }

    private static string Written(WorksheetLine line) => line.Kind switch
    {
        LineKind.Money when line.Text[0] is not ('$' or '-') || !line.Text.Contains('$', StringComparison.Ordinal) => Normal(line.Text),
        LineKind.Money => Plain(line.Value / 100m),
        LineKind.Share or LineKind.Number => Plain(line.Value / 1_000_000m),
        LineKind.Count => Plain(line.Value),
        _ => line.Text,
    };

    private static string Normal(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Plain(number) : text;

    // Unrounded lines are shown with six places.
    private static string Plain(decimal number) => Math.Round(number, 6, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture);
}
