using System.Globalization;
using Alimenta.Testing;

namespace Alimenta.Simulation.Tests;

/// <summary>A life to live: its seed, the engines on which, and for how many years.</summary>
public sealed record Life(ulong Seed, IReadOnlyList<string> Engines, int Years)
{
    /// <summary>Odd seeds live after the law on assignment changed, even ones through the change.</summary>
    public SupportMonth Began => Seed % 2 == 1 ? SupportMonth.Of(2024, 1) : SupportMonth.Of(2007, 7);
}

/// <summary>The seeds of a run: those of seeds.txt, or those asked for.</summary>
/// <remarks>ALIMENTA_SEEDS=10-20 lives through seeds 10 to 20 instead of those of the file, on SQLite, three years each; "7 both 1" is written as a line of the file is.
/// ALIMENTA_KEEP=FOLDER keeps the SQLite database of a seed that failed, as it stood then, in that folder.</remarks>
public static class Seeds
{
    private const int UsualYears = 3;

    /// <summary>The lives of this run.</summary>
    public static IReadOnlyList<Life> OfThisRun() => Environment.GetEnvironmentVariable("ALIMENTA_SEEDS") is { Length: > 0 } asked
        ? Parse(asked)
        : [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "seeds.txt")).Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0).SelectMany(Parse)];

    /// <summary>The folder in which the database of a seed that failed is kept; empty: it is not kept.</summary>
    public static string KeepIn => Environment.GetEnvironmentVariable("ALIMENTA_KEEP") ?? "";

    private static List<Life> Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var ends = words[0].Split('-').Select(n => ulong.Parse(n, CultureInfo.InvariantCulture)).ToList();
        var on = words.ElementAtOrDefault(1) ?? TestDatabases.Sqlite;
        if (ends[0] == 0 || ends[^1] < ends[0] || on is not ("both" or TestDatabases.Sqlite or TestDatabases.Postgres)) throw new FormatException($"\"{line}\" names no seeds: write 7, or 10-20, then sqlite, postgres or both, then years.");
        var years = words.Length > 2 ? int.Parse(words[2], CultureInfo.InvariantCulture) : UsualYears;
        var lives = new List<Life>();
        for (var seed = ends[0]; seed <= ends[^1]; seed++) lives.Add(new(seed, on == "both" ? [TestDatabases.Sqlite, TestDatabases.Postgres] : [on], years));
        return lives;
    }
}
