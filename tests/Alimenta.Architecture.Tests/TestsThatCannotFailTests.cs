using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class TestsThatCannotFailTests
{
    [Fact]
    public void Every_test_can_fail() => House.IsClean(TestsThatCannotFail.In(Repository.Files.Where(f => f.Under("tests") && f.Is(".cs"))));

    [Theory]
    [InlineData("[Fact] public void T() { var sum = Add(1, 2); }  int Add(int a, int b) => a + b;", 1)]
    [InlineData("[Theory] [InlineData(1)] public async Task T(int n) => await Run(n);  Task Run(int n) => Task.CompletedTask;", 1)]
    [InlineData("[Fact] public void T() => Assert.Equal(1, 1);", 0)]
    [InlineData("[Fact] public void T() => Balanced(1);  void Balanced(int n) => Zero(n);  void Zero(int n) => Assert.Equal(0, n);", 0)]
    [InlineData("[Fact] public void T() => Need(1);  void Need(int n) { if (n == 0) throw new InvalidOperationException(); }", 0)]
    [InlineData("public void Helper() { }", 0)]
    public void Sample_a_test_that_cannot_fail_is_noticed(string members, int findings) =>
        Assert.Equal(findings, TestsThatCannotFail.In([Sample.Code("tests/X.Tests/T.cs", $"class T {{ {members} }}")]).Count());
}
