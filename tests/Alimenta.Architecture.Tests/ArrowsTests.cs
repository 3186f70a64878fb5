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
    public void Pages_name_words_of_the_data_and_nothing_else() =>
        House.IsClean(DataNouns.In("Alimenta.Web", Uses.In(Repository.Assembly("Alimenta.Web")), Uses.EnumerationsOf(Repository.Assembly("Alimenta.Data"))));

    [Fact]
    public void Sample_pages_that_know_the_database_are_noticed() => Assert.Equal(
        ["Microsoft.EntityFrameworkCore"],
        Arrows.InAssembly("Alimenta.Web", ["Alimenta.Office", "Alimenta.Data", "Microsoft.EntityFrameworkCore"]).Select(f => f.What));

    [Fact]
    public void Sample_pages_that_reach_into_the_data_are_noticed()
    {
        var sample = Sample.Compile("""
            namespace Alimenta.Data
            {
                public enum HoldReason { Dispute }
                public class Hold { }
                public class AlimentaStore { public Hold Read() => new(); }
                public record Actor(string Name);
            }
            namespace Pages
            {
                public class Good { public string Say(Alimenta.Data.HoldReason r, Alimenta.Data.Actor by, Alimenta.Data.AlimentaStore s) => r + by.Name + s.GetHashCode(); }
                public class Bad { public object? Kept = new Alimenta.Data.Hold(); public object Go(Alimenta.Data.AlimentaStore s) => s.Read(); }
            }
            """);
        var uses = Uses.In(sample).Where(u => u.From.StartsWith("Pages.", StringComparison.Ordinal));
        Assert.Equal(["Pages.Bad: Alimenta.Data.AlimentaStore.Read", "Pages.Bad: Alimenta.Data.Hold..ctor"],
            DataNouns.In("Pages", uses, Uses.EnumerationsOf(sample)).Select(f => $"{f.File}: {f.What}").Distinct().Order(StringComparer.Ordinal));
    }
}
