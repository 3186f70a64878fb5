namespace Alimenta.Law.Federal.History;

/// <summary>How often support falls due.</summary>
public enum Frequency
{
    /// <summary>Every seven days.</summary>
    Weekly,

    /// <summary>Every fourteen days.</summary>
    Biweekly,

    /// <summary>Twice a month on two days of the month.</summary>
    Semimonthly,

    /// <summary>Once a month.</summary>
    Monthly,

    /// <summary>Every three months.</summary>
    Quarterly,

    /// <summary>Once a year.</summary>
    Yearly,

    /// <summary>Once.</summary>
    Once,
}

/// <summary>The terms of an obligation for a time.</summary>
/// <param name="Amount">What falls due each time; at least nothing.</param>
/// <param name="Frequency">How often.</param>
/// <param name="Period">From the first through the last day on which the terms hold.</param>
/// <param name="Anchor">A day on which support is due; the other due days follow from it. A day of month that a month lacks becomes its last day.</param>
/// <param name="SecondDay">Twice a month: the second day of the month; the first is the anchor's.</param>
/// <param name="Prorate">Whether the order says that a part of a period is charged in proportion to its days.</param>
public sealed record Term(Money Amount, Frequency Frequency, DatePeriod Period, DateOnly Anchor, int SecondDay = 15, bool Prorate = false);

/// <summary>One charge.</summary>
/// <param name="Due">The day on which it is due.</param>
/// <param name="Amount">Above nothing.</param>
public readonly record struct Charge(DateOnly Due, Money Amount);

/// <summary>The charges that terms make.</summary>
/// <remarks>A charge is made on each due day on which the terms hold; no part of a period is charged unless the order says so (our convention:
/// charge on the due date). Weekly orders charge every seven days, four or five times a month (H1).</remarks>
public static class ChargeSchedule
{
    /// <summary>The charges of a month in the order of their days.</summary>
    /// <param name="term">The terms.</param>
    /// <param name="lastDay">The last day of the obligation, or null.</param>
    /// <param name="month">The month.</param>
    public static IEnumerable<Charge> In(Term term, DateOnly? lastDay, SupportMonth month)
    {
        if (term.Amount.IsZero) yield break;
        var end = term.Period.To is { } to && lastDay is { } last ? (to < last ? to : last) : term.Period.To ?? lastDay;
        var holds = new DatePeriod(term.Period.From, end);
        if (holds.IsEmpty || !holds.Touches(month)) yield break;

        foreach (var (due, next) in Periods(term, month))
        {
            if (!term.Prorate || term.Frequency == Frequency.Once)
            {
                if (SupportMonth.Of(due) == month && holds.Contains(due)) yield return new(due, term.Amount);
                continue;
            }

            // The part of the period [due, next) on which the terms hold, charged on its first day.
            var from = due < holds.From ? holds.From : due;
            var through = next.AddDays(-1);
            if (holds.To is { } stop && stop < through) through = stop;
            if (through < from || SupportMonth.Of(from) != month) continue;
            var part = term.Amount.ShareHalfUp(through.DayNumber - from.DayNumber + 1, next.DayNumber - due.DayNumber);
            if (part.IsPositive) yield return new(from, part);
        }
    }

    /// <summary>Support of an ordinary month under the terms: 52 weeks, 26 fortnights, 24 halves, 4 quarters a year.</summary>
    public static Money MonthlyEquivalent(Term term) => term.Frequency switch
    {
        Frequency.Weekly => term.Amount.ShareHalfUp(52, 12),
        Frequency.Biweekly => term.Amount.ShareHalfUp(26, 12),
        Frequency.Semimonthly => term.Amount + term.Amount,
        Frequency.Monthly => term.Amount,
        Frequency.Quarterly => term.Amount.ShareHalfUp(1, 3),
        Frequency.Yearly => term.Amount.ShareHalfUp(1, 12),
        _ => Money.Zero,
    };

    /// <summary>The periods that begin in the month, and the one that runs into it.</summary>
    private static IEnumerable<(DateOnly Due, DateOnly Next)> Periods(Term term, SupportMonth month)
    {
        var first = month.FirstDay;
        switch (term.Frequency)
        {
            case Frequency.Once:
                yield return (term.Anchor, term.Anchor.AddDays(1));
                break;
            case Frequency.Weekly or Frequency.Biweekly:
                var days = term.Frequency == Frequency.Weekly ? 7 : 14;
                var offset = ((term.Anchor.DayNumber - first.DayNumber) % days + days) % days;
                for (var due = first.AddDays(offset - days); due <= month.LastDay; due = due.AddDays(days))
                    yield return (due, due.AddDays(days));
                break;
            case Frequency.Semimonthly:
                var low = Math.Min(term.Anchor.Day, term.SecondDay);
                var high = Math.Max(term.Anchor.Day, term.SecondDay);
                yield return (month.Previous.Day(high), month.Day(low));
                if (month.Day(low) != month.Day(high)) yield return (month.Day(low), month.Day(high));
                else yield return (month.Day(low), month.Next.Day(low));
                yield return (month.Day(high), month.Next.Day(low));
                break;
            default:
                var step = term.Frequency switch { Frequency.Monthly => 1, Frequency.Quarterly => 3, _ => 12 };
                var anchor = SupportMonth.Of(term.Anchor);
                var behind = ((month.Number - anchor.Number) % step + step) % step;
                for (var start = month.Plus(-behind - (behind == 0 ? step : 0)); start <= month; start = start.Plus(step))
                    yield return (start.Day(term.Anchor.Day), start.Plus(step).Day(term.Anchor.Day));
                break;
        }
    }
}
