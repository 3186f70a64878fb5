using Alimenta.Data;
using Alimenta.Law.Guidelines.Forms;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Keeps what was typed into a scenario of a draft, exactly as typed, and calculates as far as it goes. What does not parse is a fault, not a refusal: nothing is lost.</summary>
public static class SaveScenario
{
    private const int MostName = 60;
    private const int MostFields = 2000;
    private const int MostTyped = 4000;

    /// <summary>The texts of the whole form by the place of their fact; empty ones may be left out.</summary>
    public sealed record Request(DeterminationKey Key, int Scenario, int? Version, string Name, IReadOnlyDictionary<string, string> Typed);

    /// <param name="Version">The version of the scenario after it.</param>
    /// <param name="Faults">Why there is no result, in the words of the form; empty when there is one.</param>
    /// <param name="Calculated">Whether there is a result.</param>
    public sealed record Reply(int Version, IReadOnlyList<Refusal> Faults, bool Calculated);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, GuidelineDesk desk, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "support.save", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.DraftAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            if (await EstablishmentDesk.ScenarioAsync(ctx, found.Value.Row, request.Scenario) is not { } scenario) return EstablishmentDesk.NoScenario(request.Scenario);
            ctx.Expect(scenario, request.Version);
            if (Check(request) is { } wrong) return wrong;
            var (typed, moved) = TypedFacts.Tidy(desk.Form(found.Value.Row.State), request.Typed);
            await MoveEvidenceAsync(ctx, scenario, request.Typed, moved);
            scenario.Name = NameText.Clean(request.Name);
            var came = ScenarioCalculation.Fill(desk, found.Value.Row, scenario, typed);
            await ctx.FlushAsync();
            return new Reply(scenario.Version, came.Value is null ? came.Faults : [], came.Value is not null);
        }, cancel);

    private static Refusal? Check(Request request)
    {
        if (NameText.Clean(request.Name).Length is 0 or > MostName) return new("R-SCENARIO-NAME", $"A scenario needs a name of at most {MostName} characters.", "Give it one that tells it from the others.", Field: "scenario-name");
        if (request.Typed.Count > MostFields) return new("R-SCENARIO-LARGE", $"The form has {request.Typed.Count} fields.", $"At most {MostFields} can be kept; take entries out that are not needed.");
        var tooLong = request.Typed.FirstOrDefault(t => t.Value.Length > MostTyped).Key;
        return tooLong is null ? null : new("R-SCENARIO-TEXT-LONG", $"A text has more than {MostTyped} characters.", "Shorten it.", Field: tooLong);
    }

    /// <summary>Evidence goes along with an input whose entry moved up; that of an input that was cleared is taken back.</summary>
    private static async Task MoveEvidenceAsync(CommandContext ctx, SupportScenario scenario, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> moved)
    {
        var before = KeptJson.Typed(scenario.TypedJson);
        foreach (var row in await ctx.Db.InputEvidence.Where(e => e.ScenarioId == scenario.Id && !e.Voided).ToListAsync(ctx.Cancel))
        {
            // What the record of the case said is no longer why, once a person typed something else.
            if (!typed.TryGetValue(row.Path, out var text) || text.Trim().Length == 0 || (row.Kind == EvidenceKind.CaseRecord && text != before.GetValueOrDefault(row.Path))) row.Voided = true;
            else if (moved.TryGetValue(row.Path, out var to)) row.Path = to;
        }
    }
}
