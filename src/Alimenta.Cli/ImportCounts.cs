using Alimenta.Data;
using Alimenta.Office.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli;

/// <summary>How many there are of something before an import, and after it.</summary>
/// <param name="Name">The type of line, or the table.</param>
/// <param name="Before">Before.</param>
/// <param name="Added">Added by the file.</param>
/// <param name="After">After; what it would be, in a dry run.</param>
internal sealed record ImportCount(string Name, long Before, long Added, long After);

/// <summary>Counts what a caseload adds to. A whole book goes into an empty database: before it, there is nothing of anything.</summary>
internal static class ImportCounts
{
    private static readonly (string Name, Func<AlimentaDb, IQueryable<object>> Rows)[] Types =
    [
        ("office", db => db.Offices), ("person", db => db.People), ("alias", db => db.PersonAliases), ("overpayment_choice", db => db.OverpaymentChoices), ("address", db => db.Addresses),
        ("phone", db => db.Phones), ("employer", db => db.Employers), ("employer_alias", db => db.EmployerAliases), ("employment", db => db.Employments), ("account", db => db.BankAccounts),
        ("method", db => db.PayeeMethods), ("case", db => db.Cases), ("participant", db => db.Participants), ("order", db => db.Orders), ("obligation", db => db.Obligations),
        ("term", db => db.ObligationTerms), ("opening_balance", db => db.OpeningBalances), ("adjustment", db => db.Adjustments), ("spell", db => db.AssistanceSpells),
        ("grant", db => db.AssistanceGrants), ("receipt", db => db.Receipts),
    ];

    /// <summary>What is there now, by type of line.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(AlimentaStore store, CancellationToken cancel)
    {
        await using var db = store.Read();
        var counts = new Dictionary<string, long>();
        foreach (var (name, rows) in Types) counts[name] = await rows(db).LongCountAsync(cancel);
        counts["entry"] = await db.JournalEntries.LongCountAsync(cancel);
        return counts;
    }

    /// <summary>Before, added and after of what a report adds.</summary>
    /// <param name="report">What became of the file.</param>
    /// <param name="before">Before it.</param>
    /// <param name="after">After it; null where nothing was written: then it is what it would be.</param>
    public static IReadOnlyList<ImportCount> Of(ImportReport report, IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long>? after)
    {
        if (report.Status is "refused" or "duplicate") return [];
        if (report.Kind == "book") return [.. report.Added.Where(a => a.Value > 0).Select(a => new ImportCount(a.Key, 0, a.Value, a.Value))];
        var added = report.Added.Select(a => (a.Key, a.Value)).Append(("entry", report.Entries));
        return [.. added.Where(a => a.Item2 > 0).Select(a => new ImportCount(a.Item1, before[a.Item1], a.Item2, after?[a.Item1] ?? before[a.Item1] + a.Item2))];
    }
}
