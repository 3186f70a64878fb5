using Alimenta.Ledger;
using Alimenta.Testing;

namespace Alimenta.Data.Tests;

/// <summary>A tiny caseload: one family, one obligation.</summary>
internal static class World
{
    public static readonly Actor Worker = new(7, "M. Lindqvist");
    public static readonly DateOnly Today = new(2026, 11, 20);

    public sealed record Family(long ObligorId, long CustodianId, long CaseId, long CircleId, long OrderId, long ObligationId);

    /// <summary>Makes the family with number <paramref name="n"/>.</summary>
    public static Task<Family> FamilyAsync(this TestDatabase database, int n = 1) => database.Store.FamilyAsync(n);

    /// <summary>Makes the family with number <paramref name="n"/>.</summary>
    public static async Task<Family> FamilyAsync(this AlimentaStore store, int n = 1)
    {
        var made = await store.Commands.RunAsync<Family>(new($"family-{n}", "test.family", new { n }, Worker, "a family for the test"), context =>
        {
            if (n == 1) context.Add(new BusinessDay { Date = Today });
            var office = context.Add(new Office { Code = n, Name = "North", State = "OR", Fips = "41000" });
            var obligor = context.Add(new Person { Number = $"P{n}1", First = "Femi", Last = "Okafor", SearchName = "OKAFOR FEMI", SsnDigits = "219099999" });
            var custodian = context.Add(new Person { Number = $"P{n}2", First = "Ada", Last = "Okafor", SearchName = "OKAFOR ADA" });
            var circle = context.NextId("circle");
            var file = context.Add(new CaseFile
            {
                Number = $"26-{n:000}", CircleId = circle, ObligorId = obligor.Id, CustodianId = custodian.Id, Policy = "us-or", OfficeId = office.Id, OpenedOn = Today,
            });
            var order = context.Add(new SupportOrder { CaseId = file.Id, Tribunal = "Circuit court", Docket = "26CV1", IssuingState = "OR", SignedOn = Today, EffectiveOn = Today });
            var obligation = context.Add(new Obligation { OrderId = order.Id, CaseId = file.Id, NaturalKey = $"26-{n:000}/1", SupportedPersonId = custodian.Id });
            return Task.FromResult<Outcome<Family>>(new Family(obligor.Id, custodian.Id, file.Id, circle, order.Id, obligation.Id));
        });
        return made.Value;
    }

    /// <summary>A charge of so many cents in November.</summary>
    public static Entry Charge(Family family, long cents = 40_000, string key = "charge:1", int version = 1) =>
        new(EntryKinds.Charge, key, version, Today,
        [
            Owed(family, Accounts.Current, cents),
            Owed(family, Accounts.Charged, -cents),
        ]) { CaseId = family.CaseId, CircleId = family.CircleId, Reason = "due" };

    private static Line Owed(Family family, Account account, long cents) => new(account, new Money(cents))
    {
        ObligorId = family.ObligorId, CaseId = family.CaseId, ObligationId = family.ObligationId, Month = SupportMonth.Of(Today),
    };
}
