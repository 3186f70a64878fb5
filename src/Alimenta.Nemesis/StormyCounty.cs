using Alimenta.Office.Training;
using System.Globalization;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>The county in the storm: two workers that run all the time, and one process for each step of the day.</summary>
internal sealed class StormyCounty : IDisposable
{
    private const int MostTries = 25;
    private const string LeaseSeconds = "3";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan ForSettling = TimeSpan.FromSeconds(90);
    private readonly StormPlan _plan;
    private readonly ProgramFile _program;
    private readonly DayFiles _files;
    private readonly PolicyDesk _policies;
    private readonly string _folder;
    private readonly string _address;
    private readonly Dice _chance;
    private readonly Blows _blows;
    private readonly List<Acknowledged> _acknowledged = [];
    private readonly List<Broken> _broken = [];
    private DateOnly _day;
    private int _started;
    private int _again;
    private int _days;

    public StormyCounty(StormPlan plan, ProgramFile program, StormServer server, FaultyNetwork network, DayFiles files, PolicyDesk policies, string folder)
    {
        (_plan, _program, _files, _policies, _folder) = (plan, program, files, policies, folder);
        _address = string.Create(CultureInfo.InvariantCulture, $"postgres://postgres@127.0.0.1:{network.Port}/storm?Timeout=5&CommandTimeout=10");
        _chance = new(unchecked((ulong)plan.Seed));
        _blows = new(server, network, _chance, StartWorker);
        Store = Storm.Open(server.ConnectionString("storm"));
    }

    /// <summary>The database, reached past the faulty network.</summary>
    public AlimentaStore Store { get; }

    /// <summary>What broke.</summary>
    public IReadOnlyList<Broken> Broken => _broken;

    /// <summary>How many faults were done.</summary>
    public int FaultsDone => _blows.Done.Values.Sum();

    /// <summary>Lives one day, then proves it.</summary>
    public async Task LiveAsync(DateOnly day, CancellationToken cancel)
    {
        _day = day;
        await StepAsync("open", ["batch", "open", $"{day:yyyy-MM-dd}"], cancel);
        foreach (var (name, bytes) in _files.Of(day)) await ReceiveAsync(name, bytes, cancel);
        await StepAsync("accrual", ["batch", "accrual", "--part", "5", "--lease", LeaseSeconds], cancel);
        await SettleAsync(cancel);
        await StepAsync("disburse", ["disburse"], cancel);
        await CalmCounty.ReleaseAsync(Store, day, cancel);
        await ProveAsync(cancel);
        _days++;
    }

    /// <summary>What came of it.</summary>
    public StormReport Report(string calm, string storm) => new()
    {
        Seed = _plan.Seed, Days = _days, Started = _started, Again = _again, Acknowledged = _acknowledged.Count, CalmHash = calm, LedgerHash = storm, Broken = _broken,
        Faults = _blows.Done.OrderBy(f => f.Key).ToDictionary(f => Faults.Name(f.Key), f => f.Value), LeftOut = _blows.LeftOut(_plan.Faults),
    };

    public void Dispose() => _blows.Dispose();

    private Running StartWorker()
    {
        _started++;
        return Running.Start(_program, ["worker", "--lease", LeaseSeconds, "--database", _address]);
    }

    private async Task ReceiveAsync(string name, byte[] bytes, CancellationToken cancel)
    {
        var fault = Chosen(Faults.OfFiles);
        if (fault is Fault.FileCut or Fault.FileFlipped)
        {
            var damaged = fault == Fault.FileCut ? DayFiles.Cut(bytes, _chance.Below(1_000_000)) : DayFiles.Flipped(bytes, _chance.Below(10));
            var refused = await SendAsync($"{name}.damaged", damaged, cancel);
            if (refused?["status"]?.GetValue<string>() == "posted") Break($"receive {name}", $"a damaged file ({Faults.Name(fault.Value)}) was posted");
        }

        var answer = await SendAsync(name, bytes, cancel);
        if (answer?["status"]?.GetValue<string>() is not ("posted" or "duplicate")) Break($"receive {name}", $"the file was not accepted: {answer}");
        _acknowledged.Add(new(name, bytes));
        if (fault != Fault.FileTwice) return;
        var twice = await SendAsync($"again-{name}", bytes, cancel);
        if (twice?["status"]?.GetValue<string>() != "duplicate") Break($"receive {name}", $"the same file under another name was not recognised: {twice}");
    }

