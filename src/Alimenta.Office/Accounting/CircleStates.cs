using Alimenta.Data;
using Alimenta.Law.Federal.History;

namespace Alimenta.Office.Accounting;

/// <summary>Where the play of each circle stands: a cache, so that a payment of today need not play the past again. The facts stay the truth.</summary>
/// <remarks>Whatever changes facts brings the circle up by playing it whole, which renews its state. A state under another version of the law is not used.</remarks>
internal static class CircleStates
{
    // Of the hash over all law: as much as tells two versions apart, since every payment writes it.
    private const int VersionLength = 16;

    /// <summary>Keeps where plays stand.</summary>
    /// <param name="ctx">The command.</param>
    /// <param name="policies">The law at hand.</param>
    /// <param name="played">The circles.</param>
    /// <param name="through">The last day played.</param>
    public static Task StoreAsync(CommandContext ctx, PolicyDesk policies, IReadOnlyList<PlayedCircle> played, DateOnly through) =>
        ctx.BulkStoreAsync(played.Select(p => new CircleState { CircleId = p.Circle.Id, ThroughDate = through, StateText = Text(policies, p, through) }).ToList());

    /// <summary>The day through which circles are to be played: the one that is asked for, or the latest through which one of them was played. Books never go back: a run of an earlier day that is finished late, or a command
    /// that read the business date just before the next day was opened, would otherwise take back what the later day posted. The circles must be locked.</summary>
    public static DateOnly Through(IEnumerable<CircleState> circles, DateOnly asked) => circles.Select(s => s.ThroughDate).Append(asked).Max();

    /// <summary>Of circles those that can go on from where they stand, with their states.</summary>
    public static Dictionary<long, PlayState> Read(PolicyDesk policies, IReadOnlyCollection<CircleState> circles)
    {
        var found = new Dictionary<long, PlayState>(circles.Count);
        foreach (var row in circles)
        {
            if (row.StateText.AsSpan(0, Math.Max(0, row.StateText.IndexOf('\n', StringComparison.Ordinal))).SequenceEqual(Version(policies)) && Read(row.StateText) is { } state) found.Add(row.CircleId, state);
        }

        return found;
    }

    /// <summary>The state in a kept text, whatever the version of the law under which it was kept; null where none is kept.</summary>
    internal static PlayState? Read(string text) =>
        text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var law ? PlayStateText.Read(text.AsSpan(law + 1)) : null;

    /// <summary>Money that was collected on a day to come waits in the facts for its day, so such a circle is played whole until then.</summary>
    private static string Text(PolicyDesk policies, PlayedCircle played, DateOnly through) =>
        played.Circle.Facts.Receipts.Any(r => r.CollectedOn > through) ? "" : $"{Version(policies)}\n{PlayStateText.Write(played.Play.Kept())}";

    private static ReadOnlySpan<char> Version(PolicyDesk policies) => policies.Law.Version.AsSpan(0, VersionLength);
}
