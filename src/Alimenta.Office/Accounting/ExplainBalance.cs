using System.Globalization;
using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>One cause of a balance.</summary>
/// <param name="On">The day from which it counts.</param>
/// <param name="EntryKey">The entry; it explains itself further.</param>
/// <param name="Words">What happened.</param>
/// <param name="Citation">The law, where there is one.</param>
/// <param name="AmountCents">Above nothing: owed more; below: owed less.</param>
/// <param name="BalanceCents">What was owed after it.</param>
public sealed record BalanceCause(DateOnly On, string EntryKey, string Words, string Citation, Money AmountCents, Money BalanceCents);

/// <summary>A balance with everything that made it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Account">The account: current, or a class of arrears.</param>
/// <param name="Says">What the account holds.</param>
/// <param name="BalanceCents">The balance, from the first entry on.</param>
/// <param name="StoredCents">The stored balance; null where only a part was asked for.</param>
/// <param name="Agrees">Whether the two are the same to the cent.</param>
/// <param name="Causes">What made it, the oldest first; the oldest are left out of a very long list.</param>
/// <param name="LeftOut">How many were left out.</param>
/// <param name="Why">The causes summed up.</param>
public sealed record BalanceExplained(
    string Case, string Account, string Says, Money BalanceCents, Money? StoredCents, bool Agrees, IReadOnlyList<BalanceCause> Causes, int LeftOut, Explanation Why);

/// <summary>Says why a case owes what it owes on one account: every charge, payment and move, with the running figure.</summary>
public sealed class ExplainBalance(AlimentaStore store)
{
    private const int Most = 1_000;

    /// <summary>Explains a balance of a case.</summary>
    /// <param name="number">The case.</param>
    /// <param name="account">current, or a class of arrears such as NA.</param>
    /// <param name="month">One month of support; null: all.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Outcome<BalanceExplained>> RunAsync(string number, string account, SupportMonth? month = null, CancellationToken cancel = default) => AsOfAsync(number, account, null, month, cancel);

    /// <summary>Explains what a case owed on a day, as it is known now.</summary>
    /// <param name="number">The case.</param>
    /// <param name="account">current, or a class of arrears such as NA.</param>
    /// <param name="day">The end of this day; null: all that is posted.</param>
    /// <param name="month">One month of support; null: all.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome<BalanceExplained>> AsOfAsync(string number, string account, DateOnly? day, SupportMonth? month = null, CancellationToken cancel = default)
    {
        if (Accounts.Arrears.Append(Accounts.Current).FirstOrDefault(a => string.Equals(a.Code, account, StringComparison.OrdinalIgnoreCase)) is not { } asked)
            return new Refusal("R-NO-BALANCE", $"There is no balance {account}.", "Ask for current or a class of arrears: NA, PA, TA, CA, UDA, UPA, FC or MED.");
        if (!CaseNumber.TryParse(number, out var parsed)) return Unknown(number);
        await using var moment = await store.SnapshotAsync(cancel);
        var db = moment.Db;
        var name = parsed.ToString();
        var file = await db.Cases.Where(c => c.Number == name).Select(c => new { c.Id, c.CircleId }).SingleOrDefaultAsync(cancel);
        if (file is null) return Unknown(number);
        if (day is { } asOf && await db.BusinessDays.Select(d => (DateOnly?)d.Date).SingleOrDefaultAsync(cancel) is { } today && asOf > today)
            return new Refusal("R-EXPLAIN-DAY", $"{Days.Words(asOf)} is after the business date, {Days.Words(today)}: nothing is posted for it yet.", "Ask for a day up to the business date.", "", "as_of");
        var causes = await CausesAsync(db, file.Id, await Circles.WithMergedAsync(db, [file.CircleId], cancel), asked, day, month, cancel);
        var balance = causes.Count == 0 ? Money.Zero : causes[^1].Cause.BalanceCents;
        var stored = month is null && day is null ? Stored(await db.CaseAccounts.SingleOrDefaultAsync(a => a.CaseId == file.Id, cancel), asked) : (Money?)null;
        var kept = causes.Skip(Math.Max(0, causes.Count - Most)).Select(c => c.Cause).ToList();
        return new BalanceExplained(name, asked.Code, asked.Says, balance, stored, stored is null || stored == balance, kept, causes.Count - kept.Count, Sum(asked, causes, balance));
    }

    private static Refusal Unknown(string number) => new("R-EXPLAIN-CASE", $"There is no case {number}.", "Check the number: its last digit checks the others.");

