namespace Alimenta.Data.Tests;

public sealed class InsertOrderTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "0")]
    [InlineData(2, "0 1")]
    [InlineData(5, "0 2 4 1 3")]
    [InlineData(6, "0 2 4 1 3 5")]
    public void Every_row_comes_once(int count, string order) => Assert.Equal(order, string.Join(' ', InsertOrder.Woven([.. Enumerable.Range(0, count)])));
}
