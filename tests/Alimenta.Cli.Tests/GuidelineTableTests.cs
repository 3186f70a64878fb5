using Alimenta.Cli.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Cli.Tests;

/// <summary>alimenta guideline --csv: a row for each family, a bad one says why and stops no other, nothing is lost.</summary>
public sealed class GuidelineTableTests
{
    private const string Heading = "family,as_of,parent_a.income_cents,parent_b.income_cents,parent_b.overnights_hundredths,minor_children,child_care[0].child,child_care[0].born,child_care[0].payer,child_care[0].cost_cents,child_care[0].area";

    private static async Task<(Said Said, List<CsvRow> Rows)> RunAsync(string state, string table, params string[] more)
    {
        var (from, to) = (Cli.NewFile(".csv"), Cli.NewFile(".csv"));
        await File.WriteAllTextAsync(from, table);
        var said = await Cli.RunAsync(["guideline", state, "--csv", from, to, "--as-of", "2026-07-01", "--json", .. more]);
        List<CsvRow> rows = File.Exists(to) ? [.. CsvRows.Read((await File.ReadAllTextAsync(to)).TrimStart('\uFEFF'))] : [];
        File.Delete(from);
        File.Delete(to);
        return (said, rows);
    }

    private static Dictionary<string, string> Row(List<CsvRow> rows, int index) => rows[0].Cells.Zip(rows[index].Cells).ToDictionary(c => c.First, c => c.Second);

    [Fact]
    public async Task A_bad_row_says_why_and_stops_no_other()
    {
        var (said, rows) = await RunAsync("or", $"""
            {Heading}
            good,,400000,300000,36500,1,,,,,
            care,2026-07-01,400000,300000,36500,1,C,2020-05-01,parent_b,50000,listed
            number,,four thousand,300000,36500,1,,,,,
            missing,,400000,,36500,1,,,,,
            day,yesterday,400000,300000,36500,1,,,,,
            early,1990-01-01,400000,300000,36500,1,,,,,
            short,,400000
            long,,400000,300000,36500,1,,,,,,"1,5"
            =1+1,,400000,300000,36500,1,,,,,
            "open,,400000,300000,36500,1,,,,,
            last,,400000,300000,36500,1,,,,,
            """);
        Assert.Equal((1, 11, 4, 7), (said.Code, (int)said.Json["families"]!, (int)said.Json["calculated"]!, (int)said.Json["refused"]!));
        Assert.Equal(12, rows.Count);
        Assert.All(rows, row => Assert.Equal(rows[0].Cells.Count, row.Cells.Count));
        Assert.StartsWith(Heading + ",result.presumed_a_cents,", string.Join(',', rows[0].Cells), StringComparison.Ordinal);

        var good = Row(rows, 1);
        var asked = RuleCatalog.BuiltIn.Eval("or/guideline", new(2026, 7, 1), "us-or", """{ "parent_a": { "income_cents": 400000 }, "parent_b": { "income_cents": 300000, "overnights_hundredths": 36500 }, "minor_children": 1 }""").Answer!;
        Assert.Equal(asked.Value["presumed"]![0]!["total_cents"]!.ToJsonString(), good["result.a_pays_monthly_cents"]);
        Assert.NotEqual("0", good["result.a_pays_monthly_cents"]);
        Assert.Equal(("", "2026-07-01", "400000"), (good["error"], good["result.law_date"], good["parent_a.income_cents"]));
        Assert.Contains("Parent A pays parent B $", good["result.payments"], StringComparison.Ordinal);
        Assert.True(int.Parse(Row(rows, 2)["result.a_pays_monthly_cents"]) > int.Parse(good["result.a_pays_monthly_cents"]));

        string[] codes = ["L-FACT-TYPE: parent_a.income_cents", "L-FACT-MISSING: parent_b.income_cents", "L-AS-OF: as_of", "L-NOT-COVERED: ", "R-CSV-CELLS: Line 8 has 3 cells", "R-CSV-CELLS: Line 9 has 12 cells instead of 11; beyond the columns: \"1,5\""];
        for (var i = 0; i < codes.Length; i++) Assert.StartsWith(codes[i], Row(rows, 3 + i)["error"], StringComparison.Ordinal);
        Assert.Equal("four thousand", Row(rows, 3)["parent_a.income_cents"]);
        Assert.Equal("'=1+1", Row(rows, 9)["family"]);
        Assert.Equal("\"open,,400000,300000,36500,1,,,,,", Row(rows, 10)["family"]);
        Assert.StartsWith("R-CSV-QUOTE: A quote in line 11", Row(rows, 10)["error"], StringComparison.Ordinal);
        Assert.Equal(good["result.a_pays_monthly_cents"], Row(rows, 11)["result.a_pays_monthly_cents"]);
    }

