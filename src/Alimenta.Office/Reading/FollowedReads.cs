using System.Data.Common;
using System.Globalization;
using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>Whether, and how, what someone only looks at is read from a follower of the database.</summary>
public sealed class FollowedReads(AlimentaStore store)
{
    private const int Fresh = 2;

    /// <summary>Whether the office has named a follower.</summary>
    public bool IsNamed => store.Follower is not null;

    /// <summary>Whether it is read from now.</summary>
    public bool Serves => store.Follower is { Serves: true };

    /// <summary>Older data than this is not shown.</summary>
    public TimeSpan Oldest => store.Follower?.Oldest ?? TimeSpan.Zero;

    /// <summary>How it stands, in a sentence.</summary>
    public string Words => store.Follower is not { } follower ? "There is no follower." : follower.Trouble switch
    {
        FollowerTrouble.NotSeen => "Nobody has seen the follower yet.",
        FollowerTrouble.DoesNotAnswer => "The follower does not answer.",
        FollowerTrouble.FollowsNobody => "The follower follows no server any more: it can be written to.",
        FollowerTrouble.OtherDatabase => "The follower holds another database.",
        FollowerTrouble.OtherSchema => "The follower has another version of the schema; it may still be catching up.",
        _ => Behind(follower.Age),
    };

    /// <summary>The position of someone who has written nothing.</summary>
    public static string Nothing { get; } = LogPosition.Start.ToString();

    /// <summary>The age of what is read by someone who wrote up to a position; null where he has to read from the primary. What is no position counts as <see cref="Nothing"/>.</summary>
    public TimeSpan? AgeFor(string? written) => store.Follower?.AgeFor(LogPosition.Parse(written) ?? LogPosition.Start);

    /// <summary>Whether a text is a position.</summary>
    public static bool IsPosition(string? text) => LogPosition.Parse(text) is not null;

    /// <summary>Reads from the follower until disposed.</summary>
    public IDisposable Begin() => store.FromFollower();

    /// <summary>How far the database is after a write.</summary>
    public async Task<string> WrittenAsync() => (store.Follower is { } follower ? await follower.WrittenAsync() : LogPosition.Start).ToString();

    /// <summary>Looks how the servers are; called each second from one place. Whatever it finds is said by <see cref="Words"/>.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            if (store.Follower is { } follower) await follower.LookAsync(cancel);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // What it means is kept in the follower.
        }
    }

    /// <summary>Whether a failure may come from the follower, so that the primary should be asked. One that is gone is left alone until it was looked at again.</summary>
    public bool MayBeOfFollower(Exception failure)
    {
        if (!Chain(failure).Any(f => f is DbException or TimeoutException or IOException)) return false;
        if (store.Engine.Classify(failure) == Failure.Unknown) store.Follower?.Doubt();
        return true;
    }

    private static string Behind(TimeSpan? age) => age switch
    {
        null => "How far the follower is behind is not known yet.",
        { TotalSeconds: < Fresh } => "The follower is up to date.",
        { } old => string.Create(CultureInfo.InvariantCulture, $"The follower is {(long)old.TotalSeconds:#,##0} seconds behind."),
    };

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException) yield return failure;
    }
}