    private static async Task<List<(BalanceCause Cause, DebtPlace Other, bool In)>> CausesAsync(AlimentaDb db, long file, List<long> circles, Account account, DateOnly? day, SupportMonth? month, CancellationToken cancel)
    {
        var standing = db.JournalEntries.AsNoTracking().Where(e => e.CircleId != 0 && circles.Contains(e.CircleId) && e.ReversesVersion == null && !db.JournalEntries.Any(r => r.Key == e.Key && r.ReversesVersion == e.Version));
        if (day is { } last) standing = standing.Where(e => e.EffectiveOn <= last);
        var rows = (await standing.OrderBy(e => e.EffectiveOn).ThenBy(e => e.Id).ToListAsync(cancel))
            .Select(e => (Entry: e, Lines: PackedLines.Read(e.Id, e.Lines).FindAll(l => l.CaseId == file && l.Book == Book.Debt)))
            .Where(e => e.Lines.Exists(l => l.Account == account.Code))
            .SelectMany(e => e.Lines.Where(l => month is null || l.Month == month).Select(l => new { e.Entry.Id, e.Entry.Key, e.Entry.EffectiveOn, l.Account, l.ObligationId, l.Month, l.Cents })).ToList();
        var causes = new List<(BalanceCause, DebtPlace, bool)>();
        var running = Money.Zero;
        foreach (var debt in rows.GroupBy(r => (r.Id, r.ObligationId, r.Month)))
        {
            var own = debt.Where(l => l.Account == account.Code).Sum(l => l.Cents);
            var (on, key) = (debt.First().EffectiveOn, debt.First().Key);
            foreach (var (other, cents) in Flows(own, debt.Where(l => l.Account != account.Code).Select(l => (l.Account, l.Cents))))
            {
                var amount = new Money(cents);
                var into = cents > 0;
                var (words, citation) = into
                    ? ExplainSteps.Words(Place(other), Place(account.Code), amount, debt.Key.Month)
                    : ExplainSteps.Words(Place(account.Code), Place(other), -amount, debt.Key.Month);
                causes.Add((new(on, key, words, citation, amount, running += amount), Place(other), into));
            }
        }

        return causes;
    }

    /// <summary>Where the amount of one line came from or went to within its entry: lines of the opposite sign, in their order, up to what each can take.</summary>
    private static IEnumerable<(string Account, long Cents)> Flows(long own, IEnumerable<(string Account, long Cents)> others)
    {
        foreach (var (account, cents) in others)
        {
            if (own == 0) yield break;
            if (Math.Sign(cents) == Math.Sign(own)) continue;
            var flow = Math.Sign(own) * Math.Min(Math.Abs(own), Math.Abs(cents));
            yield return (account, flow);
            own -= flow;
        }
    }

    private static Explanation Sum(Account account, List<(BalanceCause Cause, DebtPlace Other, bool In)> causes, Money balance)
    {
        var why = new Explanation("office/balance", "");
        foreach (var group in causes.GroupBy(c => (c.Other, c.In)).OrderByDescending(g => g.Key.In).ThenBy(g => g.Key.Other))
        {
            var sum = group.Sum(c => c.Cause.AmountCents);
            var times = group.Count() == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{group.Count()} times");
            why.Step(group.Key.In ? $"{sum} {Came(group.Key.Other)}, {times}." : $"{-sum} {Went(group.Key.Other)}, {times}.");
        }

        return why.Step($"{balance} is left on {account.Code}: {account.Says}");
    }

    private static string Came(DebtPlace from) => from switch
    {
        DebtPlace.Charged => "fell due",
        DebtPlace.Current => "stayed unpaid at a month's end",
        DebtPlace.Adjusted => "was added by decision",
        DebtPlace.Opening => "was taken over from an earlier record",
        _ => $"came from class {from}",
    };

    private static string Went(DebtPlace to) => to switch
    {
        DebtPlace.Satisfied => "was paid",
        DebtPlace.SatisfiedByPartner => "was paid by another person who owes the same",
        DebtPlace.Adjusted => "was taken off by decision",
        DebtPlace.Current => "became current support",
        _ => $"went to class {to}",
    };

    private static DebtPlace Place(string account) => account switch
    {
        "charged" => DebtPlace.Charged,
        "current" => DebtPlace.Current,
        "satisfied" => DebtPlace.Satisfied,
        "satisfied.partner" => DebtPlace.SatisfiedByPartner,
        "adjusted" => DebtPlace.Adjusted,
        "opening" => DebtPlace.Opening,
        _ => Enum.Parse<DebtPlace>(account),
    };

    private static Money Stored(CaseAccount? a, Account account) => a is null ? Money.Zero : account.Code switch
    {
        "current" => a.Current,
        "NA" => a.Na,
        "PA" => a.Pa,
        "TA" => a.Ta,
        "CA" => a.Ca,
        "UDA" => a.Uda,
        "UPA" => a.Upa,
        "FC" => a.Fc,
        _ => a.Med,
    };
}
