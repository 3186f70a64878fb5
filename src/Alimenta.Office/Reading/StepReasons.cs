using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>Why a step of a played history is what it is, as numbered sentences. The sentences of a distribution are those of the rule that decided it.</summary>
internal sealed class StepReasons(CircleReplay replay)
{
    private static readonly HashSet<string> AfterAll = [nameof(Recipient.Refund), nameof(Recipient.Future), nameof(Recipient.Gift)];

    /// <summary>The reason as one case sees it.</summary>
    public Explanation Of(Step step, string caseNumber) => step.Kind switch
    {
        StepKind.Distribution => Distribution(step, caseNumber),
        StepKind.Grant => Grant(step, caseNumber),
        StepKind.Adjustment => Adjustment(step, caseNumber),
        StepKind.Charge or StepKind.Opening => ExplainSteps.Why(step, replay.Circle.Facts),
        _ => Moves(new(Replay.RuleId, "42 USC 657; 608(a)(3)"), step, caseNumber),
    };

    /// <summary>The sentences of allocation and of the case's distribution in one line of numbers, each part with its own.</summary>
    private Explanation Distribution(Step step, string caseNumber)
    {
        if (step.Why is not { } why) throw new InvalidOperationException($"The step {step.Key} was played without being asked to explain itself.");
        var flat = new Explanation(why.Rule, why.Citation);
        foreach (var first in why.Steps.Where(s => !AfterAll.Contains(s.Part))) flat.Step(first.Sentence, first.Citation, first.Part == "allocation" ? "" : first.Part);
        var cases = why.Children.Where(c => c.Rule == Alimenta.Law.Federal.Distribution.Distribution.RuleId).ToList();
        foreach (var child in why.Children)
        {
            foreach (var parameter in child.Parameters) flat.Read(parameter);
            if (cases.Contains(child) && cases.Count > 1 && child.Steps[0].Part != caseNumber) continue;
            foreach (var one in child.Steps) flat.Step(one.Sentence, one.Citation, cases.Contains(child) && one.Part != caseNumber ? one.Part : "");
        }

        foreach (var last in why.Steps.Where(s => AfterAll.Contains(s.Part))) flat.Step(last.Sentence, last.Citation, last.Part.ToLowerInvariant());
        if (step.Parts.Any(p => p.Case == caseNumber)) replay.ReadPolicy(flat, caseNumber, step);
        return flat;
    }

    private Explanation Grant(Step step, string caseNumber)
    {
        var why = new Explanation(Replay.RuleId, "42 USC 657(a)(3), 608(a)(3)");
        foreach (var move in step.Assistance)
        {
            why.Step(move.Amount.IsNegative
                ? $"Assistance was corrected by {move.Amount}; what is not reimbursed falls by as much."
                : $"The family received {move.Amount} of {(move.Program == AssistanceProgram.FosterCare ? "foster care maintenance (title IV-E)" : "cash assistance (title IV-A)")} on {Days.Words(step.On)}; what is not reimbursed rises by as much.", "42 USC 608(a)(3)");
        }

        return Moves(why, step, caseNumber);
    }

    private Explanation Adjustment(Step step, string caseNumber)
    {
        var why = new Explanation("adjustment", "");
        var reason = replay.Reasons.GetValueOrDefault(step.Key[2..], "");
        foreach (var move in step.Debts.Where(d => d.Case == caseNumber && (d.From == DebtPlace.Adjusted || d.To == DebtPlace.Adjusted)))
        {
            var raised = move.From == DebtPlace.Adjusted;
            why.Step($"A decision {(raised ? "raised" : "lowered")} the debt for {move.Month.Words} by {move.Amount}{(reason.Length > 0 ? $": {reason.TrimEnd('.')}" : "")}.", "", (raised ? move.To : move.From).ToString());
        }

        return Moves(why, step, caseNumber);
    }

    private static Explanation Moves(Explanation why, Step step, string caseNumber)
    {
        foreach (var move in step.Debts.Where(d => d.Case == caseNumber && IsOwed(d.From) && IsOwed(d.To)).GroupBy(d => (d.From, d.To, d.Month)))
        {
            var (sentence, citation) = ExplainSteps.Words(move.Key.From, move.Key.To, move.Sum(d => d.Amount), move.Key.Month);
            why.Step(sentence, citation);
        }

        return why;
    }

    private static bool IsOwed(DebtPlace place) => place is not (DebtPlace.Charged or DebtPlace.Satisfied or DebtPlace.SatisfiedByPartner or DebtPlace.Adjusted or DebtPlace.Opening);
}
