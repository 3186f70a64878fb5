namespace Alimenta.Architecture.Tests;

/// <summary>How the house fails: every finding on a line of its own.</summary>
internal static class House
{
    public static void IsClean<T>(IEnumerable<T> findings)
    {
        var lines = findings.Select(f => $"  {f}").ToList();
        if (lines.Count > 0) Assert.Fail($"{lines.Count} to mend:\n{string.Join('\n', lines)}");
    }
}
