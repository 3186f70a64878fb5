using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Intake;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Orders;

/// <summary>Enters an obligation of an order: what for, for whom, how much from when, and what ends it. The books follow at once.</summary>
public static class EnterObligation
{
    private const int MostGroup = 40;

    /// <summary>An obligation. Obligations of several obligors who owe one debt carry the same group; the secondary of a pair says so.</summary>
    public sealed record Request(
        string Case, string Docket, ObligationKind Kind, string? Supported, EndGiven End, IReadOnlyList<TermGiven> Terms,
        string? JointGroup = null, bool Secondary = false, bool ProratePartial = false, bool DirectToMedicaid = false);

    public static Task<Outcome<ObligationChanged>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<ObligationChanged>(store, "obligation.enter", request, ("case", request.Case), ctx => EnterAsync(ctx, policies, asked, request), cancel);

    private static async Task<Outcome<ObligationChanged>> EnterAsync(CommandContext ctx, PolicyDesk policies, Asked asked, Request request)
    {
        if (await CaseDesk.LockAsync(ctx, request.Case) is not { } file) return CaseDesk.Unknown(request.Case);
        if (await ctx.Db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.CaseId == file.Id && o.Docket == request.Docket, ctx.Cancel) is not { } order) return ObligationDesk.UnknownOrder(request.Case, request.Docket);
        var key = await NextKeyAsync(ctx, file);
        var done = await CircleChange.RunAsync(ctx, policies, [file.CircleId], $"Obligation {key} entered.", () => AddAsync(ctx, policies, asked, request, file, order));
        return done.Refusal is { } refusal ? refusal : await ObligationDesk.ChangedAsync(ctx, done.Value.Reply, order, done.Value.Effect);
    }

    /// <summary>Adds an obligation of a locked case to its facts; the caller brings up the books, once for all that he changes.</summary>
    internal static async Task<Outcome<Obligation>> AddAsync(CommandContext ctx, PolicyDesk policies, Asked asked, Request request, CaseFile file, SupportOrder order)
    {
        if (file.Status == CaseStatus.Closed) return new Refusal("R-OBLIGATION-CASE-CLOSED", $"Case {file.Number} is closed.", "Reopen it first.");
        var decided = await DecideAsync(ctx, policies, asked, request, file, order, await NextKeyAsync(ctx, file));
        if (decided.Refusal is { } no) return no;
        var made = ctx.Add(decided.Value);
        foreach (var term in request.Terms) ctx.Add(TermRules.Row(made.Id, term, ctx.Now));
        return made;
    }

    private static async Task<string> NextKeyAsync(CommandContext ctx, CaseFile file)
    {
        var there = await ctx.Db.Obligations.CountAsync(o => o.CaseId == file.Id, ctx.Cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{file.Number}/{there + 1}");
    }

    private static async Task<Outcome<Obligation>> DecideAsync(CommandContext ctx, PolicyDesk policies, Asked asked, Request request, CaseFile file, SupportOrder order, string key)
    {
        var today = await ctx.BusinessDateAsync();
        if (request.Terms.Count == 0) return new Refusal("R-OBLIGATION-TERMS", "It is not said how much is due.", "Enter an amount, how often, and from when.", Field: "terms");
        if (Terms(request.Terms, order, key, today) is { } wrong) return wrong;
        var named = await SupportedAsync(ctx, request, file);
        if (named.Refusal is { } whom) return whom;
        var end = EndRules.LastDay(policies, request.End, request.Kind, named.Value, order.EffectiveOn);
        if (end.Refusal is { } open) return open;
        if (end.Value is { } last && last < request.Terms.Min(t => t.From))
            return new Refusal("R-OBLIGATION-OVER", $"It ends on {Days.Words(last)}, before its first terms begin on {Days.Words(request.Terms.Min(t => t.From))}.", "Check the end rule, the child's date of birth and the terms.", Field: "end");
        if (await JointAsync(ctx, request, file) is { } joint) return joint;
        if (asked.Unless(await TwiceAsync(ctx, request, file, named.Value)) is { } twice) return twice;
        return new Obligation
        {
            OrderId = order.Id, CaseId = file.Id, NaturalKey = key, Kind = request.Kind, SupportedPersonId = named.Value?.Id, JointGroup = request.JointGroup, Secondary = request.Secondary,
            EndRule = request.End.Rule, EndsOn = end.Value, EndState = request.End.Rule == EndRule.Emancipation ? request.End.State : null, EndEvent = NameText.Clean(request.End.Event),
            ProratePartial = request.ProratePartial, DirectToMedicaid = request.DirectToMedicaid,
        };
    }

    /// <summary>A refusal when terms are wrong, begin before the order, or lie over each other.</summary>
    public static Refusal? Terms(IReadOnlyList<TermGiven> terms, SupportOrder order, string key, DateOnly today)
    {
        var before = new List<ObligationTerm>();
        foreach (var term in terms)
        {
            if (TermRules.Check(term, today) is { } wrong) return wrong;
            if (BeforeOrder(term, order) is { } early) return early;
            if (TermRules.Overlap(key, before, term) is { } over) return over;
            before.Add(TermRules.Row(0, term, default));
        }

        return null;
    }

    /// <summary>A refusal when terms begin before their order takes effect.</summary>
    public static Refusal? BeforeOrder(TermGiven term, SupportOrder order) => term.From < order.EffectiveOn
        ? new("R-TERM-BEFORE-ORDER", $"The terms begin on {Days.Words(term.From)}, before order {order.Docket} takes effect on {Days.Words(order.EffectiveOn)}.", "Correct one of the two days.", Field: "from")
        : null;

    private static async Task<Outcome<Person?>> SupportedAsync(CommandContext ctx, Request request, CaseFile file)
    {
        if (request.Supported is not { Length: > 0 } number)
        {
            return request.Kind is ObligationKind.Judgment or ObligationKind.Payback ? (Person?)null
                : new Refusal("R-OBLIGATION-SUPPORTED", "It is not said whom the obligation supports.", "Choose the child, or the spouse for spousal support.", Field: "supported");
        }

        if (await People.FindAsync(ctx, number) is not { } person) return People.Unknown(number, "supported");
        if (request.Kind == ObligationKind.Spousal)
            return person.Id == file.CustodianId ? person : new Refusal("R-OBLIGATION-SPOUSE", $"Person {number} is not the custodian of case {file.Number}.", "Spousal support is owed to the case's custodian.", Field: "supported");
        return await ctx.Db.Participants.AnyAsync(p => p.CaseId == file.Id && p.PersonId == person.Id && p.Role == ParticipantRole.Child, ctx.Cancel)
            ? person
            : new Refusal("R-OBLIGATION-CHILD", $"Person {number} is not a child of case {file.Number}.", "Add the child to the case first.", Field: "supported");
    }

    /// <summary>People who owe one debt meet in one circle, for what one pays the others no longer owe.</summary>
    private static async Task<Refusal?> JointAsync(CommandContext ctx, Request request, CaseFile file)
    {
        if (request.JointGroup is not { Length: > 0 } group)
            return request.Secondary ? new("R-OBLIGATION-SECONDARY", "A secondary obligation belongs to a group with its primary one.", "Give both the same group.", Field: "jointGroup") : null;
        if (group.Length > MostGroup) return new("R-OBLIGATION-GROUP-LONG", $"A group has at most {MostGroup} characters.", "Shorten it.", Field: "jointGroup");
        var apart = await ctx.Db.Obligations.AsNoTracking().Where(o => o.JointGroup == group && ctx.Db.Cases.Any(c => c.Id == o.CaseId && c.CircleId != file.CircleId)).Select(o => o.NaturalKey).FirstOrDefaultAsync(ctx.Cancel);
        return apart is null ? null : new("R-OBLIGATION-GROUP", $"Group {group} is that of obligation {apart}, whose case shares neither a parent who owes nor a custodian with case {file.Number}.", "Choose another group.", Field: "jointGroup");
    }

    /// <summary>Support of one kind for one person under two orders at once.</summary>
    private static async Task<Refusal?> TwiceAsync(CommandContext ctx, Request request, CaseFile file, Person? supported)
    {
        if (supported is null) return null;
        var first = request.Terms.Min(t => t.From);
        var other = await ctx.Db.Obligations.AsNoTracking().Where(o => o.CaseId == file.Id && o.Kind == request.Kind && o.SupportedPersonId == supported.Id && (o.EndsOn == null || o.EndsOn >= first)).Select(o => o.NaturalKey).FirstOrDefaultAsync(ctx.Cancel);
        return other is null ? null : new("W-OBLIGATION-TWICE", $"Obligation {other} already orders support of this kind for person {supported.Number}.", "If the new order replaces it, end the old one first; if both hold, confirm.", "28 USC 1738B(f)", "supported");
    }
}
