using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Alimenta.Testing;

/// <summary>Runs a theory once on each engine: <c>[Theory, EachEngine] void Test(string engine)</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachEngineAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow(TestDatabases.Sqlite), new TheoryDataRow(TestDatabases.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
