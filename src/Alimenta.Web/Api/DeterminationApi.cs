using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Law.Guidelines.Forms;
using Alimenta.Office;
using Alimenta.Office.Access;
using Alimenta.Office.Establishment;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;

namespace Alimenta.Web.Api;

/// <summary>A determination to be begun. What the case knows is filled in; facts that are given take the place of all of it.</summary>
/// <param name="State">or, ny or ia.</param>
/// <param name="LawDate">The day whose law is read.</param>
/// <param name="Purpose">establish, modify or review.</param>
/// <param name="Facts">The facts, as the schema of the state's rule says; left out: only what the case knows.</param>
public sealed record DeterminationToStart(string State, DateOnly LawDate, DeterminationPurpose Purpose, JsonElement? Facts = null);

/// <summary>New facts for a scenario of a draft.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Facts">The facts, as the schema of the state's rule says.</param>
/// <param name="Version">The version that was read; left out: whatever it is.</param>
public sealed record ScenarioFacts(string Name, JsonElement Facts, int? Version = null);

/// <summary>What came of keeping a scenario.</summary>
/// <param name="Number">The number of the determination in the case.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Calculated">Whether there is a result.</param>
/// <param name="Problems">Why there is none.</param>
public sealed record ScenarioKept(int Number, int Edition, int Scenario, bool Calculated, IReadOnlyList<Fault> Problems);

/// <summary>An edition to be completed.</summary>
/// <param name="Version">The version that was read; left out: whatever it is.</param>
public sealed record EditionToComplete(int? Version = null);

/// <summary>A determination with its scenarios.</summary>
public sealed record DeterminationAnswer(
    string Case, int Number, int Edition, int Version, string State, DeterminationPurpose Purpose, DateOnly LawDate, DeterminationStatus Status, DateOnly StartedOn, DateOnly? CompletedOn, DateOnly? DecidedOn, string DecidedBy,
    int? AcceptedScenario, IReadOnlyList<ScenarioAnswer> Scenarios, IReadOnlyList<EditionRow> Editions, ProposalView? Proposal);

/// <summary>A scenario: its facts, its result, how its inputs are known and what was found.</summary>
public sealed record ScenarioAnswer(
    int Scenario, string Name, int Version, JsonNode Facts, JsonNode? Value, IReadOnlyList<Fault> Problems, string LawVersion, IReadOnlyList<EvidenceAnswer> Evidence, IReadOnlyList<FindingView> Findings);

/// <summary>How an input is known.</summary>
public sealed record EvidenceAnswer(string Path, EvidenceKind Kind, string SaidBy, string Document, DateOnly? DocumentDate, string Reason, IReadOnlyList<ConditionFound> Conditions, Money? Worked);

/// <summary>Support determinations of a case. Accepting one and entering its order are decisions of a person at the page.</summary>
internal static class DeterminationApi
{
    public static void MapDeterminationApi(this IEndpointRouteBuilder api)
    {
        var own = api.MapGroup("/cases/{number}/determinations").WithTags("Support");
        own.MapGet("", ListAsync).RequireAuthorization(Permissions.CaseRead).WithName("listDeterminations").WithSummary("The support determinations of a case, the latest first, each with its latest edition").Produces<IReadOnlyList<DeterminationRow>>();
        own.MapGet("/{n:int}", OneAsync).RequireAuthorization(Permissions.CaseRead).WithName("getDetermination").WithSummary("One determination: its scenarios with facts, result, evidence and findings, its editions and the order that it proposes").Produces<DeterminationAnswer>();
        own.MapPost("", StartAsync).RequireAuthorization(Permissions.CaseEdit).RequiresKey().WithName("startDetermination").WithSummary("Begins a determination with what the case knows, or with the facts that are given").Produces<ScenarioKept>();
        own.MapPost("/{n:int}/scenarios/{s:int}", SaveAsync).RequireAuthorization(Permissions.CaseEdit).RequiresKey().WithName("saveScenario").WithSummary("Keeps the facts of a scenario of a draft and calculates; what is wrong with them is a problem of the answer, not a refusal").Produces<ScenarioKept>();
        own.MapPost("/{n:int}/complete", CompleteAsync).RequireAuthorization(Permissions.CaseEdit).RequiresKey().WithName("completeDetermination").WithSummary("Completes a draft; from then on it never changes").Produces<DeterminationChanged>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, string number, CasePages cases, Determinations reader)
    {
        var file = await cases.ReadAsync(http.Caller().Actor, number, http.RequestAborted);
        return file.Refusal is { } no ? Answers.NotShown(no) : Results.Ok(await reader.ListAsync(file.Value, http.RequestAborted));
    }

