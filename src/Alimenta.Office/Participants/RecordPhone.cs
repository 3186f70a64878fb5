using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Participants;

/// <summary>Records a telephone number.</summary>
public static class RecordPhone
{
    public sealed record Request(string Person, string Number, string Kind, DateOnly From);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.phone", request, request.Person, null, cancel, async (ctx, person) =>
        {
            var number = ContactRules.Phone(request.Number);
            if (number.Refusal is { } no) return no;
            var text = number.Value;
            if (await ctx.Db.Phones.AnyAsync(p => p.PersonId == person.Id && p.Number == text && p.To == null, ctx.Cancel))
                return new Refusal("R-PHONE-SAME", "This number is on record already.", "Nothing needs to be done.", Field: "number");
            return ctx.Add(new Phone { PersonId = person.Id, Number = text, Kind = NameText.Clean(request.Kind), From = request.From }).Id;
        });
}

/// <summary>Ends a telephone number.</summary>
public static class EndPhone
{
    public sealed record Request(string Person, long PhoneId, int? Version, DateOnly To);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.phone.end", request, request.Person, null, cancel, async (ctx, person) =>
        {
            if (await ctx.Db.Phones.SingleOrDefaultAsync(p => p.Id == request.PhoneId && p.PersonId == person.Id, ctx.Cancel) is not { } row)
                return new Refusal("R-PHONE-UNKNOWN", $"Person {person.Number} has no such telephone number.", "Look at the person's numbers again.", Field: "phoneId");
            if (DateChecks.Backwards(row.From, request.To) is { } no) return no;
            ctx.Expect(row, request.Version);
            row.To = request.To;
            return row.Id;
        });
}
