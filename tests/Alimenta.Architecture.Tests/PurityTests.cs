using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class PurityTests
{
    private static readonly IReadOnlyList<BannedSymbol> Banned = BannedSymbol.Parse(Repository.Text("build/BannedSymbols.Pure.txt"));

    public static TheoryData<string> Pure => [.. Purity.PureProjects];

    [Theory]
    [MemberData(nameof(Pure))]
    public void Refers_to_no_assembly_of_the_outside_world(string project) =>
        House.IsClean(Purity.InReferences(project, Uses.AssembliesOf(Repository.Assembly(project))));

    [Theory]
    [MemberData(nameof(Pure))]
    public void Uses_no_banned_symbol(string project) =>
        House.IsClean(Purity.InUses(project, Uses.In(Repository.Assembly(project)), Banned));

    [Theory]
    [InlineData("class C { DateTime Now() => DateTime.Now; }", "System.DateTime.get_Now")]
    [InlineData("class C { bool Is(string path) => System.IO.File.Exists(path); }", "System.IO.File.Exists")]
    [InlineData("class C { Guid Id() => Guid.NewGuid(); }", "System.Guid.NewGuid")]
    [InlineData("class C { Func<int> Roll = () => new Random(1).Next(); }", "System.Random.Next")]
    [InlineData("class C { string? Name() => Environment.GetEnvironmentVariable(\"X\"); }", "System.Environment.GetEnvironmentVariable")]
    [InlineData("class C { List<double> Rates = new(); }", "System.Double")]
    [InlineData("class C { long Half(long cents) => (long)(cents * 0.5); }", "System.Double")]
    [InlineData("class C { float Rate { get; set; } }", "System.Single")]
    [InlineData("class C { long Now(TimeProvider clock) => clock.GetTimestamp(); }", "System.TimeProvider")]
    [InlineData("class C { System.Collections.Generic.IEnumerable<int> I() { yield return Environment.ProcessId; } }", "System.Environment.get_ProcessId")]
    public void Sample_what_is_not_pure_is_noticed(string source, string what) =>
        Assert.Contains(Purity.InUses("Sample", Uses.In(Sample.Compile(source)), Banned), f => f.What == what);

    [Fact]
    public void Sample_what_is_pure_passes() => Assert.Empty(Purity.InUses("Sample", Uses.In(Sample.Compile("""
        record R(long Cents, DateOnly Day);
        class C { IEnumerable<R> Each(int n) { for (var i = 0; i < n; i++) yield return new R(i * 5L / 2, new DateOnly(2026, 1, 1)); } }
        """)), Banned));

    [Fact]
    public void Sample_a_reference_to_the_outside_world_is_noticed() => Assert.Equal(
        ["Microsoft.Extensions.Logging.Abstractions", "System.Console", "System.Net.Http"],
        Purity.InReferences("Sample", ["System.Runtime", "Microsoft.Extensions.Logging.Abstractions", "System.Console", "System.Net.Http", "System.Linq"]).Select(f => f.What));
}
