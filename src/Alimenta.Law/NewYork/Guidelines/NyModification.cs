using System.ComponentModel;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>What decides whether an order may be modified. The law date is the day of the request.</summary>
public sealed record NyModificationFacts
{
    /// <summary>The day of the order.</summary>
    [Description("The day on which the order was entered, or an agreement in it was made.")]
    public required DateOnly OrderedOn { get; init; }

    /// <summary>The day of its last change.</summary>
    [Description("The day on which it was last modified or adjusted; left out when it never was.")]
    public DateOnly? ChangedOn { get; init; }

    /// <summary>Whether the parties opted out.</summary>
    [Description("Whether the parties validly agreed that the passing of time and the change of income are no grounds.")]
    public bool OptedOut { get; init; }

    /// <summary>A substantial change of circumstances.</summary>
    [Description("The substantial change of circumstances, in words; left out when none is claimed.")]
    public string Change { get; init; } = "";

    /// <summary>The first parent's income.</summary>
    [Description("The first parent's gross income, when it is compared.")]
    public NyIncomeChange? ParentA { get; init; }

    /// <summary>The second parent's income.</summary>
    [Description("The second parent's gross income, when it is compared.")]
    public NyIncomeChange? ParentB { get; init; }
}

/// <summary>Gross income when the order was made, last modified or adjusted, and now.</summary>
public sealed record NyIncomeChange
{
    /// <summary>Then.</summary>
    [Description("Gross income of a year when the order was made, last modified or adjusted.")]
    public required Money Then { get; init; }

    /// <summary>Now.</summary>
    [Description("Gross income of a year now.")]
    public required Money Now { get; init; }

    /// <summary>Whether a fall was involuntary.</summary>
    [Description("For a fall: whether it was involuntary.")]
    public bool Involuntary { get; init; }

    /// <summary>Whether the party looked for work.</summary>
    [Description("For a fall: whether the party looked hard for work that fits education, ability and experience.")]
    public bool LookedForWork { get; init; }
}

/// <summary>A ground and whether it holds.</summary>
/// <param name="Ground">Its name.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Because">Why.</param>
/// <param name="Citation">Its place in the law.</param>
public sealed record NyGround(string Ground, bool Holds, string Because, string Citation);

/// <summary>Whether an order may be modified.</summary>
/// <param name="MayBeModified">Whether any ground holds.</param>
/// <param name="Grounds">Each ground.</param>
/// <param name="YearsPassOn">The first day on which enough years have passed; null where that is no ground.</param>
/// <param name="Findings">What the court must find.</param>
/// <param name="ToConfirm">Parameters behind the result that no official text has confirmed.</param>
public sealed record NyModificationAnswer(bool MayBeModified, IReadOnlyList<NyGround> Grounds, DateOnly? YearsPassOn, IReadOnlyList<GuidelineFinding> Findings, IReadOnlyList<ToConfirm> ToConfirm);

/// <summary>When an order may be modified: FCA 451(3); DRL 236(B)(9)(b)(2).</summary>
public static class NyModification
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "ny/modification";

    private const string Root = "ny/guidelines/modification/";
    private const long Whole = 1_000_000;

    /// <summary>Decides on the law date.</summary>
    /// <param name="law">The law on the day of the request.</param>
    /// <param name="facts">The order and what changed.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<NyModificationAnswer> Decide(LawOn law, NyModificationFacts facts, Explanation? why = null)
    {
        if (facts.OrderedOn > law.Date) return new Refusal("L-NY-MODIFY-DATE", "The order is of a day after the request.", "Correct one of the two days.", "FCA 451(3)", "ordered_on");
        if (facts.ChangedOn is { } change && (change < facts.OrderedOn || change > law.Date)) return new Refusal("L-NY-MODIFY-DATE", "The last change is not between the order and the request.", "Correct the day of the change.", "FCA 451(3)", "changed_on");
        var given = new GuidelineLaw(law, why);
        List<GuidelineFinding> findings = [];
        List<NyGround> grounds = [Circumstances(facts, findings)];
        var since = given.Day(Root + "since");
        var blocked = facts.OptedOut ? "The parties agreed that this is no ground." : facts.OrderedOn < since ? $"The order is from before {Days.Words(since)}." : null;
        var latest = facts.ChangedOn ?? facts.OrderedOn;
        var years = given.Whole(Root + "years");
        var from = latest.AddYears(years);
        grounds.Add(new("years", blocked is null && law.Date >= from, blocked ?? $"{years} years from {Days.Words(latest)} {(law.Date >= from ? "have passed" : "end")} on {Days.Words(from)}.", "FCA 451(3)(b)(i)"));
        grounds.Add(Income(given, "income_parent_a", "Parent A", facts.ParentA, blocked));
        grounds.Add(Income(given, "income_parent_b", "Parent B", facts.ParentB, blocked));
        foreach (var ground in grounds) why?.Step(ground.Because, ground.Citation, ground.Ground);
        return new NyModificationAnswer(grounds.Exists(g => g.Holds), grounds, blocked is null ? from : null, findings, given.ToConfirm);
    }

    private static NyGround Circumstances(NyModificationFacts facts, List<GuidelineFinding> findings)
    {
        var claimed = facts.Change.Trim();
        if (claimed.Length == 0) return new("change_of_circumstances", false, "No substantial change of circumstances is claimed.", "FCA 451(3)(a)");
        findings.Add(new("NY-CHANGE-OF-CIRCUMSTANCES", $"Whether this is a substantial change of circumstances is for the court: {claimed}", "FCA 451(3)(a)"));
        return new("change_of_circumstances", true, $"A substantial change of circumstances is claimed: {claimed}", "FCA 451(3)(a)");
    }

    private static NyGround Income(GuidelineLaw law, string ground, string who, NyIncomeChange? income, string? blocked)
    {
        const string Citation = "FCA 451(3)(b)(ii)";
        if (income is null) return new(ground, false, $"{who}: no incomes are compared.", Citation);
        if (blocked is not null) return new(ground, false, blocked, Citation);
        var least = law.Ppm(Root + "income-change");
        var difference = income.Now - income.Then;
        var fall = difference.IsNegative;
        var enough = !difference.IsZero && (Int128)Math.Abs(difference.Cents) * Whole >= (Int128)income.Then.Cents * least;
        var words = $"{who}: {income.Then} then and {income.Now} now, {(fall ? "a fall" : "a rise")} of {new Money(Math.Abs(difference.Cents))}, {(enough ? "at least" : "less than")} {LawWords.Percent(least)}";
        if (!enough || !fall || !law.Flag(Root + "reduction-involuntary")) return new(ground, enough, words + ".", Citation);
        var counts = income is { Involuntary: true, LookedForWork: true };
        return new(ground, counts, words + (counts ? ", involuntary and with efforts to find fitting work." : "; a fall counts only when it was involuntary and the party looked hard for fitting work."), Citation);
    }
}
