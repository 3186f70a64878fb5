using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal;

/// <summary>Fills the choices that distribution reads from the dated policy parameters.</summary>
public static class DistributionPolicyReader
{
    private static readonly DebtClass[] Ordered = [DebtClass.NA, DebtClass.PA, DebtClass.TA, DebtClass.CA, DebtClass.UDA, DebtClass.UPA];
    private static readonly ObligationKind[] Current = [ObligationKind.Child, ObligationKind.Spousal, ObligationKind.Medical];

    /// <summary>The choices in force on the law's day under its policy.</summary>
    /// <param name="law">The law on a day under a policy.</param>
    /// <param name="why">Notes each parameter that was read.</param>
    /// <exception cref="LawNotCovered">One of them has no value for the day.</exception>
    public static DistributionPolicy Read(LawOn law, Explanation? why = null) => new()
    {
        OffsetElection = law.Word("policy/distribution/offset-election", why) switch
        {
            "prwora" => OffsetElection.Prwora,
            "dra" => OffsetElection.Dra,
            var other => throw Unknown("policy/distribution/offset-election", other),
        },
        CurrentTiers = Tiers(law, why),
        AllocateByType = law.Flag("policy/allocation/by-type", why),
        NeverOrder = Order(law, "policy/distribution/never-order", why),
        CurrentOrder = Order(law, "policy/distribution/current-order", why),
        FormerOrder = Order(law, "policy/distribution/former-order", why),
        OffsetOrder = Order(law, "policy/distribution/offset-order", why),
        PassThroughBasis = law.Word("policy/pass-through/basis", why) switch
        {
            "none" => PassThroughBasis.None,
            "by-family" => PassThroughBasis.ByFamily,
            "by-child" => PassThroughBasis.ByChild,
            var other => throw Unknown("policy/pass-through/basis", other),
        },
        PassThroughFirst = law.Money("policy/pass-through/first", why),
        PassThroughMost = law.Money("policy/pass-through/most", why),
        ExceptedOneChild = law.Money("us/distribution/excepted/one-child", why),
        ExceptedMoreChildren = law.Money("us/distribution/excepted/more-children", why),
        AssignedToFamily = law.Flag("policy/distribution/assigned-to-family", why),
        FederalSharePpm = law.Ppm("policy/federal-share", why),
        FeeMethod = law.Word("policy/fee/method", why) switch
        {
            "retain" => FeeMethod.Retain,
            "charge-obligor" => FeeMethod.ChargeObligor,
            "state-pays" => FeeMethod.StatePays,
            var other => throw Unknown("policy/fee/method", other),
        },
        FeeAmount = law.Money("us/fee/annual/amount", why),
        FeeThreshold = law.Money("us/fee/annual/threshold", why),
        FutureMonthsMost = law.Whole("policy/distribution/future-months-most", why),
        JointHoldPpm = law.Ppm("policy/joint-hold/share", why),
        JointHoldMonths = law.Whole("policy/joint-hold/months", why),
        NoPreAssistanceAssignmentFrom = law.Day("policy/distribution/no-pre-assistance-assignment-from", why),
    };

    private static ObligationKind[][] Tiers(LawOn law, Explanation? why)
    {
        const string id = "policy/current-support/tiers";
        ObligationKind[][] tiers = [.. law.Words(id, why).Select(tier => tier.Split('+').Select(kind => Kind(id, kind)).ToArray())];
        return tiers.Sum(tier => tier.Length) == Current.Length && Current.All(kind => tiers.Any(tier => tier.Contains(kind)))
            ? tiers
            : throw new InvalidOperationException($"{id} must name child, spousal and medical exactly once.");
    }

    private static ObligationKind Kind(string id, string word) => word switch
    {
        "child" => ObligationKind.Child,
        "spousal" => ObligationKind.Spousal,
        "medical" => ObligationKind.Medical,
        _ => throw Unknown(id, word),
    };

    private static DebtClass[] Order(LawOn law, string id, Explanation? why)
    {
        DebtClass[] order = [.. law.Words(id, why).Select(word => Enum.Parse<DebtClass>(word))];
        return order.Length == Ordered.Length && Ordered.All(order.Contains)
            ? order
            : throw new InvalidOperationException($"{id} must name each of {string.Join(", ", Ordered)} exactly once.");
    }

    private static InvalidOperationException Unknown(string id, string word) => new($"{id} has the word {word}, which no rule knows.");
}
