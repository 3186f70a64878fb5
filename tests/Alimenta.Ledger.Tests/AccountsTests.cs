namespace Alimenta.Ledger.Tests;

public sealed class AccountsTests
{
    [Fact]
    public void Every_account_of_the_code_is_in_the_chart_once()
    {
        var declared = typeof(Accounts).GetFields().Where(f => f.FieldType == typeof(Account)).Select(f => (Account)f.GetValue(null)!).ToHashSet();
        Assert.Equal(Accounts.All.Count, Accounts.All.Select(a => a.Code).Distinct().Count());
        Assert.True(declared.SetEquals(Accounts.All));
        Assert.All(Accounts.All, a => Assert.Same(a, Accounts.Find(a.Code)));
    }

    [Fact]
    public void An_unknown_account_is_not_guessed() => Assert.Throws<KeyNotFoundException>(() => Accounts.Find("payable"));

    [Fact]
    public void Every_kind_of_entry_is_shown_in_the_recipes()
    {
        var kinds = typeof(EntryKinds).GetFields().Select(f => (string)f.GetValue(null)!).ToHashSet();
        Assert.Equal([], kinds.Except(Story.All.Select(t => t.Entry.Kind)));
    }
}
