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

    [Fact] // conservation per receipt: what the custody book says of a receipt sums to nothing but for the state's own money paid in for it
    public void Every_receipt_is_accounted_for()
    {
        var balances = Balances.Fold(Story.All.Where(t => t.Entry.Kind != EntryKinds.FileRelease && t.Entry.Kind != EntryKinds.DisbursementReturn).SelectMany(t => t.Entry.Lines).Where(l => l.Book == Book.Custody), Dimensions.Receipt);
        foreach (var receipt in (long[])[People.FirstReceipt, People.SecondReceipt])
            Assert.Equal(Money.Zero, balances.NonZero.Where(b => b.Key.ReceiptId == receipt).Sum(b => b.Value));
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
