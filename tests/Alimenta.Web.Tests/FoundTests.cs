using Alimenta.Office.Reading;
using Alimenta.Web.Components;

namespace Alimenta.Web.Tests;

/// <summary>A list that grows with the caseload is counted so far and no further, and says so.</summary>
public sealed class FoundTests
{
    [Theory]
    [InlineData(1, "1 receipt")]
    [InlineData(20_000, "20,000 receipts")]
    [InlineData(20_001, "more than 20,000 receipts")]
    public void A_count_that_stopped_says_more_than(long total, string words)
    {
        Assert.Equal(20_000, Paging.MostCounted);
        Assert.Equal(words, Words.Found(total, "receipt", "receipts"));
    }
}
