using Alimenta.Data;

namespace Alimenta.Office.Receipts;

/// <summary>What a file came to, counted piece by piece, and what became of its first items.</summary>
internal sealed class IntakeTotals
{
    private const int MostItemsTold = 1000;

    private readonly List<ItemReceived> _told = [];

    /// <summary>Items.</summary>
    public int Items { get; private set; }

    /// <summary>Of them, those that came before.</summary>
    public int Duplicates { get; private set; }

    /// <summary>What the credits carry.</summary>
    public Money Credits { get; private set; }

    /// <summary>Receipts.</summary>
    public int Receipts { get; private set; }

    /// <summary>Of them, with a known obligor.</summary>
    public int Identified { get; private set; }

    /// <summary>What the receipts come to.</summary>
    public Money Posted { get; private set; }

    /// <summary>What became of the items, the first thousand.</summary>
    public IReadOnlyList<ItemReceived> Told => _told;

    /// <summary>Counts a piece.</summary>
    public void Count(IReadOnlyCollection<InboundItem> items, IReadOnlyCollection<Receipt> receipts)
    {
        Items += items.Count;
        Duplicates += items.Count(i => i.Status == InboundItemStatus.Duplicate);
        Credits += items.Where(i => i.Kind == "credit").Sum(i => i.Amount);
        Receipts += receipts.Count;
        Identified += receipts.Count(r => r.ObligorId is not null);
        Posted += receipts.Sum(r => r.Amount);
        if (_told.Count == MostItemsTold) return;
        var receiptsOf = receipts.ToLookup(r => r.InboundItemId, r => r.NaturalKey);
        _told.AddRange(items.Take(MostItemsTold - _told.Count).Select(i => new ItemReceived(i.Line, i.Kind, i.Amount, i.Status.ToString().ToLowerInvariant(), [.. receiptsOf[i.Id]], i.Note)));
    }
}
