using System.ComponentModel;
using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>What interest on a judgment for arrears is computed from.</summary>
public sealed record NyInterestFacts
{
    /// <summary>The last day.</summary>
    [Description("The day through which interest is computed.")]
    public required DateOnly Through { get; init; }

    /// <summary>The judgments.</summary>
    [Description("Judgments that record arrears. Arrears without a judgment bear no interest.")]
    public required IReadOnlyList<NyJudgment> Judgments { get; init; }
}

/// <summary>A judgment for arrears.</summary>
public sealed record NyJudgment
{
    /// <summary>Its number.</summary>
    [Description("The judgment's number.")]
    public required string Number { get; init; }

    /// <summary>The amount.</summary>
    [Description("The arrears that it records, without interest.")]
    public required Money Amount { get; init; }

    /// <summary>The day of entry.</summary>
    [Description("The day of its entry.")]
    public required DateOnly EnteredOn { get; init; }

    /// <summary>Whether the default was willful.</summary>
    [Description("Whether the court found that the default was willful: knowing, conscious and voluntary.")]
    public bool Willful { get; init; }

    /// <summary>The payments that were missed.</summary>
    [Description("For a willful default: each missed payment with the day on which it was due; together they are the amount.")]
    public IReadOnlyList<NyMissed> Missed { get; init; } = [];

    /// <summary>What was paid.</summary>
    [Description("What was paid toward the amount after the entry, without what was paid as interest.")]
    public IReadOnlyList<NyPaid> Paid { get; init; } = [];
}

/// <summary>A missed payment.</summary>
public sealed record NyMissed
{
    /// <summary>When due.</summary>
    [Description("The day on which it was due.")]
    public required DateOnly DueOn { get; init; }

    /// <summary>How much.</summary>
    [Description("What was not paid.")]
    public required Money Amount { get; init; }
}

/// <summary>A payment toward the amount of a judgment.</summary>
public sealed record NyPaid
{
    /// <summary>When.</summary>
    [Description("The day of the payment.")]
    public required DateOnly On { get; init; }

    /// <summary>How much.</summary>
    [Description("What of it went to the amount of the judgment.")]
    public required Money Amount { get; init; }
}

/// <summary>Interest on a judgment.</summary>
/// <param name="Number">The judgment.</param>
/// <param name="BeforeEntry">From the days on which the payments were due to the entry, for a willful default.</param>
/// <param name="AfterEntry">From the entry.</param>
/// <param name="Interest">Both.</param>
/// <param name="Unpaid">What of the amount is unpaid.</param>
public sealed record NyJudgmentInterest(string Number, Money BeforeEntry, Money AfterEntry, Money Interest, Money Unpaid);

/// <summary>Interest on the judgments.</summary>
/// <param name="Interest">All of it.</param>
/// <param name="Judgments">Each judgment.</param>
/// <param name="ToConfirm">Parameters behind the result that no official text has confirmed.</param>
public sealed record NyInterestAnswer(Money Interest, IReadOnlyList<NyJudgmentInterest> Judgments, IReadOnlyList<ToConfirm> ToConfirm);

