using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class ArrowsTests
{
    [Fact]
    public void Project_files_follow_the_arrows() => House.IsClean(Arrows.InProjects(Repository.Projects));

    [Fact]
    public void Built_assemblies_follow_the_arrows() =>
        House.IsClean(Arrows.Projects.Keys.SelectMany(name => Arrows.InAssembly(name, Uses.AssembliesOf(Repository.Assembly(name)))));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Text("Alimenta.slnx");
        House.IsClean(Repository.Projects.Where(p => !solution.Contains($"\"{p.Path}\"", StringComparison.Ordinal)).Select(p => p.Path));
    }

    [Fact]
    public void No_arrow_of_the_map_leads_in_a_circle()
    {
        var done = new HashSet<string>();
        while (done.Count < Arrows.Projects.Count)
        {
            var next = Arrows.Projects.Where(p => !done.Contains(p.Key) && p.Value.All(done.Contains)).Select(p => p.Key).ToList();
            Assert.NotEmpty(next);
            done.UnionWith(next);
        }
    }

    [Fact]
    public void Sample_a_ledger_that_refers_to_the_database_is_noticed() => Assert.Equal(
        "Alimenta.Data", Assert.Single(Arrows.InProjects([Sample.Code("src/Alimenta.Ledger/Alimenta.Ledger.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><ItemGroup>
              <ProjectReference Include="..\Alimenta.Kernel\Alimenta.Kernel.csproj" />
              <ProjectReference Include="../Alimenta.Data/Alimenta.Data.csproj" />
            </ItemGroup></Project>
            """)])).What);

    [Fact]
    public void Sample_a_room_without_a_place_is_noticed() =>
        Assert.Single(Arrows.InProjects([Sample.Code("src/Alimenta.Utils/Alimenta.Utils.csproj", "<Project />")]));

    [Fact]
    public void Sample_pages_that_reach_the_data_are_noticed() => Assert.Equal(
        ["Alimenta.Data", "Microsoft.EntityFrameworkCore"],
        Arrows.InAssembly("Alimenta.Web", ["Alimenta.Office", "Alimenta.Data", "Microsoft.EntityFrameworkCore"]).Select(f => f.What));
}
