using System.Text.RegularExpressions;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>Nothing unfinished is kept: no reminder, no member that only throws, no test that does not run.</summary>
internal static partial class Unfinished
{
    // The words are put together here, so that this file does not hold them.
    private static readonly string[] Words = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK:"];

    private static readonly Regex Reminder = new($@"\b({string.Join('|', Words)})\b", RegexOptions.CultureInvariant);
    private static readonly Regex Stub = new($@"\b(NotImplemented{""}Exception|PlatformNotSupported{""}Exception)\b", RegexOptions.CultureInvariant);
    private static readonly Regex NotRun = new($@"\b(Skip(When|Unless)?{""}\s*=(?!>)|Explicit{""}\s*=\s*true|Assert\.Skip{""})", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\.(cs|razor|csproj|props|slnx|jsonc|json|md|sh|sql|css|yml)$", RegexOptions.CultureInvariant)]
    private static partial Regex Kinds();

    public static IEnumerable<Finding> In(IEnumerable<TextFile> files)
    {
        foreach (var file in files.Where(f => Kinds().IsMatch(f.Path) || !Path.GetFileName(f.Path).Contains('.')))
        {
            var lines = file.Lines;
            for (var i = 0; i < lines.Length; i++)
            {
                if (Reminder.Match(lines[i]) is { Success: true } word)
                    yield return new(file.Path, word.Value, "do it, or drop it.", i + 1);
                if (!file.Is(".cs", ".razor")) continue;
                if (Stub.Match(lines[i]) is { Success: true } stub)
                    yield return new(file.Path, stub.Value, "real or not at all.", i + 1);
                if (file.Under("tests") && NotRun.Match(lines[i]) is { Success: true } skip)
                    yield return new(file.Path, skip.Value, "a test runs or is removed.", i + 1);
            }
        }
    }
}
