using Alimenta.Data;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Records why an input is what it is: who said so, by which document, how it was worked out, or why it is imputed. What was recorded before for the same input is taken back, not overwritten.</summary>
public static class RecordEvidence
{
    /// <param name="Key">The determination.</param>
    /// <param name="Scenario">The scenario.</param>
    /// <param name="Path">The place of the input in the facts.</param>
    /// <param name="Kind">From where it is known.</param>
    /// <param name="SaidBy">Who said so.</param>
    /// <param name="Document">The document; may be empty.</param>
    /// <param name="DocumentDate">Its day.</param>
    /// <param name="Reason">What else is to be said; for imputed income why it is attributed.</param>
    /// <param name="Conditions">What was found on the state's conditions, for imputed income.</param>
    /// <param name="WorkingJson">The figures from which it was worked out; empty when it was taken as it stands.</param>
    /// <param name="Worked">What they came to.</param>
    public sealed record Request(
        DeterminationKey Key, int Scenario, string Path, EvidenceKind Kind, string SaidBy, string Document, DateOnly? DocumentDate, string Reason, IReadOnlyList<ConditionFound> Conditions, string WorkingJson = "", Money? Worked = null);

    /// <param name="EvidenceId">The row.</param>
    public sealed record Reply(long EvidenceId);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, GuidelineDesk desk, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "support.evidence", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.DraftAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            if (await EstablishmentDesk.ScenarioAsync(ctx, found.Value.Row, request.Scenario) is not { } scenario) return EstablishmentDesk.NoScenario(request.Scenario);
            return await PutAsync(ctx, desk, found.Value.Row, scenario, request);
        }, cancel);

    /// <summary>The same inside a command that does more.</summary>
    internal static async Task<Outcome<Reply>> PutAsync(CommandContext ctx, GuidelineDesk desk, Determination determination, SupportScenario scenario, Request request)
    {
        if (Check(request, KeptJson.Typed(scenario.TypedJson), await ctx.BusinessDateAsync()) is { } wrong) return wrong;
        if (request.Kind == EvidenceKind.Imputed && Unlooked(desk, determination, request) is { } open) return open;
        foreach (var earlier in await ctx.Db.InputEvidence.Where(e => e.ScenarioId == scenario.Id && e.Path == request.Path && !e.Voided).ToListAsync(ctx.Cancel)) earlier.Voided = true;
        var row = ctx.Add(new InputEvidence
        {
            ScenarioId = scenario.Id, Path = request.Path, Kind = request.Kind, SaidBy = NameText.Clean(request.SaidBy), Document = NameText.Clean(request.Document), DocumentDate = request.DocumentDate,
            Reason = request.Reason.Trim(), ConditionsJson = request.Kind == EvidenceKind.Imputed ? KeptJson.Of(request.Conditions) : "", WorkingJson = request.WorkingJson, Worked = request.Worked,
        });
        return new Reply(row.Id);
    }

    private static Refusal? Check(Request request, Dictionary<string, string> typed, DateOnly today)
    {
        if (typed.GetValueOrDefault(request.Path, "").Trim().Length == 0)
            return new("R-EVIDENCE-INPUT", "Nothing is filled in there.", "Fill the input in first, then say how it is known.", Field: "path");
        if (EstablishmentDesk.Wanted(request.SaidBy, "R-EVIDENCE-SAID-BY", "It is not said from whom this is known.", "Enter the parent, employer, agency or record.", "saidBy") is { } nobody) return nobody;
        if (EstablishmentDesk.TooLong(request.Document, "document") is { } document) return document;
        if (request.DocumentDate is { } day && (DateChecks.InFuture(day, today, "documentDate") ?? DateChecks.Unlikely(day, today, "documentDate")) is { } odd) return odd;
        if (IncomeInputs.IsImputed(request.Path, typed) && request.Kind != EvidenceKind.Imputed)
            return new("R-EVIDENCE-IMPUTED", "This input is imputed income, which needs its finding.", "Choose imputed, and say what was found.", Field: "kind");
        return request.Kind == EvidenceKind.Imputed && request.Reason.Trim().Length == 0
            ? new("R-EVIDENCE-WHY", "It is not said why this income is attributed.", "Say what was found about this parent.", "45 CFR 302.56(c)", "reason")
            : EstablishmentDesk.TooLong(request.Reason, "reason");
    }

    private static Refusal? Unlooked(GuidelineDesk desk, Determination row, Request request)
    {
        var conditions = ImputationConditions.Of(desk.Law.On(row.LawDate, $"us-{row.State}"), row.State);
        return ImputationConditions.Open(conditions, request.Conditions) is { } open
            ? new("R-IMPUTED-CONDITION", $"Nothing is said on this condition: {open.Says}", "Say what was found, even when it is that nothing is known.", open.Citation, $"condition-{open.Code}")
            : null;
    }
}