    private static async Task<IResult> OneAsync(HttpContext http, string number, int n, CasePages cases, Determinations reader, int? edition = null)
    {
        var read = await FindAsync(http, number, n, edition, cases, reader);
        return read.Shown(d => new DeterminationAnswer(
            d.Key.Case, d.Key.Number, d.Key.Edition, d.Version, d.State, d.Purpose, d.LawDate, d.Status, d.StartedOn, d.CompletedOn, d.DecidedOn, d.DecidedBy, d.Accepted, [.. d.Scenarios.Select(Of)], d.Editions, d.Proposal));
    }

    private static ScenarioAnswer Of(ScenarioView s) => new(
        s.Ordinal, s.Name, s.Version, JsonNode.Parse(s.FactsJson)!, s.ResultJson.Length == 0 ? null : JsonNode.Parse(s.ResultJson), Faults(s.Faults), s.LawVersion,
        [.. s.Evidence.Values.Select(e => new EvidenceAnswer(e.Path, e.Kind, e.SaidBy, e.Document, e.DocumentDate, e.Reason, e.Conditions, e.Worked))], [.. s.Findings.Values]);

    private static async Task<IResult> StartAsync(HttpContext http, string number, DeterminationToStart start, CasePages cases, Determinations reader, GuidelineDesk desk, AlimentaStore store)
    {
        var file = await cases.ReadAsync(http.Caller().Actor, number, http.RequestAborted);
        if (file.Refusal is { } no) return Answers.NotShown(no);
        if (start.Facts is { } given && GuidelineDesk.Of(start.State).Ok && desk.Unreadable(start.State, given) is { Count: > 0 } unreadable) return Problems.From(unreadable);
        var begun = await StartDetermination.RunAsync(store, desk, new(http.Key(), http.Caller().Actor), new(file.Value.Number, start.State, start.LawDate, start.Purpose), http.RequestAborted);
        if (begun.Refusal is not null) return begun.Done();
        if (start.Facts is { } facts) return await KeepAsync(http, begun.Value.Key, 1, new("As sent", facts), start.State, "-facts", desk, store);
        var key = begun.Value.Key;
        return (await reader.ReadAsync(http.Caller().Actor, file.Value, key.Number, key.Edition, http.RequestAborted)).Shown(d => new ScenarioKept(key.Number, key.Edition, 1, d.Scenarios[0].Result is not null, Faults(d.Scenarios[0].Faults)));
    }

    private static async Task<IResult> SaveAsync(HttpContext http, string number, int n, int s, ScenarioFacts facts, CasePages cases, Determinations reader, GuidelineDesk desk, AlimentaStore store)
    {
        var read = await FindAsync(http, number, n, null, cases, reader);
        return read.Refusal is { } no ? Answers.NotShown(no) : await KeepAsync(http, read.Value.Key, s, facts, read.Value.State, "", desk, store);
    }

    private static async Task<IResult> CompleteAsync(HttpContext http, string number, int n, EditionToComplete edition, CasePages cases, Determinations reader, GuidelineDesk desk, AlimentaStore store)
    {
        var read = await FindAsync(http, number, n, null, cases, reader);
        return read.Refusal is { } no ? Answers.NotShown(no)
            : (await CompleteDetermination.RunAsync(store, desk, new(http.Key(), http.Caller().Actor), new(read.Value.Key, edition.Version), http.RequestAborted)).Done();
    }

    private static async Task<IResult> KeepAsync(HttpContext http, DeterminationKey key, int scenario, ScenarioFacts facts, string state, string part, GuidelineDesk desk, AlimentaStore store)
    {
        // What the form has no place for would be lost on the way; it is refused instead.
        if (desk.Unreadable(state, facts.Facts) is { Count: > 0 } unreadable) return Problems.From(unreadable);
        var typed = WrittenFacts.Of(desk.Form(state), facts.Facts);
        var kept = await SaveScenario.RunAsync(store, desk, new(http.Key() + part, http.Caller().Actor), new(key, scenario, facts.Version, facts.Name, typed), http.RequestAborted);
        return kept.Refusal is not null ? kept.Done() : Results.Ok(new ScenarioKept(key.Number, key.Edition, scenario, kept.Value.Calculated, Faults(kept.Value.Faults)));
    }

    private static async Task<Outcome<DeterminationPage>> FindAsync(HttpContext http, string number, int n, int? edition, CasePages cases, Determinations reader)
    {
        var file = await cases.ReadAsync(http.Caller().Actor, number, http.RequestAborted);
        return file.Refusal is { } no ? no : await reader.ReadAsync(http.Caller().Actor, file.Value, n, edition, http.RequestAborted);
    }

    private static IReadOnlyList<Fault> Faults(IReadOnlyList<Refusal> refusals) => [.. refusals.Select(r => new Fault(r.Code, r.What, r.Remedy, r.Citation, r.Field))];
}
