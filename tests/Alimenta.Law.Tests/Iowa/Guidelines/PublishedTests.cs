using System.Security.Cryptography;
using System.Text.Json;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Iowa.Guidelines;

namespace Alimenta.Law.Tests.Iowa.Guidelines;

/// <summary>Results of 2019 that were published to the cent: they hold the factors of joint care, the offset and the unrounded share.</summary>
public class PublishedTests
{
    // The file changes only together with its source: then, and only then, this digest is written anew.
    private const string Digest = "01def8324fa34e0b255f565432b60cedeb5a32046f5f1f54d769e8712a4c31d4";

    private static readonly string File = Path.Combine(Golden.Folder(), "Iowa/Guidelines/published.jsonc");
    private static readonly JsonElement Published = JsonDocument.Parse(System.IO.File.ReadAllText(File), new() { CommentHandling = JsonCommentHandling.Skip }).RootElement;

    [Fact]
    public void The_published_results_stand_as_they_were_recorded() =>
        Assert.Equal(Digest, Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(System.IO.File.ReadAllText(File).Replace("\r\n", "\n", StringComparison.Ordinal)))));

    [Theory]
    [InlineData("sole", IowaPhysicalCare.ParentB, IowaPhysicalCare.ParentB)]
    [InlineData("joint", IowaPhysicalCare.Joint, IowaPhysicalCare.Joint)]
    [InlineData("split", IowaPhysicalCare.ParentA, IowaPhysicalCare.ParentB)]
    public void A_published_result_comes_out_to_the_cent_before_rounding(string which, IowaPhysicalCare first, IowaPhysicalCare second)
    {
        var (one, two) = (Cents("one_child_cents"), Cents("two_children_cents"));
        var law = Families.Agency($"[ [1000000, {one}, {two}, {two}, {two}, {two}] ]");
        var facts = Families.Stated(Cents("net_a_cents"), Cents("net_b_cents"), first, second);
        var answer = IowaGuideline.Decide(law, facts).Value;
        var published = Cents($"{which}_cents");
        Assert.Equal(published, answer.Lines.Single(l => l.Number == "7-A").Value);
        Assert.Equal((published + 50) / 100 * 100, answer.GuidelineAmount.Cents);
        Assert.Equal(GuidelineParty.ParentA, answer.Payer);
    }

    private static long Cents(string name) => Published.GetProperty(name).GetInt64();
}
