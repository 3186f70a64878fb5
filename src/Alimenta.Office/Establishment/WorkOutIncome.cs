using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Guidelines.Forms;
using Alimenta.Law.Rules;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Works an income out of pay stubs, wage records, a business or what could be earned, puts it into its input and keeps the figures as its evidence: one command.</summary>
public static class WorkOutIncome
{
    /// <summary>What stands beside an amount and no longer holds for one that was worked out: it is of the month or the year, and net.</summary>
    private static readonly string[] WithAmount = ["per", "frequency", "business_expenses_cents"];

    /// <param name="Key">The determination.</param>
    /// <param name="Scenario">The scenario.</param>
    /// <param name="Path">The place of the income in the facts.</param>
    /// <param name="Working">The texts of the documents' form by the place of their fact.</param>
    /// <param name="SaidBy">Who said so.</param>
    /// <param name="Document">The documents.</param>
    /// <param name="DocumentDate">The day of the last of them.</param>
    /// <param name="Reason">What else is to be said; for imputed income why it is attributed.</param>
    /// <param name="Conditions">What was found on the state's conditions, for imputed income.</param>
    public sealed record Request(
        DeterminationKey Key, int Scenario, string Path, IReadOnlyDictionary<string, string> Working, string SaidBy, string Document, DateOnly? DocumentDate, string Reason, IReadOnlyList<ConditionFound> Conditions);

    /// <param name="Amount">What was put into the input.</param>
    /// <param name="EvidenceId">The evidence.</param>
    public sealed record Reply(Money Amount, long EvidenceId);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, GuidelineDesk desk, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "support.income", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.DraftAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            var row = found.Value.Row;
            if (await EstablishmentDesk.ScenarioAsync(ctx, row, request.Scenario) is not { } scenario) return EstablishmentDesk.NoScenario(request.Scenario);
            if (!IncomeInputs.IsIncome(request.Path) || !request.Path.EndsWith("_cents", StringComparison.Ordinal))
                return new Refusal("R-INCOME-INPUT", "This input is no amount of income.", "Choose an income of a parent.", Field: "path");
            var worked = desk.WorkOut(row.State, row.LawDate, request.Working);
            if (worked.Faults is [var fault, ..]) return fault;
            var typed = KeptJson.Typed(scenario.TypedJson);
            var imputed = IncomeInputs.IsImputed(request.Path, typed);
            if (worked.Source == IncomeSource.Potential && !imputed)
                return new Refusal("R-INCOME-POTENTIAL", "What a parent could earn is imputed, but this input is income that is earned.", "Enter it where the form asks for potential or imputed income.", "45 CFR 302.56(c)", "source");
            // New York counts the year; the others count the month.
            var amount = row.State == "ny" ? worked.Answer!.Yearly : worked.Answer!.Monthly;
            typed[request.Path] = WrittenFacts.Amount(amount);
            var entry = request.Path[..(request.Path.LastIndexOf('.') + 1)];
            foreach (var stale in WithAmount) typed.Remove(entry + stale);
            ScenarioCalculation.Fill(desk, row, scenario, typed);
            var kept = await RecordEvidence.PutAsync(ctx, desk, row, scenario, new(
                request.Key, request.Scenario, request.Path, imputed ? EvidenceKind.Imputed : KindOf(worked.Source), request.SaidBy, request.Document, request.DocumentDate, request.Reason, request.Conditions, worked.FactsJson, amount));
            return kept.Refusal is { } wrong ? wrong : new Reply(amount, kept.Value.EvidenceId);
        }, cancel);

    private static EvidenceKind KindOf(IncomeSource source) => source switch
    {
        IncomeSource.PayStubs => EvidenceKind.PayStub,
        IncomeSource.WageRecords => EvidenceKind.WageRecord,
        _ => EvidenceKind.BusinessRecord,
    };
}

/// <summary>What documents of an income come to.</summary>
/// <param name="Source">From what it was worked out.</param>
/// <param name="FactsJson">The figures as the rule takes them.</param>
/// <param name="Answer">What they come to; null when something is wrong.</param>
/// <param name="Faults">What is wrong, in the words of the form.</param>
/// <param name="Why">How it was worked out.</param>
public sealed record WorkedIncome(IncomeSource Source, string FactsJson, IncomeEvidenceAnswer? Answer, IReadOnlyList<Refusal> Faults, Explanation? Why)
{
    internal static WorkedIncome Of(RuleCatalog catalog, string state, DateOnly lawDate, IReadOnlyDictionary<string, string> working)
    {
        var (facts, unread) = TypedFacts.Read(FactForm.Of(typeof(IncomeEvidenceFacts)), working);
        var json = facts.ToJsonString(LawJson.Options);
        var source = working.GetValueOrDefault("source") switch { "wage_records" => IncomeSource.WageRecords, "self_employment" => IncomeSource.SelfEmployment, "potential" => IncomeSource.Potential, _ => IncomeSource.PayStubs };
        if (unread.Count > 0) return new(source, json, null, unread, null);
        var came = catalog.Eval($"{state}/income", lawDate, $"us-{state}", json);
        return new(source, json, came.Answer?.Value.Deserialize<IncomeEvidenceAnswer>(LawJson.Options), [.. came.Refusals.Select(FaultWords.Of)], came.Answer?.Why);
    }
}
