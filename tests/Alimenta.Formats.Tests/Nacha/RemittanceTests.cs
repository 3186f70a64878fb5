using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>Money and what its sender says of it must agree; where they do not, the money is taken in whole as unidentified (our convention F1).</summary>
public class RemittanceTests
{
    private const string Order = @"ST*820*0001\BPR*C*322.57*C*ACH*CTX\TRN*1*1\N1*PE*SDU\N1*PR*MILLS\ENT*1\DED*CS*A1*20261120*10001*219450187*Y\DED*CS*A2*20261120*22256*219450188*N\SE*9*0001\";

    [Fact]
    public void An_820_of_several_employees_is_read()
    {
        var items = Items(Read("CTX", 32_257, Order));
        Assert.Equal([("A1", 10_001L), ("A2", 22_256L)], items.Select(item => (item.Ded.CaseId, item.Sent.Cents)));
        Assert.Equal(new DateOnly(2026, 11, 20), items[0].Ded.PayDate);
    }

    [Fact]
    public void Slices_may_cut_anywhere_and_interchanges_declare_their_own_marks()
    {
        var inner = Order.Replace('*', '|').Replace('\\', '\'');
        var text = "ISA|00|          |00|          |ZZ|SENDER         |ZZ|RECEIVER       |261120|1630|U|00401|000000007|0|P|>'GS|RA|S|R|20261120|1630|7|X|004010'" + inner + "GE|1|7'IEA|1|000000007'";
        for (var blanks = 0; blanks < 80; blanks++)
            Assert.Equal(2, Items(Read("CTX", 32_257, new string(' ', blanks) + text)).Count);
    }

    [Fact]
    public void Small_letters_tildes_and_blanks_do_not_matter() =>
        Assert.Equal(2, Items(Read("CTX", 32_257, "  " + Order.Replace('\\', '~').Replace("~", " ~ ", StringComparison.Ordinal).ToLowerInvariant() + "   ")).Count);

    [Theory]
    [InlineData("322.57", 32_257)]
    [InlineData("322.5", 32_250)]
    [InlineData("322", 32_200)]
    [InlineData(".57", 57)]
    [InlineData("000322.57", 32_257)]
    public void Amounts_of_the_order_are_decimal_dollars(string text, long cents)
    {
        Assert.True(X12Remittance.TryRead($@"ST*820*1\BPR*C*{text}*C\DED*CS*A1*20261120*1*219450187*Y\SE*4*1\", out var order, out _));
        Assert.Equal(cents, order.Amount.Cents);
    }

    public static TheoryData<string, long, string, string> Disagreeing => new()
    {
        { "CTX", 32_258, Order, "D-DIFFERS" },
        { "CTX", 32_257, @"ST*820*0001\BPR*C*322.57*C\DED*CS*A1*20261120*10001*219450187*Y\SE*4*0001\", "D-SUM" },
        { "CTX", 32_257, @"ST*820*0001\BPR*C*322.57*C\DED*CS*A1*20261120*32257*219450187*Y\SE*5*0001\", "D-COUNT" },
        { "CTX", 32_257, @"ST*820*0001\BPR*C*322.57*C\DED*CS*A1*20261120*32257*219450187*Y\SE*4*0002\", "D-ENVELOPE" },
        { "CTX", 32_257, @"ST*820*0001\BPR*C*322.57*C\DED*CS*A1*20261120*32257*219450187*Y\", "D-ENVELOPE" },
        { "CTX", 32_257, @"ST*271*0001\BPR*C*322.57*C\DED*CS*A1*20261120*32257*219450187*Y\SE*4*0001\", "D-SET" },
        { "CTX", 32_257, @"ST*820*0001\DED*CS*A1*20261120*32257*219450187*Y\SE*3*0001\", "D-BPR" },
        { "CTX", 32_257, @"ST*820*0001\BPR*C*322,57*C\DED*CS*A1*20261120*32257*219450187*Y\SE*4*0001\", "D-BPR" },
        { "CTX", 32_257, @"ST*820*0001\BPR*C*322.57*C\SE*3*0001\", "D-NODED" },
        { "CTX", 32_257, @"ST*820*0001\BPR*C*322.57*C\DED*CS*A1*20261340*32257*219450187*Y\SE*4*0001\", "D-DATE" },
        { "CTX", 32_257, @"ISA*00*", "D-ISA" },
        { "CTX", 32_257, @"DED*CS*A1*20261120*32257*219450187*Y\", "D-X12" },
        { "CTX", 32_257, "", "D-NONE" },
        { "CCD", 32_257, "    ", "D-NONE" },
        { "CCD", 32_257, @"DED*CS*A1*261120*32256*219450187*Y\", "D-DIFFERS" },
        { "CCD", 32_257, @"DED*RI*A1*261120*32256*219450187*Y\", "D-DIFFERS" },
    };

    [Theory]
    [MemberData(nameof(Disagreeing))]
    public void What_does_not_agree_is_unidentified(string entryClass, long cents, string text, string code) =>
        Assert.Equal(code, Assert.IsType<UnreadRemittance>(Read(entryClass, cents, text)).Fault.Code);

    [Fact]
    public void Two_addenda_in_a_ccd_are_unidentified() =>
        Assert.Equal("D-MANY", Assert.IsType<UnreadRemittance>(RemittanceOf("CCD", 1, [@"DED*CS*A1*261120*1*219450187*Y\", @"DED*CS*A2*261120*1*219450187*Y\"])).Fault.Code);

    // RI, RT, RO: DED04 is what was collected, the entry what was sent.
    [Fact]
    public void A_kept_fee_leaves_two_amounts()
    {
        var item = Assert.Single(Items(Read("CCD", 9_000, @"DED*RI*A1*261120*10000*219450187*Y\")));
        Assert.Equal((10_000L, 9_000L), (item.Ded.Amount.Cents, item.Sent.Cents));
    }

    [Fact]
    public void In_an_820_one_kept_fee_can_be_told_and_two_cannot()
    {
        const string One = @"ST*820*1\BPR*C*190.00*C\DED*II*A1*20261120*10000*219450187*Y\DED*RI*A2*20261120*10000*219450187*Y\SE*5*1\";
        Assert.Equal([10_000L, 9_000L], Items(Read("CTX", 19_000, One)).Select(item => item.Sent.Cents));
        var two = One.Replace("*II*", "*RT*", StringComparison.Ordinal);
        Assert.Equal("D-SUM", Assert.IsType<UnreadRemittance>(Read("CTX", 19_000, two)).Fault.Code);
    }

    internal static EntryContent Read(string entryClass, long cents, string text) =>
        RemittanceOf(entryClass, cents, text.Length <= 80 ? [text] : [.. text.Chunk(80).Select(slice => new string(slice))]);

    private static IReadOnlyList<RemittanceItem> Items(EntryContent content) => Assert.IsType<SupportRemittance>(content).Items;

    // Through a whole file, so that what is tested is what a bank's bytes would give.
    private static EntryContent RemittanceOf(string entryClass, long cents, string[] addenda)
    {
        var file = RawFile.Of(entryClass, cents, addenda);
        return Assert.Single(Fixtures.Read(file).Entries).Content;
    }
}
