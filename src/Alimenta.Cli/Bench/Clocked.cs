using System.Diagnostics;

namespace Alimenta.Cli.Bench;

/// <summary>Times work on this machine: the middle of several rounds, after one that warms up.</summary>
internal static class Clocked
{
    private const int Rounds = 5;

    /// <summary>The seconds that work takes.</summary>
    public static double Median(Action work)
    {
        work();
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++) times.Add(Once(work));
        return times.Order().ElementAt(Rounds / 2);
    }

    /// <summary>The seconds that work takes this once.</summary>
    public static double Once(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
