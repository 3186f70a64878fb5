using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>A database of Alimenta on one of the engines: read from it, and write to it through its <see cref="Commands"/>.</summary>
public sealed class AlimentaStore
{
    private readonly DbContextOptions<AlimentaDb> _tracking;
    private readonly DbContextOptions<AlimentaDb> _reading;

    public AlimentaStore(IEngine engine, TimeProvider clock, IFailPoints? failPoints = null)
    {
        (Engine, Clock, FailPoints) = (engine, clock, failPoints ?? NoFailPoints.Instance);
        _tracking = Options(QueryTrackingBehavior.TrackAll);
        _reading = Options(QueryTrackingBehavior.NoTracking);
        IdBlocks = new IdBlocks(engine);
        Commands = new CommandRunner(this);
        Audit = new ReadAudit(this);
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

    /// <summary>A context to read with; it tracks nothing and cannot save. Dispose it.</summary>
    public AlimentaDb Read() => new(_reading);

    /// <summary>A context for the framework's user store, which saves its own rows and may save no others. Dispose it.</summary>
    public AlimentaDb ForSignIn() => new(_tracking);

    internal AlimentaDb NewContext(bool tracking) => new(tracking ? _tracking : _reading);

    private DbContextOptions<AlimentaDb> Options(QueryTrackingBehavior tracking)
    {
        var options = new DbContextOptionsBuilder<AlimentaDb>().UseQueryTrackingBehavior(tracking);
        Engine.Configure(options);
        if (FailPoints is not NoFailPoints) options.AddInterceptors(new FailPointInterceptor(FailPoints));
        return options.Options;
    }
}
