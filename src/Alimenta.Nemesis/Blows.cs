using System.Diagnostics;
using Alimenta.Office.Training;

namespace Alimenta.Nemesis;

/// <summary>What the nemesis can reach.</summary>
internal sealed record Reach(StormServer Server, FaultyNetwork Network, OwnDisk Spool, StormWeb Web, PartsInHand Parts);

/// <summary>Does the faults, and mends what they left: two workers and the web server live again, the server runs, the network is well.</summary>
internal sealed class Blows : IDisposable
{
    private const int Workers = 2;
    private const int MostMilliseconds = 2_500;
    private const int MomentsIntoAPart = 20;
    private const int Minute = 60, Hour = 60 * Minute, Day = 24 * Hour;
    private static readonly TimeSpan PastTheLease = TimeSpan.FromSeconds(5);
    // Short of the time for which others wait for a lock that the sleeper holds.
    private static readonly TimeSpan MostSleep = TimeSpan.FromSeconds(11);
    private static readonly TimeSpan ToFind = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LateEnough = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(3);
    private static readonly int[] Jumps = [5 * Minute, -5 * Minute, Hour, -Hour, Day, -Day, 365 * Day, -365 * Day];
    // A web server that is a day ahead ends every session: an hour is enough to see that.
    private static readonly int[] JumpsOfWeb = [5 * Minute, -5 * Minute, Hour, -Hour, -Day];
    private readonly Reach _reach;
    private readonly Dice _chance;
    private readonly Func<int, Running> _start;
    private readonly Running[] _workers = new Running[Workers];

    /// <param name="reach">What it can reach.</param>
    /// <param name="chance">Chance.</param>
    /// <param name="start">Starts a worker whose clock is off by so many seconds.</param>
    public Blows(Reach reach, Dice chance, Func<int, Running> start) => (_reach, _chance, _start) = (reach, chance, start);

    /// <summary>How often each fault was done.</summary>
    public Dictionary<Fault, int> Done { get; } = [];

    /// <summary>Whether this machine allows it.</summary>
    public bool IsPossible(Fault fault) => fault switch { Fault.FullDisk => _reach.Server.Disk.Own, Fault.FullSpool => _reach.Spool.Own, _ => true };

    /// <summary>Which of the wanted faults this machine does not allow, and why.</summary>
    public IReadOnlyList<string> LeftOut(IReadOnlyList<Fault> wanted) =>
        [.. wanted.Where(f => !IsPossible(f)).Select(f => $"{Faults.Name(f)}: this account may not mount a disk of its own")];

    /// <summary>Counts a fault that is to be done.</summary>
    public Fault Count(Fault fault)
    {
        Done[fault] = Done.GetValueOrDefault(fault) + 1;
        return fault;
    }

    /// <summary>By how many seconds the clock of a command's process is off.</summary>
    public int Jump() => _chance.One(Jumps);

    /// <summary>Does a fault at some moment while a command runs, or clerks work.</summary>
    public async Task StrikeAsync(Fault fault, Running? command, CancellationToken cancel)
    {
        EnsureWorkers();
        var place = _chance.Below(Workers);
        var worker = _workers[place];
        var moment = TimeSpan.FromMilliseconds(_chance.Below(MostMilliseconds));
        if (fault is Fault.LoseAnswer or Fault.LoseRequest) _reach.Network.BreakNextCommit(fault == Fault.LoseAnswer);
        if (fault == Fault.SlowNetwork) _reach.Network.Delay = TimeSpan.FromMilliseconds(5 + moment.TotalMilliseconds / 100);
        if (fault == Fault.ClockJump) await JumpAsync(place, cancel);
        if (fault == Fault.SleepPastLease)
        {
            await SleepAsync(worker, command, moment / MomentsIntoAPart, cancel);
            return;
        }

        await Task.Delay(moment, cancel);
        switch (fault)
        {
            case Fault.KillCommand: command?.Kill(); break;
            case Fault.KillWorker: worker.Kill(); break;
            case Fault.KillWeb: _reach.Web.Kill(); break;
            case Fault.SleepWeb:
                _reach.Web.Sleep();
                await Task.Delay(Spell, cancel);
                _reach.Web.Wake();
                break;
            case Fault.CrashServer:
                _reach.Server.Crash();
                _reach.Server.EnsureRuns();
                break;
            case Fault.KillServer:
                _reach.Server.Kill();
                _reach.Server.EnsureRuns();
                break;
            case Fault.KillBackend:
                _reach.Server.KillBackend(_chance);
                _reach.Server.EnsureRuns();
                break;
            case Fault.HalfOpen:
                _reach.Network.Frozen = true;
                await Task.Delay(Spell, cancel);
                _reach.Network.CutAll();
                _reach.Network.Frozen = false;
                break;
            case Fault.ConnectionStorm: await _reach.Server.StormAsync(Spell, cancel); break;
            case Fault.FullDisk: await _reach.Server.Disk.FillAsync(Spell, cancel); break;
            case Fault.FullSpool: await _reach.Spool.FillAsync(Spell, cancel); break;
        }
    }

    /// <summary>All is well again; only clocks that are off stay off until their process ends.</summary>
    public async Task HealAsync(CancellationToken cancel)
    {
        _reach.Network.Heal();
        _reach.Server.EnsureRuns();
        EnsureWorkers();
        await _reach.Web.EnsureAsync(cancel);
    }

    public void Dispose()
    {
        foreach (var worker in _workers) worker?.Dispose();
    }

    /// <summary>Puts a process to sleep that holds a part, until another has taken the part over; where nobody holds one, a worker for as long as a lease lasts.</summary>
    private async Task SleepAsync(Running worker, Running? command, TimeSpan into, CancellationToken cancel)
    {
        // Parts of a small county are done at once: with packets a little late they are in somebody's hands for long enough to be found there.
        _reach.Network.Delay = LateEnough;
        Running[] could = command is null ? _workers : [.. _workers, command];
        for (var looked = Stopwatch.StartNew(); command is { Ended: false } && looked.Elapsed < ToFind; await Task.Delay(Look, cancel))
        {
            var held = await _reach.Parts.NowAsync(cancel);
            var found = could.SelectMany(p => held.Where(h => h.IsOf(p, p == command)).Select(h => (Process: p, Part: h))).FirstOrDefault(f => !f.Process.Ended);
            if (found.Part is null) continue;
            // A part is seen here before its holder has the answer to its claim: some way into its work it sleeps.
            await Task.Delay(into, cancel);
            found.Process.Sleep();
            try
            {
                // What was committed before it slept is not held any more.
                if (!(await _reach.Parts.NowAsync(cancel)).Contains(found.Part)) continue;
                for (var asleep = Stopwatch.StartNew(); asleep.Elapsed < MostSleep && (await _reach.Parts.NowAsync(cancel)).Contains(found.Part);) await Task.Delay(Look, cancel);
                return;
            }
            finally
            {
                found.Process.Wake();
            }
        }

        worker.Sleep();
        await Task.Delay(PastTheLease, cancel);
        worker.Wake();
    }

    private async Task JumpAsync(int place, CancellationToken cancel)
    {
        var (worker, web) = (Jump(), _chance.One(JumpsOfWeb));
        _workers[place].Dispose();
        _workers[place] = _start(worker);
        _reach.Web.Kill();
        await _reach.Web.EnsureAsync(cancel, web);
    }

    private void EnsureWorkers()
    {
        for (var i = 0; i < Workers; i++)
        {
            if (_workers[i] is { Ended: false }) continue;
            _workers[i]?.Dispose();
            _workers[i] = _start(0);
        }
    }
}
