using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Participants;

/// <summary>Records an employer under its federal number, or a further name of one that is known.</summary>
public static class RecordEmployer
{
    /// <param name="Fein">The federal employer number.</param>
    /// <param name="Name">The name.</param>
    /// <param name="Address">Where orders to withhold go; null: not known.</param>
    /// <param name="Version">The version that the asker saw, when he changes a known employer's name or address.</param>
    public sealed record Request(string Fein, string Name, AddressGiven? Address = null, int? Version = null);

    /// <param name="Fein">The nine digits.</param>
    /// <param name="Version">The version after the change.</param>
    public sealed record Reply(string Fein, int Version);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "employer.record", request, ("employer", request.Fein), async ctx =>
        {
            var fein = ContactRules.Fein(request.Fein);
            if (fein.Refusal is { } no) return no;
            var name = NameText.Clean(request.Name);
            if (NameRules.CheckFirm(name, "name") is { } odd) return odd;
            if (ContactRules.NoEmployer(name) is { } none) return none;
            var address = request.Address?.Clean();
            if (address is not null && AddressRules.Check(address) is { } wrong) return wrong;
            var digits = fein.Value;
            await ctx.LockNameAsync($"employer:{digits}");
            var row = await ctx.Db.Employers.SingleOrDefaultAsync(e => e.Fein == digits, ctx.Cancel);
            if (row is null) row = ctx.Add(new Employer { Fein = digits, Name = name, SearchName = NameText.SearchFirm(name) });
            else if (request.Version is null && row.Name != name) await AliasAsync(ctx, row, name);
            else
            {
                ctx.Expect(row, request.Version);
                if (row.Name != name) await AliasAsync(ctx, row, row.Name);
                (row.Name, row.SearchName) = (name, NameText.SearchFirm(name));
            }

            if (address is not null) (row.Line1, row.Line2, row.City, row.State, row.Zip) = (address.Line1, address.Line2, address.City, address.State, address.Zip);
            await ctx.FlushAsync();
            return new Reply(digits, row.Version);
        }, cancel);

    private static async Task AliasAsync(CommandContext ctx, Employer row, string name)
    {
        var search = NameText.SearchFirm(name);
        if (await ctx.Db.EmployerAliases.AnyAsync(a => a.EmployerId == row.Id && a.Name == name, ctx.Cancel)) return;
        ctx.Add(new EmployerAlias { EmployerId = row.Id, Name = name, SearchName = search });
    }
}

/// <summary>Records where a person works.</summary>
public static class RecordEmployment
{
    public sealed record Request(string Person, string Fein, DateOnly From, string Source);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.employment", request, request.Person, null, cancel, async (ctx, person) =>
        {
            var fein = ContactRules.Fein(request.Fein);
            if (fein.Refusal is { } no) return no;
            var digits = fein.Value;
            if (asked.Unless(person.SsnDigits == digits ? new("W-FEIN-SSN", "The employer's number is the person's own Social Security number.", "Ask for the employer's federal number, or confirm that the person is self-employed under it.", Field: "fein") : null) is { } own) return own;
            if (await ctx.Db.Employers.AsNoTracking().SingleOrDefaultAsync(e => e.Fein == digits, ctx.Cancel) is not { } employer)
                return new Refusal("R-EMPLOYER-UNKNOWN", $"There is no employer with the number {digits[..2]}-{digits[2..]}.", "Record the employer first.", Field: "fein");
            if (await ctx.Db.Employments.AnyAsync(e => e.PersonId == person.Id && e.EmployerId == employer.Id && (e.To == null || e.To >= request.From), ctx.Cancel))
                return new Refusal("R-EMPLOYMENT-SAME", $"The person works for {employer.Name} already.", "End the earlier employment first.", Field: "from");
            return ctx.Add(new Employment { PersonId = person.Id, EmployerId = employer.Id, From = request.From, Source = NameText.Clean(request.Source) }).Id;
        });
}

/// <summary>Ends an employment.</summary>
public static class EndEmployment
{
    public sealed record Request(string Person, long EmploymentId, int? Version, DateOnly To);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.employment.end", request, request.Person, null, cancel, async (ctx, person) =>
        {
            if (await ctx.Db.Employments.SingleOrDefaultAsync(e => e.Id == request.EmploymentId && e.PersonId == person.Id, ctx.Cancel) is not { } row)
                return new Refusal("R-EMPLOYMENT-UNKNOWN", $"Person {person.Number} has no such employment.", "Look at the person's employments again.", Field: "employmentId");
            if (DateChecks.Backwards(row.From, request.To) is { } no) return no;
            ctx.Expect(row, request.Version);
            row.To = request.To;
            return row.Id;
        });
}
