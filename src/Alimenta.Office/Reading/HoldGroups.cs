using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>Holds of one reason on a case: told once, however many they are.</summary>
/// <param name="Reason">Why they wait.</param>
/// <param name="Holds">The holds, the oldest first.</param>
public sealed record HoldGroup(HoldReason Reason, IReadOnlyList<HoldRow> Holds)
{
    /// <summary>What is held in all.</summary>
    public Money Amount => Holds.Sum(h => h.Amount);

    /// <summary>The day on which the first of them was placed.</summary>
    public DateOnly Oldest => Holds.Min(h => h.PlacedOn);

    /// <summary>The first day on which one of them is looked at again.</summary>
    public DateOnly ReviewOn => Holds.Min(h => h.ReviewOn);

    /// <summary>The first day on which one of them ends or is looked at again.</summary>
    public DateOnly Until => Holds.Min(h => h.ReleaseOn ?? h.ReviewOn);

    /// <summary>Who looks after them.</summary>
    public string Owner => Holds[0].Owner;

    /// <summary>The rule behind them.</summary>
    public string Citation => Holds[0].Citation;

    /// <summary>The holds of a case by their reasons, those with the most money first.</summary>
    public static IReadOnlyList<HoldGroup> Of(IEnumerable<HoldRow> holds) =>
        [.. holds.GroupBy(h => (h.Reason, h.Owner)).Select(g => new HoldGroup(g.Key.Reason, [.. g.OrderBy(h => h.PlacedOn).ThenBy(h => h.Id)])).OrderByDescending(g => g.Amount).ThenBy(g => g.Reason)];
}
