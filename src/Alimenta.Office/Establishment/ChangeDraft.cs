using Alimenta.Data;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Changes the law date or the purpose of a draft; every scenario is calculated again.</summary>
public static class ChangeDraft
{
    public sealed record Request(DeterminationKey Key, int? Version, DateOnly LawDate, DeterminationPurpose Purpose);

    public static Task<Outcome<DeterminationChanged>> RunAsync(AlimentaStore store, GuidelineDesk desk, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<DeterminationChanged>(store, "support.change", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.DraftAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            var row = found.Value.Row;
            ctx.Expect(row, request.Version);
            if (DateChecks.Unlikely(request.LawDate, await ctx.BusinessDateAsync(), "lawDate") is { } unlikely) return unlikely;
            (row.LawDate, row.Purpose) = (request.LawDate, request.Purpose);
            foreach (var scenario in await EstablishmentDesk.ScenariosAsync(ctx, row)) ScenarioCalculation.Fill(desk, row, scenario, KeptJson.Typed(scenario.TypedJson));
            await ctx.FlushAsync();
            return new DeterminationChanged(request.Key, row.Version);
        }, cancel);
}

/// <summary>Puts a further scenario beside one of a draft: a copy with its evidence, to be changed.</summary>
public static class CopyScenario
{
    private const int MostScenarios = 8;

    public sealed record Request(DeterminationKey Key, int Scenario, string Name);

    /// <param name="Scenario">The number of the new scenario.</param>
    public sealed record Reply(int Scenario);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, GuidelineDesk desk, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "support.copy", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.DraftAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            var row = found.Value.Row;
            var there = await EstablishmentDesk.ScenariosAsync(ctx, row);
            if (there.Find(s => s.Ordinal == request.Scenario) is not { } from) return EstablishmentDesk.NoScenario(request.Scenario);
            if (there.Count >= MostScenarios) return new Refusal("R-SCENARIO-MANY", $"There are {there.Count} scenarios; more cannot be compared side by side.", "Remove one that is not needed.");
            if (EstablishmentDesk.Wanted(request.Name, "R-SCENARIO-NAME", "A scenario needs a name.", "Give it one that tells it from the others.", "scenario-name") is { } nameless) return nameless;
            var last = await ctx.Db.SupportScenarios.Where(s => s.DeterminationId == row.Id).MaxAsync(s => s.Ordinal, ctx.Cancel);
            var copy = await ScenarioCopies.MakeAsync(ctx, from, row, last + 1, NameText.Clean(request.Name), withFindings: false);
            ScenarioCalculation.Fill(desk, row, copy, KeptJson.Typed(copy.TypedJson));
            return new Reply(copy.Ordinal);
        }, cancel);
}

/// <summary>Takes a scenario out of a draft.</summary>
public static class RemoveScenario
{
    public sealed record Request(DeterminationKey Key, int Scenario);

    public static Task<Outcome<DeterminationChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<DeterminationChanged>(store, "support.remove", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.DraftAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            var there = await EstablishmentDesk.ScenariosAsync(ctx, found.Value.Row);
            if (there.Find(s => s.Ordinal == request.Scenario) is not { } scenario) return EstablishmentDesk.NoScenario(request.Scenario);
            if (there.Count == 1) return new Refusal("R-SCENARIO-LAST", "This is the only scenario.", "Set the calculation aside when it is not needed.");
            scenario.Removed = true;
            return new DeterminationChanged(request.Key, found.Value.Row.Version);
        }, cancel);
}

/// <summary>Copies of scenarios with what belongs to them.</summary>
internal static class ScenarioCopies
{
    /// <summary>A copy of a scenario in a determination.</summary>
    public static async Task<SupportScenario> MakeAsync(CommandContext ctx, SupportScenario from, Determination into, int ordinal, string name, bool withFindings)
    {
        var copy = ctx.Add(new SupportScenario
        {
            DeterminationId = into.Id, Ordinal = ordinal, Name = name, TypedJson = from.TypedJson, FactsJson = from.FactsJson, ResultJson = from.ResultJson, FaultsJson = from.FaultsJson, LawVersion = from.LawVersion,
        });
        foreach (var e in await ctx.Db.InputEvidence.AsNoTracking().Where(e => e.ScenarioId == from.Id && !e.Voided).OrderBy(e => e.Id).ToListAsync(ctx.Cancel))
            ctx.Add(new InputEvidence
            {
                ScenarioId = copy.Id, Path = e.Path, Kind = e.Kind, SaidBy = e.SaidBy, Document = e.Document, DocumentDate = e.DocumentDate, Reason = e.Reason, ConditionsJson = e.ConditionsJson, WorkingJson = e.WorkingJson, Worked = e.Worked,
            });
        if (!withFindings) return copy;
        foreach (var f in await ctx.Db.SupportFindings.AsNoTracking().Where(f => f.ScenarioId == from.Id && !f.Voided).OrderBy(f => f.Id).ToListAsync(ctx.Cancel))
            ctx.Add(new SupportFinding { ScenarioId = copy.Id, Code = f.Code, Says = f.Says, FoundBy = f.FoundBy, FoundOn = f.FoundOn, Reason = f.Reason });
        return copy;
    }
}
