namespace Alimenta.Law.Federal.Distribution;

/// <summary>What becomes of money beyond every debt: never silently kept.</summary>
/// <remarks>45 CFR 302.51(b) (futures), 303.72(h)(4) (excess of an offset); our convention D15; the obligor's recorded intent comes first.</remarks>
public static class OverpaymentRule
{
    /// <summary>Decides the uses of the rest.</summary>
    /// <param name="rest">Above nothing.</param>
    /// <param name="source">How the money was collected.</param>
    /// <param name="intent">What the obligor wants.</param>
    /// <param name="currentOrder">Whether support will fall due in a later month.</param>
    /// <param name="monthlyDue">Support of an ordinary month; nothing when unknown, which leaves futures unbounded.</param>
    /// <param name="futureHeld">Future support already held.</param>
    /// <param name="policy">The state's choices.</param>
    public static IEnumerable<(Recipient To, Money Amount, string Sentence, string Citation)> Decide(
        Money rest, CollectionSource source, OverpaymentIntent intent, bool currentOrder, Money monthlyDue, Money futureHeld, DistributionPolicy policy)
    {
        if (source is CollectionSource.FederalTaxOffset or CollectionSource.StateTaxOffset)
        {
            yield return (Recipient.Refund, rest, $"{rest} is more than the debt: what is left of a tax offset goes back to the obligor.", "45 CFR 303.72(h)(4), 303.102(g)");
            yield break;
        }

        if (intent == OverpaymentIntent.Gift)
        {
            yield return (Recipient.Gift, rest, $"{rest} is beyond every debt; the obligor recorded that it is a gift to the family.", "our choice (D15)");
            yield break;
        }

        if (intent == OverpaymentIntent.Refund || !currentOrder)
        {
            yield return (Recipient.Refund, rest, intent == OverpaymentIntent.Refund
                ? $"{rest} is beyond every debt; the obligor recorded the wish to have it back."
                : $"{rest} is beyond every debt and no support will fall due: it goes back to the obligor.", "our choice (D15)");
            yield break;
        }

        var bound = monthlyDue.IsZero ? rest : (new Money(monthlyDue.Cents * policy.FutureMonthsMost) - futureHeld).OrZero;
        var held = Money.Min(rest, bound);
        if (!held.IsZero) yield return (Recipient.Future, held, $"{held} is beyond every debt and is held for the support of months to come.", "45 CFR 302.51(b)");
        if (held < rest) yield return (Recipient.Refund, rest - held, $"{rest - held} would pay more than {policy.FutureMonthsMost} months ahead and goes back to the obligor.", "our choice (D15)");
    }

    /// <summary>The name of the bucket of a use.</summary>
    public static string Bucket(Recipient to) => to switch
    {
        Recipient.Future => "future",
        Recipient.Gift => "gift",
        _ => "refund",
    };
}
