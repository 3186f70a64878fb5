using Alimenta.Data;
using Alimenta.Ledger;

namespace Alimenta.Office.Reading;

/// <summary>Which lines of a case's ledger are wanted; null or empty: any.</summary>
/// <param name="Account">One account of the debt book, such as PA; empty: all on which debt stands.</param>
/// <param name="Month">One month of support.</param>
/// <param name="From">Effective from this day; the running balance counts what was before.</param>
/// <param name="To">Effective through this day.</param>
/// <param name="Kind">One kind of entry.</param>
/// <param name="Obligation">One obligation, by its natural key.</param>
/// <param name="WithReversed">Whether entries that were taken back, and what took them back, are shown too.</param>
public sealed record LedgerFilter(string Account = "", SupportMonth? Month = null, DateOnly? From = null, DateOnly? To = null, string Kind = "", string Obligation = "", bool WithReversed = false);

/// <summary>A line of a case's ledger.</summary>
/// <param name="EntryKey">The entry; with it goes "Why?".</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Reversal">Whether it takes back another.</param>
/// <param name="EffectiveOn">The day from which it counts.</param>
/// <param name="RecordedAt">When it became known.</param>
/// <param name="Reason">Why, where someone said so.</param>
/// <param name="Account">The account.</param>
/// <param name="Obligation">The obligation.</param>
/// <param name="Month">The month of support.</param>
/// <param name="Amount">Above nothing: owed more; below: owed less.</param>
/// <param name="Balance">The balance after it, in the order of effective days, of what the account, month and obligation asked for.</param>
/// <param name="ReceiptId">The receipt, where one is concerned.</param>
public sealed record LedgerRow(
    string EntryKey, int Version, string Kind, bool Reversal, DateOnly EffectiveOn, DateTime RecordedAt, string Reason, string Account, string Obligation, SupportMonth Month, Money Amount, Money Balance, long? ReceiptId);

/// <summary>A page of a case's ledger, the newest line first.</summary>
/// <param name="Number">The case.</param>
/// <param name="Page">The lines.</param>
/// <param name="Balance">The balance now of what the account, month and obligation asked for.</param>
public sealed record CaseLedger(string Number, Page<LedgerRow> Page, Money Balance);

/// <summary>Reads the ledger of a case in one round trip, with a running balance that does not depend on the page.</summary>
public sealed class CaseLedgers(AlimentaStore store)
{
    private static readonly string Owed = string.Join(", ", Accounts.Arrears.Append(Accounts.Current).Select(a => $"'{a.Code}'"));

    /// <summary>Reads a page.</summary>
    public async Task<Outcome<CaseLedger>> ReadAsync(Actor by, string number, LedgerFilter filter, Paging paging = default, CancellationToken cancel = default)
    {
        if (!CaseNumber.TryParse(number, out var parsed)) return CaseAccess.Unknown(number);
        await using var db = store.Read();
        var ask = new Questions(db).With("@number", parsed.ToString()).With("@user", by.UserId).With("@take", paging.Take).With("@skip", paging.Skip);
        var outside = Outside(filter, ask);
        var heads = ask.Ask($"select c.number, {CaseAccess.OwnSql} from case_file c where c.number = @number", r => (Number: r.Text(), Own: r.Flag()));
        var lines = $"""
            select l.entry_id, l.entry_key, l.version, l.kind, l.reverses_version, l.effective_on, l.recorded_at, l.reason, l.account, o.natural_key, l.month, l.cents, l.entry_receipt_id, l.line_no,
                cast(sum(l.cents) over (order by l.effective_on, l.entry_id, l.line_no) as bigint) as running
            from journal_line l left join obligation o on o.id = l.obligation_id
            {Inside(filter, ask)}
            """;
        var total = ask.Ask($"select count(*) from ({lines}) as x {outside}", r => r.Long());
        var balance = ask.Ask($"select cast(coalesce(sum(cents), 0) as bigint) from ({lines}) as x", r => r.Money());
        var rows = ask.Ask(
            $"""
             select entry_key, version, kind, case when reverses_version is null then 0 else 1 end, effective_on, recorded_at, reason, account, natural_key, month, cents, running, entry_receipt_id
             from ({lines}) as x {outside} order by effective_on desc, entry_id desc, line_no desc limit @take offset @skip
             """,
            r => new LedgerRow(r.Text(), r.Int(), r.Text(), r.Int() == 1, r.Date(), r.Instant(), r.Text(), r.Text(), r.Text(), r.Month(), r.Money(), r.Money(), r.LongOrNone()));
        await ask.AnswerAsync(cancel);
        if (heads.Count == 0) return CaseAccess.Unknown(number);
        if (heads[0].Own) return CaseAccess.Own(heads[0].Number);
        await store.Audit.ReadAsync(by, "case.ledger", "case", heads[0].Number, cancel: cancel);
        return new CaseLedger(heads[0].Number, paging.Of(rows, total[0]), balance[0]);
    }

    // What says which balance is meant stands inside the running sum.
    private static Conditions Inside(LedgerFilter filter, Questions ask)
    {
        var inside = new Conditions(ask).And($"{PostedLines.OfThisCase} and l.case_id = (select id from case_file where number = @number) and l.book = 'debt'")
            .And("l.account = @account", "@account", filter.Account).And("l.month = @month", "@month", filter.Month?.Number).And("o.natural_key = @obligation", "@obligation", filter.Obligation);
        if (filter.Account.Length == 0) inside.And($"l.account in ({Owed})");
        if (!filter.WithReversed) inside.And(PostedLines.Standing);
        return inside;
    }

    // What says which of its lines are shown stands outside.
    private static Conditions Outside(LedgerFilter filter, Questions ask) =>
        new Conditions(ask).And("effective_on >= @from", "@from", filter.From).And("effective_on <= @to", "@to", filter.To).And("kind = @kind", "@kind", filter.Kind);
}
