using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Makes the next edition of a determination: a draft with its scenarios, their evidence and findings, under the law of a day. The earlier one stays as it is.</summary>
public static class NewEdition
{
    public sealed record Request(DeterminationKey Key, DateOnly LawDate, DeterminationPurpose Purpose);

    public static Task<Outcome<DeterminationChanged>> RunAsync(AlimentaStore store, GuidelineDesk desk, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<DeterminationChanged>(store, "support.edition", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.FindAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            var (file, row) = found.Value;
            if (file.Status == CaseStatus.Closed) return new Refusal("R-SUPPORT-CASE-CLOSED", $"Case {file.Number} is closed.", "Reopen it first.");
            if (row.Status == DeterminationStatus.Draft) return new Refusal("R-SUPPORT-DRAFT", "This edition is a draft itself.", "Change it; there is no need for another one.");
            if (await ctx.Db.Determinations.FirstOrDefaultAsync(d => d.CaseId == file.Id && d.Number == row.Number && d.Status == DeterminationStatus.Draft, ctx.Cancel) is { } draft)
                return new Refusal("R-SUPPORT-DRAFT-THERE", $"Edition {draft.Edition} is a draft already.", "Go on with it, or set it aside.");
            var today = await ctx.BusinessDateAsync();
            if (DateChecks.Unlikely(request.LawDate, today, "lawDate") is { } unlikely) return unlikely;
            var key = request.Key with { Edition = 1 + await ctx.Db.Determinations.Where(d => d.CaseId == file.Id && d.Number == row.Number).MaxAsync(d => d.Edition, ctx.Cancel) };
            var next = ctx.Add(new Determination
            {
                NaturalKey = key.ToString(), CaseId = file.Id, Number = row.Number, Edition = key.Edition, State = row.State, Purpose = request.Purpose, LawDate = request.LawDate, Status = DeterminationStatus.Draft,
                ObligorId = row.ObligorId, OtherParentId = row.OtherParentId, StartedOn = today,
            });
            foreach (var from in await EstablishmentDesk.ScenariosAsync(ctx, row))
            {
                var copy = await ScenarioCopies.MakeAsync(ctx, from, next, from.Ordinal, from.Name, withFindings: true);
                ScenarioCalculation.Fill(desk, next, copy, KeptJson.Typed(copy.TypedJson));
            }

            await ctx.FlushAsync();
            return new DeterminationChanged(key, next.Version);
        }, cancel);
}
