using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class PlacesTests
{
    [Fact]
    public void No_machine_and_no_registry_is_named() =>
        House.IsClean(Exceptions.Of("places").Apply(Places.In(Repository.Own)));

    [Theory]
    [InlineData("see /ho~me/ana/alimenta")]
    [InlineData("var path = \"/wo~rk/data\";")]
    [InlineData("`/ro~ot/.ssh`")]
    [InlineData(@"C:\Us~ers\ana")]
    [InlineData("\"C:\\\\Us~ers\\\\ana\"")]
    [InlineData("<add key=\"x\" value=\"https://api.nuget~.org/v3/index.json\" />")]
    [InlineData("registry.npmjs~.org")]
    [InlineData("deb http://deb.debian~.org/debian bookworm main")]
    public void Sample_a_place_is_noticed(string line) =>
        Assert.Single(Places.In([Sample.Code("docs/a.md", "first\n" + line.Replace("~", "", StringComparison.Ordinal))]), f => f.Line == 2);

    [Theory]
    [InlineData("/usr/lib/postgresql/15/bin and /var/lib/alimenta and $HOME/.dotnet")]
    [InlineData("https://example.gov/home/page and GET /api/v1/work/items and docs/work/plan.md")]
    [InlineData("the root/child rule; a/home/b")]
    public void Sample_what_is_no_machine_passes(string line) => Assert.Empty(Places.In([Sample.Code("docs/a.md", line)]));
}
