using System.Text.Json;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests;

/// <summary>Lines of worksheets as values and as people read them.</summary>
public class WorksheetLineTests
{
    private static readonly (WorksheetLine Line, long Value, string Text)[] Lines =
    [
        (WorksheetLine.Of("1", "L", GuidelineParty.ParentA, new(-123456), "C"), -123456, "-$1,234.56"),
        (WorksheetLine.Unrounded("2", "L", GuidelineParty.ParentB, 250.605m, "C"), 25061, "250.605"),
        (WorksheetLine.Unrounded("3", "L", GuidelineParty.ParentB, 100m / 3, "C"), 3333, "33.333333"),
        (WorksheetLine.Share("4", "L", GuidelineParty.ParentA, 584400, "C"), 584400, "58.44 %"),
        (WorksheetLine.UnroundedShare("5", "L", GuidelineParty.ParentA, 2m / 3, "C"), 666667, "66.666667 %"),
        (WorksheetLine.Count("6", "L", GuidelineParty.Total, 2, "C"), 2, "2"),
        (WorksheetLine.Decimal("7", "L", GuidelineParty.ParentA, 182.5m, "C"), 182_500_000, "182.5"),
        (WorksheetLine.YesNo("8", "L", GuidelineParty.ParentA, true, "C"), 1, "yes"),
        (WorksheetLine.Words("9", "L", GuidelineParty.ParentA, "none", "C"), 0, "none"),
    ];

    [Fact]
    public void A_line_has_its_value_and_reads_as_people_write_it() =>
        Assert.All(Lines, l => Assert.Equal((l.Value, l.Text), (l.Line.Value, l.Line.Text)));

    [Fact]
    public void A_line_written_as_JSON_and_read_again_is_the_same() =>
        Assert.All(Lines, l => Assert.Equal(l.Line, JsonSerializer.Deserialize<WorksheetLine>(JsonSerializer.Serialize(l.Line, LawJson.Options), LawJson.Options)));
}
