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

    /// <summary>The process of the database server that listens is killed (kill -9), and the server started again.</summary>
    KillServer,

    /// <summary>A process of the database server that serves a connection is killed (kill -9); the server ends all others and recovers by itself.</summary>
    KillBackend,

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

    /// <summary>The disk for files, for what is given out, and for the logs of worker and web server, is full for seconds.</summary>
    FullSpool,

    /// <summary>The web server is killed and started again.</summary>
    KillWeb,

    /// <summary>The web server is stopped for seconds and goes on afterwards.</summary>
    SleepWeb,

    /// <summary>Clerks hang up before their answer is there and send the same again under the same key.</summary>
    HangUp,

    /// <summary>The process of the step, a worker and the web server run with clocks that are off: minutes to a year, ahead or behind.</summary>
    ClockJump,

    /// <summary>A file comes twice, the second time under another name.</summary>
    FileTwice,

    /// <summary>A file comes cut off first, then whole.</summary>
    FileCut,

    /// <summary>A file comes with a digit of an amount changed first, then as it was sent.</summary>
    FileFlipped,

    /// <summary>A slow partner: the file grows piece by piece, and is taken up each time before it is whole.</summary>
    FileSlow,

    /// <summary>A file of the day before that is late comes after the files of the day.</summary>
    FileOrder,
}

/// <summary>Chooses faults by their names.</summary>
public static class Faults
{
    /// <summary>Faults of a file on its way.</summary>
    public static IReadOnlyList<Fault> OfFiles { get; } = [Fault.FileTwice, Fault.FileCut, Fault.FileFlipped, Fault.FileSlow];

    /// <summary>Faults that change a day, not a step.</summary>
    public static IReadOnlyList<Fault> OfDays { get; } = [Fault.FileOrder];

    /// <summary>Faults that only clerks at work can meet.</summary>
    public static IReadOnlyList<Fault> OfClerks { get; } = [Fault.HangUp];

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
