using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class DocumentsTests
{
    [Fact]
    public void The_front_door_is_complete() => House.IsClean(Documents.Root.Where(path => Repository.Files.All(f => f.Path != path)));

    [Fact]
    public void Every_link_leads_somewhere() =>
        House.IsClean(Documents.BrokenLinks([.. Repository.Own], path => Path.Exists(Path.Combine(Repository.Root, path))));

    [Fact]
    public void Every_page_that_the_program_names_is_there() =>
        House.IsClean(Documents.MissingPages(Repository.Files.Where(f => f.Under("src") && f.Is(".cs", ".razor")), path => Path.Exists(Path.Combine(Repository.Root, path))));

    [Theory]
    [InlineData("var remedy = \"Read docs/law/README.md first.\";", 0)]
    [InlineData("var remedy = $\"Add it to the law tree ({x}, docs/law/HOWTO.md).\";", 1)]
    [InlineData("// see docs/none.md", 0)]
    public void Sample_a_page_that_is_named_and_missing_is_noticed(string line, int findings) =>
        Assert.Equal(findings, Documents.MissingPages([Sample.Code("src/X/A.cs", line)], path => path == "docs/law/README.md").Count());

    [Fact]
    public void Decisions_are_numbered_and_listed() => House.IsClean(Documents.Decisions(Repository.Files, Repository.Text("docs/adr/README.md")));

    [Theory]
    [InlineData("see [that](../b.md)", null)]
    [InlineData("see [that](../b.md#two-words)", null)]
    [InlineData("see [below](#here) ![picture](none.png) [out](https://example.gov/x)", null)]
    [InlineData("see [that](b.md)", "this link leads nowhere.")]
    [InlineData("see [that](../b.md#three)", "the page has no such heading.")]
    [InlineData("see [below](#nowhere)", "the page has no such heading.")]
    public void Sample_a_link_that_leads_nowhere_is_noticed(string line, string? fault)
    {
        TextFile[] pages = [Sample.Code("docs/a.md", "# Here\n" + line), Sample.Code("b.md", "# One\n\n## Two, words!\n")];
        var findings = Documents.BrokenLinks(pages, path => pages.Any(p => p.Path == path)).ToList();
        if (fault is null) Assert.Empty(findings);
        else Assert.Equal(fault, Assert.Single(findings).Why);
    }

    [Theory]
    [InlineData("0001", "# 0001: A", "[0001](0001-a.md)", 0)]
    [InlineData("0002", "# 0002: A", "[0002](0002-a.md)", 1)]
    [InlineData("0001", "# A", "[0001](0001-a.md)", 1)]
    [InlineData("0001", "# 0001: A", "", 1)]
    public void Sample_a_decision_out_of_order_is_noticed(string number, string title, string list, int findings) => Assert.Equal(findings, Documents.Decisions(
        [Sample.Code($"docs/adr/{number}-a.md", $"{title}\n\n## Context\n\n## Decision\n\n## Consequences\n"), Sample.Code("docs/adr/README.md", list)], list).Count());

    [Fact]
    public void Sample_a_decision_without_its_parts_is_noticed() => Assert.Equal(["## Decision", "## Consequences"],
        Documents.Decisions([Sample.Code("docs/adr/0001-a.md", "# 0001: A\n\n## Context\n")], "[0001](0001-a.md)").Select(f => f.What));
}
