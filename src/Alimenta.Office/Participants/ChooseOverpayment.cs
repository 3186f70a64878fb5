using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Participants;

/// <summary>Records what an obligor wants done with money beyond every debt that is collected from a day on. Money collected before stays as it was used.</summary>
public static class ChooseOverpayment
{
    public sealed record Request(string Person, OverpaymentIntent Intent, DateOnly From);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.overpayment", request, request.Person, null, cancel, async (ctx, person) =>
        {
            if (request.From < await ctx.BusinessDateAsync())
                return new Refusal("R-CHOICE-PAST", $"A choice counts for money collected from now on; {Days.Words(request.From)} has passed.", "Enter the business date or a later day.", Field: "from");
            if (await ctx.Db.OverpaymentChoices.AnyAsync(c => c.PersonId == person.Id && c.From > request.From, ctx.Cancel))
                return new Refusal("R-CHOICE-LATER", "A later choice is on record.", "Enter a day on or after it.", Field: "from");
            return ctx.Add(new OverpaymentChoice { PersonId = person.Id, Intent = request.Intent, From = request.From }).Id;
        });
}
