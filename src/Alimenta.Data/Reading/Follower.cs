using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>Why nothing is read from a follower.</summary>
public enum FollowerTrouble
{
    None,

    /// <summary>Nobody has looked yet, or the server that is written to did not answer so far.</summary>
    NotSeen,

    DoesNotAnswer,

    /// <summary>It can be written to: it was promoted, or it never was a follower.</summary>
    FollowsNobody,

    OtherDatabase,

    OtherSchema,
}

/// <summary>A server that follows the one that is written to: pages may be read from it, and it is always known how old its data is.</summary>
/// <remarks><see cref="LookAsync"/> is called each second from one place; requests ask only what it found.</remarks>
public sealed class Follower(IFollowing servers, TimeProvider clock, TimeSpan oldest)
{
    private readonly LagSamples _samples = new();
    private ServerLook? _primary;
    private Found _found = new(FollowerTrouble.NotSeen, default, null);

    /// <summary>Data older than this is not shown.</summary>
    public TimeSpan Oldest { get; } = oldest;

    /// <summary>Why nothing is read from it; data that is too old is no trouble of its own (<see cref="Age"/>).</summary>
    public FollowerTrouble Trouble => Volatile.Read(ref _found).Trouble;

    /// <summary>How old its data is; null where that is not known. Younger data may be among it, but nothing older is missing.</summary>
    public TimeSpan? Age => Volatile.Read(ref _found).AsOf is { } at ? clock.GetElapsedTime(at) : null;

    /// <summary>Whether it is read from now.</summary>
    public bool Serves => AgeFor(LogPosition.Start) is not null;

    /// <summary>The age of what is read from it by someone who must see what was written up to a position; null where he has to read from the primary.</summary>
    public TimeSpan? AgeFor(LogPosition written)
    {
        var found = Volatile.Read(ref _found);
        if (found.Trouble != FollowerTrouble.None || found.AsOf is not { } at || written > found.Replayed) return null;
        var age = clock.GetElapsedTime(at);
        return age <= Oldest ? age : null;
    }

    /// <summary>Reads nothing more from it until it was looked at again.</summary>
    public void Doubt() => Volatile.Write(ref _found, Volatile.Read(ref _found) with { Trouble = FollowerTrouble.DoesNotAnswer });

    /// <summary>Where the log of the primary is now; <see cref="LogPosition.Beyond"/> where it cannot be asked.</summary>
    public async Task<LogPosition> WrittenAsync()
    {
        try
        {
            return (await servers.AskPrimaryAsync(CancellationToken.None)).Position;
        }
        catch (Exception)
        {
            // Then nobody can say what the follower lacks.
            return LogPosition.Beyond;
        }
    }

    /// <summary>Looks at both servers.</summary>
    /// <exception cref="Exception">One of them does not answer. What was found is kept all the same.</exception>
    public async Task LookAsync(CancellationToken cancel = default)
    {
        var before = clock.GetTimestamp();
        var primary = servers.AskPrimaryAsync(cancel);
        try
        {
            _primary = await primary;
            if (!_primary.Follows) _samples.Saw(_primary.Position, before);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // The follower is looked at in any case; its data grows old meanwhile.
        }

        try
        {
            Keep(await servers.AskFollowerAsync(cancel));
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            Doubt();
            throw;
        }

        await primary;
    }

    /// <summary>Looks once, before the follower is used: one that can never be right is refused; one that only does not answer now is not.</summary>
    /// <param name="fails">Whether a failure would come again.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Refusal?> CheckAsync(Func<Exception, bool> fails, CancellationToken cancel = default)
    {
        try
        {
            await LookAsync(cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested && !fails(failure))
        {
            return null;
        }

        return Trouble switch
        {
            FollowerTrouble.FollowsNobody => new("R-READ-NO-FOLLOWER", "The server to read from follows no other: whoever wrote to it would part the books in two.", "Name a streaming follower (one that pg_is_in_recovery() is true of), or leave --read-database away."),
            FollowerTrouble.OtherDatabase => new("R-READ-OTHER-DATABASE", "The server to read from holds another database than the one that is written to.", "Name a follower of the server behind --database, with the same database."),
            FollowerTrouble.OtherSchema => new("R-READ-SCHEMA", "The server to read from has another version of the schema than the one that is written to.", "Wait until it has caught up with the last migration, and start again."),
            _ => null,
        };
    }

    internal void Configure(DbContextOptionsBuilder options) => servers.Configure(options);

    private void Keep(ServerLook follower)
    {
        var trouble = _primary is not { } primary ? FollowerTrouble.NotSeen
            : !follower.Follows ? FollowerTrouble.FollowsNobody
            : follower.Database != primary.Database ? FollowerTrouble.OtherDatabase
            : follower.Schema != primary.Schema ? FollowerTrouble.OtherSchema
            : FollowerTrouble.None;
        Volatile.Write(ref _found, new(trouble, follower.Position, trouble == FollowerTrouble.None ? _samples.AsOf(follower.Position) : null));
    }

    private sealed record Found(FollowerTrouble Trouble, LogPosition Replayed, long? AsOf);
}
