using Alimenta.Data;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Accepts one scenario of a completed determination and makes a proposal of an order out of it.</summary>
public static class AcceptScenario
{
    /// <param name="Key">The determination.</param>
    /// <param name="Version">The version that the asker saw.</param>
    /// <param name="Scenario">The scenario.</param>
    /// <param name="DecidedBy">Who accepts it: a court, a hearing officer, the agency, the parties.</param>
    /// <param name="BeginsOn">The first day of the obligations.</param>
    /// <param name="Weekly">Whether the amounts are to be weekly, where the guideline gives weekly ones.</param>
    public sealed record Request(DeterminationKey Key, int? Version, int Scenario, string DecidedBy, DateOnly BeginsOn, bool Weekly = false);

    public static Task<Outcome<DeterminationChanged>> RunAsync(AlimentaStore store, GuidelineDesk desk, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<DeterminationChanged>(store, "support.accept", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.FindAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            var (file, row) = found.Value;
            ctx.Expect(row, request.Version);
            var today = await ctx.BusinessDateAsync();
            if (row.Status != DeterminationStatus.Completed) return new Refusal("R-SUPPORT-NOT-COMPLETED", "Only a completed edition can be accepted.", row.Status == DeterminationStatus.Draft ? "Complete it first." : "Make a new edition of it.");
            if (await ctx.Db.Determinations.AnyAsync(d => d.CaseId == file.Id && d.Number == row.Number && d.Edition > row.Edition, ctx.Cancel))
                return new Refusal("R-SUPPORT-OLD", "There is a later edition of this calculation.", "Accept the later one, or set it aside first.");
            if (EstablishmentDesk.Wanted(request.DecidedBy, "R-SUPPORT-BY", "It is not said who accepts it.", "Enter the court, the hearing officer, the agency or the parties.", "decidedBy") is { } nobody) return nobody;
            if (DateChecks.Unlikely(request.BeginsOn, today, "beginsOn") is { } unlikely) return unlikely;
            if (await EstablishmentDesk.ScenarioAsync(ctx, row, request.Scenario) is not { } scenario) return EstablishmentDesk.NoScenario(request.Scenario);
            if (await UndecidedAsync(ctx, scenario) is { } undecided) return undecided;
            (row.Status, row.DecidedOn, row.DecidedBy, row.Decision, row.AcceptedOrdinal) = (DeterminationStatus.Accepted, today, NameText.Clean(request.DecidedBy), asked.Why.Trim(), scenario.Ordinal);
            var proposed = await ProposalMaking.MakeAsync(ctx, desk, file, row, scenario, request.BeginsOn, request.Weekly);
            if (proposed.Refusal is { } cannot) return cannot;
            EstablishmentDesk.Tell(ctx, file, row, today, "support-accepted", $"Scenario {scenario.Name} of support calculation {row.Number}, edition {row.Edition}, was accepted by {row.DecidedBy}.");
            await ctx.FlushAsync();
            return new DeterminationChanged(request.Key, row.Version);
        }, cancel);

    private static async Task<Refusal?> UndecidedAsync(CommandContext ctx, SupportScenario scenario)
    {
        var result = GuidelineResult.Of(scenario.ResultJson)!;
        if (result.Decision is { } needed)
            return new("R-SUPPORT-DECISION", $"The guideline stops short of a decision: {needed.Says}", "Make a new edition, and enter what was decided among its inputs.", needed.Citation, "scenario");

        var there = await ctx.Db.SupportFindings.AsNoTracking().Where(f => f.ScenarioId == scenario.Id && !f.Voided).ToListAsync(ctx.Cancel);
        return FindingRules.Open(result, there.Select(f => (f.Code, f.Says))) is [var open, ..]
            ? new("R-SUPPORT-FINDING", $"This is not found yet: {result.Findings.First(f => f.Code == open).Says}", "Record who found it, when and why.", result.Findings.First(f => f.Code == open).Citation, "scenario")
            : null;
    }
}

/// <summary>Sets a determination aside: it is kept, and nothing comes of it. A proposal that is not an order yet falls with it.</summary>
public static class SetAsideDetermination
{
    public sealed record Request(DeterminationKey Key, int? Version);

    public static Task<Outcome<DeterminationChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<DeterminationChanged>(store, "support.set-aside", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.FindAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            var (file, row) = found.Value;
            ctx.Expect(row, request.Version);
            if (row.Status == DeterminationStatus.SetAside) return new Refusal("R-SUPPORT-ASIDE", "It is set aside already.", "Nothing needs to be done.");
            if (EstablishmentDesk.Wanted(asked.Why, "R-SUPPORT-WHY", "It is not said why the calculation is set aside.", "Enter the reason.", "why") is { } why) return why;
            var proposal = await ctx.Db.OrderProposals.SingleOrDefaultAsync(p => p.DeterminationId == row.Id && p.Status != ProposalStatus.Withdrawn, ctx.Cancel);
            if (proposal is { Status: ProposalStatus.Entered }) return new Refusal("R-SUPPORT-ORDERED", "It became an order.", "End or change the order; the calculation behind it is kept.");
            if (proposal is not null) proposal.Status = ProposalStatus.Withdrawn;
            var today = await ctx.BusinessDateAsync();
            (row.Status, row.DecidedOn, row.DecidedBy, row.Decision) = (DeterminationStatus.SetAside, today, ctx.Request.By.Name, asked.Why.Trim());
            EstablishmentDesk.Tell(ctx, file, row, today, "support-set-aside", $"Support calculation {row.Number}, edition {row.Edition}, was set aside.");
            await ctx.FlushAsync();
            return new DeterminationChanged(request.Key, row.Version);
        }, cancel);
}
