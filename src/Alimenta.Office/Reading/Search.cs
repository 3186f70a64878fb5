using System.Globalization;
using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>What was found.</summary>
public enum SearchKind
{
    /// <summary>A case.</summary>
    Case,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An order.</summary>
    Order,

    /// <summary>An employer.</summary>
    Employer,

    /// <summary>A receipt.</summary>
    Receipt,

    /// <summary>A payment.</summary>
    Payment,
}

/// <summary>Something that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its row number.</param>
/// <param name="Key">Its natural key, such as a case or person number.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Detail">What tells it from others.</param>
/// <param name="Match">Why it was found.</param>
/// <param name="Cases">The cases to which it leads.</param>
/// <param name="FamilyViolence">Whether the person has a family violence indicator.</param>
public sealed record SearchHit(SearchKind Kind, long Id, string Key, string Title, string Detail, string Match, IReadOnlyList<string> Cases, bool FamilyViolence = false);

/// <summary>What a search found.</summary>
/// <param name="Hits">At most so many of each kind, the surest first.</param>
/// <param name="More">Whether there may be more of a kind than are shown: type more to narrow it.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, bool More);

/// <summary>One box for everything: names and aliases (accents and case do not matter, one slip in the last name is forgiven), Social Security number or its last four digits,
/// case number with or without dashes and check digit, the two last names of a case, docket, employer by name or number, receipt, check and trace numbers.</summary>
/// <remarks>Each kind is bounded, so that a common name costs no more than a rare one. That someone searched is recorded.</remarks>
public sealed class Search(AlimentaStore store)
{
    private const int MostOfAKind = 20;
    private const int MostAtWork = 5;
    private const int FewEnoughForSlips = 5;

    /// <summary>Searches.</summary>
    public async Task<SearchResult> FindAsync(Actor by, string typed, CancellationToken cancel = default)
    {
        var text = new SearchText(typed);
        if (text.Typed.Length == 0) return new([], false);
        await using var db = store.Read();
        var dialect = new Dialect(db);
        var people = new SearchPeople(dialect);
        var ask = new Questions(db).With("@most", MostOfAKind).With("@typed", text.Typed).With("@upper", text.Typed.ToUpperInvariant());
        var cases = Cases(ask, text);
        people.Ask(ask, text);
        var titled = Titled(ask, text, dialect);
        var (orders, firms, receipts, payments) = (Orders(ask, text, dialect), Employers(ask, text, dialect), Receipts(ask), Payments(ask));
        await ask.AnswerAsync(cancel);
        var employers = await AtWorkAsync(db, firms, cancel);
        var persons = people.Found();
        if (persons.Count < FewEnoughForSlips && text.Names.Count > 0)
        {
            var again = new Questions(db).With("@most", MostOfAKind);
            people.AskSlips(again, text);
            await again.AnswerAsync(cancel);
            persons = people.Found();
        }

        IReadOnlyList<SearchHit>[] kinds = [[.. cases, .. titled], persons, orders, employers, receipts, payments];
        await store.Audit.ReadAsync(by, "search", "search", text.ForLog, $"{kinds.Sum(k => k.Count)} found", cancel);
        return new([.. kinds.SelectMany(k => k.DistinctBy(h => h.Key).Take(MostOfAKind))], kinds.Any(k => k.Count >= MostOfAKind));
    }

    private static IReadOnlyList<SearchHit> Cases(Questions ask, SearchText text) => text.CaseNumber.Length == 0 ? [] : ask.With("@case", text.CaseNumber).Ask(
        """
        select c.id, c.number, case when op.kind = 'person' then op.last else op.organization_name end || ' / ' || case when cp.kind = 'person' then cp.last else cp.organization_name end, c.status
        from case_file c join person op on op.id = c.obligor_id join person cp on cp.id = c.custodian_id where c.number = @case
        """, r => Case(r, text));

    private static SearchHit Case(Row r, SearchText text)
    {
        var (id, number, title, status) = (r.Long(), r.Text(), r.Text(), r.Word<CaseStatus>());
        var same = CaseNumber.TryParse(text.Typed, out var typed) && typed.ToString() == number;
        return new(SearchKind.Case, id, number, title, status == CaseStatus.Open ? "open" : "closed", text.Title is not null ? "names of the case" : same ? "case number" : "case number but for its check digit", [number]);
    }

    // As the page of a case is headed. Of a last name that many have, no more obligors than are looked through.
    private static IReadOnlyList<SearchHit> Titled(Questions ask, SearchText text, Dialect dialect) => text.Title is not { } title ? [] : ask.With("@owes", title.Owes).With("@gets", title.Gets).Ask(
        $"""
         select c.id, c.number, op.last || ' / ' || cp.last, c.status
         from (select id, last from person where {dialect.LastName("search_name")} = @owes and kind = 'person' limit {Paging.MostLookedThrough}) op
             join case_file c on c.obligor_id = op.id join person cp on cp.id = c.custodian_id
         where {dialect.LastName("cp.search_name")} = @gets and cp.kind = 'person' order by c.number limit @most
         """, r => Case(r, text));

