using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>One idea a file: half of the files of the product have at most 120 lines, none more than 400.</summary>
internal static class FileLengths
{
    public const int Most = 400;
    public const int Median = 120;

    public static IEnumerable<Finding> TooLong(IEnumerable<TextFile> files) =>
        from file in files
        where file.Is(".cs", ".razor")
        let lines = file.Lines.Length
        where lines > Most
        select new Finding(file.Path, "length", $"it has {lines} lines and may have {Most}: split it by idea.");

    public static int MedianOf(IEnumerable<TextFile> files)
    {
        var lengths = files.Select(f => f.Lines.Length).Order().ToList();
        return lengths.Count == 0 ? 0 : lengths[lengths.Count / 2];
    }
}
