using Alimenta.Data;
using Alimenta.Office.Intake;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Begins a determination of support on a case: a draft with one scenario, filled in with what the case knows.</summary>
public static class StartDetermination
{
    /// <summary>Which guideline, under the law of which day, and why.</summary>
    public sealed record Request(string Case, string State, DateOnly LawDate, DeterminationPurpose Purpose);

    public static Task<Outcome<DeterminationChanged>> RunAsync(AlimentaStore store, GuidelineDesk desk, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<DeterminationChanged>(store, "support.start", request, ("case", request.Case), async ctx =>
        {
            if (await CaseDesk.LockAsync(ctx, request.Case) is not { } file) return CaseDesk.Unknown(request.Case);
            if (await EstablishmentDesk.OwnAsync(ctx, file) is { } own) return own;
            if (file.Status == CaseStatus.Closed) return new Refusal("R-SUPPORT-CASE-CLOSED", $"Case {file.Number} is closed.", "Reopen it first.");
            if (GuidelineDesk.Of(request.State).Refusal is { } none) return none;
            var today = await ctx.BusinessDateAsync();
            if (DateChecks.Unlikely(request.LawDate, today, "lawDate") is { } unlikely) return unlikely;
            var other = await ctx.Db.People.AsNoTracking().SingleAsync(p => p.Id == file.CustodianId, ctx.Cancel);
            var number = 1 + (await ctx.Db.Determinations.Where(d => d.CaseId == file.Id).MaxAsync(d => (int?)d.Number, ctx.Cancel) ?? 0);
            var key = new DeterminationKey(file.Number, number, 1);
            var row = ctx.Add(new Determination
            {
                NaturalKey = key.ToString(), CaseId = file.Id, Number = number, Edition = 1, State = request.State, Purpose = request.Purpose, LawDate = request.LawDate, Status = DeterminationStatus.Draft,
                ObligorId = file.ObligorId, OtherParentId = other.Kind == PersonKind.Person ? other.Id : null, StartedOn = today,
            });
            var filled = await CasePrefill.OfAsync(ctx.Db, file, row, desk.Law.On(request.LawDate, $"us-{request.State}"), ctx.Cancel);
            var scenario = ctx.Add(new SupportScenario { DeterminationId = row.Id, Ordinal = 1, Name = "As known" });
            ScenarioCalculation.Fill(desk, row, scenario, filled.Typed);
            foreach (var (path, says) in filled.Sources)
                ctx.Add(new InputEvidence { ScenarioId = scenario.Id, Path = path, Kind = EvidenceKind.CaseRecord, SaidBy = "the record of the case", Reason = says });
            await ctx.FlushAsync();
            return new DeterminationChanged(key, row.Version);
        }, cancel);
}
