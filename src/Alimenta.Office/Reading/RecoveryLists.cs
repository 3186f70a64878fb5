using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>What a payee had too much.</summary>
/// <param name="Id">The recovery.</param>
/// <param name="Payee">Whose.</param>
/// <param name="PayeeNumber">His number.</param>
/// <param name="CaseNumber">Out of which case.</param>
/// <param name="ReceiptId">Out of which receipt.</param>
/// <param name="ReceiptKey">Its number.</param>
/// <param name="Amount">How much.</param>
/// <param name="Recovered">How much of it came back.</param>
/// <param name="Consent">What he says to giving it back.</param>
/// <param name="ConsentOn">The day on which he said so.</param>
/// <param name="Ppm">The part of later payments to which he agreed, in millionths.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Why">Why the receipt came back or moved; empty where that is not recorded.</param>
public sealed record RecoveryItem(
    long Id, string Payee, string PayeeNumber, string CaseNumber, long? ReceiptId, string ReceiptKey, Money Amount, Money Recovered, RecoveryConsent Consent, DateOnly? ConsentOn, long Ppm, RecoveryStatus Status, string Why)
{
    /// <summary>What is still out.</summary>
    public Money Left => Amount - Recovered;
}

/// <summary>A page of recoveries, with what is out in all.</summary>
public sealed record RecoveryList(Page<RecoveryItem> Page, int Open, Money OpenAmount, Money WithConsent);

/// <summary>Reads what payees had too much.</summary>
public sealed class RecoveryLists(AlimentaStore store)
{
    private static readonly Dictionary<string, string> Sorts = new() { ["payee"] = "p.last", ["amount"] = "x.amount", ["left"] = "x.amount - x.recovered" };

    private const string Select = $"""
        select x.id, {PersonText.NameColumns}, p.number, coalesce(c.number, ''), x.receipt_id, coalesce(r.natural_key, ''), x.amount, x.recovered, x.consent, x.consent_on, x.ppm, x.status, coalesce(r.return_reason, '')
        from recovery x join person p on p.id = x.payee_id left join case_file c on c.id = x.case_id left join receipt r on r.id = x.receipt_id
        """;

    /// <summary>The recoveries, those that are out first.</summary>
    public async Task<RecoveryList> ReadAsync(RecoveryStatus? status = null, Paging paging = default, CancellationToken cancel = default, Sorting sort = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@take", paging.Take).With("@skip", paging.Skip);
        var where = new Conditions(ask).And("x.status = @status", "@status", status is { } wanted ? Naming.Snake(wanted.ToString()) : "");
        var total = ask.Ask($"select count(*) from recovery x {where}", r => r.Long());
        var sums = ask.Ask(
            "select count(*), cast(coalesce(sum(amount - recovered), 0) as bigint), cast(coalesce(sum(case when status = 'active' then amount - recovered else 0 end), 0) as bigint) from recovery where status in ('potential', 'active')",
            r => (Count: r.Int(), Amount: r.Money(), Agreed: r.Money()));
        var rows = ask.Ask($"{Select} {where} {sort.Sql(Sorts, "case x.status when 'potential' then 0 when 'active' then 1 else 2 end, x.id", "x.id")} limit @take offset @skip", Item);
        await ask.AnswerAsync(cancel);
        return new(paging.Of(rows, total[0]), sums[0].Count, sums[0].Amount, sums[0].Agreed);
    }

    /// <summary>One recovery.</summary>
    public async Task<Outcome<RecoveryItem>> ReadOneAsync(Actor by, long id, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@id", id);
        var rows = ask.Ask($"{Select} where x.id = @id", Item);
        await ask.AnswerAsync(cancel);
        if (rows.Count == 0) return new Refusal("R-NO-RECOVERY", "There is no such overpayment.", "Choose one from the list.");
        await store.Audit.ReadAsync(by, "recovery.read", "person", rows[0].PayeeNumber, cancel: cancel);
        return rows[0];
    }

    private static RecoveryItem Item(Row r) => new(
        r.Long(), PersonText.Name(r), r.Text(), r.Text(), r.LongOrNone(), r.Text(), r.Money(), r.Money(), r.Word<RecoveryConsent>(), r.DateOrNone(), r.Long(), r.Word<RecoveryStatus>(), r.Text());
}
