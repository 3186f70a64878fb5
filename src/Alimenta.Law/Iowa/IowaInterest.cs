using System.ComponentModel;

namespace Alimenta.Law.Iowa;

/// <summary>Support that was due, and what was paid on it.</summary>
public sealed record IowaInterestFacts
{
    /// <summary>The day to which interest is counted.</summary>
    [Description("Day to which interest is counted.")]
    public required DateOnly Through { get; init; }

    /// <summary>Each payment that fell due.</summary>
    [Description("Each payment that fell due.")]
    public required IReadOnlyList<IowaInstallment> Installments { get; init; }
}

/// <summary>A payment that fell due.</summary>
public sealed record IowaInstallment
{
    /// <summary>The day on which it fell due.</summary>
    [Description("Day on which it fell due.")]
    public required DateOnly Due { get; init; }

    /// <summary>How much fell due.</summary>
    [Description("How much fell due.")]
    public required Money Amount { get; init; }

    /// <summary>Whether it is late only because of the payor's pay cycle.</summary>
    [Description("Whether it is being paid by income withholding and is late only because the payor's pay cycle differs from the order's dates; then it bears no interest.")]
    public bool LateByPayCycle { get; init; }

    /// <summary>What was paid toward it.</summary>
    [Description("What was paid toward the support itself (not toward interest).")]
    public IReadOnlyList<IowaPayment> Paid { get; init; } = [];
}

/// <summary>A payment toward support.</summary>
public sealed record IowaPayment
{
    /// <summary>The day of the payment.</summary>
    [Description("Day of the payment.")]
    public required DateOnly On { get; init; }

    /// <summary>How much.</summary>
    [Description("How much was paid toward the support itself.")]
    public required Money Amount { get; init; }
}

/// <summary>Interest on support.</summary>
/// <param name="Interest">All of it.</param>
/// <param name="Unpaid">The support that is still unpaid.</param>
/// <param name="Installments">One for each payment that fell due, in the order given.</param>
public sealed record IowaInterestAnswer(Money Interest, Money Unpaid, IReadOnlyList<IowaInterestPart> Installments);

/// <summary>Interest on one payment that fell due.</summary>
/// <param name="Due">The day on which it fell due.</param>
/// <param name="From">The first day that bears interest; null when none does.</param>
/// <param name="Interest">The interest, rounded half up to the cent once.</param>
/// <param name="Unpaid">What is still unpaid of it.</param>
public sealed record IowaInterestPart(DateOnly Due, DateOnly? From, Money Interest, Money Unpaid);

/// <summary>Simple interest on each unpaid payment of support from some days after it fell due: Iowa Code 535.3(2).</summary>
/// <remarks>Whether a payment goes first to the support or to the interest is not settled by what was read: the facts say what was paid
/// toward the support. No interest is counted on interest.</remarks>
public static class IowaInterest
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "ia/interest";

    private const string Rate = "ia/interest/rate";
    /// <summary>The law.</summary>
    public const string Citation = "Iowa Code 535.3(2)";
    private const long Whole = 1_000_000;

    /// <summary>Decides.</summary>
    /// <param name="law">The law; the rate is read on the days for which interest runs.</param>
    /// <param name="facts">What fell due and what was paid.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    /// <exception cref="LawNotCovered">Interest runs on days before the recorded law.</exception>
    public static Outcome<IowaInterestAnswer> Decide(LawOn law, IowaInterestFacts facts, Explanation? why = null)
    {
        for (var i = 0; i < facts.Installments.Count; i++)
            if (Fault(facts, facts.Installments[i], $"installments[{i}]") is { } fault) return fault;
        List<IowaInterestPart> parts = [.. facts.Installments.Select((one, i) => Of(law, one, facts.Through, why, $"installments[{i}]"))];
        return new IowaInterestAnswer(parts.Sum(p => p.Interest), parts.Sum(p => p.Unpaid), parts);
    }

    private static Refusal? Fault(IowaInterestFacts facts, IowaInstallment one, string at)
    {
        if (one.Due > facts.Through)
            return new("L-IA-INTEREST-DAY", $"The payment due on {Days.Words(one.Due)} falls due after {Days.Words(facts.Through)}.", "Leave it out, or choose a later day.", Citation, $"{at}.due");
        if (one.Paid.FirstOrDefault(p => p.On > facts.Through) is { } late)
            return new("L-IA-INTEREST-DAY", $"The payment of {Days.Words(late.On)} is later than {Days.Words(facts.Through)}.", "Leave it out, or choose a later day.", Citation, $"{at}.paid");
        return one.Paid.Sum(p => p.Amount) > one.Amount
            ? new("L-IA-INTEREST-PAID", $"More was paid than the {one.Amount} due on {Days.Words(one.Due)}.", "Put what is above it to another payment that fell due.", Citation, $"{at}.paid")
            : null;
    }

    private static IowaInterestPart Of(LawOn law, IowaInstallment one, DateOnly through, Explanation? why, string part)
    {
        var unpaid = one.Amount - one.Paid.Sum(p => p.Amount);
        var then = law.At(one.Due);
        var from = one.Due.AddDays(then.Whole("ia/interest/begins-after-days", why));
        var year = then.Whole("ia/interest/days-of-year", why);
        if (one.LateByPayCycle)
        {
            why?.Step($"{one.Amount} due on {Days.Words(one.Due)} is late only by the pay cycle: no interest.", Citation, part);
            return new(one.Due, null, Money.Zero, unpaid);
        }

        Int128 weighted = 0; // cents x days x millionths
        var (day, balance) = (from, one.Amount);
        List<string>? spans = why is null ? null : [];
        foreach (var paid in one.Paid.OrderBy(p => p.On))
        {
            weighted += Weighted(law, balance, day, paid.On, why, spans);
            if (paid.On > day) day = paid.On;
            balance -= paid.Amount;
        }

        weighted += Weighted(law, balance, day, through, why, spans);
        var divisor = (Int128)year * Whole;
        var interest = new Money((long)((weighted + divisor / 2) / divisor));
        why?.Step(
            spans!.Count == 0 ? $"{one.Amount} due on {Days.Words(one.Due)} bears no interest: nothing of it was unpaid from {Days.Words(from)} on, through {Days.Words(through)}."
                : $"{one.Amount} due on {Days.Words(one.Due)} bears interest from {Days.Words(from)}: {string.Join(", then ", spans)}, the year at {year} days, make {interest}. {(unpaid.IsZero ? "Nothing of it is unpaid." : $"{unpaid} is still unpaid.")}",
            Citation, part);
        return new(one.Due, interest.IsPositive ? from : null, interest, unpaid);
    }

    /// <summary>Balance x days x rate, cut where the rate changes.</summary>
    private static Int128 Weighted(LawOn law, Money balance, DateOnly from, DateOnly to, Explanation? why, List<string>? spans)
    {
        Int128 sum = 0;
        if (balance.IsZero) return sum;
        while (from < to)
        {
            var on = law.At(from);
            var rate = on.Ppm(Rate, why);
            var next = on.Find(Rate).Parameter.Values.Select(v => v.From).FirstOrDefault(f => f > from);
            var end = next != default && next < to ? next : to;
            var days = end.DayNumber - from.DayNumber;
            sum += (Int128)balance.Cents * rate * days;
            spans?.Add($"{balance} for {days} {(days == 1 ? "day" : "days")} at {LawWords.Percent(rate)} a year");
            from = end;
        }

        return sum;
    }
}
