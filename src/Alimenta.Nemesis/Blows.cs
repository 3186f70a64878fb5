using Alimenta.Office.Training;

namespace Alimenta.Nemesis;

/// <summary>Does the faults, and mends what they left: two workers live again, the server runs, the network is well.</summary>
internal sealed class Blows : IDisposable
{
    private const int Workers = 2;
    private const int MostMilliseconds = 2_500;
    private static readonly TimeSpan PastTheLease = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(3);
    private readonly StormServer _server;
    private readonly FaultyNetwork _network;
    private readonly Dice _chance;
    private readonly Func<Running> _start;
    private readonly Running[] _workers = new Running[Workers];

    public Blows(StormServer server, FaultyNetwork network, Dice chance, Func<Running> start)
    {
        (_server, _network, _chance, _start) = (server, network, chance, start);
    }

    /// <summary>How often each fault was done.</summary>
    public Dictionary<Fault, int> Done { get; } = [];

    /// <summary>Whether this machine allows it.</summary>
    public bool IsPossible(Fault fault) => fault != Fault.FullDisk || _server.OwnDisk;

    /// <summary>Which of the wanted faults this machine does not allow, and why.</summary>
    public IReadOnlyList<string> LeftOut(IReadOnlyList<Fault> wanted) =>
        [.. wanted.Where(f => !IsPossible(f)).Select(f => $"{Faults.Name(f)}: this account may not mount a disk of its own")];

    /// <summary>Counts a fault that is to be done.</summary>
    public Fault Count(Fault fault)
    {
        Done[fault] = Done.GetValueOrDefault(fault) + 1;
        return fault;
    }

    /// <summary>Does a fault at some moment while a command runs.</summary>
    public async Task StrikeAsync(Fault fault, Running command, CancellationToken cancel)
    {
        EnsureWorkers();
        var worker = _workers[_chance.Below(Workers)];
        var moment = TimeSpan.FromMilliseconds(_chance.Below(MostMilliseconds));
        if (fault is Fault.LoseAnswer or Fault.LoseRequest) _network.BreakNextCommit(fault == Fault.LoseAnswer);
        if (fault == Fault.SlowNetwork) _network.Delay = TimeSpan.FromMilliseconds(5 + moment.TotalMilliseconds / 100);
        await Task.Delay(moment, cancel);
        switch (fault)
        {
            case Fault.KillCommand: command.Kill(); break;
            case Fault.KillWorker: worker.Kill(); break;
            case Fault.SleepPastLease:
                worker.Sleep();
                await Task.Delay(PastTheLease, cancel);
                worker.Wake();
                break;
            case Fault.CrashServer:
                _server.Crash();
                _server.EnsureRuns();
                break;
            case Fault.HalfOpen:
                _network.Frozen = true;
                await Task.Delay(Spell, cancel);
                _network.CutAll();
                _network.Frozen = false;
                break;
            case Fault.ConnectionStorm: await _server.StormAsync(Spell, cancel); break;
            case Fault.FullDisk: await _server.FillAsync(Spell, cancel); break;
        }
    }

    /// <summary>All is well again.</summary>
    public void Heal()
    {
        _network.Heal();
        _server.EnsureRuns();
        EnsureWorkers();
    }

    public void Dispose()
    {
        foreach (var worker in _workers) worker?.Dispose();
    }

    private void EnsureWorkers()
    {
        for (var i = 0; i < Workers; i++)
        {
            if (_workers[i] is { Ended: false }) continue;
            _workers[i]?.Dispose();
            _workers[i] = _start();
        }
    }
}
