using Alimenta.Office.Receipts;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>What is made ahead is the same, ends well when the taker breaks off, and hands on what goes wrong.</summary>
public sealed class ReadAheadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public async Task The_sequence_is_the_same(int count) => Assert.Equal(Enumerable.Range(1, count), await ReadAhead.OfAsync(Enumerable.Range(1, count), Task.FromResult, Cancel).ToListAsync(Cancel));

    [Fact]
    public async Task Whoever_breaks_off_finds_the_source_at_rest()
    {
        var (made, closed, making) = (0, false, false);
        await foreach (var item in ReadAhead.OfAsync(Source(), Task.FromResult, Cancel))
            if (item == 3) break;
        Assert.True(closed && !making);
        Assert.InRange(made, 3, 4);

        IEnumerable<int> Source()
        {
            try
            {
                for (var i = 1; i <= 100; i++)
                {
                    making = true;
                    Thread.Sleep(1);
                    (made, making) = (i, false);
                    yield return i;
                }
            }
            finally
            {
                closed = true;
            }
        }
    }

    [Fact]
    public async Task What_goes_wrong_while_making_is_told_in_its_place()
    {
        var taken = new List<int>();
        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var item in ReadAhead.OfAsync(Source(), Task.FromResult, Cancel)) taken.Add(item);
        });
        Assert.Equal([1, 2], taken);

        static IEnumerable<int> Source()
        {
            yield return 1;
            yield return 2;
            throw new IOException("The file ended.");
        }
    }

    [Fact]
    public async Task The_next_is_made_while_one_is_worked_on()
    {
        var second = new TaskCompletionSource();
        await foreach (var item in ReadAhead.OfAsync([1, 2], Make, Cancel))
            if (item == 1) await second.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        Task<int> Make(int item)
        {
            if (item == 2) second.SetResult();
            return Task.FromResult(item);
        }
    }
}