    private static IReadOnlyList<SearchHit> Orders(Questions ask, SearchText text, Dialect dialect)
    {
        if (text.Typed.Length < 3) return [];
        return ask.With("@above", After(text.Typed)).With("@upperAbove", After(text.Typed.ToUpperInvariant())).Ask(
            $"""
             select o.id, o.docket, o.tribunal, o.issuing_state, c.number from support_order o join case_file c on c.id = o.case_id
             where {dialect.Begins("o.docket", "@typed", "@above")} or {dialect.Begins("o.docket", "@upper", "@upperAbove")} order by {dialect.Bytes("o.docket")}, o.id limit @most
             """, Order);
    }

    private static SearchHit Order(Row r)
    {
        var (id, docket, tribunal, state, file) = (r.Long(), r.Text(), r.Text(), r.Text(), r.Text());
        return new(SearchKind.Order, id, docket, $"Order {docket}", string.Join(", ", new[] { tribunal, state }.Where(p => p.Length > 0)), "order number", [file]);
    }

    private static IReadOnlyList<SearchHit> Employers(Questions ask, SearchText text, Dialect dialect)
    {
        const string columns = "e.id, e.fein, e.name, e.city, e.state";
        if (text.Fein.Length > 0) return ask.With("@fein", text.Fein).Ask($"select {columns}, 'employer number' from employer e where e.fein = @fein", Employer);
        if (text.Firm.Length < 2) return [];
        return ask.With("@firm", text.Firm).With("@firmAbove", After(text.Firm)).Ask(
            $"""
             select * from (select {columns}, 'name of the employer' from employer e where {dialect.Begins("e.search_name", "@firm", "@firmAbove")} order by {dialect.Bytes("e.search_name")} limit @most) as own
             union all select * from (select {columns}, 'other name of the employer' from employer_alias a join employer e on e.id = a.employer_id where {dialect.Begins("a.search_name", "@firm", "@firmAbove")} order by {dialect.Bytes("a.search_name")} limit @most) as other
             """, Employer);
    }

    private static SearchHit Employer(Row r) => new(SearchKind.Employer, r.Long(), r.Text(), r.Text(), string.Join(", ", new[] { r.Text(), r.Text() }.Where(p => p.Length > 0)), r.Text(), []);

    // An employer has no page of its own: it leads to cases of people who work there, the latest first.
    private static async Task<IReadOnlyList<SearchHit>> AtWorkAsync(AlimentaDb db, IReadOnlyList<SearchHit> employers, CancellationToken cancel)
    {
        if (employers.Count == 0) return employers;
        var ask = new Questions(db);
        var cases = employers.DistinctBy(e => e.Id).ToDictionary(e => e.Id, e => ask.Ask(
            string.Create(CultureInfo.InvariantCulture, $"""
             select c.number from (select person_id, id from employment where employer_id = {e.Id} and valid_to is null order by id desc limit {MostAtWork}) j
             join person p on p.id = j.person_id and not p.family_violence join case_file c on c.obligor_id = p.id order by j.id desc, c.number limit {MostAtWork}
             """), r => r.Text()));
        await ask.AnswerAsync(cancel);
        return [.. employers.Select(e => e with { Cases = cases[e.Id] })];
    }

    private static IReadOnlyList<SearchHit> Receipts(Questions ask) => ask.Ask(
        """
        select r.id, r.natural_key, r.amount, r.received_on, r.payor_name, x.how, coalesce(c.number, '') from (
            select id, 'receipt number' as how from receipt where natural_key = @typed
            union all select id, 'check number' from (select id from receipt where check_number = @typed and check_number <> '' order by id desc limit @most) as checks
            union all select receipt_id, 'trace number' from (select receipt_id from inbound_item where trace = @typed and trace <> '' and receipt_id is not null order by id desc limit @most) as traces) as x
        join receipt r on r.id = x.id left join case_file c on c.obligor_id = r.obligor_id order by r.id desc, c.number
        """, Receipt);

    private static SearchHit Receipt(Row r)
    {
        var (id, key, amount, on, payor, how, file) = (r.Long(), r.Text(), r.Money(), r.Date(), r.Text(), r.Text(), r.Text());
        return new(SearchKind.Receipt, id, key, string.Create(CultureInfo.InvariantCulture, $"{amount} of {Days.Words(on)}"), payor, how, file.Length > 0 ? [file] : []);
    }

    private static IReadOnlyList<SearchHit> Payments(Questions ask) => ask.Ask(
        $"""
         select d.id, d.natural_key, {PersonText.NameColumns}, d.amount, d.on_day, case when d.trace = @typed then 'trace number' else 'payment number' end
         from disbursement d join person p on p.id = d.payee_id where d.id in (select id from disbursement where trace = @typed union select id from disbursement where natural_key = @typed) order by d.id desc limit @most
         """, Payment);

    private static SearchHit Payment(Row r)
    {
        var (id, key, payee, amount, on, how) = (r.Long(), r.Text(), PersonText.Name(r), r.Money(), r.Date(), r.Text());
        return new(SearchKind.Payment, id, key, $"{amount} to {payee}", Days.Words(on), how, []);
    }

    private static string After(string text) => text[..^1] + (char)(text[^1] + 1);
}
