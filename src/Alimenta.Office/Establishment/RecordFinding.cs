using Alimenta.Data;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Records that someone found or decided what a result needs to stand: by whom, on which day, and in which words.</summary>
public static class RecordFinding
{
    public sealed record Request(DeterminationKey Key, int Scenario, string Code, string FoundBy, DateOnly FoundOn, string Reason);

    /// <param name="FindingId">The row.</param>
    public sealed record Reply(long FindingId);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "support.finding", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.FindAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            if (found.Value.Row.Status is not (DeterminationStatus.Draft or DeterminationStatus.Completed)) return FindingRules.Decided();
            if (await EstablishmentDesk.ScenarioAsync(ctx, found.Value.Row, request.Scenario) is not { } scenario) return EstablishmentDesk.NoScenario(request.Scenario);
            if (FindingRules.Asked(scenario, request.Code) is not { } asks) return FindingRules.NotAsked(request.Code);
            if (await CheckAsync(ctx, request) is { } wrong) return wrong;
            foreach (var earlier in await ctx.Db.SupportFindings.Where(f => f.ScenarioId == scenario.Id && f.Code == request.Code && !f.Voided).ToListAsync(ctx.Cancel)) earlier.Voided = true;
            var row = ctx.Add(new SupportFinding { ScenarioId = scenario.Id, Code = request.Code, Says = asks, FoundBy = NameText.Clean(request.FoundBy), FoundOn = request.FoundOn, Reason = request.Reason.Trim() });
            return new Reply(row.Id);
        }, cancel);

    private static async Task<Refusal?> CheckAsync(CommandContext ctx, Request request) =>
        EstablishmentDesk.Wanted(request.FoundBy, "R-FINDING-BY", "It is not said who found it.", "Enter the court, the hearing officer or the agency.", "foundBy")
        ?? EstablishmentDesk.Wanted(request.Reason, "R-FINDING-WHY", "It is not said what was found.", "Enter the finding in the words of the one who decided.", "reason")
        ?? DateChecks.InFuture(request.FoundOn, await ctx.BusinessDateAsync(), "foundOn");
}

/// <summary>Which findings of a guideline must be recorded before its result is accepted, and which only tell.</summary>
public static class FindingRules
{
    /// <summary>Told for the reader: nothing has to be found for the result to stand.</summary>
    private static readonly string[] Telling =
    [
        "OR-MINIMUM-ORDER", "OR-EQUAL-TIME", "OR-ABOVE-SCALE", "OR-CHILD-CARE-CAPPED",
        "NY-ARREARS-LIMIT", "NY-MAINTENANCE-ENDS", "NY-FIVE-OR-MORE", "NY-ADD-ONS-LOW-INCOME", "NY-DEDUCTION", "NY-INSURANCE-COST",
        "IA-ABOVE-TOP", "IA-NO-OFFSET", "IA-UNCOVERED-SPLIT", "IA-PRIOR-NOT-SHOWN", "IA-COST-NOT-TESTED", "IA-COST-ABOVE", "IA-CASH-MEDICAL-OPEN", "IA-CASH-MEDICAL-CARE",
    ];

    /// <summary>Whether someone must have found it.</summary>
    public static bool Needs(string code) => !Telling.Contains(code);

    /// <summary>The codes that must be found and are not, of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="found">The codes that were found, with what the rule said then: a finding on other figures does not count.</param>
    public static IReadOnlyList<string> Open(GuidelineResult result, IEnumerable<(string Code, string Says)> found)
    {
        var there = found.ToHashSet();
        return [.. result.Findings.GroupBy(f => f.Code).Where(g => Needs(g.Key) && g.Key != result.Decision?.Code && !there.Contains((g.Key, Text(g)))).Select(g => g.Key)];
    }

    internal static string? Asked(SupportScenario scenario, string code) =>
        GuidelineResult.Of(scenario.ResultJson) is { } result && code != result.Decision?.Code && result.Findings.Where(f => f.Code == code).ToList() is { Count: > 0 } asks ? Text(asks) : null;

    internal static Refusal NotAsked(string code) => new("R-FINDING-UNKNOWN", $"The result of this scenario asks for no finding {code}.", "Look at it again: it may have been calculated anew.", Field: "code");

    internal static Refusal Decided() => new("R-SUPPORT-DECIDED", "This edition was accepted or set aside.", "Make a new edition of it, and change that.");

    private static string Text(IEnumerable<Law.Guidelines.GuidelineFinding> findings) => string.Join(' ', findings.Select(f => f.Says));
}
