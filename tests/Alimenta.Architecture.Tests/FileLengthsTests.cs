using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class FileLengthsTests
{
    [Fact]
    public void No_file_is_too_long() =>
        House.IsClean(Exceptions.Of("length").Apply(FileLengths.TooLong(Repository.Files.Where(f => f.Under("src") || f.Under("tests")))));

    [Fact]
    public void Half_of_the_files_are_short() => Assert.InRange(FileLengths.MedianOf(Repository.Product), 1, FileLengths.Median);

    [Theory]
    [InlineData(400, 0)]
    [InlineData(401, 1)]
    public void Sample_a_long_file_is_noticed(int lines, int findings) => Assert.Equal(findings,
        FileLengths.TooLong([Sample.Code("src/X/Long.cs", string.Concat(Enumerable.Repeat("// a line\r\n", lines)))]).Count());

    [Fact]
    public void Sample_the_median_is_the_middle_file() => Assert.Equal(3, FileLengths.MedianOf(
        [Sample.Code("a.cs", "1"), Sample.Code("b.cs", "1\n2\n3\n4\n"), Sample.Code("c.cs", "1\n2\n3\n")]));

    [Fact]
    public void Sample_an_exception_lets_pass_what_it_names_and_only_while_it_is_needed()
    {
        Finding found = new("a.cs", "length", "too long.");
        Exceptions.Pass pass = new("a.cs", "length", "a table");
        Assert.Empty(new Exceptions(1, [pass]).Apply([found]));
        Assert.Single(Exceptions.None.Apply([found]));
        Assert.Single(new Exceptions(1, [pass]).Apply([found, found with { File = "b.cs" }]));
        Assert.Contains("no longer needed", Assert.Single(new Exceptions(1, [pass]).Apply([])));
        Assert.Contains("the limit is 0", Assert.Single(new Exceptions(0, [pass]).Apply([found])));
        Assert.Contains("the limit is 2", Assert.Single(new Exceptions(2, [pass]).Apply([found])));
        Assert.Contains("gives no reason", Assert.Single(new Exceptions(1, [pass with { Why = " " }]).Apply([found])));
    }
}
