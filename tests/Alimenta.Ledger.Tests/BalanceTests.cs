using FsCheck;
using FsCheck.Fluent;

namespace Alimenta.Ledger.Tests;

public sealed class BalanceTests
{
    [Fact]
    public void The_story_leaves_in_hand_what_came_in_and_has_not_left()
    {
        var balances = Balances.Fold(Story.All.SelectMany(t => t.Entry.Lines), Dimensions.None);
        var liabilities = Accounts.All.Where(a => a.Book == Book.Custody && a != Accounts.Cash).Sum(balances.Of);
        Assert.Equal(-liabilities, balances.Of(Accounts.Cash));
        Assert.Equal(Money.Of(1174), balances.Of(Accounts.Cash));
    }

    [Theory] // conservation per receipt: what was identified is what was distributed, held for months to come or sent back
    [InlineData(People.FirstReceipt, 118_000, 0)]
    [InlineData(People.SecondReceipt, 30_000, 12_000)]
    public void Every_receipt_is_accounted_for(long receipt, long credited, long returned)
    {
        var lines = Story.All.Where(t => t.Entry.Kind is EntryKinds.Distribution).SelectMany(t => t.Entry.Lines).Where(l => l.Book == Book.Custody && l.ReceiptId == receipt).ToList();
        var given = lines.Where(l => l.Account != Accounts.Undistributed && l.Account != Accounts.Future).Sum(l => -l.Amount);
        Assert.Equal(new Money(credited - returned), given);
        var standing = Balances.Fold(Story.All.SelectMany(t => t.Entry.Lines).Where(l => l.ReceiptId == receipt), Dimensions.Receipt);
        Assert.All((Account[])[Accounts.Unidentified, Accounts.Undistributed, Accounts.Future], a => Assert.Equal(Money.Zero, standing.Of(a)));
    }

    [Fact]
    public void Folding_keeps_the_dimensions_it_is_told_to_keep()
    {
        var lines = Story.All.SelectMany(t => t.Entry.Lines).ToList();
        var byMonth = Balances.Fold(lines, Dimensions.Month);
        Assert.Equal(Money.Of(120), byMonth[new(Accounts.NeverAssigned, null, null, null, null, null, SupportMonth.Of(2026, 12))]);
        Assert.Equal(Money.Zero, byMonth[new(Accounts.NeverAssigned, null, null, null, null, null, SupportMonth.Undated)]);
        Assert.Equal(Money.Of(120), Balances.Fold(lines).Of(Accounts.NeverAssigned, key => key.CaseId == People.Case));
    }

    [Fact]
    public void Balances_are_the_same_in_any_order_and_in_any_parts()
    {
        var lines = Story.All.SelectMany(t => t.Entry.Lines).ToArray();
        var expected = Balances.Fold(lines, Dimensions.All);
        Prop.ForAll(Gen.Shuffle(lines).ToArbitrary(), Gen.Choose(0, lines.Length).ToArbitrary(), (shuffled, cut) =>
        {
            var found = Balances.Fold(shuffled.Take(cut), Dimensions.All);
            foreach (var line in shuffled.Skip(cut)) found.Add(line);
            return expected.Differences(found).Count == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_difference_of_one_cent_is_found_with_both_amounts()
    {
        var lines = Story.All.SelectMany(t => t.Entry.Lines).ToList();
        var changed = lines.ToList();
        changed[0] = changed[0] with { Amount = changed[0].Amount + new Money(1) };
        var difference = Assert.Single(Balances.Fold(lines).Differences(Balances.Fold(changed)));
        Assert.Equal((Accounts.NeverAssigned, new Money(1)), (difference.Key.Account, difference.Found - difference.Expected));
    }
}
