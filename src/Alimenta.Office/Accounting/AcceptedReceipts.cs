using Alimenta.Data;

namespace Alimenta.Office.Accounting;

/// <summary>The receipts of a large file that this process has just accepted: it distributes them without reading them again.</summary>
/// <remarks>They are no more than a memory. A part that takes them deletes the row of each that waits, as one that reads them does, and begins again from the database where it cannot: what was accepted in a try that was rolled back, returned, moved or distributed by someone else is never distributed from here.</remarks>
/// <param name="run">The key of the run that distributes the file.</param>
internal sealed class AcceptedReceipts(string run)
{
    /// <summary>Of a larger file nothing is kept, so that it lies in memory only piece by piece.</summary>
    public const int Most = 20_000;

    private readonly List<(long Circle, Receipt Receipt)> _all = [];
    private bool _tooMany;
    private bool _sorted;

    /// <summary>Keeps a receipt with the circle of its obligor.</summary>
    public void Add(long circle, Receipt receipt)
    {
        if (_tooMany) return;
        _all.Add((circle, receipt));
        if (_all.Count <= Most) return;
        _tooMany = true;
        _all.Clear();
    }

    /// <summary>The receipts of a part in the order of their numbers, and their circles; null where they must be read.</summary>
    public (List<Receipt> Receipts, List<long> Circles)? Of(string runKey, CircleRange circles)
    {
        if (_tooMany || run != runKey) return null;
        lock (_all)
        {
            if (!_sorted) _all.Sort((a, b) => a.Circle.CompareTo(b.Circle));
            _sorted = true;
        }

        var part = _all.SkipWhile(a => a.Circle < circles.First).TakeWhile(a => a.Circle <= circles.Last).ToList();
        return ([.. part.Select(a => a.Receipt).OrderBy(r => r.Id)], [.. part.Select(a => a.Circle).Distinct()]);
    }
}
