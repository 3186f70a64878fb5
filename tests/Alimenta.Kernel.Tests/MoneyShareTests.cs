using System.Numerics;
using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

public class MoneyShareTests
{
    [Theory]
    [InlineData(100, 1, 2, 50)]
    [InlineData(101, 1, 2, 51)] // half a cent goes up
    [InlineData(-101, 1, 2, -51)] // and away from nothing below it
    [InlineData(101, -1, 2, -51)]
    [InlineData(-101, -1, 2, 51)]
    [InlineData(100, 1, 3, 33)]
    [InlineData(200, 1, 3, 67)]
    [InlineData(-200, 1, 3, -67)]
    [InlineData(1, 1, 3, 0)]
    [InlineData(0, 5, 7, 0)]
    [InlineData(12345, 654_321, 1_000_000, 8078)]
    public void A_share_is_rounded_half_away_from_nothing(long cents, long numerator, long denominator, long expected) =>
        Assert.Equal(expected, new Money(cents).ShareHalfUp(numerator, denominator).Cents);

    [Theory]
    [InlineData(101, 1, 2, 50)]
    [InlineData(-101, 1, 2, -50)]
    [InlineData(200, 1, 3, 66)]
    [InlineData(-200, 1, 3, -66)]
    [InlineData(99, 1, 100, 0)]
    public void A_share_cut_off_loses_the_part_of_a_cent(long cents, long numerator, long denominator, long expected) =>
        Assert.Equal(expected, new Money(cents).ShareDown(numerator, denominator).Cents);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_no_share_of_nothing_or_less_parts(long denominator)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1).ShareHalfUp(1, denominator));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(1).ShareDown(1, denominator));
    }

    [Fact]
    public void Figures_too_large_for_64_bits_on_the_way_are_still_exact()
    {
        var most = new Money(long.MaxValue);
        Assert.Equal(most, most.ShareHalfUp(long.MaxValue, long.MaxValue));
        Assert.Equal(most, most.ShareDown(long.MaxValue, long.MaxValue));
        Assert.Equal(new Money(-long.MaxValue), most.ShareHalfUp(-long.MaxValue, long.MaxValue));
    }

    [Fact]
    public void Both_shares_are_those_of_exact_arithmetic() => Properties.Hold(
        from cents in Properties.Longs(-1_000_000_000_000, 1_000_000_000_000)
        from numerator in Properties.Longs(-2_000_000, 2_000_000)
        from denominator in Properties.Longs(1, 2_000_000)
        select (cents, numerator, denominator),
        x =>
        {
            // Half away from nothing, written another way: cut off |2ab + c| / 2c and give it its sign back.
            var product = (BigInteger)x.cents * x.numerator;
            var halfUp = (2 * BigInteger.Abs(product) + x.denominator) / (2 * (BigInteger)x.denominator) * product.Sign;
            return new Money(x.cents).ShareHalfUp(x.numerator, x.denominator).Cents == halfUp
                && new Money(x.cents).ShareDown(x.numerator, x.denominator).Cents == BigInteger.Divide(product, x.denominator);
        });

    [Fact]
    public void A_share_of_the_opposite_is_the_opposite_share() => Properties.Hold(
        from cents in Properties.Longs(0, 1_000_000_000)
        from numerator in Properties.Longs(0, 1_000_000)
        select (cents, numerator),
        x => new Money(-x.cents).ShareHalfUp(x.numerator, 1_000_000) == -new Money(x.cents).ShareHalfUp(x.numerator, 1_000_000));
}