/// <summary>Simple interest on a money judgment for arrears: CPLR 5003, 5004; FCA 460; DRL 244. No interest is computed on interest.</summary>
public static class NyInterest
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "ny/interest";

    private const string Root = "ny/guidelines/interest/";
    private const string Law = "CPLR 5003, 5004; FCA 460(1)";
    private const long Whole = 1_000_000;

    /// <summary>Computes the interest.</summary>
    /// <param name="law">The law of the day.</param>
    /// <param name="facts">The judgments.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<NyInterestAnswer> Decide(LawOn law, NyInterestFacts facts, Explanation? why = null)
    {
        if (Fault(facts) is { } fault) return fault;
        var given = new GuidelineLaw(law, why);
        var rate = given.Ppm(Root + "rate");
        var year = given.Whole(Root + "days-of-a-year");
        var fromEntry = given.Flag(Root + "post-judgment");
        List<NyJudgmentInterest> answers = [];
        foreach (var judgment in facts.Judgments)
        {
            var before = judgment.Willful && given.Flag(Root + "willful-from-due") ? judgment.Missed.Select(m => (m.Amount, Days: judgment.EnteredOn.DayNumber - m.DueOn.DayNumber)) : [];
            var pre = Simple(before, rate, year);
            var post = fromEntry ? Simple(AfterEntry(judgment, facts.Through), rate, year) : Money.Zero;
            var unpaid = judgment.Amount - judgment.Paid.Where(p => p.On <= facts.Through).Sum(p => p.Amount);
            answers.Add(new(judgment.Number, pre, post, pre + post, unpaid));
            why?.Step($"Judgment {judgment.Number} of {judgment.Amount}, entered on {Days.Words(judgment.EnteredOn)}: {LawWords.Percent(rate)} a year, simple, on what was unpaid each day through {Days.Words(facts.Through)}: {post}{(pre.IsPositive ? $"; for the willful default {pre} from the days on which the payments were due to the entry" : "")}.", Law, "interest");
        }

        if (answers.Count == 0) why?.Step("There is no judgment, so no interest accrues.", Law, "interest");
        return new NyInterestAnswer(answers.Sum(a => a.Interest), answers, given.ToConfirm);
    }

    private static Refusal? Fault(NyInterestFacts facts)
    {
        for (var i = 0; i < facts.Judgments.Count; i++)
        {
            var judgment = facts.Judgments[i];
            var at = $"judgments[{i}]";
            if (facts.Judgments.Take(i).Any(j => j.Number == judgment.Number)) return new("L-NY-JUDGMENT", $"Judgment {judgment.Number} stands twice.", "Name each once.", Law, $"{at}.number");
            if (judgment.EnteredOn > facts.Through) return new("L-NY-JUDGMENT", $"Judgment {judgment.Number} is entered after the last day of the calculation.", "Correct one of the two days.", Law, $"{at}.entered_on");
            if (judgment.Missed.Any(m => m.DueOn > judgment.EnteredOn)) return new("L-NY-JUDGMENT", "A missed payment was due after the entry.", "Correct its day.", Law, $"{at}.missed");
            if (judgment.Willful && judgment.Missed.Sum(m => m.Amount) != judgment.Amount) return new("L-NY-JUDGMENT", $"The missed payments of judgment {judgment.Number} do not add up to {judgment.Amount}.", "List every missed payment that the judgment records.", "FCA 460(1)", $"{at}.missed");
            if (judgment.Paid.Any(p => p.On < judgment.EnteredOn)) return new("L-NY-JUDGMENT", "A payment is from before the entry.", "Leave out what the judgment already takes into account.", Law, $"{at}.paid");
            if (judgment.Paid.Sum(p => p.Amount) > judgment.Amount) return new("L-NY-JUDGMENT", $"More was paid than judgment {judgment.Number} records.", "Give only what went to its amount.", Law, $"{at}.paid");
        }

        return null;
    }

    /// <summary>What was unpaid and for how many days; the day of entry and of a payment is not counted.</summary>
    private static IEnumerable<(Money Amount, int Days)> AfterEntry(NyJudgment judgment, DateOnly through)
    {
        var left = judgment.Amount;
        var day = judgment.EnteredOn;
        foreach (var paid in judgment.Paid.Where(p => p.On <= through).OrderBy(p => p.On))
        {
            yield return (left, paid.On.DayNumber - day.DayNumber);
            left -= paid.Amount;
            day = paid.On;
        }

        yield return (left, through.DayNumber - day.DayNumber);
    }

    /// <summary>Simple interest, rounded half up once.</summary>
    private static Money Simple(IEnumerable<(Money Amount, int Days)> unpaid, long rate, int year)
    {
        Int128 product = 0;
        foreach (var (amount, days) in unpaid) product += (Int128)amount.Cents * days * rate;
        var by = (Int128)year * Whole;
        var (cents, rest) = Int128.DivRem(product, by);
        return new((long)(2 * rest >= by ? cents + 1 : cents));
    }
}
