using Alimenta.Data;
using Alimenta.Formats.Nacha;

namespace Alimenta.Office.Reading;

/// <summary>Someone whose money it may be.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Number">His number.</param>
/// <param name="Name">His name.</param>
/// <param name="Cases">The cases in which he pays.</param>
/// <param name="Score">How sure, up to 100: the sum of what speaks for him, within bounds.</param>
/// <param name="Why">What speaks for him, the strongest first.</param>
public sealed record Candidate(long PersonId, string Number, string Name, IReadOnlyList<string> Cases, int Score, IReadOnlyList<string> Why);

/// <summary>A receipt whose obligor is not known.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Key">Its number.</param>
/// <param name="Amount">How much waits.</param>
/// <param name="ReceivedOn">When it came in.</param>
/// <param name="DaysWaiting">Calendar days since.</param>
/// <param name="Source">How it was collected.</param>
/// <param name="PayorName">The name sent or written.</param>
/// <param name="Ssn">The number sent, last four digits only.</param>
/// <param name="Employer">The employer who sent it.</param>
/// <param name="CheckNumber">The number of the check.</param>
/// <param name="Remittance">What the sender said, with protected digits masked.</param>
/// <param name="Why">Why it was not identified.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
/// <param name="Candidates">Whose it may be, the surest first.</param>
public sealed record UnidentifiedRow(
    long ReceiptId, string Key, Money Amount, DateOnly ReceivedOn, int DaysWaiting, ReceiptSource Source, string PayorName, string Ssn, string Employer, string CheckNumber, string Remittance, string Why,
    DateOnly? ReviewOn, IReadOnlyList<Candidate> Candidates);

/// <summary>Reads the receipts whose obligor is not known, the oldest first, with the people whose money each may be. A person chooses; nothing is guessed.</summary>
public sealed class UnidentifiedQueue(AlimentaStore store)
{
    /// <summary>The condition that a receipt r waits for its obligor to be known.</summary>
    internal const string Waiting = $"r.status = 'unidentified' and {Posted}";

    /// <summary>The condition that a receipt r is received. What is keyed into a batch that is not closed is not, yet.</summary>
    internal const string Posted = "(r.batch_id is null or not exists (select 1 from receipt_batch k where k.id = r.batch_id and k.status = 'open'))";

    private static readonly Dictionary<string, string> Sorts = new() { ["sender"] = "r.payor_name", ["amount"] = "r.amount - r.returned_amount" };

    /// <summary>A page of the queue.</summary>
    public async Task<Page<UnidentifiedRow>> ReadAsync(Actor by, Paging paging = default, CancellationToken cancel = default, Sorting sort = default)
    {
        await using var db = store.Read();
        var today = await BusinessDate.ReadAsync(db, cancel);
        var counting = new Questions(db);
        var total = counting.Ask(Paging.Counted($"from receipt r where {Waiting}"), r => r.Long());
        await counting.AnswerAsync(cancel);
        // Too many are not sorted by what has no index. Which stand on the page is settled first; what is shown of them is read for these alone.
        var order = TooMany(total[0], sort) || sort.Key == "received" ? $"order by r.received_on {Way(sort)}, r.id {Way(sort)}" : sort.Sql(Sorts, "r.received_on, r.id", "r.id");
        var ask = new Questions(db).With("@take", paging.Take).With("@skip", paging.Skip);
        var rows = ask.Ask($"{Select} where r.id in (select r.id from receipt r where {Waiting} {order} limit @take offset @skip) {order}", Clue.Read);
        await ask.AnswerAsync(cancel);
        var candidates = await new Candidates(db).FindAsync(rows, cancel);
        await store.Audit.ReadAsync(by, "unidentified.read", "receipt", "", ListReads.Counted(rows.Count, "receipt", "receipts"), cancel);
        return paging.Of<UnidentifiedRow>([.. rows.Select(c => c.Row(today, candidates[c.ReceiptId]))], total[0]);
    }

    /// <summary>Whether so many are not sorted as was asked: the oldest stand first.</summary>
    public static bool TooMany(long total, Sorting sort) => total > Paging.MostCounted && sort.Key is ("sender" or "amount");

    private static string Way(Sorting sort) => sort is { Key: "received", Down: true } ? "desc" : "asc";

    /// <summary>One receipt of the queue with its candidates.</summary>
    public async Task<Outcome<UnidentifiedRow>> ReadOneAsync(Actor by, long receipt, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var today = await BusinessDate.ReadAsync(db, cancel);
        var ask = new Questions(db).With("@id", receipt);
        var rows = ask.Ask($"{Select} where r.id = @id and {Waiting}", Clue.Read);
        await ask.AnswerAsync(cancel);
        if (rows.Count == 0) return new Refusal("R-NOT-WAITING", "This receipt does not wait for its obligor to be known.", "Look at the receipt itself: it says who was named and by whom.");
        var candidates = await new Candidates(db).FindAsync(rows, cancel);
        await store.Audit.ReadAsync(by, "unidentified.read", "receipt", rows[0].Key, cancel: cancel);
        return rows[0].Row(today, candidates[receipt]);
    }

    private const string Select = """
        select r.id, r.natural_key, r.amount - r.returned_amount, r.received_on, r.source, r.payor_name, r.ssn_digits, r.employer_id, coalesce(e.name, ''), r.check_number, coalesce(i.ded_text, ''), coalesce(i.note, ''),
            (select min(h.review_on) from hold h where h.receipt_id = r.id and h.reason = 'unidentified' and h.status = 'active')
        from receipt r left join employer e on e.id = r.employer_id left join inbound_item i on i.id = r.inbound_item_id
        """;
}

/// <summary>What an unidentified receipt says about whose it may be.</summary>
internal sealed record Clue(
    long ReceiptId, string Key, Money Amount, DateOnly ReceivedOn, ReceiptSource Source, string PayorName, string SsnDigits, long? EmployerId, string Employer, string CheckNumber, string Remittance, string Why, DateOnly? ReviewOn)
{
    public static Clue Read(Row r) => new(
        r.Long(), r.Text(), r.Money(), r.Date(), r.Word<ReceiptSource>(), r.Text(), r.Text(), r.LongOrNone(), r.Text(), r.Text(), r.Text(), r.Text(), r.DateOrNone());

    /// <summary>The case numbers that the sender named, although they did not agree.</summary>
    public IEnumerable<string> NamedCases => Remittance.Split(['*', ' ', '\\', '~'], StringSplitOptions.RemoveEmptyEntries).Select(t => CaseNumber.TryParse(t, out var number) ? number.ToString() : "").Where(n => n.Length > 0).Distinct();

    /// <summary>Whether a name is the name sent, in the short form of remittances or as a person writes it.</summary>
    public bool Names(string last, string first) =>
        DedName.Compare(PayorName, last, first) == NameAgreement.Agrees || new SearchText(PayorName).Names.Any(n => n.First.Length > 0 && n.Last == Participants.NameText.Fold(last) && n.FitsFirst($"{n.Last} {Participants.NameText.Fold(first)}"));

    public UnidentifiedRow Row(DateOnly today, IReadOnlyList<Candidate> candidates) => new(
        ReceiptId, Key, Amount, ReceivedOn, today.DayNumber - ReceivedOn.DayNumber, Source, PayorName, PersonText.Masked(SsnDigits), Employer, CheckNumber, Remittance, Why, ReviewOn, candidates);
}
