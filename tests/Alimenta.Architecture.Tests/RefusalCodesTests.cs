using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class RefusalCodesTests
{
    private static readonly IReadOnlyList<RefusalCode> Codes = RefusalCodes.In(Repository.Product);

    [Fact]
    public void A_code_has_one_home() => House.IsClean(RefusalCodes.Clashes(Codes));

    [Fact]
    public void Every_code_and_its_words_stand_on_one_page()
    {
        Assert.NotEmpty(Codes);
        Golden.Is("tests/Alimenta.Architecture.Tests/refusals.golden.md", RefusalCodes.Page(Codes));
    }

    [Fact]
    public void Sample_codes_are_found_with_their_words()
    {
        var codes = RefusalCodes.In([Sample.Code("src/Alimenta.Office/Receipts/Identify.cs", """"
            class Identify
            {
                public const string Gone = "R-RECEIPT-GONE";
                Refusal Taken(string who, bool late) => new("R-RECEIPT-TAKEN", $"It was taken by {who}.", "Open it." + (late ? " Hurry." : " Take your time."), "45 CFR 302.51");
                Refusal Lost() => Say("R-RECEIPT-LOST", """It is "lost".""", Remedies.Search);
                bool Is(Refusal r) => r.Code == "R-NOT-GIVEN-HERE" || r.Code is "R-NOR-HERE";
            }
            """")]);
        Assert.Equal(
            [
                ("R-RECEIPT-GONE", ""),
                ("R-RECEIPT-TAKEN", "It was taken by {who}. · Open it. Hurry. /  Take your time. · 45 CFR 302.51"),
                ("R-RECEIPT-LOST", "It is \"lost\". · {Remedies.Search}"),
            ],
            codes.Select(c => (c.Code, c.Words)));
        Assert.All(codes, c => Assert.Equal("Alimenta.Office", c.Home));
    }

    [Fact]
    public void Sample_a_code_with_two_homes_is_noticed()
    {
        RefusalCode code = new("R-TWICE", "Alimenta.Office", "Once.", "a.cs");
        Assert.Empty(RefusalCodes.Clashes([code, code with { Words = "Twice." }]));
        Assert.Equal("R-TWICE", Assert.Single(RefusalCodes.Clashes([code, code with { Home = "Alimenta.Law" }])).What);
    }

    [Fact]
    public void Sample_a_page_out_of_date_is_noticed()
    {
        var page = RefusalCodes.Page([new("R-B", "Two", "Words.", "b.cs"), new("R-A", "One", "", "a.cs")]);
        Assert.EndsWith("\n## One\n\n**R-A**\n\n\n## Two\n\n**R-B**\n- Words.\n", page);
        Assert.Null(Golden.Difference(page, page));
        Assert.Contains("\"- Words.\" and should be \"- Other words.\"", Golden.Difference(page, page.Replace("Words.", "Other words.", StringComparison.Ordinal)));
        Assert.NotNull(Golden.Difference("", page));
    }
}
