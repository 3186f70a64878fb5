using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>A database of Alimenta on one of the engines: read from it, and write to it through its <see cref="Commands"/>.</summary>
public sealed class AlimentaStore
{
    private readonly DbContextOptions<AlimentaDb> _writing;
    private readonly DbContextOptions<AlimentaDb> _reading;
    private readonly AsyncLocal<bool> _fromFollower = new();
    private DbContextOptions<AlimentaDb>? _following;

    public AlimentaStore(IEngine engine, TimeProvider clock, IFailPoints? failPoints = null)
    {
        (Engine, Clock, FailPoints) = (engine, clock, failPoints ?? NoFailPoints.Instance);
        _writing = Options(QueryTrackingBehavior.TrackAll, options => Engine.Configure(options, readOnly: false));
        _reading = Options(QueryTrackingBehavior.NoTracking, options => Engine.Configure(options, readOnly: true));
        IdBlocks = new IdBlocks(engine);
        Commands = new CommandRunner(this);
        Audit = new ReadAudit(this);
        Batches = new BatchWork(this);
    }

    public IEngine Engine { get; }

    public TimeProvider Clock { get; }

    public IFailPoints FailPoints { get; }

    /// <summary>The one door for writes.</summary>
    public CommandRunner Commands { get; }

    /// <summary>Ids for use outside commands (the framework's users). Inside a command its context hands them out.</summary>
    public IIds Ids => IdBlocks;

    /// <summary>Records reads of protected data.</summary>
    public ReadAudit Audit { get; }

    /// <summary>Batch runs and the claims of workers.</summary>
    public BatchWork Batches { get; }

    /// <summary>Now, in UTC and whole milliseconds: what every engine keeps.</summary>
    public DateTime Now
    {
        get
        {
            var now = Clock.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        }
    }

    internal IdBlocks IdBlocks { get; }

    internal NameBook Names { get; } = new();

    /// <summary>A server that follows this database and may be read from; null where there is none.</summary>
    public Follower? Follower { get; private set; }

    /// <summary>A context to read with; it tracks nothing, and the engine refuses any write through it. Dispose it.</summary>
    /// <remarks>It reads from the server that is written to, but for work inside <see cref="FromFollower"/>.</remarks>
    public AlimentaDb Read() => new(_fromFollower.Value && _following is not null ? _following : _reading);

    /// <summary>The same, from the server that is written to in any case: for who may do what, which must hold at once.</summary>
    public AlimentaDb ReadPrimary() => new(_reading);

    /// <summary>Names the server that may be read from, once and before anyone reads.</summary>
    public void ReadAlsoFrom(Follower follower)
    {
        _following = Options(QueryTrackingBehavior.NoTracking, follower.Configure);
        Follower = follower;
    }

    /// <summary>Lets <see cref="Read"/> read from the follower in this flow of work until disposed. Whoever calls it has asked the follower whether it may serve.</summary>
    public IDisposable FromFollower()
    {
        _fromFollower.Value = true;
        return new Back(_fromFollower);
    }

    /// <summary>A view of the database at one moment, for proofs and reports that must agree with themselves. Dispose it.</summary>
    public async Task<Snapshot> SnapshotAsync(CancellationToken cancel = default)
    {
        var db = Read();
        return new(db, await Engine.BeginSnapshotAsync(db, cancel));
    }

    /// <summary>A context for the framework's user store, which saves its own rows and may save no others. Dispose it.</summary>
    public AlimentaDb ForSignIn() => new(_writing);

    internal AlimentaDb NewContext()
    {
        var db = new AlimentaDb(_writing);

        // A command stands or falls whole, so it needs no savepoint before each save.
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    private DbContextOptions<AlimentaDb> Options(QueryTrackingBehavior tracking, Action<DbContextOptionsBuilder> configure)
    {
        var options = new DbContextOptionsBuilder<AlimentaDb>().UseQueryTrackingBehavior(tracking);
        configure(options);
        options.AddInterceptors(OwnedTransactions.Instance, OwnedConnections.Instance, FactGuard.Instance);
        if (FailPoints is not NoFailPoints) options.AddInterceptors(new FailPointInterceptor(FailPoints));
        return options.Options;
    }

    private sealed class Back(AsyncLocal<bool> fromFollower) : IDisposable
    {
        public void Dispose() => fromFollower.Value = false;
    }
}
