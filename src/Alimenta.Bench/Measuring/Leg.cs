namespace Alimenta.Bench;

/// <summary>One leg of the bench: measures our side and its yardstick in turns, in the same run.</summary>
public abstract class Leg
{
    /// <summary>What it is called: P1.</summary>
    public abstract string Id { get; }

    /// <summary>What it measures, one figure each.</summary>
    public abstract IReadOnlyList<Goal> Goals { get; }

    /// <summary>How often it is measured, where that differs from other legs.</summary>
    public virtual int Rounds(BenchSettings settings) => settings.Rounds;

    /// <summary>How many rounds at its beginning only warm up and are not counted.</summary>
    public virtual int WarmUps => 1;

    /// <summary>Makes ready what is not measured.</summary>
    public virtual Task PrepareAsync(BenchRoom room, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Measures once.</summary>
    /// <param name="room">Where.</param>
    /// <param name="round">0 warms up.</param>
    /// <param name="cancel">Stops it.</param>
    public abstract Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel);

    /// <summary>Clears away what it made.</summary>
    public virtual Task FinishAsync(BenchRoom room) => Task.CompletedTask;
}

/// <summary>What a run of the bench is asked for.</summary>
/// <param name="Folder">Where the private server and its caseloads are kept.</param>
/// <param name="Cases">Cases of the large caseload.</param>
public sealed record BenchSettings(string Folder, int Cases)
{
    /// <summary>The legs wanted; empty: all.</summary>
    public IReadOnlyList<string> Legs { get; init; } = [];

    /// <summary>How often each leg is measured after its warm-up.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>The most payments of a file.</summary>
    public int Payments { get; init; } = 10_000;

    /// <summary>Pages read in a round.</summary>
    public int Reads { get; init; } = 300;

    /// <summary>How often the server is killed.</summary>
    public int Kills { get; init; } = 20;

    /// <summary>Records (lines) of the file whose memory is measured.</summary>
    public int Records { get; init; } = 40_000;

    /// <summary>Caseworkers at the same time.</summary>
    public int Caseworkers { get; init; } = 100;

    /// <summary>Seconds for which they work.</summary>
    public int Seconds { get; init; } = 15;

    /// <summary>Rows of a table beyond which no statement of a page may read them all.</summary>
    public int Big { get; init; } = UsualBig;

    /// <summary>What <see cref="Big"/> is when nothing is said: a list counts up to 20,000 rows before it says "more than", and nothing else needs so many.</summary>
    public const int UsualBig = 25_000;

    /// <summary>Cases of the small caseload with which the large one is compared.</summary>
    public int SmallCases => Math.Min(10_000, Math.Max(Cases / 10, 20));
}
