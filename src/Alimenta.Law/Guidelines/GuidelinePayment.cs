namespace Alimenta.Law.Guidelines;

/// <summary>What a guideline says that someone pays.</summary>
/// <param name="From">Who pays.</param>
/// <param name="To">Who is paid.</param>
/// <param name="Kind">What for.</param>
/// <param name="Amount">How much each month; nothing where only a share is set.</param>
/// <param name="SharePpm">The share of a cost that is paid when it arises, in millionths; null where an amount is set.</param>
/// <param name="Citation">Its place in the law.</param>
public sealed record GuidelinePayment(GuidelineParty From, GuidelineParty To, PaymentKind Kind, Money Amount, long? SharePpm, string Citation);

/// <summary>What a payment is for.</summary>
public enum PaymentKind
{
    /// <summary>Cash child support.</summary>
    Cash,

    /// <summary>Cash medical support: an amount in money toward a child's health care.</summary>
    CashMedical,

    /// <summary>Cost of a child's health insurance.</summary>
    HealthInsurance,

    /// <summary>Health costs that no insurance pays.</summary>
    UncoveredHealth,

    /// <summary>Child care.</summary>
    ChildCare,

    /// <summary>Education.</summary>
    Education,
}
