using Alimenta.Data;
using Alimenta.Law.Guidelines.Forms;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Completes a draft: every scenario has its result, every income its evidence. From then on the edition never changes.</summary>
public static class CompleteDetermination
{
    public sealed record Request(DeterminationKey Key, int? Version);

    public static Task<Outcome<DeterminationChanged>> RunAsync(AlimentaStore store, GuidelineDesk desk, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<DeterminationChanged>(store, "support.complete", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.DraftAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            var (file, row) = found.Value;
            ctx.Expect(row, request.Version);
            foreach (var scenario in await EstablishmentDesk.ScenariosAsync(ctx, row))
            {
                // Under the law at hand now: a draft may have lain for long.
                var typed = KeptJson.Typed(scenario.TypedJson);
                ScenarioCalculation.Fill(desk, row, scenario, typed);
                if (KeptJson.Faults(scenario.FaultsJson) is [var fault, ..])
                    return new Refusal("R-SUPPORT-FAULTS", $"Scenario {scenario.Ordinal} ({scenario.Name}) has no result: {fault.What}", "Mend it, or take the scenario out.", fault.Citation, $"scenario-{scenario.Ordinal}");
                if (await UnprovenAsync(ctx, scenario, typed) is { } unproven) return unproven;
            }

            var today = await ctx.BusinessDateAsync();
            (row.Status, row.CompletedOn) = (DeterminationStatus.Completed, today);
            EstablishmentDesk.Tell(ctx, file, row, today, "support-completed", $"Support calculation {row.Number}, edition {row.Edition}, was completed.");
            await ctx.FlushAsync();
            return new DeterminationChanged(request.Key, row.Version);
        }, cancel);

    private static async Task<Refusal?> UnprovenAsync(CommandContext ctx, SupportScenario scenario, Dictionary<string, string> typed)
    {
        var there = await ctx.Db.InputEvidence.AsNoTracking().Where(e => e.ScenarioId == scenario.Id && !e.Voided).ToListAsync(ctx.Cancel);
        foreach (var path in IncomeInputs.Of(typed))
        {
            var evidence = there.Find(e => e.Path == path);
            if (evidence is null)
                return new("R-SUPPORT-EVIDENCE", $"{FaultWords.Label(path)} of scenario {scenario.Ordinal} ({scenario.Name}) has no evidence.", "Say from whom it is known and by which document.", "45 CFR 303.4(b)", $"evidence-{scenario.Ordinal}");
            if (IncomeInputs.IsImputed(path, typed) != (evidence.Kind == EvidenceKind.Imputed))
                return new("R-SUPPORT-IMPUTED", $"{FaultWords.Label(path)} of scenario {scenario.Ordinal} ({scenario.Name}) is imputed in the form but not in its evidence, or the other way round.", "Record its evidence again.", "45 CFR 302.56(c)", $"evidence-{scenario.Ordinal}");
        }

        return null;
    }
}
