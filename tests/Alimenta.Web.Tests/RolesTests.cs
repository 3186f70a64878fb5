using Alimenta.Office.Access;
using Alimenta.Web.Access;

namespace Alimenta.Web.Tests;

public sealed class RolesTests
{
    [Fact]
    public void No_role_holds_duties_that_conflict()
    {
        foreach (var role in Roles.All) Assert.Empty(Duties.Conflicts(role.Permissions));
    }

    [Theory]
    [InlineData(Roles.Accounting, Roles.DisbursementReleaser)]
    [InlineData(Roles.CaseManager, Roles.DisbursementReleaser)]
    [InlineData(Roles.Supervisor, Roles.DisbursementReleaser)]
    [InlineData(Roles.Accounting, Roles.Supervisor)]
    [InlineData(Roles.Administrator, Roles.Accounting)]
    [InlineData(Roles.Administrator, Roles.DisbursementReleaser)]
    [InlineData(Roles.Administrator, Roles.Supervisor)]
    [InlineData(Roles.Administrator, Roles.CaseManager)]
    [InlineData(Roles.Auditor, Roles.CaseManager)]
    [InlineData(Roles.Auditor, Roles.Accounting)]
    [InlineData(Roles.Auditor, Roles.DisbursementReleaser)]
    [InlineData(Roles.Auditor, Roles.Supervisor)]
    [InlineData(Roles.Auditor, Roles.Administrator)]
    public void These_are_never_in_one_hand(string one, string other)
    {
        Assert.Equal("R-DUTIES-CONFLICT", Roles.Check([one, other])?.Code);
        Assert.Equal("R-DUTIES-CONFLICT", Roles.Check([other, one])?.Code);
    }

    [Fact]
    public void Roles_that_came_together_past_the_door_give_no_duty_at_all()
    {
        foreach (var one in Roles.All)
        {
            foreach (var other in Roles.All.Where(o => Roles.Check([one.Name, o.Name])?.Code == "R-DUTIES-CONFLICT"))
                Assert.DoesNotContain(Roles.PermissionsOf([one.Name, other.Name]), p => Duties.Of(p) is not null);
        }
    }

    [Fact]
    public void Every_permission_has_words_and_a_role_and_none_but_a_reading_one_is_without_duty()
    {
        foreach (var permission in Permissions.All)
        {
            Assert.NotEmpty(PermissionWords.Of(permission));
            Assert.Contains(Roles.All, r => r.Permissions.Contains(permission));
            Assert.True(Duties.Of(permission) is not null || permission.EndsWith(".read", StringComparison.Ordinal), permission);
        }
    }

    [Fact]
    public void Nobody_both_prepares_and_releases_a_disbursement()
    {
        Assert.True(Duties.Conflict(Duty.Prepare, Duty.Release));
        foreach (var duty in Enum.GetValues<Duty>().Where(d => d != Duty.Release)) Assert.True(Duties.Conflict(Duty.Release, duty), duty.ToString());
    }
}
