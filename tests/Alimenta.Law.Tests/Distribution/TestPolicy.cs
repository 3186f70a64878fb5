using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Tests.Distribution;

/// <summary>The default policy of conventions.md, written out so that these tests do not move with the law tree.</summary>
internal static class TestPolicy
{
    public static DistributionPolicy Us { get; } = new()
    {
        OffsetElection = OffsetElection.Prwora,
        CurrentTiers = [[ObligationKind.Child, ObligationKind.Spousal], [ObligationKind.Medical]],
        NeverOrder = [DebtClass.NA, DebtClass.CA, DebtClass.UDA, DebtClass.UPA],
        CurrentOrder = [DebtClass.PA, DebtClass.TA, DebtClass.NA, DebtClass.CA, DebtClass.UDA, DebtClass.UPA],
        FormerOrder = [DebtClass.NA, DebtClass.CA, DebtClass.UDA, DebtClass.UPA, DebtClass.PA, DebtClass.TA],
        OffsetOrder = [DebtClass.PA, DebtClass.TA, DebtClass.CA, DebtClass.NA, DebtClass.UDA, DebtClass.UPA],
        PassThroughBasis = PassThroughBasis.None,
        PassThroughFirst = Money.Zero,
        PassThroughMost = Money.Zero,
        ExceptedOneChild = Money.Of(100),
        ExceptedMoreChildren = Money.Of(200),
        AssignedToFamily = false,
        FederalSharePpm = 500_000,
        FeeMethod = FeeMethod.StatePays,
        FeeAmount = Money.Of(35),
        FeeThreshold = Money.Of(550),
        FutureMonthsMost = 120,
        JointHoldPpm = 1_000_000,
        JointHoldMonths = 6,
        NoPreAssistanceAssignmentFrom = new(2009, 10, 1),
    };
}
