using System.Text.RegularExpressions;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>The compiler itself refuses banned symbols (RS0030 is an error), and nothing in the sources switches that off unseen.</summary>
internal static partial class BannedWiring
{
    [GeneratedRegex(@"#pragma\s+warning\s+disable\s*(//.*)?$|#pragma\s+warning\s+disable\b.*\bRS0030\b|SuppressMessage\b.*\bRS0030\b|<(NoWarn|WarningsNotAsErrors)>.*\bRS0030\b|dotnet_diagnostic\.RS0030\.severity\s*=(?!\s*error)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SwitchedOff();

    public static IEnumerable<Finding> In(IEnumerable<TextFile> files)
    {
        foreach (var file in files.Where(f => (f.Under("src") && f.Is(".cs", ".razor", ".csproj", ".editorconfig", ".globalconfig", ".props", ".targets")) || (!f.Path.Contains('/') && f.Is(".props", ".targets", ".editorconfig", ".globalconfig"))))
        {
            var lines = file.Lines;
            for (var i = 0; i < lines.Length; i++)
                if (SwitchedOff().IsMatch(lines[i]))
                    yield return new(file.Path, "RS0030", "a banned symbol is let pass here: only the one door for writes may, with a reason.", i + 1);
        }
    }
}
