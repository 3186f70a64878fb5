using System.Text.RegularExpressions;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>The repository names no machine and no place where packages come from: it builds wherever it is cloned.</summary>
internal static class Places
{
    // Put together here, so that this file does not hold them.
    private static readonly Regex Folders = new(
        $@"(?<![\w./~-])/(home|Users|root|work|mnt|media|workspace{""})/[\w.-]|\b[A-Za-z]:\\+(Users|Dev|Work|Temp|Projects)\b", RegexOptions.CultureInvariant);

    private static readonly Regex Registries = new(
        @"\b((api|www)\.)?nuget" + @"\.org|\bnpmjs" + @"\.(org|com)|\byarnpkg" + @"\.com|\bpypi" + @"\.org|\bdeb\.debian" + @"\.org|\barchive\.ubuntu" + @"\.com|pkgs\.dev\.azure" + @"\.com|\bmyget" + @"\.org|\bghcr" + @"\.io|\bdocker" + @"\.io|\bproxy\.golang" + @"\.org",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public static IEnumerable<Finding> In(IEnumerable<TextFile> files)
    {
        foreach (var file in files)
        {
            var lines = file.Lines;
            for (var i = 0; i < lines.Length; i++)
            {
                if (Folders.Match(lines[i]) is { Success: true } folder)
                    yield return new(file.Path, folder.Value, "a folder of one machine.", i + 1);
                if (Registries.Match(lines[i]) is { Success: true } host)
                    yield return new(file.Path, host.Value, "a host of packages: which one is used is the machine's own setting.", i + 1);
            }
        }
    }
}
