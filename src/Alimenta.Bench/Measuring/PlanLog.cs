using System.Globalization;
using System.Text.RegularExpressions;

namespace Alimenta.Bench;

/// <summary>A step of a plan that read many rows of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Way">How it was read: Seq Scan, Index Scan and so on.</param>
/// <param name="Rows">Rows read, those thrown away after reading included.</param>
public sealed record PlanStep(string Table, string Way, long Rows);

/// <summary>The plans that the server writes into its log (auto_explain with the rows that were really read), since they were last looked at.</summary>
public sealed partial class PlanLog
{
    private readonly string _file;
    private long _position;

    /// <summary>How long after a statement its plan is in the log.</summary>
    public static TimeSpan Written { get; } = TimeSpan.FromMilliseconds(20);

    /// <param name="file">The server's log.</param>
    public PlanLog(string file) => (_file, _position) = (file, new FileInfo(file).Length);

    /// <summary>How a database is told to write its plans; for new connections.</summary>
    /// <param name="database">The database.</param>
    /// <param name="leastMilliseconds">Statements that took less are left out: the checks of each row that a run writes fill the log otherwise.</param>
    public static string On(string database, int leastMilliseconds = 0) =>
        $"alter database {database} set session_preload_libraries = 'auto_explain'; alter database {database} set auto_explain.log_min_duration = {leastMilliseconds}; alter database {database} set auto_explain.log_analyze = on; alter database {database} set auto_explain.log_timing = off";

    /// <summary>Takes that back.</summary>
    public static string Off(string database) => $"alter database {database} reset all";

    /// <summary>The steps in what was written since the last call.</summary>
    public IReadOnlyList<PlanStep> Next()
    {
        using var log = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = _position;
        using var reader = new StreamReader(log);
        var steps = Steps(Lines(reader));
        _position = log.Position;
        return steps;
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>The steps of plans in a log.</summary>
    public static IReadOnlyList<PlanStep> Steps(IEnumerable<string> lines)
    {
        var steps = new List<PlanStep>();
        var loops = 0L;
        foreach (var line in lines)
        {
            if (Scan().Match(line) is { Success: true } scan)
            {
                loops = long.Parse(scan.Groups["loops"].Value, CultureInfo.InvariantCulture);
                steps.Add(new(scan.Groups["table"].Value, scan.Groups["way"].Value, loops * long.Parse(scan.Groups["rows"].Value, CultureInfo.InvariantCulture)));
            }
            else if (Removed().Match(line) is { Success: true } removed && steps.Count > 0 && loops > 0)
            {
                steps[^1] = steps[^1] with { Rows = steps[^1].Rows + loops * long.Parse(removed.Groups["rows"].Value, CultureInfo.InvariantCulture) };
            }
            else if (line.Contains("->", StringComparison.Ordinal))
            {
                // What a join throws away was counted where it was read.
                loops = 0;
            }
        }

        return steps;
    }

    [GeneratedRegex("(?<way>Seq Scan|Index Scan|Index Only Scan|Bitmap Heap Scan)(?: Backward)?(?: using [^ ]+)? on (?<table>[a-z_]+).*\\(actual rows=(?<rows>[0-9]+)(?:\\.[0-9]+)? loops=(?<loops>[0-9]+)\\)")]
    private static partial Regex Scan();

    [GeneratedRegex("Rows Removed by (?:Filter|Index Recheck): (?<rows>[0-9]+)")]
    private static partial Regex Removed();
}
