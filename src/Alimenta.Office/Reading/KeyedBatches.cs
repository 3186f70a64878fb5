using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>A batch of keyed receipts.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Status">Open or closed.</param>
/// <param name="BusinessDate">The day on which it was opened.</param>
/// <param name="DeclaredCount">Items declared.</param>
/// <param name="DeclaredAmount">Their sum as declared.</param>
/// <param name="Count">Items keyed.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="OpenedBy">Who opened it.</param>
/// <param name="ClosedBy">Who closed it; empty while it is open.</param>
public sealed record BatchRow(long Id, BatchStatus Status, DateOnly BusinessDate, int DeclaredCount, Money DeclaredAmount, int Count, Money Amount, string OpenedBy, string ClosedBy)
{
    /// <summary>How many items are missing; below nothing: too many.</summary>
    public int MissingCount => DeclaredCount - Count;

    /// <summary>How much is missing; below nothing: too much.</summary>
    public Money MissingAmount => DeclaredAmount - Amount;

    /// <summary>Whether count and amount agree.</summary>
    public bool Agrees => MissingCount == 0 && MissingAmount.IsZero;
}

/// <summary>A keyed item with what helps to see whether it was keyed right.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Key">Its number.</param>
/// <param name="CaseNumbers">The cases in which the obligor pays; empty when no case was keyed.</param>
/// <param name="Obligor">The obligor's name; empty when no case was keyed.</param>
/// <param name="PayorName">The name written on the item.</param>
/// <param name="Amount">The amount keyed.</param>
/// <param name="Tender">Check, money order, cash or card.</param>
/// <param name="Source">How it was collected.</param>
/// <param name="CollectedOn">The day of collection.</param>
/// <param name="CheckNumber">The number of the check.</param>
/// <param name="LastAmount">What this obligor's last receipt before this batch was; null when there was none.</param>
/// <param name="ChargedMonthly">What fell due in his cases in the month of the business date.</param>
/// <param name="JointReturn">Whether it is a tax offset of a joint return.</param>
/// <param name="NetAmount">What arrived: less than the amount when a fee was kept.</param>
public sealed record BatchItem(
    long ReceiptId, string Key, string CaseNumbers, string Obligor, string PayorName, Money Amount, Tender Tender, ReceiptSource Source, DateOnly CollectedOn, string CheckNumber, Money? LastAmount, Money ChargedMonthly,
    bool JointReturn, Money NetAmount)
{
    private const int Unusual = 2;

    /// <summary>Whether the amount is more than twice what came last and what falls due in a month: a digit may be wrong.</summary>
    public bool IsUnusual => Obligor.Length > 0 && (LastAmount is not null || ChargedMonthly.IsPositive) && Amount > Most;

    private Money Most => new(checked(Math.Max((LastAmount ?? Money.Zero).Cents, ChargedMonthly.Cents) * Unusual));
}

/// <summary>A batch with its items, the last keyed first.</summary>
public sealed record BatchPage(BatchRow Batch, IReadOnlyList<BatchItem> Items);

/// <summary>Reads batches of keyed receipts.</summary>
public sealed class KeyedBatches(AlimentaStore store)
{
    private const string Select = """
        select b.id, b.status, b.business_date, b.declared_count, b.declared_amount, (select count(*) from receipt r where r.batch_id = b.id), (select cast(coalesce(sum(r.amount), 0) as bigint) from receipt r where r.batch_id = b.id),
            coalesce(o.display_name, ''), coalesce(c.display_name, '')
        from receipt_batch b left join app_user o on o.id = b.opened_by left join app_user c on c.id = b.closed_by
        """;

    private static readonly string Items = $"""
        select r.id, r.natural_key, {PersonText.NameColumns}, r.payor_name, r.amount, r.tender, r.source, r.collected_on, r.check_number,
            (select x.amount from receipt x where x.obligor_id = r.obligor_id and x.status in ('identified', 'distributed')
                and x.batch_id is distinct from r.batch_id and (x.received_on < r.received_on or (x.received_on = r.received_on and x.id < r.id)) order by x.received_on desc, x.id desc limit 1),
            (select cast(coalesce(-sum(l.cents), 0) as bigint) from journal_line l where {PostedLines.OfCases("c.obligor_id = r.obligor_id")} and l.kind = 'charge' and l.account = 'charged' and l.obligor_id = r.obligor_id and l.month = @month),
            r.joint_return, r.net_amount
        from receipt r left join person p on p.id = r.obligor_id
        where r.batch_id = @id order by r.id desc
        """;

    /// <summary>The batches, open ones first, then the latest.</summary>
    public async Task<Page<BatchRow>> ListAsync(BatchStatus? status = null, Paging paging = default, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@take", paging.Take).With("@skip", paging.Skip);
        var where = new Conditions(ask).And("b.status = @status", "@status", status is { } wanted ? Naming.Snake(wanted.ToString()) : "");
        var total = ask.Ask($"select count(*) from receipt_batch b {where}", r => r.Long());
        var rows = ask.Ask($"{Select} {where} order by case b.status when 'open' then 0 else 1 end, b.id desc limit @take offset @skip", Batch);
        await ask.AnswerAsync(cancel);
        return paging.Of(rows, total[0]);
    }

    /// <summary>A batch with its items.</summary>
    public async Task<Outcome<BatchPage>> ReadAsync(Actor by, long id, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var today = await BusinessDate.ReadAsync(db, cancel);
        var ask = new Questions(db).With("@id", id).With("@month", SupportMonth.Of(today).Number);
        var batches = ask.Ask($"{Select} where b.id = @id", Batch);
        var items = ask.Ask(Items, Item);
        var cases = ask.Ask("select r.id, c.number from receipt r join case_file c on c.obligor_id = r.obligor_id where r.batch_id = @id order by c.number", r => (Receipt: r.Long(), Number: r.Text()));
        await ask.AnswerAsync(cancel);
        if (batches.Count == 0) return new Refusal("R-NO-BATCH", "There is no such batch.", "Choose a batch from the list.");
        if (items.Count > 0) await store.Audit.ReadAsync(by, "batch.read", "batch", $"{id}", cancel: cancel);
        var numbers = cases.ToLookup(c => c.Receipt, c => c.Number);
        return new BatchPage(batches[0], [.. items.Select(i => i with { CaseNumbers = string.Join(", ", numbers[i.ReceiptId]) })]);
    }

    private static BatchRow Batch(Row r) => new(r.Long(), r.Word<BatchStatus>(), r.Date(), r.Int(), r.Money(), r.Int(), r.Money(), r.Text(), r.Text());

    private static BatchItem Item(Row r) => new(
        r.Long(), r.Text(), "", PersonText.NameOrNone(r), r.Text(), r.Money(), r.Word<Tender>(), r.Word<ReceiptSource>(), r.Date(), r.Text(), r.LongOrNone() is { } last ? new Money(last) : null, r.Money(), r.Flag(), r.Money());
}