    [Theory]
    [InlineData("ny", "parent_a.income[0].item,parent_a.income[0].amount_cents,children[0].lives_with\ngross_income,6000000,parent_b\n", "result.basic_a_yearly_cents", "1020000")]
    [InlineData("ny", "parent_a.income[0].item,parent_a.income[0].amount_cents,children[0].lives_with,deviation.amount_monthly_cents,deviation.by,deviation.reasons\ngross_income,6000000,parent_b,70000,agreement,\"They agree, both\"\n", "result.a_pays_monthly_cents", "70000")]
    [InlineData("ia", "children[0].name,children[0].born,children[0].care,parent_a.stated_net.monthly_cents,parent_a.stated_net.source,parent_b.stated_net.monthly_cents,parent_b.stated_net.source\nC,2018-04-02,parent_b,240000,X,60000,X\n", "result.order_amount_cents", "54900")]
    public async Task Lists_and_inner_facts_have_paths(string state, string table, string heading, string wanted)
    {
        var (said, rows) = await RunAsync(state, table);
        Assert.True(said.Code == 0, rows.Count > 1 ? Row(rows, 1)["error"] : said.Out);
        Assert.Equal(wanted, Row(rows, 1)[heading]);
    }

    [Fact]
    public async Task An_answer_may_be_corrected_and_asked_again()
    {
        var (_, first) = await RunAsync("or", $"{Heading}\nx,,nothing,300000,36500,1,,,,,\n");
        var cells = first[1].Cells.Select(c => c == "nothing" ? "400000" : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        var (said, again) = await RunAsync("or", $"{string.Join(',', first[0].Cells)}\n{string.Join(',', cells)}\n");
        Assert.Equal(0, said.Code);
        Assert.Equal(first[0].Cells, again[0].Cells);
        Assert.Equal("", Row(again, 1)["error"]);
    }

    [Theory]
    [InlineData("", "R-FILE-EMPTY")]
    [InlineData("\n\n", "R-CSV-EMPTY")]
    [InlineData("parent_a.wages\n1\n", "R-CSV-COLUMN")]
    [InlineData("parent_a\n1\n", "R-CSV-COLUMN")]
    [InlineData("child_care[100].child\nx\n", "R-CSV-COLUMN")]
    [InlineData("minor_children,minor_children\n1,1\n", "R-CSV-COLUMN-TWICE")]
    public async Task A_table_whose_heading_cannot_be_read_is_refused_whole(string table, string code)
    {
        var (said, rows) = await RunAsync("or", table);
        Assert.Equal((1, code, 0), (said.Code, (string)said.Json["code"]!, rows.Count));
    }

    [Fact]
    public async Task What_is_there_is_not_written_over_unasked()
    {
        var (from, to) = (Cli.NewFile(".csv"), Cli.NewFile(".csv"));
        await File.WriteAllTextAsync(from, "parent_a.income_cents,parent_b.income_cents,parent_b.overnights_hundredths,minor_children\n400000,300000,36500,1\n");
        await File.WriteAllTextAsync(to, "kept");
        string[] words = ["guideline", "or", "--csv", from, to, "--as-of", "2026-07-01", "--json"];
        var said = await Cli.RunAsync(words);
        Assert.Equal((1, "R-FILE-THERE", "kept"), (said.Code, (string)said.Json["code"]!, await File.ReadAllTextAsync(to)));
        await Cli.JsonAsync([.. words[..^1], "--force"]);
        Assert.Contains("result.a_pays_monthly_cents", await File.ReadAllTextAsync(to), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(from, [.. "family\n"u8, 0xE9, (byte)'\n']);
        Assert.Equal("R-CSV-ENCODING", (string)(await Cli.RunAsync([.. words, "--force"])).Json["code"]!);
        Assert.Equal(2, (await Cli.RunAsync([.. words, "--explain"])).Code);
        Assert.Equal(2, (await Cli.RunAsync("guideline", "or", "--csv", from)).Code);
        File.Delete(from);
        File.Delete(to);
    }
}
