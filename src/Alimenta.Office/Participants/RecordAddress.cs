using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Participants;

/// <summary>Records where a person lives or gets mail. An earlier address of the same type ends the day before.</summary>
public static class RecordAddress
{
    public sealed record Request(string Person, AddressType Type, AddressGiven Address, string Source, DateOnly From, bool Verified = false);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.address", request, request.Person, null, cancel, async (ctx, person) =>
        {
            var today = await ctx.BusinessDateAsync();
            var given = request.Address.Clean();
            if (AddressRules.Check(given) is { } no) return no;
            if (DateChecks.Unlikely(request.From, today, "from") is { } unlikely) return unlikely;
            var source = NameText.Clean(request.Source);
            if (source.Length == 0) return new Refusal("R-ADDRESS-SOURCE", "It is not said who gave the address.", "Enter the source, such as the person, the employer or the post office.", Field: "source");
            foreach (var earlier in await ctx.Db.Addresses.Where(a => a.PersonId == person.Id && a.Type == request.Type && (a.To == null || a.To >= request.From)).ToListAsync(ctx.Cancel))
            {
                if (earlier.From > request.From)
                    return new Refusal("R-ADDRESS-LATER", $"A later address of this type begins on {Days.Words(earlier.From)}.", "Enter a day on or after it, or correct that address first.", Field: "from");
                earlier.To = request.From.AddDays(-1);
            }

            var row = ctx.Add(new Address
            {
                PersonId = person.Id, Type = request.Type, Line1 = given.Line1, Line2 = given.Line2, City = given.City, State = given.State, Zip = given.Zip, Country = given.Country,
                Source = source, From = request.From, Verified = request.Verified,
            });
            await SharedAsync(ctx, person, row, today);
            return row.Id;
        });

    /// <summary>The address of the other party of a case: they live together again, or someone is in danger. A person looks at it.</summary>
    private static async Task SharedAsync(CommandContext ctx, Person person, Address row, DateOnly today)
    {
        var cases = await ctx.Db.Cases.AsNoTracking().Where(c => (c.ObligorId == person.Id || c.CustodianId == person.Id) && c.Status == CaseStatus.Open).ToListAsync(ctx.Cancel);
        var others = cases.Select(c => c.ObligorId == person.Id ? c.CustodianId : c.ObligorId).Distinct().ToList();
        var lived = await ctx.Db.Addresses.AsNoTracking().Where(a => others.Contains(a.PersonId) && !a.Bad && (a.To == null || a.To >= row.From)).ToListAsync(ctx.Cancel);
        var place = AddressRules.Place(row.Line1, row.Zip);
        var same = lived.Where(a => AddressRules.Place(a.Line1, a.Zip) == place).Select(a => a.PersonId).ToHashSet();
        foreach (var file in cases.Where(c => same.Contains(c.ObligorId) || same.Contains(c.CustodianId)))
        {
            ctx.Add(new WorkTask
            {
                CaseId = file.Id, PersonId = person.Id, Kind = "same-address", Title = "Both parties have one address", CreatedOn = today, DueOn = today, Owner = "case-manager",
                Reason = "Find out whether they live together again or whether one of them is in danger, before mail or money leaves.",
            });
        }
    }
}

/// <summary>Says what is known of an address: verified, bad because mail came back, or ended.</summary>
public static class MarkAddress
{
    /// <param name="Person">The person's number.</param>
    /// <param name="AddressId">The address.</param>
    /// <param name="Version">The version of the address that the asker saw.</param>
    /// <param name="Verified">Whether it was verified.</param>
    /// <param name="Bad">Whether mail came back.</param>
    /// <param name="To">The last day; null: it still holds.</param>
    public sealed record Request(string Person, long AddressId, int? Version, bool Verified, bool Bad, DateOnly? To = null);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.address.mark", request, request.Person, null, cancel, async (ctx, person) =>
        {
            if (await ctx.Db.Addresses.SingleOrDefaultAsync(a => a.Id == request.AddressId && a.PersonId == person.Id, ctx.Cancel) is not { } row)
                return new Refusal("R-ADDRESS-UNKNOWN", $"Person {person.Number} has no such address.", "Look at the person's addresses again.", Field: "addressId");
            if (DateChecks.Backwards(row.From, request.To) is { } no) return no;
            if (request is { Verified: true, Bad: true }) return new Refusal("R-ADDRESS-BOTH", "An address cannot be both verified and bad.", "Choose one of the two.", Field: "bad");
            ctx.Expect(row, request.Version);
            var turnedBad = request.Bad && !row.Bad;
            (row.Verified, row.Bad, row.To) = (request.Verified, request.Bad, request.To);
            if (turnedBad && !await ctx.Db.Addresses.AnyAsync(a => a.PersonId == person.Id && a.Id != row.Id && !a.Bad && a.To == null, ctx.Cancel))
            {
                var today = await ctx.BusinessDateAsync();
                ctx.Add(new WorkTask { PersonId = person.Id, Kind = "find-address", Title = "Find a good address", Reason = "Mail came back, and no other address is known.", Citation = "45 CFR 303.3", CreatedOn = today, DueOn = today, Owner = "case-manager" });
            }

            return row.Id;
        });
}
