using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Alimenta.Nemesis;

/// <summary>How the program under test is started: the executable itself, or the runtime with the program's file.</summary>
public sealed record ProgramFile(string File, IReadOnlyList<string> Before);

/// <summary>One process of the program under test.</summary>
internal sealed class Running : IDisposable
{
    private const int SignalStop = 19;
    private const int SignalGoOn = 18;
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private Running(Process process) => _process = process;

    /// <summary>Starts it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="words">Its words.</param>
    /// <param name="clock">By how many seconds its clock is off.</param>
    /// <param name="log">The file that takes its error stream, as a service's log does; null: it is read and dropped.</param>
    public static Running Start(ProgramFile program, IEnumerable<string> words, int clock = 0, string? log = null)
    {
        // The shell gives way to the program, so that a kill meets the program itself.
        string[] all = log is null ? [program.File, .. program.Before, .. words] : ["sh", "-c", "exec \"$@\" 2>>\"$0\"", log, program.File, .. program.Before, .. words];
        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (clock != 0) start.Environment[SimulatedClock.Variable] = clock.ToString(CultureInfo.InvariantCulture);
        // Small processes on a small machine: many of them run beside each other.
        start.Environment["DOTNET_GCgen0size"] = "0x1000000";
        var running = new Running(Process.Start(start) ?? throw new InvalidOperationException($"{program.File} did not start."));
        running._process.OutputDataReceived += (_, line) =>
        {
            lock (running._said) running._said.AppendLine(line.Data);
        };
        running._process.ErrorDataReceived += (_, _) => { };
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>The number of its process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool Ended => _process.HasExited;

    /// <summary>Its exit code, once it has ended.</summary>
    public int Code => _process.ExitCode;

    /// <summary>The last line that it wrote.</summary>
    public string LastLine
    {
        get
        {
            lock (_said) return _said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        }
    }

    /// <summary>Waits until it ends.</summary>
    /// <returns>False when it did not end in time; then it is killed.</returns>
    public async Task<bool> WaitAsync(TimeSpan patience, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Kill();
            return false;
        }
    }

    /// <summary>Kills it without a word (kill -9).</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>Puts it to sleep where it stands.</summary>
    public void Sleep() => Signal(SignalStop);

    /// <summary>Wakes it up.</summary>
    public void Wake() => Signal(SignalGoOn);

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Signal(int number)
    {
        if (_process.HasExited) return;
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{number}", _process.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true });
        kill?.WaitForExit();
    }
}
