using System.Globalization;
using System.Runtime.InteropServices;

namespace Alimenta.Bench;

/// <summary>The machine on which something was measured.</summary>
/// <param name="Processor">Its processor, as it names itself.</param>
/// <param name="Processors">How many the program sees.</param>
/// <param name="MemoryGib">Its memory.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">What the program runs on.</param>
/// <param name="Load">Processes that wanted to run in the last minute before it began: above the number of processors, others took part of it.</param>
public sealed record Machine(string Processor, int Processors, double MemoryGib, string System, string Runtime, double Load)
{
    /// <summary>This one.</summary>
    public static Machine This() => new(
        After("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(), Environment.ProcessorCount, Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30), 1),
        After("/etc/os-release", "PRETTY_NAME")?.Trim('"') ?? RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, FirstOf("/proc/loadavg"));

    /// <summary>In a line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Processor}, {Processors} processors, {MemoryGib} GiB of memory, {System}, {Runtime}; load when it began {Load}");

    private static string? After(string file, string name)
    {
        if (!File.Exists(file)) return null;
        var line = File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line?[(line.IndexOfAny([':', '=']) + 1)..].Trim();
    }

    private static double FirstOf(string file) => File.Exists(file) && double.TryParse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture, out var value) ? value : 0;
}
