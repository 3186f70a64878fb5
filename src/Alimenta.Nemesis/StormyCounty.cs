using System.Globalization;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Interest;
using Alimenta.Office.Training;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>The county in the storm: two workers and the web server that run all the time, one process for each step of the day, and clerks who work over HTTP.</summary>
internal sealed class StormyCounty : IDisposable
{
    private const int MostTries = 25;
    private const int MostTold = 20;
    private const string LeaseSeconds = "3";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan ForSettling = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ToRecover = TimeSpan.FromSeconds(30);
    private static readonly Fault[] OfSteps = [.. Enum.GetValues<Fault>().Except(Faults.OfFiles).Except(Faults.OfDays).Except(Faults.OfClerks)];
    private static readonly Fault[] WhileClerksWork = [.. OfSteps.Except([Fault.KillCommand]), .. Faults.OfClerks];
    private readonly StormPlan _plan;
    private readonly ProgramFile _program;
    private readonly DayFiles _files;
    private readonly OwnDisk _spool;
    private readonly string _address;
    private readonly Dice _chance;
    private readonly Blows _blows;
    private readonly StormWeb _web;
    private readonly Clerks _clerks;
    private readonly PageReader _reader;
    private readonly StormHistory _history;
    private readonly PartsInHand _parts;
    private readonly List<Broken> _broken = [];
    private DateOnly _day = Storm.Before;
    private string _step = "begin";
    private int _started;
    private int _again;
    private int _days;
    private int _turned;

    public StormyCounty(StormPlan plan, ProgramFile program, StormServer server, FaultyNetwork network, OwnDisk spool, DayFiles files, PolicyDesk policies)
    {
        (_plan, _program, _files, _spool) = (plan, program, files, spool);
        _address = string.Create(CultureInfo.InvariantCulture, $"postgres://postgres@127.0.0.1:{network.Port}/storm?Timeout=5&CommandTimeout=10");
        _chance = new(unchecked((ulong)plan.Seed));
        Store = Storm.Open(server.ConnectionString("storm"));
        _web = new(program, _address, Path.Combine(spool.Folder, "web.log"));
        _clerks = new(_web, Store, _chance);
        _reader = new(_web, files.Payors, plan.Seed, Break);
        _parts = new(Store, server);
        _parts.Watch("storm");
        _blows = new(new(server, network, spool, _web, _parts), _chance, StartWorker);
        _history = new(Store, policies, new Invariants(Store, server.ConnectionString("storm"), OutFolder), files.Payors);
    }

    /// <summary>The database, reached past the faulty network.</summary>
    public AlimentaStore Store { get; }

    /// <summary>What broke.</summary>
    public IReadOnlyList<Broken> Broken => _broken;

    /// <summary>How many faults were done.</summary>
    public int FaultsDone => _blows.Done.Values.Sum();

    private string OutFolder => Path.Combine(_spool.Folder, "out");

    /// <summary>Starts the web server, once, in calm: it makes its accounts.</summary>
    public async Task BeginAsync(CancellationToken cancel)
    {
        await _web.EnsureAsync(cancel);
        await _web.SignInAsync(Store, cancel);
    }

    /// <summary>Lives one day, then proves it.</summary>
    /// <param name="day">The day.</param>
    /// <param name="calm">What it came to in the calm.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task LiveAsync(DateOnly day, DayEnd calm, CancellationToken cancel)
    {
        _day = day;
        await _web.SignInAgainAsync(Store, cancel);
        using (var evening = CancellationTokenSource.CreateLinkedTokenSource(cancel))
        {
            var reading = _reader.GoOnAsync(evening.Token);
            await WorkAsync(day, cancel);
            await evening.CancelAsync();
            await reading;
        }

        await _blows.HealAsync(cancel);
        await _web.SignInAgainAsync(Store, cancel);
        if (!await _reader.ReadsWithinAsync(ToRecover, cancel)) Break("pages", $"no page could be read within {ToRecover.TotalSeconds:0} seconds after all was well");
        _step = "proof";
        foreach (var (step, what) in await _history.BrokenAsync(day, calm, sameOrder: _turned == 0, clocksWereRight: !_blows.Done.ContainsKey(Fault.ClockJump), cancel)) Break(step, what);
        _days++;
    }

