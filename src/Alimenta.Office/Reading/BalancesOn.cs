using Alimenta.Data;
using Alimenta.Ledger;

namespace Alimenta.Office.Reading;

/// <summary>What was owed in a case on a day, as it was known at an instant.</summary>
/// <param name="Number">The case.</param>
/// <param name="On">The day: entries effective later do not count.</param>
/// <param name="KnownBy">The instant: what was recorded later, and what was taken back later, does not matter; null: all that is known now.</param>
/// <param name="Current">Current support not paid yet.</param>
/// <param name="Arrears">Arrears by class; all classes are there.</param>
public sealed record BalancesAsOf(string Number, DateOnly On, DateTime? KnownBy, Money Current, IReadOnlyDictionary<string, Money> Arrears)
{
    /// <summary>Arrears of all classes.</summary>
    public Money ArrearsTotal => Arrears.Values.Sum();

    /// <summary>All that was owed.</summary>
    public Money Total => Current + ArrearsTotal;
}

/// <summary>Reads balances of a case as of a day from the journal, by what is known now or what was known at an instant.</summary>
/// <remarks>An entry counts when it stood at the instant: recorded by then, and not taken back by then. So a change of the past shows in every day
/// that it touches, and the books of any earlier moment can still be seen as they were.</remarks>
public sealed class BalancesOn(AlimentaStore store)
{
    private static readonly string Owed = string.Join(", ", Accounts.Arrears.Append(Accounts.Current).Select(a => $"'{a.Code}'"));

    /// <summary>Reads the balances.</summary>
    /// <param name="by">Who reads.</param>
    /// <param name="number">The case.</param>
    /// <param name="on">The day; null: the business date.</param>
    /// <param name="knownBy">The instant, in UTC; null: now.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome<BalancesAsOf>> ReadAsync(Actor by, string number, DateOnly? on = null, DateTime? knownBy = null, CancellationToken cancel = default)
    {
        if (!CaseNumber.TryParse(number, out var parsed)) return CaseAccess.Unknown(number);
        await using var db = store.Read();
        var today = await BusinessDate.ReadAsync(db, cancel);
        var day = on ?? today;
        var ask = new Questions(db).With("@number", parsed.ToString()).With("@user", by.UserId).With("@on", day);
        var heads = ask.Ask($"select c.number, {CaseAccess.OwnSql} from case_file c where c.number = @number", r => (Number: r.Text(), Own: r.Flag()));
        var (known, undone) = ("", "");
        if (knownBy is { } instant)
        {
            ask.With("@known", instant);
            (known, undone) = ("and l.recorded_at <= @known", "and r.recorded_at <= @known");
        }

        var sums = ask.Ask(
            $"""
             select l.account, cast(sum(l.cents) as bigint) from journal_line l
             where {PostedLines.OfThisCase} and l.case_id = (select id from case_file where number = @number) and l.account in ({Owed}) and l.effective_on <= @on {known} and l.reverses_version is null
                and not exists (select 1 from journal_entry r where r.key = l.entry_key and r.reverses_version = l.version {undone})
             group by l.account
             """, r => KeyValuePair.Create(r.Text(), r.Money()));
        await ask.AnswerAsync(cancel);
        if (heads.Count == 0) return CaseAccess.Unknown(number);
        if (heads[0].Own) return CaseAccess.Own(heads[0].Number);
        if (day > today) return new Refusal("R-BALANCE-AHEAD", $"{Days.Words(day)} lies ahead of the business date {Days.Words(today)}: what will be owed then is not in the books.", "Ask for the business date or an earlier day.", Field: "on");
        await store.Audit.ReadAsync(by, "case.balances", "case", heads[0].Number, cancel: cancel);
        var of = new Dictionary<string, Money>(sums);
        return new BalancesAsOf(heads[0].Number, day, knownBy, of.GetValueOrDefault(Accounts.Current.Code), Accounts.Arrears.ToDictionary(a => a.Code, a => of.GetValueOrDefault(a.Code)));
    }
}
