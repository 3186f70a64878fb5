using Alimenta.Law.Federal;
using Alimenta.Law.Federal.Distribution;
using static Alimenta.Law.Federal.Distribution.DebtClass;

namespace Alimenta.Law.Tests.Federal;

public class DistributionPolicyTests
{
    private static DistributionPolicy Read(string policy, int year, int month = 1, int day = 1) =>
        DistributionPolicyReader.Read(LawStore.BuiltIn.On(new(year, month, day), policy));

    [Fact]
    public void Each_policy_can_be_read_on_each_month_since_it_begins_and_names_each_class_once()
    {
        foreach (var policy in LawStore.BuiltIn.Policies)
            for (var day = new DateOnly(1996, 10, 1); day.Year < 2040; day = day.AddMonths(1))
            {
                var read = DistributionPolicyReader.Read(LawStore.BuiltIn.On(day, policy));
                foreach (var order in (IReadOnlyList<DebtClass>[])[read.NeverOrder, read.CurrentOrder, read.FormerOrder, read.OffsetOrder])
                    Assert.Equal([NA, PA, TA, CA, UDA, UPA], order.Order());
            }

        Assert.Throws<LawNotCovered>(() => Read("us", 1996, 9, 30));
    }

    [Fact] // conventions D6
    public void The_federal_default_puts_the_state_first_in_assistance_and_the_family_first_after_it()
    {
        var us = Read("us", 2026);
        Assert.Equal([PA, TA, NA, CA, UDA, UPA], us.CurrentOrder);
        Assert.Equal([NA, CA, UDA, UPA, PA, TA], us.FormerOrder);
        Assert.Equal([PA, TA, CA, NA, UDA, UPA], us.OffsetOrder);
        Assert.Equal((OffsetElection.Prwora, PassThroughBasis.None, FeeMethod.StatePays), (us.OffsetElection, us.PassThroughBasis, us.FeeMethod));
        Assert.False(us.AllocateByType);
        Assert.Equal([[ObligationKind.Child, ObligationKind.Spousal], [ObligationKind.Medical]], us.CurrentTiers);
        Assert.Equal((6, 1_000_000L), (us.JointHoldMonths, us.JointHoldPpm));
        Assert.Equal(new DateOnly(2009, 10, 1), us.NoPreAssistanceAssignmentFrom);
    }

    [Fact] // 18 NYCRR 352.15; New York chart of 2018
    public void New_York_pays_through_100_or_200_since_2010_and_keeps_arrears_unassigned_during_assistance_for_last()
    {
        var before = Read("us-ny", 2009, 12, 31);
        var since = Read("us-ny", 2010);
        Assert.Equal((Money.Of(50), Money.Of(50)), (before.PassThroughFirst, before.PassThroughMost));
        Assert.Equal((Money.Of(100), Money.Of(200)), (since.PassThroughFirst, since.PassThroughMost));
        Assert.Equal([NA, CA, UPA, PA, TA, UDA], since.FormerOrder);
        Assert.Equal([PA, TA, CA, NA, UPA, UDA], since.CurrentOrder);
    }

    [Fact] // OAR 137-055-6022, 461-145-0080
    public void Oregon_pays_through_by_child_and_has_its_own_order_of_the_family()
    {
        var oregon = Read("us-or", 2026);
        Assert.Equal((PassThroughBasis.ByChild, Money.Of(50), Money.Of(200)), (oregon.PassThroughBasis, oregon.PassThroughFirst, oregon.PassThroughMost));
        Assert.Equal([PA, TA, UPA, CA, NA, UDA], oregon.CurrentOrder);
        Assert.Equal([UPA, CA, NA, UDA, PA, TA], oregon.FormerOrder);
        Assert.True(oregon.AllocateByType);
        Assert.Equal([[ObligationKind.Child], [ObligationKind.Medical], [ObligationKind.Spousal]], oregon.CurrentTiers);
    }

    [Fact]
    public void Iowa_passes_nothing_through() => Assert.Equal(PassThroughBasis.None, Read("us-ia", 2026).PassThroughBasis);

    [Fact] // 42 USC 654(6)(B)(ii)
    public void The_fee_grew_on_the_first_of_October_2018()
    {
        Assert.Equal((Money.Of(25), Money.Of(500)), (Read("us", 2018, 9, 30).FeeAmount, Read("us", 2018, 9, 30).FeeThreshold));
        Assert.Equal((Money.Of(35), Money.Of(550)), (Read("us", 2018, 10, 1).FeeAmount, Read("us", 2018, 10, 1).FeeThreshold));
    }

    [Fact]
    public void The_federal_share_shows_as_unconfirmed_until_the_state_loads_its_own()
    {
        var why = new Explanation("us/test", "none");
        DistributionPolicyReader.Read(LawStore.BuiltIn.On(new(2026, 1, 1), "us-or"), why);
        var share = Assert.Single(why.Parameters, p => p.Id == "us/policy/federal-share");
        Assert.Equal(("unconfirmed", "50 %"), (share.Status, share.Value));
        Assert.Equal(typeof(DistributionPolicy).GetProperties().Length, why.Parameters.Count);
    }
}
