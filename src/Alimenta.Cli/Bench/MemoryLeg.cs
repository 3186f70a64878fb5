using System.Diagnostics;
using System.Globalization;
using Alimenta.Bench;
using Alimenta.Formats.Nacha;
using Npgsql;

namespace Alimenta.Cli.Bench;

/// <summary>The most memory that receiving a large file takes: a process of its own receives it, as from a script. On a copy of the caseload.</summary>
internal sealed class MemoryLeg : Leg
{
    private const int LargestFile = (int)NachaWriter.MostRecords;
    private const double CeilingMib = 512;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly Goal Peak = new("memory", "most memory of a process that receives a file", "MiB", Better.Low);
    private static readonly Goal Rate = new("memory rate", "payments that it received", "payments/s", Better.High);

    private BenchOffice? _office;

    public override string Id => "memory";

    public override IReadOnlyList<Goal> Goals => [Peak, Rate];

    public override int WarmUps => 0;

    public override int Rounds(BenchSettings settings) => 1;

    public override async Task PrepareAsync(BenchRoom room, CancellationToken cancel) => _office = (await room.LargeAsync(cancel)).Copy("memory");

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var records = Math.Min(room.Settings.Records, LargestFile);
        var payments = BenchOffice.PaymentsIn(records);
        var path = Path.Combine(room.Settings.Folder, "large.ach");
        await File.WriteAllBytesAsync(path, await _office!.FileAsync(payments, cancel), cancel);
        var clock = Stopwatch.StartNew();
        using var program = Start(path);
        var (said, peak) = (program.StandardOutput.ReadToEndAsync(cancel), 0L);
        var error = program.StandardError.ReadToEndAsync(cancel);
        while (!program.HasExited)
        {
            program.Refresh();
            if (!program.HasExited) peak = Math.Max(peak, program.PeakWorkingSet64);
            await Task.Delay(Look, cancel);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        File.Delete(path);
        if (program.ExitCode != 0) throw new InvalidOperationException($"A file of {payments:#,##0} payments cannot be received: {(await said + await error).Trim()}");
        return [Sample.Of(Judged(records, payments), peak / (double)(1 << 20)), Sample.Of(Rate, payments / seconds)];
    }

    public override Task FinishAsync(BenchRoom room)
    {
        _office?.Drop();
        return Task.CompletedTask;
    }

    // The ceiling is meant for the largest file that the format allows; below it the figure is only told.
    private static Goal Judged(int records, int payments)
    {
        double? ceiling = records == LargestFile ? CeilingMib : null;
        return Peak with { Sentence = string.Create(CultureInfo.InvariantCulture, $"{Peak.Sentence} of {records:#,##0} records, {payments:#,##0} payments"), Floor = ceiling, Aim = ceiling };
    }

    private Process Start(string path)
    {
        var at = new NpgsqlConnectionStringBuilder(_office!.ConnectionString);
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The program does not know where it lies.");
        var own = Path.Combine(AppContext.BaseDirectory, "alimenta.dll");
        string[] words = [.. Path.GetFileNameWithoutExtension(program) == "dotnet" ? (string[])[own] : [], "receive", path, "--json", "--database", string.Create(CultureInfo.InvariantCulture, $"postgres://{at.Username}@{at.Host}:{at.Port}/{at.Database}")];
        return Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true }) ?? throw new InvalidOperationException($"{program} did not start.");
    }
}
