using System.ComponentModel;
using Alimenta.Law.Federal.History;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>Earnings from which FICA is computed.</summary>
public sealed record NyFicaEarnings
{
    /// <summary>Wages.</summary>
    [Description("Wages on which FICA is due.")]
    public Money Wages { get; init; }

    /// <summary>Net earnings from self-employment.</summary>
    [Description("Net earnings from self-employment.")]
    public Money SelfEmployment { get; init; }

    /// <summary>For which time.</summary>
    [Description("The time for which the amounts are; left out: a year.")]
    public Frequency Per { get; init; } = Frequency.Yearly;
}

/// <summary>FICA of a year from earnings, where what was actually paid is not at hand: (b)(5)(vii)(H).</summary>
/// <remarks>The statute deducts what is paid, so the result comes with a finding. The further Medicare tax on high wages is not computed: its figures were not read.</remarks>
internal static class NyFica
{
    private const string Base = "fica/social-security-base";

    /// <summary>Earnings that are no ground for FICA, or a day for which it is not known; null when it can be computed.</summary>
    /// <param name="terms">The law of the day.</param>
    /// <param name="parent">The parent.</param>
    /// <param name="at">The member of the facts.</param>
    public static Refusal? Fault(NyTerms terms, NyParent parent, string at)
    {
        if (parent.FicaFrom is null) return null;
        for (var i = 0; i < parent.Income.Count; i++)
            if (parent.Income[i].Item == NyIncomeItem.Fica)
                return new("L-NY-FICA-TWICE", "FICA is given and is also to be computed.", "Keep the amount that was paid, or let it be computed.", "FCA 413(1)(b)(5)(vii)(H)", $"{at}.fica_from");
        return terms.Covers(Base) ? null
            : new(LawNotCovered.Code, "The most wages on which Social Security tax is due are not recorded for this year.", "Give the FICA that was paid as an item (\"fica\").", "FCA 413(1)(b)(5)(vii)(H)", $"{at}.fica_from");
    }

    /// <summary>FICA of a year; each of the two taxes is rounded half up to the cent once.</summary>
    /// <param name="terms">The law of the day.</param>
    /// <param name="earnings">The earnings.</param>
    public static Money Of(NyTerms terms, NyFicaEarnings earnings)
    {
        var (wages, own) = (terms.OfYear(earnings.Wages, earnings.Per), terms.OfYear(earnings.SelfEmployment, earnings.Per));
        var (security, medicare, most) = (terms.Ppm("fica/social-security"), terms.Ppm("fica/medicare"), terms.Money(Base));
        var sum = Money.Min(wages, most).ShareHalfUp(security, NyTerms.Whole) + wages.ShareHalfUp(medicare, NyTerms.Whole);
        if (!own.IsPositive) return sum;
        var counted = own.ShareHalfUp(terms.Ppm("fica/self-employment-counted"), NyTerms.Whole);
        var times = terms.Count("fica/self-employed-times");
        return sum + Money.Min(counted, (most - wages).OrZero).ShareHalfUp(times * security, NyTerms.Whole) + counted.ShareHalfUp(times * medicare, NyTerms.Whole);
    }

    /// <summary>From what it was computed, in words.</summary>
    /// <param name="terms">The law of the day.</param>
    /// <param name="earnings">The earnings.</param>
    public static string Because(NyTerms terms, NyFicaEarnings earnings)
    {
        var own = terms.OfYear(earnings.SelfEmployment, earnings.Per);
        return $"computed from wages of {terms.OfYear(earnings.Wages, earnings.Per)} a year{(own.IsPositive ? $" and self-employment of {own}" : "")}";
    }
}
