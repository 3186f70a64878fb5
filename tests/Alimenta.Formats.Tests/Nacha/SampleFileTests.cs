using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>Files made by others are read as they are.</summary>
public class SampleFileTests
{
    [Fact]
    public void A_ppd_credit_is_read()
    {
        var file = Samples.Read("ppd-credit.ach");
        var entry = Assert.Single(file.Entries);
        Assert.Equal(Money.Of(1_000_000), entry.Amount);
        Assert.Equal(Money.Of(1_000_000), file.Totals.Credits);
        Assert.Equal(new(AccountKind.Checking, true, EntryPurpose.Live), entry.Code);
        Assert.Equal(("121042880000001", "231380104", "12345678", "Receiver Account Name"), (entry.Trace, entry.ReceivingBank, entry.Account, entry.Name));
        Assert.Equal(new DateOnly(2018, 12, 7), entry.EffectiveOn);
        Assert.Equal("D-NONE", Assert.IsType<UnreadRemittance>(entry.Content).Fault.Code);
    }

    [Fact]
    public void Ccd_debits_without_a_last_line_end_are_read()
    {
        var file = Samples.Read("ccd-debit.ach");
        Assert.Equal([500_000L, 125L], file.Entries.Select(entry => entry.Amount.Cents));
        Assert.All(file.Entries, entry => Assert.False(entry.Code.IsCredit));
        Assert.Equal(new ControlTotals(2, 46276020, new(500_125), Money.Zero), file.Totals);
    }

    [Fact]
    public void A_tax_addenda_is_money_with_an_unread_remittance()
    {
        var result = NachaReader.Read(Samples.Bytes("txp-credit.ach"));
        var entry = Assert.Single(result.File!.Entries);
        Assert.Equal(12_345, entry.Amount.Cents);
        var fault = Assert.IsType<UnreadRemittance>(entry.Content).Fault;
        Assert.Equal("D-START", fault.Code);
        Assert.DoesNotContain("123456789", fault.ToString(), StringComparison.Ordinal);
        // Its effective date stands two columns to the right of where it belongs.
        Assert.Contains(result.Remarks, remark => remark.Contains("line 2", StringComparison.Ordinal));
        Assert.Null(entry.EffectiveOn);
    }

    [Fact]
    public void A_notification_of_change_is_read()
    {
        var entry = Assert.Single(Samples.Read("cor-example.ach").Entries);
        var change = Assert.IsType<ChangeNotice>(entry.Content);
        Assert.Equal(("C01", "Incorrect account number"), (change.ChangeCode, change.Change!.Meaning));
        Assert.Equal(("121042880000001", "12104288", "091012980000088"), (change.OriginalTrace, change.OriginalDfi, change.Trace));
        Assert.Equal("1918171614", change.Corrections.Account);
        Assert.Null(change.Corrections.Routing);
    }

    [Fact]
    public void One_unbroken_string_is_read()
    {
        var file = Samples.Read("ppd-debit-fixedLength.ach");
        var entry = Assert.Single(file.Entries);
        Assert.Equal((10_500L, 3L, "Bachman Eric"), (entry.Amount.Cents, entry.Line, entry.Name));
        Assert.Equal(new DateOnly(2008, 7, 30), entry.EffectiveOn);
    }

    // What is wrong with it: the header lacks the blank before its origin, so that everything after it stands one column to the left; the batch
    // headers are shifted too; and the control counts five batches where four are left.
    [Fact]
    public void The_invalid_file_is_refused_with_each_reason_and_place()
    {
        var result = NachaReader.Read(Samples.Bytes("20110729A-invalid.ach"));
        Assert.Null(result.File);
        Assert.Equal(
            [("N-SHIFT", 1L, 34), ("N-CLASS", 2, 51), ("N-CLASS", 149, 51), ("N-CLASS", 169, 51), ("N-CLASS", 275, 51), ("N-BATCHCOUNT", 293, 2)],
            result.Faults.Select(fault => (fault.Code, fault.Line, fault.Column)));
        Assert.Equal(("000005", "Counted 000004."), (result.Faults[^1].Found, result.Faults[^1].Reason));
        Assert.Equal(292 * 95, result.Faults[^1].Offset);
    }
}
