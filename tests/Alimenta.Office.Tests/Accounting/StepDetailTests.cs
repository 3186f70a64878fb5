using System.Text.Json;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Tests.Accounting;

/// <summary>What the entry of a distribution keeps beside its lines is read as it was written.</summary>
public sealed class StepDetailTests
{
    private const string Digest = "GOJOj57CY9VF41dl-mePeg";

    private static readonly StepPart Current = new("26-100-01991-3", "current", "26-100-01991-3/1", new(24322), Recipient.Family, new(21688), "current-family", new(25302));

    [Fact]
    public void Parts_are_read_as_they_were_written()
    {
        var of = new StepDetail(Digest, [Current, Current with { Case = "26-100-01980-6" }, new("", "fee", "", default, Recipient.Fee, new(1), "fee", default)]);
        Assert.Equal(Digest + """[["26-100-01991-3/1","current",24322,"Family",21688,"current-family",25302],["26-100-01991-3/1","current",24322,"Family",21688,"current-family",25302,"26-100-01980-6"],["","fee",0,"Fee",1,"fee",0]]""", of.Text());
        var read = StepDetail.Parse(of.Text());
        Assert.Equal(Digest, read.Digest);
        Assert.Equal(of.Parts, read.Parts);
    }

    [Fact]
    public void Parts_of_earlier_versions_name_each_value()
    {
        var read = StepDetail.Parse(Digest + """[{"Case":"26-100-01991-3","Bucket":"current","Obligation":"26-100-01991-3/1","Month":"2026-11","To":"Family","Amount":21688,"Rule":"current-family","Before":25302}]""");
        Assert.Equal([Current], read.Parts);
    }

    [Fact]
    public void Without_parts_there_is_the_digest_alone()
    {
        Assert.Equal(Digest, new StepDetail(Digest, []).Text());
        Assert.Empty(StepDetail.Parse(Digest).Parts);
        Assert.Equal(("", 0), (StepDetail.Parse("").Digest, StepDetail.Parse("").Parts.Count));
    }

    [Theory]
    [InlineData("[[1]]")]
    [InlineData("[[]]")]
    [InlineData("{}")]
    [InlineData("[[\"a\",\"b\",1.5,\"Family\",1,\"r\",2]]")]
    [InlineData("[[\"a\",\"b\",1,\"Nobody\",1,\"r\",2]]")]
    [InlineData("[[")]
    public void What_was_never_written_is_told(string parts) => Assert.ThrowsAny<JsonException>(() => StepDetail.Parse(Digest + parts));
}