    /// <summary>What came of it.</summary>
    public async Task<StormReport> ReportAsync(BookHash calm, BookHash storm, CancellationToken cancel)
    {
        var seen = await _parts.SeenAsync(cancel);
        return Report(calm, storm) with { Parts = seen.Parts, PartsTakenOver = seen.TakenOver, CommitsFenced = seen.Fenced };
    }

    /// <summary>What came of it until something stopped the storm itself: a server that does not recover, books that cannot be read.</summary>
    public StormReport Ended(BookHash calm, Exception failure)
    {
        Break(_step, $"the storm could not go on: {failure.GetType().Name}: {failure.Message}");
        return Report(calm, new("", ""));
    }

    private StormReport Report(BookHash calm, BookHash storm) => new()
    {
        Seed = _plan.Seed, Days = _days, Started = _started + _web.Started, Again = _again + _clerks.Again, Acknowledged = _history.Files, Written = _history.Writes,
        PagesRead = _reader.Read, PagesSaidSo = _reader.SaidSo, PagesSilent = _reader.Silent, TurnedRound = _turned,
        CalmHash = calm.Ledger, LedgerHash = storm.Ledger, CalmStandingHash = calm.Standing, StandingHash = storm.Standing, Broken = _broken,
        Faults = _blows.Done.OrderBy(f => f.Key).ToDictionary(f => Faults.Name(f.Key), f => f.Value), LeftOut = _blows.LeftOut(_plan.Faults),
    };

    public void Dispose()
    {
        _blows.Dispose();
        _web.Dispose();
    }

    private async Task WorkAsync(DateOnly day, CancellationToken cancel)
    {
        await StepAsync("open", ["batch", "open", $"{day:yyyy-MM-dd}"], cancel);
        var turned = _files.HasLateAndOwn(day) && Chosen(Faults.OfDays) is Fault.FileOrder;
        if (turned) _turned++;
        foreach (var (name, bytes) in _files.ArrivingOn(day, lateFirst: !turned))
        {
            await ReceiveAsync(name, bytes, cancel);
            await SettleAsync(cancel);
        }

        await ClerksAsync(day, cancel);
        await StepAsync("accrual", ["batch", "accrual", "--part", "5", "--lease", LeaseSeconds], cancel);
        await SettleAsync(cancel);
        await StepAsync("selection", ["batch", "selection", "--part", "5", "--lease", LeaseSeconds], cancel, doneBefore: SelectionRun.Done);
        await SettleAsync(cancel);
        await StepAsync("interest", ["batch", "interest", "--part", "3", "--lease", LeaseSeconds], cancel, doneBefore: InterestRun.Done);
        await SettleAsync(cancel);
        await StepAsync("disburse", ["disburse", "--out", OutFolder, "--whole", "3", "--part", "4", "--lease", LeaseSeconds], cancel);
        await SettleAsync(cancel);
        await CalmCounty.ReleaseAsync(Store, day, cancel);
    }

    // Workers speak to a person here, so that they write to their log as they work.
    private Running StartWorker(int clock)
    {
        _started++;
        return Running.Start(_program, ["worker", "--lease", LeaseSeconds, "--database", _address], clock, Path.Combine(_spool.Folder, "worker.log"));
    }

    private async Task ClerksAsync(DateOnly day, CancellationToken cancel)
    {
        _step = "clerks";
        var tasks = await ClerkTask.OfAsync(Store, _plan.Seed, day, _files.Payors, cancel);
        var fault = Chosen(WhileClerksWork);
        var work = _clerks.WorkAsync(tasks, fault == Fault.HangUp, Break, cancel);
        if (fault is { } strikes) await _blows.StrikeAsync(strikes, null, cancel);
        await _blows.HealAsync(cancel);
        await work;
        _history.Acknowledge(tasks);
    }

