using FsCheck;
using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

public class ApportionTests
{
    private static readonly Gen<(long Cents, long[] Weights)> Splits =
        from cents in Properties.Longs(0, 10_000_000_000)
        from weights in Properties.Longs(0, 5_000_000_000).NonEmptyListOf()
        from first in Properties.Longs(1, 100)
        select (cents, weights.Prepend(first).ToArray());

    [Theory]
    [InlineData(600_00, new[] { 300_00L, 500_00L }, new[] { 225_00L, 375_00L })] // two orders, half of 1,200.00
    [InlineData(300_00, new[] { 150_00L, 200_00L }, new[] { 128_57L, 171_43L })] // two families, 45 CFR 303.100(a)(5)
    [InlineData(100, new[] { 1L, 1L, 1L }, new[] { 34L, 33L, 33L })] // a tie goes to the first
    [InlineData(101, new[] { 1L, 1L, 1L }, new[] { 34L, 34L, 33L })]
    [InlineData(100, new[] { 1L, 2L }, new[] { 33L, 67L })] // the larger remainder wins over the first place
    [InlineData(1, new[] { 0L, 1L, 1L }, new[] { 0L, 1L, 0L })] // never a cent for a weight of nothing
    [InlineData(0, new[] { 3L, 4L }, new[] { 0L, 0L })]
    [InlineData(0, new[] { 0L, 0L }, new[] { 0L, 0L })]
    [InlineData(7, new[] { 5L }, new[] { 7L })]
    public void Splits_by_largest_remainder(long cents, long[] weights, long[] expected) =>
        Assert.Equal(expected, new Money(cents).Apportion(weights).Select(p => p.Cents));

    [Fact]
    public void Nothing_may_be_split_over_nobody_but_money_may_not()
    {
        Assert.Empty(Money.Zero.Apportion([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1).Apportion([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1).Apportion([0, 0]));
    }

    [Fact]
    public void Refuses_negative_money_and_negative_weights()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(-1).Apportion([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1).Apportion([2, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Zero.Apportion([-1]));
        Assert.Throws<ArgumentNullException>(() => Money.Zero.Apportion(null!));
    }

    [Fact]
    public void The_largest_figures_do_not_overflow()
    {
        var parts = new Money(long.MaxValue).Apportion([long.MaxValue, long.MaxValue, long.MaxValue]);
        Assert.Equal(long.MaxValue, parts.Sum().Cents);
        Assert.Equal(1, parts[0].Cents - parts[2].Cents);
    }

    [Fact]
    public void The_parts_add_up_and_none_is_negative() => Properties.Hold(Splits, x =>
    {
        var parts = new Money(x.Cents).Apportion(x.Weights);
        return parts.Length == x.Weights.Length && parts.Sum().Cents == x.Cents && parts.All(p => !p.IsNegative);
    });

    [Fact]
    public void No_part_is_a_whole_cent_away_from_its_exact_share() => Properties.Hold(Splits, x =>
    {
        Int128 total = 0;
        foreach (var weight in x.Weights) total += weight;
        return new Money(x.Cents).Apportion(x.Weights).Zip(x.Weights)
            .All(p => Int128.Abs(p.First.Cents * total - (Int128)x.Cents * p.Second) < total);
    });

    [Fact]
    public void A_weight_of_nothing_gets_nothing() => Properties.Hold(Splits, x =>
        new Money(x.Cents).Apportion(x.Weights).Zip(x.Weights).All(p => p.Second > 0 || p.First.IsZero));

    [Fact]
    public void More_weight_never_gets_less_and_equal_weight_at_most_one_cent_apart_first_come() => Properties.Hold(Splits, x =>
    {
        var parts = new Money(x.Cents).Apportion(x.Weights);
        for (var i = 0; i < parts.Length; i++)
            for (var j = i + 1; j < parts.Length; j++)
            {
                if (x.Weights[i] > x.Weights[j] && parts[i] < parts[j]) return false;
                if (x.Weights[j] > x.Weights[i] && parts[j] < parts[i]) return false;
                if (x.Weights[i] == x.Weights[j] && parts[i].Cents - parts[j].Cents is not (0 or 1)) return false;
            }

        return true;
    }, times: 500);

    [Fact]
    public void Doubling_every_weight_changes_nothing() => Properties.Hold(Splits, x =>
        new Money(x.Cents).Apportion(x.Weights).SequenceEqual(new Money(x.Cents).Apportion([.. x.Weights.Select(w => w * 2)])));
}
