using Alimenta.Data;
using Alimenta.Law.Federal.History;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>An entry of the ledger with why it is what it is, made again from the facts.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Version">The version explained: the last under the key.</param>
/// <param name="EffectiveOn">The day from which it counts.</param>
/// <param name="RecordedAt">When it was posted.</param>
/// <param name="Standing">False when it was taken back: the facts as they are now do not demand it.</param>
/// <param name="PostedCents">What it moved, as posted.</param>
/// <param name="RecomputedCents">What it moves when it is made again; the same to the cent when it stands.</param>
/// <param name="Agrees">Whether every line made again is the line posted.</param>
/// <param name="Parts">The parts of a distribution.</param>
/// <param name="Why">The steps, with their citations and the dated figures that were read.</param>
public sealed record EntryExplained(
    string Key, string Kind, int Version, DateOnly EffectiveOn, DateTime RecordedAt, bool Standing, Money PostedCents, Money RecomputedCents, bool Agrees, IReadOnlyList<StepPart> Parts, Explanation Why);

/// <summary>Says why an entry is what it is. Nothing of it is stored: the circle is played again, and the cents must come out the same.</summary>
public sealed class Explain(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>Explains the entry under a key.</summary>
    public async Task<Outcome<EntryExplained>> EntryAsync(string key, CancellationToken cancel = default)
    {
        await using var moment = await store.SnapshotAsync(cancel);
        var db = moment.Db;
        var last = await db.JournalEntries.Where(e => e.Key == key).OrderByDescending(e => e.Version).FirstOrDefaultAsync(cancel);
        if (last is null) return new Refusal("R-NO-ENTRY", $"There is no entry {key}.", "Open the case or the receipt and choose \"Why?\" beside the amount.");
        var posted = (await db.EntriesByIdAsync([last.Id], cancel))[0];
        if (last.ReversesVersion is { } taken) return TakenBack(posted, taken);
        return await AgainAsync(db, posted, cancel) ?? ExplainOffice.Explained(posted);
    }

    /// <summary>What an entry moved: its debits in the custody book, or in the debt book where no money moved. Money that pays a debt stands in both.</summary>
    internal static Money Moved(IReadOnlyList<Line> lines)
    {
        var book = lines.Any(l => l.Account.Book == Book.Custody) ? Book.Custody : Book.Debt;
        return lines.Where(l => l.Account.Book == book && l.Amount.IsPositive).Sum(l => l.Amount);
    }

    private static EntryExplained TakenBack(PostedEntry posted, int version)
    {
        var row = posted.Row;
        var why = new Explanation("office/reversal", "").Step(
            $"Version {version} was taken back on {Days.Words(DateOnly.FromDateTime(row.RecordedAt))}: {(row.Reason.Length > 0 ? row.Reason : "no reason was recorded")}. Nothing stands in its place.");
        var moved = Moved(posted.Entry.Lines);
        return new(row.Key, row.Kind, row.Version, row.EffectiveOn, row.RecordedAt, false, moved, moved, true, [], why);
    }

    private static EntryExplained Undemanded(PostedEntry posted)
    {
        var row = posted.Row;
        var why = new Explanation("office/books", "").Step("The facts as they are known now do not demand this entry: the books of the case have not been brought up since they changed.");
        return new(row.Key, row.Kind, row.Version, row.EffectiveOn, row.RecordedAt, true, Moved(posted.Entry.Lines), Money.Zero, false, StepDetail.Parse(row.Detail).Parts, why);
    }

    private async Task<EntryExplained?> AgainAsync(AlimentaDb db, PostedEntry posted, CancellationToken cancel)
    {
        var row = posted.Row;
        if (row.CircleId == 0) return null;
        var circle = (await Circles.CurrentAsync(db, [row.CircleId], cancel))[0];
        var through = await db.CircleStates.Where(s => s.CircleId == circle).Select(s => (DateOnly?)s.ThroughDate).SingleOrDefaultAsync(cancel);
        var loaded = await CircleLoader.LoadAsync(db, [circle], cancel);
        if (through is null || loaded.Count == 0) return null;
        var step = CirclePlay.Run(loaded[0].Facts, policies.On, through.Value, explain: row.Key).Steps.FirstOrDefault(s => s.Key == row.Key);
        if (step is null) return Undemanded(posted);
        var again = new CircleEntries(loaded[0], await SpecialPeople.LoadAsync(db, cancel)).Entry(step, row.Version);
        var lines = posted.Entry.Lines;
        return new(
            row.Key, row.Kind, row.Version, row.EffectiveOn, row.RecordedAt, true, Moved(lines), Moved(again.Lines), again.Lines.Count == lines.Count && again.Lines.ToHashSet().SetEquals(lines),
            StepDetail.Parse(row.Detail).Parts, step.Why ?? ExplainSteps.Why(step, loaded[0].Facts));
    }
}
