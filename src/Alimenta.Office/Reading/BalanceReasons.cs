using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>Why each class of a case's debt is what it is: what came to it, what left it, and from which months the rest is.</summary>
internal sealed class BalanceReasons(CircleReplay replay, string caseNumber)
{
    private const string Current = "current";
    private const int MostMonths = 6;

    private readonly List<(Step Step, DebtMove Move)> _moves = [.. replay.Play.Steps.SelectMany(s => s.Debts.Where(d => d.Case == caseNumber).Select(d => (s, d)))];

    /// <summary>The classes that are not nothing, in the order of the chart of accounts, each with its reason. The sentences add up to the amount.</summary>
    public IReadOnlyDictionary<string, (Money Amount, Explanation Why)> All()
    {
        var all = new Dictionary<string, (Money, Explanation)>();
        foreach (var place in (DebtPlace[])[DebtPlace.Current, DebtPlace.NA, DebtPlace.PA, DebtPlace.TA, DebtPlace.CA, DebtPlace.UDA, DebtPlace.UPA, DebtPlace.FC, DebtPlace.MED])
        {
            var left = replay.Play.Debts.Total(caseNumber, place);
            if (!left.IsZero) all.Add(place == DebtPlace.Current ? Current : place.ToString(), (left, Of(place, left)));
        }

        return all;
    }

    private Explanation Of(DebtPlace place, Money left)
    {
        var why = new Explanation("us/distribution/classes", "42 USC 657");
        var came = _moves.Where(m => m.Move.To == place).GroupBy(m => m.Move.From).ToDictionary(g => g.Key, g => g.ToList());
        var went = _moves.Where(m => m.Move.From == place).GroupBy(m => m.Move.To).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var from in came.Keys.Order()) Came(why, place, from, came[from]);
        foreach (var to in went.Keys.Order()) Went(why, place, to, went[to]);
        var rows = replay.Play.Debts.Rows.Where(r => r.Case == caseNumber && r.Place == place).GroupBy(r => r.Month).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(r => r.Left))).ToList();
        why.Step($"{left} is left: {Listed(rows)}.");
        return why;
    }

    private static void Came(Explanation why, DebtPlace place, DebtPlace from, IReadOnlyList<(Step Step, DebtMove Move)> moves)
    {
        var total = moves.Sum(m => m.Move.Amount);
        var months = moves.Select(m => m.Move.Month).Distinct().Order().ToList();
        var span = months.Count == 1 ? months[0].Words : $"{months.Count} months, {months[0].Words} to {months[^1].Words}";
        switch (from)
        {
            case DebtPlace.Charged:
                why.Step($"{total} was charged for {span}.", "45 CFR 302.50");
                break;
            case DebtPlace.Opening:
                why.Step($"{total} for {span} was taken over from an earlier record.");
                break;
            case DebtPlace.Adjusted:
                why.Step($"{total} for {span} was added by decision.");
                break;
            default:
                var (sentence, citation) = MoveWords(from, place);
                why.Step($"{total} of {span}: {sentence}", citation);
                break;
        }
    }

    private static void Went(Explanation why, DebtPlace place, DebtPlace to, IReadOnlyList<(Step Step, DebtMove Move)> moves)
    {
        var total = moves.Sum(m => m.Move.Amount);
        var last = Days.Words(moves.Max(m => m.Step.On));
        switch (to)
        {
            case DebtPlace.Satisfied:
                why.Step($"Payments paid {total} of it, the last on {last}.", "45 CFR 302.51(a)");
                break;
            case DebtPlace.SatisfiedByPartner:
                why.Step($"Another person who owes the same debt paid {total} of it, the last on {last}.");
                break;
            case DebtPlace.Adjusted:
                why.Step($"{total} was taken off by decision, the last on {last}.");
                break;
            default:
                var (sentence, citation) = MoveWords(place, to);
                why.Step($"{total} left for another class, the last on {last}: {sentence}", citation);
                break;
        }
    }

    // What stands there adds up: a last month is written out rather than left away, and of several the sum is told.
    private static string Listed(List<(SupportMonth Month, Money Left)> months)
    {
        var shown = months.Count <= MostMonths + 1 ? months.Count : MostMonths;
        var rest = months[shown..];
        var parts = string.Join(", ", months.Take(shown).Select(m => $"{m.Left} of {m.Month.Words}"));
        return rest.Count == 0 ? parts : $"{parts} and {rest.Sum(m => m.Left)} of {rest.Count} months more, {rest[0].Month.Words} to {rest[^1].Month.Words}";
    }

    /// <summary>Why debt of many months goes from one class to another, and where that stands.</summary>
    private static (string Sentence, string Citation) MoveWords(DebtPlace from, DebtPlace to) => (from, to) switch
    {
        (DebtPlace.Current, DebtPlace.NA) => ("unpaid when the month ended, in months without assistance: it is the family’s.", "42 USC 657(a)(4), 608(a)(3)"),
        (DebtPlace.Current, DebtPlace.PA) => ("unpaid when the month ended, in months in which the family had assistance: it is assigned to the state.", "42 USC 608(a)(3)"),
        (DebtPlace.Current, DebtPlace.FC) => ("unpaid when the month ended, in months in which a child was in foster care.", "42 USC 671(a)(17); 45 CFR 302.52(c)"),
        (DebtPlace.Current, DebtPlace.MED) => ("assigned medical support, unpaid when the month ended.", "45 CFR 302.51(c)"),
        (DebtPlace.PA, DebtPlace.UDA) => ("what is above the unreimbursed assistance is no longer assigned and is the family’s.", "42 USC 657(a)(3), 608(a)(3)"),
        (DebtPlace.UDA, DebtPlace.PA) => ("the unreimbursed assistance rose, so it is assigned again.", "42 USC 657(a)(3), 608(a)(3)"),
        _ => (ExplainSteps.Words(from, to, Money.Zero, SupportMonth.Undated).Citation is { Length: > 0 } ? $"it went from {from} to {to} with the family’s assistance." : $"it went from {from} to {to}.", ExplainSteps.Words(from, to, Money.Zero, SupportMonth.Undated).Citation),
    };
}
