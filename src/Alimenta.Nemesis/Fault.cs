namespace Alimenta.Nemesis;

/// <summary>What the nemesis does to the machine while the day's work goes on.</summary>
public enum Fault
{
    /// <summary>The command's process is killed (kill -9) at some moment and started again.</summary>
    KillCommand,

    /// <summary>A worker's process is killed; another is started when the step is done.</summary>
    KillWorker,

    /// <summary>A worker sleeps past its lease and then goes on as if nothing had been.</summary>
    SleepPastLease,

    /// <summary>The database server stops hard and recovers.</summary>
    CrashServer,

    /// <summary>A commit is done and its answer lost.</summary>
    LoseAnswer,

    /// <summary>A commit is lost before the server gets it.</summary>
    LoseRequest,

    /// <summary>Every packet to and from the server is late.</summary>
    SlowNetwork,

    /// <summary>Connections that neither answer nor break, for seconds; then they break.</summary>
    HalfOpen,

    /// <summary>Strangers take every connection that the server has.</summary>
    ConnectionStorm,

    /// <summary>The server's disk is full for seconds.</summary>
    FullDisk,

    /// <summary>A file comes twice, the second time under another name.</summary>
    FileTwice,

    /// <summary>A file comes cut off first, then whole.</summary>
    FileCut,

    /// <summary>A file comes with a digit of an amount changed first, then as it was sent.</summary>
    FileFlipped,
}

/// <summary>Chooses faults by their names.</summary>
public static class Faults
{
    /// <summary>Faults of a file on its way.</summary>
    public static IReadOnlyList<Fault> OfFiles { get; } = [Fault.FileTwice, Fault.FileCut, Fault.FileFlipped];

    /// <summary>Faults that names choose: "all", or several with commas between, such as kill-command,lose-answer.</summary>
    public static Outcome<IReadOnlyList<Fault>> Parse(string names)
    {
        if (names == "all") return Enum.GetValues<Fault>();
        var chosen = new List<Fault>();
        foreach (var name in names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Enum.GetValues<Fault>().Where(f => Name(f) == name).ToList() is not [var fault])
                return new Refusal("R-FAULT-UNKNOWN", $"There is no fault \"{name}\".", $"Choose \"all\" or some of: {string.Join(", ", Enum.GetValues<Fault>().Select(Name))}.", "", "faults");
            chosen.Add(fault);
        }

        return chosen.Count > 0 ? chosen : new Refusal("R-FAULT-UNKNOWN", "No fault is named.", "Choose \"all\" or name some.", "", "faults");
    }

    /// <summary>The name of a fault: kill-command.</summary>
    public static string Name(Fault fault) => string.Concat(fault.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{c}" : $"{c}")).ToLowerInvariant();
}
