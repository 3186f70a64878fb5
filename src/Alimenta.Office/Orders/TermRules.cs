using Alimenta.Data;
using Alimenta.Law.Federal.History;
using LawFrequency = Alimenta.Law.Federal.History.Frequency;

namespace Alimenta.Office.Orders;

/// <summary>What an obligation demands from a day on, as someone tells it.</summary>
/// <param name="Amount">What falls due each time.</param>
/// <param name="Frequency">How often.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null: until something else is ordered.</param>
/// <param name="DueOn">A day on which it is due, that the others follow; null: the first day.</param>
/// <param name="DueDay2">The second due day of a month, when it is due twice a month.</param>
public sealed record TermGiven(Money Amount, Alimenta.Data.Frequency Frequency, DateOnly From, DateOnly? To = null, DateOnly? DueOn = null, int? DueDay2 = null)
{
    /// <summary>The period.</summary>
    public DatePeriod Period => new(From, To);
}

/// <summary>What terms must be, and how they lie over each other.</summary>
public static class TermRules
{
    private const int LastDayOfMonth = 31;

    /// <summary>The most that one charge may be: more is a slip of the key.</summary>
    public static readonly Money Most = Money.Of(999_999, 99);

    /// <summary>A refusal, or null when the terms can be.</summary>
    public static Refusal? Check(TermGiven term, DateOnly today)
    {
        if (!term.Amount.IsPositive || term.Amount > Most)
            return new("R-TERM-AMOUNT", $"The amount is {term.Amount}; it must be above 0.00 and at most {Most}.", "Enter what the order says; to stop support for a time, suspend it.", Field: "amount");
        if (DateChecks.Backwards(term.From, term.To) is { } backwards) return backwards;
        if (DateChecks.Unlikely(term.From, today, "from") is { } unlikely) return unlikely;
        if (term.Frequency == Alimenta.Data.Frequency.Semimonthly && term.DueDay2 is not (>= 1 and <= LastDayOfMonth))
            return new("R-TERM-SECOND-DAY", "Support due twice a month needs its second due day.", $"Enter a day from 1 to {LastDayOfMonth}.", Field: "dueDay2");
        if (term.Frequency == Alimenta.Data.Frequency.Once && term.DueOn is { } due && !term.Period.Contains(due))
            return new("R-TERM-DUE", $"What is due once is due on {Days.Words(due)}, outside {term.Period}.", "Enter a due day within the dates.", Field: "dueOn");
        return null;
    }

    /// <summary>A refusal when terms hold already on a day of the new ones, in words that say which and how to mend it.</summary>
    public static Refusal? Overlap(string obligation, IReadOnlyList<ObligationTerm> there, TermGiven added)
    {
        var met = Compose(there).FirstOrDefault(t => t.Amount.IsPositive && t.Period.Overlaps(added.Period));
        return met is null ? null : new(
            "R-TERM-OVERLAP",
            $"Obligation {obligation} already has {met.Amount} {Words(met.Frequency)} {met.Period}.",
            $"If the order was changed, enter these terms as a change from {Days.Words(added.From)} on; if not, correct the dates.", Field: "from");
    }

    /// <summary>The terms as they hold: where two lie over each other, the one that became known later.</summary>
    public static IReadOnlyList<Term> Compose(IEnumerable<ObligationTerm> there, bool prorate = false) =>
        TermHistory.Compose([.. there.OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).Select(t => Law(t, prorate))]);

    /// <summary>The row of new terms.</summary>
    public static ObligationTerm Row(long obligationId, TermGiven term, DateTime now) => new()
    {
        ObligationId = obligationId, Amount = term.Amount, Frequency = term.Frequency, From = term.From, To = term.To, AnchorDate = term.DueOn ?? term.From,
        DueDay2 = term.Frequency == Alimenta.Data.Frequency.Semimonthly ? term.DueDay2 : null, RecordedAt = now,
    };

    /// <summary>The charges that come next, for a person to check before he saves.</summary>
    /// <param name="terms">The terms as they hold.</param>
    /// <param name="lastDay">The last day of the obligation, or null.</param>
    /// <param name="from">The day from which charges are listed.</param>
    /// <param name="most">How many.</param>
    public static IReadOnlyList<Charge> Next(IReadOnlyList<Term> terms, DateOnly? lastDay, DateOnly from, int most = 12)
    {
        var charges = new List<Charge>();
        var first = SupportMonth.Of(from);
        // A yearly charge comes within a year; nothing comes after that many years of nothing.
        for (var month = first; charges.Count < most && month < first.Plus(most * most); month = month.Next)
            charges.AddRange(terms.SelectMany(t => ChargeSchedule.In(t, lastDay, month)).Where(c => c.Due >= from).OrderBy(c => c.Due));
        return [.. charges.Take(most)];
    }

    /// <summary>How often, in words.</summary>
    public static string Words(LawFrequency frequency) => frequency switch
    {
        LawFrequency.Weekly => "weekly",
        LawFrequency.Biweekly => "every two weeks",
        LawFrequency.Semimonthly => "twice a month",
        LawFrequency.Monthly => "monthly",
        LawFrequency.Quarterly => "quarterly",
        LawFrequency.Yearly => "yearly",
        _ => "once",
    };

    private static Term Law(ObligationTerm t, bool prorate)
    {
        var term = new Term(t.Amount, (LawFrequency)(int)t.Frequency, new(t.From, t.To), t.AnchorDate, Prorate: prorate);
        return t.DueDay2 is { } second ? term with { SecondDay = second } : term;
    }
}
