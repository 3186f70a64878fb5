using Alimenta.Law.Federal;
using Alimenta.Law.Federal.History;

namespace Alimenta.Law.Rules;

/// <summary>How long and how full a history may be that anyone may ask the rule to play.</summary>
/// <remarks>A history is played again on the first of every month and on every day on which something becomes known, so the work grows with the
/// square of both. The bounds are far beyond any family's: a child supported from birth whose arrears are collected for decades after.</remarks>
internal static class HistoryLimits
{
    private const int MostYears = 40;
    private const int MostEvents = 2_000;

    /// <summary>Plays the history, unless it is beyond the bounds.</summary>
    public static Outcome<ReplayReply> Play(LawOn law, ReplayRequest request, Explanation? why) =>
        Beyond(request) is { } refusal ? refusal : Replay.Run(request, (policy, day) => DistributionPolicyReader.Read(law.Store.On(day, policy)), why);

    private static Refusal? Beyond(ReplayRequest request)
    {
        var days = DaysOf(request).ToList();
        if (days.Count > MostEvents)
            return new("L-HISTORY-MANY", $"The history has {days.Count} dated events; at most {MostEvents} are played at once.", "Begin later, with opening balances in place of the events before.", Field: "through");
        var first = days.DefaultIfEmpty(request.Through).Min();
        if (SupportMonth.Of(request.Through).Number - SupportMonth.Of(first).Number <= MostYears * 12) return null;
        return new("L-HISTORY-LONG", $"From {Days.Words(first)} through {Days.Words(request.Through)} are more than {MostYears} years; no longer history is played.",
            "Correct the day in \"through\", or the earliest day of the facts. For debts of long ago use opening balances.", Field: "through");
    }

    /// <summary>Every day on which something happens or becomes known.</summary>
    private static IEnumerable<DateOnly> DaysOf(ReplayRequest r) =>
        r.Terms.SelectMany(t => Both(t.From, t.KnownOn)).Concat(r.Assistance.SelectMany(s => Both(s.From, s.KnownOn))).Concat(r.Assistance.SelectMany(s => s.EndKnownOn is { } end ? [end] : Array.Empty<DateOnly>()))
            .Concat(r.Grants.SelectMany(g => Both(g.On, g.KnownOn))).Concat(r.Openings.SelectMany(o => Both(o.On, o.KnownOn))).Concat(r.Receipts.SelectMany(x => Both(x.On, x.KnownOn)))
            .Concat(r.Returns.Select(b => b.On)).Concat(r.Adjustments.SelectMany(a => Both(a.On, a.KnownOn)));

    private static IEnumerable<DateOnly> Both(DateOnly on, DateOnly? known) => known is { } day && day != on ? [on, day] : [on];
}
