using System.ComponentModel;
using Alimenta.Law.Federal.History;

namespace Alimenta.Law.Federal.Obligation;

/// <summary>Support of another period than a month.</summary>
public sealed record MonthlyEquivalentFacts
{
    /// <summary>What is due each time.</summary>
    [Description("What is due each time.")]
    public required Money Amount { get; init; }

    /// <summary>How often.</summary>
    [Description("How often.")]
    public required Frequency Frequency { get; init; }
}

/// <summary>The same as support of a month.</summary>
/// <param name="Monthly">Rounded half up to the cent.</param>
/// <param name="WholeDollars">Rounded half up to the dollar, which a state may use in title IV-A and IV-E cases.</param>
public sealed record MonthlyEquivalentAnswer(Money Monthly, Money WholeDollars);

/// <summary>Support of another period as support of a month: 45 CFR 302.51(a)(2).</summary>
public static class MonthlyEquivalent
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/monthly-equivalent";

    private const string Periods = "us/obligation/periods-a-year";
    private const long CentsOfDollar = 100;

    /// <summary>Decides the monthly amount.</summary>
    /// <param name="law">The law on the day.</param>
    /// <param name="facts">The amount and its frequency.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<MonthlyEquivalentAnswer> Decide(LawOn law, MonthlyEquivalentFacts facts, Explanation? why = null)
    {
        if (facts.Frequency == Frequency.Once)
            return new Refusal("L-MONTHLY-ONCE", "What is due once is no monthly support.", "Name a frequency that repeats.", "45 CFR 302.51(a)(2)", "frequency");
        var table = law.Table(Periods, why);
        var periods = Row(table, facts.Frequency.ToString());
        var months = Row(table, nameof(Frequency.Monthly));
        var monthly = facts.Amount.ShareHalfUp(periods, months);
        var dollars = new Money(new Money(monthly.Cents).ShareHalfUp(1, CentsOfDollar).Cents * CentsOfDollar);
        why?.Step($"{facts.Amount} x {periods} / {months} = {monthly} a month; in whole dollars {dollars}.", "45 CFR 302.51(a)(2)", "monthly");
        return new MonthlyEquivalentAnswer(monthly, dollars);
    }

    private static long Row(LawTable table, string frequency) =>
        table.Rows.First(row => row[0].Word.Equals(frequency, StringComparison.OrdinalIgnoreCase))[1].Number;
}
