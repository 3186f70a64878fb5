using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

/// <summary>The law of an agency counts everywhere: the office and the pages take the law that they are handed, never that of the product alone.</summary>
public class LawOfTheAgencyTests
{
    // Where the server is built, for one that is handed no law.
    private const string Host = "src/Alimenta.Web/WebHost.cs";

    private static readonly string[] Fixed = ["LawStore.BuiltIn", "RuleCatalog.BuiltIn"];

    [Fact]
    public void No_page_and_no_part_of_the_office_reads_the_law_of_the_product_alone() => House.IsClean(In(Repository.Files));

    [Fact]
    public void Sample_a_page_that_does_is_noticed()
    {
        Assert.Single(In([Sample.Code("src/Alimenta.Web/Pages/X.cs", "first\nvar law = LawStore.BuiltIn;")]), f => f.Line == 2);
        Assert.Single(In([Sample.Code("src/Alimenta.Office/X.cs", "RuleCatalog.BuiltIn.Eval()")]));
        Assert.Empty(In([Sample.Code(Host, "RuleCatalog.BuiltIn"), Sample.Code("src/Alimenta.Cli/X.cs", "LawStore.BuiltIn")]));
    }

    private static IEnumerable<Finding> In(IEnumerable<TextFile> files) =>
        from file in files
        where (file.Under("src/Alimenta.Office") || file.Under("src/Alimenta.Web")) && file.Path != Host
        from line in file.Lines.Select((text, i) => (Text: text, Number: i + 1))
        from name in Fixed
        where line.Text.Contains(name, StringComparison.Ordinal)
        select new Finding(file.Path, name, "the law of the product alone: take the law that is handed in, with the agency's own.", line.Number);
}
