using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class ModulesTests
{
    private const string Office = "Alimenta.Office";

    private static readonly IReadOnlyDictionary<string, string[]> Matrix = Modules.Matrix(Repository.Text("docs/architecture/module-matrix.md"));

    [Fact]
    public void A_module_uses_only_what_the_matrix_gives_it() =>
        House.IsClean(Modules.InUses(Office, Uses.In(Repository.Assembly(Office)), Matrix));

    [Fact]
    public void The_matrix_has_a_row_for_every_module() => House.IsClean(Modules.InMatrix(Matrix,
        [.. Repository.Product.Where(f => f.Under("src/" + Office)).Select(f => f.Path.Split('/')).Where(p => p.Length > 3).Select(p => p[2]).Distinct()]));

    [Fact]
    public void Namespaces_follow_folders() => House.IsClean(Namespaces.In(Repository.Product));

    [Fact]
    public void Sample_a_module_that_reaches_into_another_is_noticed()
    {
        // The use hides in a lambda inside an async method: only its compiled form shows it.
        var sample = Sample.Compile("""
            namespace Shop { public static class Ground { public static int One => 1; } }
            namespace Shop.Till { public class Drawer { public static int Count() => Shop.Ground.One; } }
            namespace Shop.Door
            {
                public class Bell
                {
                    public async System.Threading.Tasks.Task<int> Ring(List<int> times)
                    {
                        await System.Threading.Tasks.Task.Yield();
                        return times.Sum(t => t + Till.Drawer.Count());
                    }
                }
            }
            """);
        var closed = Modules.Matrix("| Module | May use | Why |\n|---|---|---|\n| Till | | keeps money |\n| Door | | lets in |\n");
        Assert.Equal("Door uses Till", Assert.Single(Modules.InUses("Shop", Uses.In(sample), closed)).What);
        var open = Modules.Matrix("| Module | May use | Why |\n|---|---|---|\n| Till | | keeps money |\n| Door | Till | lets in |\n");
        Assert.Empty(Modules.InUses("Shop", Uses.In(sample), open));
        Assert.Single(Modules.InUses("Shop", Uses.In(sample), new Dictionary<string, string[]>()));
    }

    [Fact]
    public void Sample_the_common_ground_may_not_use_a_module() => Assert.Equal("(root) uses Till", Assert.Single(Modules.InUses("Shop", Uses.In(Sample.Compile("""
        namespace Shop { class Ground { List<Till.Drawer?[]> all = new(); } }
        namespace Shop.Till { class Drawer { } }
        """)), new Dictionary<string, string[]>())).What);

    [Fact]
    public void Sample_a_module_without_a_row_is_noticed() => Assert.Equal(["Door", "Cellar"], Modules.InMatrix(
        new Dictionary<string, string[]> { ["Till"] = ["Cellar"] }, ["Till", "Door"]).Select(f => f.What));

    [Fact]
    public void Sample_outside_the_office_a_file_may_speak_for_the_folder_above() =>
        Assert.Empty(Namespaces.In([Sample.Code("src/Alimenta.Law/Store/LawText.cs", "namespace Alimenta.Law;")]));

    [Theory]
    [InlineData("src/Alimenta.Office/Receipts/Receipt.cs", "namespace Alimenta.Office.Payments;")]
    [InlineData("src/Alimenta.Office/Receipts/Receipt.cs", "namespace Alimenta.Office { class Receipt; }")]
    [InlineData("src/Alimenta.Office/Receipts/Receipt.cs", "class Receipt;")]
    [InlineData("src/Alimenta.Office/Receipts/Receipt.cs", "namespace Alimenta.Office;")]
    [InlineData("src/Alimenta.Law/Store/LawText.cs", "namespace Alimenta;")]
    [InlineData("src/Alimenta.Law/Store/LawText.cs", "namespace Alimenta.Law.St;")]
    [InlineData("src/Alimenta.Law/Store/LawText.cs", "namespace Alimenta.Law.Store.Inner;")]
    public void Sample_a_namespace_that_leaves_its_folder_is_noticed(string path, string text) =>
        Assert.Single(Namespaces.In([Sample.Code(path, text)]));
}