    private async Task<JsonNode?> SendAsync(string name, byte[] bytes, CancellationToken cancel)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, bytes, cancel);
        var answer = await StepAsync($"receive {name}", ["receive", path], cancel, mayRefuse: true);
        File.Delete(path);
        return answer;
    }

    /// <summary>Runs a command until it is acknowledged, the first tries under a fault.</summary>
    private async Task<JsonNode?> StepAsync(string name, string[] words, CancellationToken cancel, bool mayRefuse = false)
    {
        var fault = Chosen([.. Enum.GetValues<Fault>().Except(Faults.OfFiles)]);
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            _started++;
            if (attempt > 1) _again++;
            using var command = Running.Start(_program, [.. words, "--json", "--database", _address]);
            var blow = attempt == 1 && fault is { } strikes ? _blows.StrikeAsync(strikes, command, cancel) : Task.CompletedTask;
            var ended = await command.WaitAsync(Patience, cancel);
            await blow;
            _blows.Heal();
            if (!ended) Break(name, $"it did not end within {Patience.TotalSeconds:0} seconds");
            var answer = Answer(command.LastLine);
            if (ended && command.Code == 0 || mayRefuse && answer?["status"] is not null) return answer;
            await Task.Delay(Pause, cancel);
        }

        Break(name, $"it was not acknowledged in {MostTries} tries");
        return null;
    }

    /// <summary>Waits until no run is open: a worker that was killed holds its part until its lease ends.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        var runs = new CircleRuns(Store, _policies);
        for (var waited = TimeSpan.Zero; (await runs.OpenRunsAsync(cancel)).Count > 0; waited += Pause)
        {
            if (waited > ForSettling)
            {
                Break("settle", "a run stayed open though two workers live");
                return;
            }

            await Task.Delay(Pause, cancel);
        }
    }

    private async Task ProveAsync(CancellationToken cancel)
    {
        var proof = await Proof.ProveAsync(Store, _policies, new(ProofPlays.All), cancel: cancel);
        foreach (var check in proof.Checks.Where(c => !c.Ok)) Break("proof", $"{check.Name}: {string.Join("; ", check.Faults.Take(3).Select(f => $"{f.Where}: {f.What}"))}");
        await using var db = Store.Read();
        var kept = await db.InboundFiles.Where(f => f.Status == InboundFileStatus.Posted).Select(f => new { f.Name, f.Content }).ToListAsync(cancel);
        foreach (var sent in _acknowledged)
        {
            var times = kept.Count(k => k.Name == sent.Name && k.Content.AsSpan().SequenceEqual(sent.Bytes));
            if (times != 1) Break("history", $"{sent.Name} was acknowledged and is posted {times} times");
        }
    }

    /// <summary>One of the faults that the plan allows, or none.</summary>
    private Fault? Chosen(IReadOnlyList<Fault> of)
    {
        var possible = of.Where(f => _plan.Faults.Contains(f) && _blows.IsPossible(f)).ToList();
        return possible.Count == 0 || _chance.Below(3) == 0 ? null : _blows.Count(_chance.One(possible));
    }

    private void Break(string step, string what) => _broken.Add(new(_plan.Seed, _day, step, what));

    private static JsonNode? Answer(string line)
    {
        try
        {
            return JsonNode.Parse(line);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private sealed record Acknowledged(string Name, byte[] Bytes);
}
