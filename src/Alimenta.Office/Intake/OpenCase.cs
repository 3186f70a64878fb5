using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Intake;

/// <summary>Opens a IV-D case: one parent who owes and one family, agency or state that is owed, with their children. Its circle forms or grows.</summary>
public static class OpenCase
{
    // The figure of a case number that counts the cases of an office in a year.
    private const int MostSequence = 99_999;

    /// <summary>The parties by their numbers. Without a policy the office's state decides; without a number the next free one is taken.</summary>
    public sealed record Request(
        int Office, DateOnly OpenedOn, string Obligor, string Custodian, IReadOnlyList<string> Children, string IvdType = "", string? Policy = null,
        bool SnapMandatory = false, long? WorkerId = null, string? Number = null);

    /// <param name="Number">The case's number.</param>
    /// <param name="CaseId">The case.</param>
    /// <param name="CircleId">Its circle.</param>
    public sealed record Reply(string Number, long CaseId, long CircleId);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "case.open", request, ("case", request.Number ?? ""), ctx => HandleAsync(ctx, policies, asked, request), cancel);

    private static async Task<Outcome<Reply>> HandleAsync(CommandContext ctx, PolicyDesk policies, Asked asked, Request request)
    {
        var today = await ctx.BusinessDateAsync();
        if (DateChecks.InFuture(request.OpenedOn, today, "openedOn") is { } late) return late;
        if (await ctx.Db.Offices.AsNoTracking().SingleOrDefaultAsync(o => o.Code == request.Office, ctx.Cancel) is not { } office)
            return new Refusal("R-CASE-OFFICE", $"There is no office {request.Office}.", "Choose an office that is there.", Field: "office");
        var policy = request.Policy ?? PolicyOf(policies, office.State);
        _ = policies.On(policy, today);
        if (await People.FindAsync(ctx, request.Obligor) is not { } obligor) return People.Unknown(request.Obligor, "obligor");
        if (await People.FindAsync(ctx, request.Custodian) is not { } custodian) return People.Unknown(request.Custodian, "custodian");
        var children = new List<Person>();
        foreach (var number in request.Children)
        {
            if (await People.FindAsync(ctx, number) is not { } child) return People.Unknown(number, "children");
            children.Add(child);
        }

        if (Parties(obligor, custodian, children) is { } wrong) return wrong;
        foreach (var child in children)
        {
            if (asked.Unless(IdentityRules.Parent(obligor.Born, child.Born)) is { } age) return age;
            if (asked.Unless(Died(child)) is { } dead) return dead;
        }

        // A second case between two people can only be made once the first is seen: forming a circle holds every other case back.
        var (circle, merged) = await Circles.JoinAsync(ctx, obligor.Id, custodian.Id);
        if (await ctx.Db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.ObligorId == obligor.Id && c.CustodianId == custodian.Id, ctx.Cancel) is { } same)
            return new Refusal("R-CASE-SAME", $"Case {same.Number} has the same two parties{(same.Status == CaseStatus.Closed ? " and is closed" : "")}.",
                same.Status == CaseStatus.Closed ? "Reopen it." : "Add the children and the order to it.", Field: "custodian");
        var given = await NumberAsync(ctx, request, office);
        if (given.Refusal is { } no) return no;

        var file = ctx.Add(new CaseFile
        {
            Number = given.Value, CircleId = circle, ObligorId = obligor.Id, CustodianId = custodian.Id, Policy = policy, OfficeId = office.Id, WorkerId = request.WorkerId,
            IvdType = NameText.Clean(request.IvdType), Status = CaseStatus.Open, SnapMandatory = request.SnapMandatory, OpenedOn = request.OpenedOn,
        });
        Take(ctx, file, obligor.Id, ParticipantRole.Obligor);
        Take(ctx, file, custodian.Id, ParticipantRole.Custodian);
        foreach (var child in children) Take(ctx, file, child.Id, ParticipantRole.Child);
        ctx.Add(new CaseEvent { CaseId = file.Id, On = request.OpenedOn, Kind = "opened", Text = "The case was opened.", SourceKey = $"{file.Number}:opened" });
        if (merged) await new CirclePosting(policies).BringUpAsync(ctx, [circle], today, $"Case {file.Number} joins two circles.");
        return new Reply(file.Number, file.Id, circle);
    }

    /// <summary>The policy of a state, or the federal defaults where the state's choices are not recorded.</summary>
    public static string PolicyOf(PolicyDesk policies, string state)
    {
        var own = $"us-{state.ToLowerInvariant()}";
        return policies.Law.Policies.Contains(own) ? own : "us";
    }

    /// <summary>The series of the case numbers of an office in a year.</summary>
    public static string Series(int year, int office) => string.Create(CultureInfo.InvariantCulture, $"case:{year}:{office:000}");

    /// <summary>A refusal when the people cannot stand in one case so.</summary>
    internal static Refusal? Parties(Person obligor, Person custodian, IReadOnlyList<Person> children)
    {
        if (obligor.Id == custodian.Id) return new("R-CASE-ONE-PARTY", $"Person {obligor.Number} cannot both owe and be owed in one case.", "Choose the other parent, the agency or the caretaker.", Field: "custodian");
        if (!People.IsHuman(obligor)) return new("R-CASE-OBLIGOR", $"{obligor.Number} is not a person and cannot owe support.", "Choose the parent who owes.", Field: "obligor");
        if (children.FirstOrDefault(c => c.Id == obligor.Id || c.Id == custodian.Id) is { } both) return new("R-CASE-CHILD-PARTY", $"Person {both.Number} is named both as a child and as a party.", "Take one of the two out.", Field: "children");
        if (children.GroupBy(c => c.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) return new("R-CASE-CHILD-TWICE", $"Child {twice.First().Number} is named twice.", "Name each child once.", Field: "children");
        var numbers = children.Prepend(custodian).Prepend(obligor).Where(p => p.SsnDigits is not null).GroupBy(p => p.SsnDigits);
        return numbers.FirstOrDefault(g => g.Count() > 1) is { } shared
            ? new("R-CASE-SSN-SHARED", $"{string.Join(" and ", shared.Select(p => p.Number))} have the same Social Security number.", "Correct the wrong one first.", Field: "children")
            : null;
    }

    private static Refusal? Died(Person child) => child.Died is { } day
        ? new("W-CASE-CHILD-DIED", $"Child {child.Number} died on {Days.Words(day)}.", "Leave the child out, or confirm when only arrears are pursued.", Field: "children")
        : null;

    private static void Take(CommandContext ctx, CaseFile file, long person, ParticipantRole role) =>
        ctx.Add(new Participant { CaseId = file.Id, PersonId = person, Role = role, From = file.OpenedOn });

    private static async Task<Outcome<string>> NumberAsync(CommandContext ctx, Request request, Alimenta.Data.Office office)
    {
        if (request.Number is { } text)
        {
            if (!CaseNumber.TryParse(text, out var read)) return new Refusal("R-CASE-NUMBER", $"{text} is no case number: its last digit checks the others.", "Leave it out to get the next free number.", Field: "number");
            var number = read.ToString();
            return await ctx.Db.Cases.AnyAsync(c => c.Number == number, ctx.Cancel)
                ? new Refusal("R-CASE-NUMBER-TAKEN", $"Case {number} is there already.", "Leave it out to get the next free number.", Field: "number")
                : number;
        }

        while (true)
        {
            var next = await ctx.NextNumberAsync(Series(request.OpenedOn.Year, office.Code));
            if (next > MostSequence) return new Refusal("R-CASE-NUMBERS-OUT", $"Office {office.Code} has used up its numbers of {request.OpenedOn.Year}.", "Open the case at another office.", Field: "office");
            var number = CaseNumber.Make(request.OpenedOn.Year, office.Code, (int)next).ToString();
            if (!await ctx.Db.Cases.AnyAsync(c => c.Number == number, ctx.Cancel)) return number;
        }
    }
}
