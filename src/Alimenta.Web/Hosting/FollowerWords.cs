using Alimenta.Data;
using Alimenta.Web.Components;

namespace Alimenta.Web.Hosting;

/// <summary>How a follower stands, in a sentence.</summary>
public static class FollowerWords
{
    /// <summary>The follower is 3 seconds behind.</summary>
    public static string Of(Follower follower) => follower.Trouble switch
    {
        FollowerTrouble.NotSeen => "Nobody has seen the follower yet.",
        FollowerTrouble.DoesNotAnswer => "The follower does not answer.",
        FollowerTrouble.FollowsNobody => "The follower follows no server any more: it can be written to.",
        FollowerTrouble.OtherDatabase => "The follower holds another database.",
        FollowerTrouble.OtherSchema => "The follower has another version of the schema; it may still be catching up.",
        _ => Behind(follower.Age),
    };

    private static string Behind(TimeSpan? age) => age switch
    {
        null => "How far the follower is behind is not known yet.",
        { TotalSeconds: < 2 } => "The follower is up to date.",
        { } old => $"The follower is {Words.Count((long)old.TotalSeconds)} seconds behind.",
    };
}
