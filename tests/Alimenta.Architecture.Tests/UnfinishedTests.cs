using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class UnfinishedTests
{
    [Fact]
    public void Nothing_is_left_unfinished() =>
        House.IsClean(Exceptions.Of("unfinished").Apply(Unfinished.In(Repository.Own)));

    [Theory]
    [InlineData("src/X/A.cs", "var a = 1; // TO~DO: two")]
    [InlineData("docs/a.md", "The rest follows. FIX~ME")]
    [InlineData("law/us/a.jsonc", "// TO~DO")]
    [InlineData("test", "# FIX~ME")]
    [InlineData("src/X/A.cs", "public int B => throw new NotImplemented~Exception();")]
    [InlineData("tests/X.Tests/A.cs", "[Fact(Skip ~= \"later\")]")]
    [InlineData("tests/X.Tests/A.cs", "[Fact(Explicit ~= true)]")]
    [InlineData("tests/X.Tests/A.cs", "Assert.Sk~ipWhen(true, \"no database\");")]
    public void Sample_what_is_unfinished_is_noticed(string path, string text)
    {
        var finding = Assert.Single(Unfinished.In([Sample.Code(path, "first line\n" + text.Replace("~", "", StringComparison.Ordinal))]));
        Assert.Equal(2, finding.Line);
    }

    [Theory]
    [InlineData("src/X/A.cs", "reader.Skip(2); total.Explicit(); // to do this, read on")]
    [InlineData("src/X/A.cs", "METHODTODOUBLE")]
    [InlineData("src/X/A.cs", "var page = new Page { Sk" + "ip = 20 };")]
    public void Sample_ordinary_words_pass(string path, string text) => Assert.Empty(Unfinished.In([Sample.Code(path, text)]));
}