    private async Task ReceiveAsync(string name, byte[] bytes, CancellationToken cancel)
    {
        var fault = Chosen(Faults.OfFiles);
        if (fault is Fault.FileCut or Fault.FileFlipped)
            await DamagedAsync(name, $"{name}.damaged", fault == Fault.FileCut ? DayFiles.Cut(bytes, _chance) : DayFiles.Flipped(bytes, _chance.Below(10)), fault.Value, cancel);
        if (fault is Fault.FileSlow)
            foreach (var piece in DayFiles.Pieces(bytes, _chance)) await DamagedAsync(name, name, piece, fault.Value, cancel);
        var answer = await SendAsync(name, bytes, cancel);
        if (answer?["status"]?.GetValue<string>() is not ("posted" or "duplicate")) Break($"receive {name}", $"the file was not accepted: {answer}");
        _history.Acknowledge(name, bytes);
        if (fault != Fault.FileTwice) return;
        var twice = await SendAsync($"again-{name}", bytes, cancel);
        if (twice?["status"]?.GetValue<string>() != "duplicate") Break($"receive {name}", $"the same file under another name was not recognised: {twice}");
    }

    private async Task DamagedAsync(string name, string sentAs, byte[] bytes, Fault fault, CancellationToken cancel)
    {
        var refused = await SendAsync(sentAs, bytes, cancel);
        if (refused?["status"]?.GetValue<string>() != "refused") Break($"receive {name}", $"a damaged file ({Faults.Name(fault)}) was not refused: {refused?["status"]}");
        _history.Refused(bytes);
    }

    private async Task<JsonNode?> SendAsync(string name, byte[] bytes, CancellationToken cancel)
    {
        var path = Path.Combine(_spool.Folder, name);
        await File.WriteAllBytesAsync(path, bytes, cancel);
        var answer = await StepAsync($"receive {name}", ["receive", path, "--whole", "2", "--part", "2", "--lease", LeaseSeconds], cancel, mayRefuse: true);
        File.Delete(path);
        return answer;
    }

    /// <summary>Runs a command until it is acknowledged, the first tries under a fault.</summary>
    private async Task<JsonNode?> StepAsync(string name, string[] words, CancellationToken cancel, bool mayRefuse = false, string? doneBefore = null)
    {
        _step = name;
        var fault = Chosen(OfSteps);
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            _started++;
            if (attempt > 1) _again++;
            using var command = Running.Start(_program, [.. words, "--json", "--database", _address], attempt == 1 && fault == Fault.ClockJump ? _blows.Jump() : 0);
            var blow = attempt == 1 && fault is { } strikes ? _blows.StrikeAsync(strikes, command, cancel) : Task.CompletedTask;
            var ended = await command.WaitAsync(Patience, cancel);
            await blow;
            await _blows.HealAsync(cancel);
            if (!ended) Break(name, $"it did not end within {Patience.TotalSeconds:0} seconds");
            var answer = Answer(command.LastLine);
            // What was done and whose answer was lost is refused the next time.
            if (ended && attempt > 1 && doneBefore is not null && answer?["code"]?.GetValue<string>() == doneBefore) return answer;
            if (ended && command.Code == 0 || mayRefuse && answer?["status"] is not null) return answer;
            await Task.Delay(Pause, cancel);
        }

        Break(name, $"it was not acknowledged in {MostTries} tries");
        return null;
    }

    /// <summary>Waits until no run is open: a worker that was killed holds its part until its lease ends.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        _step = "settle";
        for (var waited = TimeSpan.Zero; await IsOpenAsync(cancel); waited += Pause)
        {
            if (waited > ForSettling)
            {
                Break("settle", "a run stayed open though two workers live");
                return;
            }

            await Task.Delay(Pause, cancel);
        }
    }

    private async Task<bool> IsOpenAsync(CancellationToken cancel)
    {
        await using var db = Store.Read();
        return await db.BatchRuns.AnyAsync(r => r.Status == RunStatus.Open, cancel);
    }

    /// <summary>One of the faults that the plan allows, or none.</summary>
    private Fault? Chosen(IReadOnlyList<Fault> of)
    {
        var possible = of.Where(f => _plan.Faults.Contains(f) && _blows.IsPossible(f)).ToList();
        return possible.Count == 0 || _chance.Below(3) == 0 ? null : _blows.Count(_chance.One(possible));
    }

    private void Break(string step, string what)
    {
        lock (_broken) if (_broken.Count < MostTold) _broken.Add(new(_plan.Seed, _day, step == "pages" && _step.Length > 0 ? $"pages during {_step}" : step, what));
    }

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
}
