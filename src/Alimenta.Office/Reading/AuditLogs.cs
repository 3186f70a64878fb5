using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>An event of the audit log.</summary>
public sealed record AuditRow(long Seq, DateTime At, long UserId, string UserName, string Action, string ObjectKind, string ObjectId, string Detail);

/// <summary>Which events are wanted; null or empty: any.</summary>
/// <param name="UserId">Only his.</param>
/// <param name="Action">An action, or the beginning of one such as case.</param>
/// <param name="ObjectKind">A kind of object, such as case.</param>
/// <param name="ObjectId">Its number; of a receipt the trace number too.</param>
/// <param name="From">On this day or later (UTC).</param>
/// <param name="To">On this day or earlier (UTC).</param>
/// <param name="Before">Only events before this number: the way to the next page.</param>
public sealed record AuditFilter(long? UserId = null, string Action = "", string ObjectKind = "", string ObjectId = "", DateOnly? From = null, DateOnly? To = null, long? Before = null);

/// <summary>A page of the audit log, the latest event first.</summary>
/// <param name="Rows">The events.</param>
/// <param name="Next">The number to ask before for the next page; null at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, long? Next);

/// <summary>Reads who did and saw what. That it was read is an event too.</summary>
public sealed class AuditLogs(AlimentaStore store)
{
    /// <summary>Reads a page.</summary>
    public async Task<AuditPage> ReadAsync(Actor by, AuditFilter filter, int size = Paging.Usual, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var take = Math.Clamp(size, 1, Paging.Most);
        var ask = new Questions(db).With("@take", take + 1);
        var where = new Conditions(ask).And("user_id = @user", "@user", filter.UserId).And("(action = @action or action like @begins)", "@action", filter.Action).And("object_kind = @kind", "@kind", filter.ObjectKind)
            .And($"(object_id = @object or object_kind = 'receipt' and object_id in ({ReceiptsOf}))", "@object", filter.ObjectId).And("at_time >= @from", "@from", Instant(filter.From)).And("at_time < @to", "@to", Instant(filter.To?.AddDays(1))).And("seq < @before", "@before", filter.Before);
        if (filter.Action.Length > 0) ask.With("@begins", filter.Action + ".%");
        var rows = ask.Ask($"select seq, at_time, user_id, user_name, action, object_kind, object_id, detail from audit_event {where} order by seq desc limit @take",
            r => new AuditRow(r.Long(), r.Instant(), r.Long(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text()));
        await ask.AnswerAsync(cancel);
        await store.Audit.ReadAsync(by, "audit.read", "audit", filter.ObjectId, cancel: cancel);
        return rows.Count > take ? new([.. rows.Take(take)], rows[take - 1].Seq) : new(rows, null);
    }

    // A receipt is read out by the bank's trace number, and kept by its key.
    private const string ReceiptsOf = "select r.natural_key from receipt r join inbound_item i on i.receipt_id = r.id where i.trace = @object and i.trace <> ''";

    private static DateTime? Instant(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
