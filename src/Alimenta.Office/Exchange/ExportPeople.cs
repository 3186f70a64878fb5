using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Exchange;

/// <summary>Offices, people, employers and accounts of a caseload file.</summary>
internal sealed class ExportPeople(AlimentaDb db, CaseloadWriter writer, CancellationToken cancel)
{
    public async Task WriteAsync()
    {
        await EachAsync(db.Offices.OrderBy(o => o.Id), o => writer.LineAsync("office", f => f.Whole("code", o.Code).Text("name", o.Name).Text("state", o.State).Text("fips", o.Fips)));
        await EachAsync(db.People.OrderBy(p => p.Id), p => writer.LineAsync("person", f =>
        {
            f.Text("number", p.Number);
            if (p.Kind != PersonKind.Person) f.Word("kind", p.Kind);
            f.Text("last", p.Last).Text("first", p.First).Text("middle", p.Middle).Text("suffix", p.Suffix).Text("organization", p.OrganizationName).Date("born", p.Born).Date("died", p.Died).Text("ssn", p.SsnDigits);
            if (p.SsnStatus != SsnStatus.Unverified) f.Word("ssn_status", p.SsnStatus);
            f.Flag("family_violence", p.FamilyViolence).Text("language", p.Language);
        }));
        await EachAsync(Of(db.PersonAliases.OrderBy(a => a.Id), a => a.PersonId), x => writer.LineAsync("alias", f => f.Text("person", x.Person).Text("last", x.Row.Last).Text("first", x.Row.First).Text("middle", x.Row.Middle)));
        await EachAsync(Of(db.OverpaymentChoices.OrderBy(a => a.Id), a => a.PersonId), x => writer.LineAsync("overpayment_choice", f => f.Text("person", x.Person).Word("intent", x.Row.Intent).Date("from", x.Row.From)));
        await EachAsync(Of(db.Addresses.OrderBy(a => a.Id), a => a.PersonId), x => writer.LineAsync("address", f => Address(f.Text("person", x.Person), x.Row)));
        await EachAsync(Of(db.Phones.OrderBy(a => a.Id), a => a.PersonId), x => writer.LineAsync("phone", f => f.Text("person", x.Person).Text("number", x.Row.Number).Text("kind", x.Row.Kind).Date("from", x.Row.From).Date("to", x.Row.To)));
        await EachAsync(db.Employers.OrderBy(e => e.Id), e => writer.LineAsync("employer", f => f.Text("fein", e.Fein).Text("name", e.Name).Text("line1", e.Line1).Text("line2", e.Line2).Text("city", e.City).Text("state", e.State).Text("zip", e.Zip)));
        await EachAsync(
            db.EmployerAliases.OrderBy(a => a.Id).Select(a => new { a.Name, Fein = db.Employers.Where(e => e.Id == a.EmployerId).Select(e => e.Fein).First() }),
            a => writer.LineAsync("employer_alias", f => f.Text("fein", a.Fein).Text("name", a.Name)));
        await EachAsync(
            db.Employments.OrderBy(a => a.Id).Select(a => new { Row = a, Person = db.People.Where(p => p.Id == a.PersonId).Select(p => p.Number).First(), Fein = db.Employers.Where(e => e.Id == a.EmployerId).Select(e => e.Fein).First() }),
            x => writer.LineAsync("employment", f => f.Text("person", x.Person).Text("fein", x.Fein).Date("from", x.Row.From).Date("to", x.Row.To).Text("source", x.Row.Source)));
        await EachAsync(Of(db.BankAccounts.OrderBy(a => a.Id), a => a.PersonId), x => writer.LineAsync("account", f =>
        {
            f.Text("person", x.Person).Text("routing", x.Row.Routing).Text("account", x.Row.AccountNumber).Word("kind", x.Row.Kind);
            if (x.Row.PrenoteStatus != PrenoteStatus.None) f.Word("prenote", x.Row.PrenoteStatus);
            f.Date("prenote_on", x.Row.PrenoteOn).Date("from", x.Row.From).Date("to", x.Row.To);
        }));
        // A choice that was replaced before it held for a day never held.
        await EachAsync(
            db.PayeeMethods.Where(m => m.To == null || m.To >= m.From).OrderBy(m => m.Id).Select(m => new { Row = m, Person = db.People.Where(p => p.Id == m.PersonId).Select(p => p.Number).First(), Account = db.BankAccounts.FirstOrDefault(a => a.Id == m.BankAccountId) }),
            x => writer.LineAsync("method", f => f.Text("person", x.Person).Word("method", x.Row.Method).Text("routing", x.Account?.Routing).Text("account", x.Account?.AccountNumber).Text("fips", x.Row.Fips).Date("from", x.Row.From).Date("to", x.Row.To)));
    }

    private static void Address(CaseloadFields f, Address a) =>
        f.Word("kind", a.Type).Text("line1", a.Line1).Text("line2", a.Line2).Text("city", a.City).Text("state", a.State).Text("zip", a.Zip).Text("country", a.Country == "US" ? null : a.Country)
            .Text("source", a.Source.Length > 0 ? a.Source : "not recorded").Date("from", a.From).Date("to", a.To).Flag("verified", a.Verified).Flag("bad", a.Bad);

    private IQueryable<OfPerson<T>> Of<T>(IQueryable<T> rows, System.Linq.Expressions.Expression<Func<T, long>> person)
        where T : class => rows.Join(db.People, person, p => p.Id, (row, p) => new OfPerson<T> { Row = row, Person = p.Number });

    private async Task EachAsync<T>(IQueryable<T> rows, Func<T, Task> write)
    {
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel)) await write(row);
    }

    private sealed class OfPerson<T>
    {
        public required T Row { get; init; }

        public required string Person { get; init; }
    }
}
