namespace Alimenta.Kernel.Tests;

public class MoneyTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(12, 5, 1205)]
    [InlineData(0, -5, -5)]
    [InlineData(-12, -99, -1299)]
    public void Is_made_of_dollars_and_cents_of_one_sign(long dollars, int cents, long expected) =>
        Assert.Equal(expected, Money.Of(dollars, cents).Cents);

    [Theory]
    [InlineData(1, 100)]
    [InlineData(1, -1)]
    [InlineData(-1, 1)]
    [InlineData(0, -100)]
    public void Refuses_cents_that_are_none_or_pull_the_other_way(long dollars, int cents) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Of(dollars, cents));

    [Fact]
    public void Every_overflow_throws()
    {
        var most = new Money(long.MaxValue);
        var least = new Money(long.MinValue);
        Assert.Throws<OverflowException>(() => most + new Money(1));
        Assert.Throws<OverflowException>(() => least - new Money(1));
        Assert.Throws<OverflowException>(() => -least);
        Assert.Throws<OverflowException>(() => Money.Of(long.MaxValue / 100 + 1));
        Assert.Throws<OverflowException>(() => new[] { most, new Money(1) }.Sum());
        Assert.Throws<OverflowException>(() => most.ShareHalfUp(2, 1));
        Assert.Throws<OverflowException>(() => least.ShareHalfUp(2, 1));
        Assert.Throws<OverflowException>(() => most.ShareDown(2, 1));
    }

    [Fact]
    public void Compares_as_its_cents_do()
    {
        Money ten = new(10), nine = new(9);
        Assert.True(nine < ten && ten > nine && nine <= ten && ten >= nine);
        Assert.True(nine <= new Money(9) && nine >= new Money(9));
        Assert.False(nine < new Money(9) || nine > new Money(9) || ten <= nine || nine >= ten);
        Assert.True(nine.CompareTo(ten) < 0 && ten.CompareTo(nine) > 0 && ten.CompareTo(new(10)) == 0);
        Assert.Equal(nine, Money.Min(ten, nine));
        Assert.Equal(nine, Money.Min(nine, ten));
        Assert.Equal(ten, Money.Max(ten, nine));
        Assert.Equal(ten, Money.Max(nine, ten));
    }

    [Fact]
    public void Knows_its_sign()
    {
        Assert.True(Money.Zero is { IsZero: true, IsPositive: false, IsNegative: false });
        Assert.True(new Money(1) is { IsZero: false, IsPositive: true, IsNegative: false });
        Assert.True(new Money(-1) is { IsZero: false, IsPositive: false, IsNegative: true });
        Assert.Equal(Money.Zero, new Money(-1).OrZero);
        Assert.Equal(new Money(1), new Money(1).OrZero);
        Assert.Equal(new Money(-7), -new Money(7));
    }

    [Fact]
    public void Adds_up()
    {
        Assert.Equal(Money.Zero, Array.Empty<Money>().Sum());
        Assert.Equal(new Money(-1), new[] { new Money(2), new Money(-3) }.Sum());
        Assert.Equal(new Money(30), new[] { 1, 2 }.Sum(i => new Money(i * 10)));
    }

    [Theory]
    [InlineData(0, "$0.00")]
    [InlineData(5, "$0.05")]
    [InlineData(-10, "-$0.10")]
    [InlineData(123456, "$1,234.56")]
    [InlineData(-100_000_000, "-$1,000,000.00")]
    [InlineData(long.MaxValue, "$92,233,720,368,547,758.07")]
    [InlineData(long.MinValue, "-$92,233,720,368,547,758.08")]
    public void Is_written_as_people_read_it(long cents, string expected) => Assert.Equal(expected, new Money(cents).ToString());
}
