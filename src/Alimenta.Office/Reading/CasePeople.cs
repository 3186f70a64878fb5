using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>What is known of how to reach a person of a case.</summary>
/// <param name="Number">The person.</param>
/// <param name="OtherNames">Other names.</param>
/// <param name="HasAddress">Whether any address is on record, shown or not.</param>
/// <param name="Addresses">The addresses, the latest first; none for a person with a family violence indicator.</param>
/// <param name="Phones">Telephone numbers in use; none for a person with a family violence indicator.</param>
/// <param name="Employments">Employers, the latest first.</param>
/// <param name="PaidBy">How the person is paid, without numbers; empty when nothing is recorded.</param>
public sealed record PersonContact(
    string Number, IReadOnlyList<string> OtherNames, bool HasAddress, IReadOnlyList<AddressRow> Addresses, IReadOnlyList<PhoneRow> Phones, IReadOnlyList<EmploymentRow> Employments, string PaidBy);

/// <summary>A telephone number.</summary>
public sealed record PhoneRow(string Number, string Kind, DateOnly From);

/// <summary>Work for an employer.</summary>
public sealed record EmploymentRow(string Employer, string Fein, DateOnly From, DateOnly? To, string Source);

/// <summary>Reads how to reach the people of a case. What could tell where a person with a family violence indicator lives is not even read.</summary>
public sealed class CasePeople(AlimentaStore store)
{
    private const string Shown = "join participant m on m.person_id = p.id and m.valid_to is null where m.case_id = (select id from case_file where number = @number)";

    /// <summary>The contacts by person number. The case must have been read by the same person before: that decides whether he may.</summary>
    public async Task<IReadOnlyDictionary<string, PersonContact>> ReadAsync(Actor by, CasePage page, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@number", page.Number);
        var names = ask.Ask($"select p.number, a.first, a.last from person_alias a join person p on p.id = a.person_id {Shown} order by a.last, a.first", r => (Person: r.Text(), Name: $"{r.Text()} {r.Text()}".Trim()));
        var has = ask.Ask($"select distinct p.number from address a join person p on p.id = a.person_id {Shown} and a.valid_to is null", r => r.Text());
        var addresses = ask.Ask(
            $"""
             select p.number, a.type, a.line1, a.line2, a.city, a.state, a.zip, a.country, a.source, a.valid_from, a.valid_to, a.verified, a.bad
             from address a join person p on p.id = a.person_id and not p.family_violence {Shown} order by a.valid_from desc, a.id desc
             """,
            r => (Person: r.Text(), Row: new AddressRow(r.Word<AddressType>(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Date(), r.DateOrNone(), r.Flag(), r.Flag())));
        var phones = ask.Ask(
            $"select p.number, h.number, h.kind, h.valid_from from phone h join person p on p.id = h.person_id and not p.family_violence {Shown} and h.valid_to is null order by h.valid_from desc, h.id desc",
            r => (Person: r.Text(), Row: new PhoneRow(r.Text(), r.Text(), r.Date())));
        var work = ask.Ask(
            $"""
             select p.number, e.name, e.fein, j.valid_from, j.valid_to, j.source from employment j join employer e on e.id = j.employer_id join person p on p.id = j.person_id and not p.family_violence
             {Shown} order by case when j.valid_to is null then 0 else 1 end, j.valid_from desc, j.id desc
             """, r => (Person: r.Text(), Row: new EmploymentRow(r.Text(), r.Text(), r.Date(), r.DateOrNone(), r.Text())));
        var methods = ask.Ask(
            $"select p.number, y.method from payee_method y join person p on p.id = y.person_id {Shown} and (y.valid_to is null or y.valid_to >= (select business_date from business_day)) order by y.valid_from desc, y.id desc",
            r => (Person: r.Text(), Method: r.Word<PaymentMethod>()));
        await ask.AnswerAsync(cancel);
        await store.Audit.ReadAsync(by, "case.people", "case", page.Number, cancel: cancel);
        var (namesOf, addressesOf, phonesOf, workOf, methodsOf) =
            (names.ToLookup(n => n.Person, n => n.Name), addresses.ToLookup(a => a.Person, a => a.Row), phones.ToLookup(p => p.Person, p => p.Row), work.ToLookup(w => w.Person, w => w.Row), methods.ToLookup(m => m.Person, m => m.Method));
        return page.People.Select(p => p.Number).Distinct().ToDictionary(n => n, n => new PersonContact(
            n, [.. namesOf[n]], has.Contains(n), [.. addressesOf[n]], [.. phonesOf[n]], [.. workOf[n]], methodsOf[n].Any() ? Method(methodsOf[n].First()) : ""), StringComparer.Ordinal);
    }

    private static string Method(PaymentMethod method) => method switch
    {
        PaymentMethod.Deposit => "direct deposit",
        PaymentMethod.Card => "payment card",
        PaymentMethod.Warrant => "paper warrant",
        _ => "another state",
    };
}
