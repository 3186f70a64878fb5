using System.Globalization;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Participants;

/// <summary>Records a person, an agency or another state, with a number.</summary>
public static class RecordPerson
{
    /// <summary>The series of the numbers of people.</summary>
    public const string Series = "person";

    private const int MostNumber = 20;

    /// <summary>The name of a person, or that of an organization; a number from elsewhere, or null for the next free one.</summary>
    public sealed record Request(
        PersonKind Kind, NameGiven Name, string Organization = "", DateOnly? Born = null, DateOnly? Died = null, string? Ssn = null, string Language = "", string? Number = null);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<PersonChanged>(store, "person.record", request, ("person", request.Number ?? ""), ctx => HandleAsync(ctx, asked, request), cancel);

    /// <summary>The number that stands n-th in the series.</summary>
    public static string NumberOf(long n) => string.Create(CultureInfo.InvariantCulture, $"P{n:00000000}");

    /// <summary>A refusal when a number from elsewhere cannot be used.</summary>
    public static Refusal? CheckNumber(string number) => number.Length is > 0 and <= MostNumber && number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? null
        : new("R-PERSON-NUMBER", $"A person's number has 1 to {MostNumber} letters, digits and dashes.", "Leave it out to get the next free number.", Field: "number");

    private static async Task<Outcome<PersonChanged>> HandleAsync(CommandContext ctx, Asked asked, Request request)
    {
        var today = await ctx.BusinessDateAsync();
        var human = request.Kind == PersonKind.Person;
        var name = request.Name.Clean();
        var firm = NameText.Clean(request.Organization);
        if ((human ? NameRules.Check(name) : NameRules.CheckFirm(firm, "organization")) is { } unnamed) return unnamed;
        if (IdentityRules.Born(request.Born, today) is { } born) return born;
        if (IdentityRules.Died(request.Died, request.Born, today) is { } died) return died;
        if (human && asked.Unless(NameRules.Warning(name)) is { } doubtful) return doubtful;
        string? ssn = null;
        if (request.Ssn is { Length: > 0 } text)
        {
            var read = IdentityRules.Ssn(text);
            if (read.Refusal is { } no) return no;
            ssn = read.Value;
            if (asked.Unless(await TakenAsync(ctx, ssn, 0)) is { } taken) return taken;
        }

        if (request.Number is { } given)
        {
            if (CheckNumber(given) is { } odd) return odd;
            if (await ctx.Db.People.AnyAsync(p => p.Number == given, ctx.Cancel))
                return new Refusal("R-PERSON-NUMBER-TAKEN", $"The number {given} is taken.", "Leave it out to get the next free number.", Field: "number");
        }

        var search = human ? NameText.Search(name.Last, name.First, name.Middle) : NameText.SearchFirm(firm);
        if (human && asked.Unless(await TwinAsync(ctx, search, request.Born)) is { } twin) return twin;
        var person = ctx.Add(new Person
        {
            Number = request.Number ?? await FreeNumberAsync(ctx),
            Kind = request.Kind, First = human ? name.First : "", Middle = human ? name.Middle : "", Last = human ? name.Last : "", Suffix = human ? name.Suffix : "",
            OrganizationName = human ? "" : firm, Born = request.Born, Died = request.Died, SsnDigits = ssn, Language = NameText.Clean(request.Language), SearchName = search,
        });
        return new PersonChanged(person.Number, person.Version, person.Id);
    }

    /// <summary>A warning when another person has the number. It is shown masked, and nobody is merged.</summary>
    internal static async Task<Refusal?> TakenAsync(CommandContext ctx, string ssn, long personId)
    {
        var other = await ctx.Db.People.AsNoTracking().Where(p => p.SsnDigits == ssn && p.Id != personId).OrderBy(p => p.Id).FirstOrDefaultAsync(ctx.Cancel);
        return other is null ? null : new("W-SSN-TAKEN", $"Person {other.Number} has the same Social Security number (***-**-{ssn[^4..]}).", "Check whether it is the same person; if it is not, confirm and say why.", Field: "ssn");
    }

    private static async Task<Refusal?> TwinAsync(CommandContext ctx, string search, DateOnly? born)
    {
        if (born is null) return null;
        var other = await ctx.Db.People.AsNoTracking().Where(p => p.SearchName == search && p.Born == born).Select(p => p.Number).FirstOrDefaultAsync(ctx.Cancel);
        return other is null ? null : new("W-PERSON-TWIN", $"Person {other} has the same name and date of birth.", "Use that person if it is the same; if not, confirm and say why.", Field: "name");
    }

    private static async Task<string> FreeNumberAsync(CommandContext ctx)
    {
        while (true)
        {
            var number = NumberOf(await ctx.NextNumberAsync(Series));
            if (!await ctx.Db.People.AnyAsync(p => p.Number == number, ctx.Cancel)) return number;
        }
    }
}
