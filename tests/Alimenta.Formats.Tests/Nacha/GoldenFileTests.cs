using System.Text;
using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>What we write, byte for byte.</summary>
public class GoldenFileTests
{
    [Fact]
    public void Payments_to_parents() => Same("disbursements", Fixtures.Disbursements());

    [Fact]
    public void Payments_to_other_states() => Same("to-other-states", Fixtures.ToOtherStates());

    [Fact]
    public void Payments_of_employers() => Same("employers", Fixtures.Employers());

    [Fact]
    public void Returns_of_a_bank() => Same("returns", Fixtures.Returns());

    [Fact]
    public void Notifications_of_change() => Same("changes", Fixtures.Changes());

    // The one outside check of our bytes: a file that another program made, but for its small letters.
    [Fact]
    public void A_sample_made_by_others_is_written_byte_for_byte()
    {
        var file = new PaymentFile(
            new(Fixtures.OurBank, "121042882", "Federal Reserve Bank", "My Bank Name"), new(new(2018, 12, 6), new(0, 0)),
            [new(new("Name on Account", "121042882", Fixtures.OtherBank, "REG.SALARY", new(2018, 12, 7)),
                [new DisbursementEntry(new(Fixtures.OurBank, "12345678"), Money.Of(1_000_000), "", "Receiver Account Name")])]);
        var theirs = Encoding.Latin1.GetString(Samples.Bytes("ppd-credit.ach")).ToUpperInvariant();
        Assert.Equal(theirs + "\n", Encoding.Latin1.GetString(Fixtures.Bytes(file)));
    }

    private static void Same(string name, PaymentFile file)
    {
        var bytes = Fixtures.Bytes(file);
        Repository.Same($"tests/Alimenta.Formats.Tests/Golden/{name}.ach", bytes);
        Fixtures.Read(bytes);
    }
}
