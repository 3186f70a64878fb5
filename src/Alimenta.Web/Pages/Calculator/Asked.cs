using Alimenta.Law;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>Something wrong with an answer, at the field where it was given.</summary>
/// <param name="Step">The step that asks for it; -1 when it is no answer in particular.</param>
/// <param name="Field">The field; empty when it is none in particular.</param>
/// <param name="Words">What is wrong, what to do, and the code.</param>
public sealed record Wrong(int Step, string Field, string Words);

/// <summary>What came of asking the rule: an answer, or everything that is wrong, each at its step.</summary>
/// <param name="Filled">The facts that were asked with.</param>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Wrongs">Why there is none.</param>
public sealed record Asked(FilledFacts Filled, RuleAnswer? Answer, IReadOnlyList<Wrong> Wrongs)
{
    /// <summary>Asks the rule of a state.</summary>
    public static Asked Of(Flow flow, RuleCatalog catalog, Answers answers, Tongue tongue)
    {
        var filled = FilledFacts.Of(flow, answers);
        var day = GuidelineRules.LawDate(AboutStep.Written(answers));
        if (day.Refusal is { } no) return new(filled, null, [new(0, AboutStep.AsOf, FaultWords.Of(flow, no, null, tongue))]);
        // A day that is not covered is told before anything else is asked.
        var probe = flow.State.Ask(catalog, day.Value, flow.Probe);
        if (probe.Refusals.FirstOrDefault(r => r.Code == NotCovered) is { } never) return new(filled, null, [new(0, AboutStep.AsOf, FaultWords.Of(flow, never, null, tongue))]);
        var came = flow.State.Ask(catalog, day.Value, filled.Facts.ToJsonString(LawJson.Options));
        return new(filled, came.Answer, [.. came.Refusals.Select(Placed)]);

        Wrong Placed(Refusal refusal)
        {
            var field = refusal.Code == NotCovered && refusal.Field.Length == 0 ? AboutStep.AsOf : filled.FieldOf(refusal.Field);
            return new(field.Length == 0 ? -1 : flow.StepOf(field), field, FaultWords.Of(flow, refusal, flow.QuestionOf(field), tongue));
        }
    }

    private const string NotCovered = LawNotCovered.Code;
}
