using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class PackagesTests
{
    private static readonly IReadOnlyList<LockedPackage> Locked = LockedPackage.In(Repository.Files.Where(f => f.Is("/packages.lock.json")));

    [Fact]
    public void Every_version_is_exact() =>
        House.IsClean(Packages.InVersions(new("Directory.Packages.props", Repository.Text("Directory.Packages.props")), Repository.Projects));

    [Fact]
    public void Every_lock_file_is_kept() => House.IsClean(Packages.InLocks(Repository.Projects, Kept.Paths()));

    [Fact]
    public void Every_package_is_listed_with_its_licence_and_reason()
    {
        if (Golden.Update) Golden.Is(Packages.Page, Packages.Render(File.ReadAllText(Path.Combine(Repository.Root, Packages.Page)), Locked));
        House.IsClean(Packages.InList(Packages.Listed(File.ReadAllText(Path.Combine(Repository.Root, Packages.Page))), Locked, p => p.StatedLicence()));
    }

    [Theory]
    [InlineData("10.*")]
    [InlineData("[1.0.0, 2.0.0)")]
    [InlineData("1.0")]
    [InlineData("$(Latest)")]
    [InlineData("")]
    public void Sample_a_version_that_is_not_exact_is_noticed(string version) => Assert.Single(Packages.InVersions(
        Sample.Code("Directory.Packages.props", $"<Project><PackageVersion Include=\"X\" Version=\"{version}\" /><PackageVersion Include=\"Y\" Version=\"1.2.3-beta.1\" /></Project>"), []));

    [Theory]
    [InlineData("<PackageReference Include=\"X\" Version=\"1.2.3\" />")]
    [InlineData("<PackageReference Include=\"X\" VersionOverride=\"1.2.3\" />")]
    [InlineData("<PackageReference Include=\"X\"><Version>1.2.3</Version></PackageReference>")]
    public void Sample_a_version_in_a_project_is_noticed(string reference) => Assert.Single(Packages.InVersions(
        Sample.Code("Directory.Packages.props", "<Project />"), [Sample.Code("src/X/X.csproj", $"<Project>{reference}<PackageReference Include=\"Y\" /></Project>")]));

    [Fact]
    public void Sample_a_lock_file_that_is_not_kept_is_noticed() => Assert.Equal("src/Y/packages.lock.json", Assert.Single(Packages.InLocks(
        [Sample.Code("src/X/X.csproj", ""), Sample.Code("src/Y/Y.csproj", "")], new HashSet<string> { "src/X/packages.lock.json" })).What);

    [Fact]
    public void Sample_lock_files_are_read_for_product_and_tests()
    {
        const string Product = """{"version":2,"dependencies":{"net10.0":{"A":{"type":"Direct","resolved":"1.0.0","dependencies":{"B":"2.0.0"}},"B":{"type":"Transitive","resolved":"2.0.0"},"alimenta.kernel":{"type":"Project"}}}}""";
        const string Tests = """{"version":2,"dependencies":{"net10.0":{"A":{"type":"CentralTransitive","resolved":"1.0.0"},"T":{"type":"Direct","resolved":"3.0.0"}}}}""";
        Assert.Equal(
            ["A 1.0.0 True ", "B 2.0.0 True A", "T 3.0.0 False "],
            LockedPackage.In([Sample.Code("src/X/packages.lock.json", Product), Sample.Code("tests/X.Tests/packages.lock.json", Tests)])
                .Select(p => $"{p.Name} {p.Version} {p.InProduct} {string.Join(',', p.NeededBy)}"));
    }

    [Theory]
    [InlineData("| A | 1.0.0 | MIT | Dates. |", null)]
    [InlineData("", "is used and not listed.")]
    [InlineData("| A | 1.0.1 | MIT | Dates. |", "is used and not listed.")]
    [InlineData("| A | 1.0.0 | AGPL-3.0-only | Dates. |", "the licence \"AGPL-3.0-only\" is not among those that fit.")]
    [InlineData("| A | 1.0.0 | Apache-2.0 | Dates. |", "it states MIT itself.")]
    [InlineData("| A | 1.0.0 | MIT | |", "say why it is used.")]
    [InlineData("| A | 1.0.0 | MIT | (say why) |", "say why it is used.")]
    [InlineData("| A | 1.0.0 | MIT | Dates. |\n| B | 1.0.0 | MIT | Gone. |", "is listed and no longer used.")]
    [InlineData("\n## In tests only\n\n| A | 1.0.0 | MIT | Dates. |", "stands in the wrong table.")]
    public void Sample_a_list_that_is_wrong_is_noticed(string rows, string? fault)
    {
        var listed = Packages.Listed($"# Packages\n\n## In the product\n\n| Package | Version | Licence | Why |\n|---|---|---|---|\n{rows}\n");
        var findings = Packages.InList(listed, [new("A", "1.0.0", true, [])], _ => "MIT").ToList();
        if (fault is null) Assert.Empty(findings);
        else Assert.Contains(findings, f => f.Why == fault);
    }
}
