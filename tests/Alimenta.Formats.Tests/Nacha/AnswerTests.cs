using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>What a bank answers: returns and notifications of change; and entries that move no money or take it back.</summary>
public class AnswerTests
{
    [Fact]
    public void Returns_name_the_payment_and_the_reason()
    {
        var sent = Fixtures.Read(Fixtures.Disbursements()).Entries.ToList();
        var returns = Fixtures.Read(Fixtures.Returns()).Entries.ToList();
        var first = Assert.IsType<ReturnedEntry>(returns[0].Content);
        Assert.Equal((sent[0].Trace, "R03", "12104288", true), (first.OriginalTrace, first.ReasonCode, first.OriginalDfi, first.Reason!.StopsAccount));
        Assert.Equal((sent[0].Amount, sent[0].Account, sent[0].Id), (returns[0].Amount, returns[0].Account, returns[0].Id));
        var second = Assert.IsType<ReturnedEntry>(returns[1].Content);
        Assert.Equal((sent[1].Trace, "R15", new DateOnly(2026, 10, 2)), (second.OriginalTrace, second.ReasonCode, second.DateOfDeath));
        Assert.All(returns, entry => Assert.Equal(EntryPurpose.ReturnOrChange, entry.Code.Purpose));
    }

    [Fact]
    public void An_unknown_return_code_is_kept()
    {
        var lines = RawFile.Lines(Fixtures.Returns());
        lines[3] = lines[3].Replace("R03", "R99", StringComparison.Ordinal);
        var returned = Assert.IsType<ReturnedEntry>(Fixtures.Read(RawFile.Join(lines)).Entries.First().Content);
        Assert.Equal("R99", returned.ReasonCode);
        Assert.Null(returned.Reason);
    }

    [Fact]
    public void A_return_of_a_ctx_entry_is_read()
    {
        var original = Fixtures.Read(Fixtures.Employers()).Entries.Last();
        var file = Fixtures.Returns() with { Batches = [new(Fixtures.Returns().Batches[0].Terms, [ReturnedPayment.Of(original, Fixtures.EmployerBank, "R23")])] };
        var read = Assert.Single(Fixtures.Read(file).Entries);
        Assert.Equal(original.Trace, Assert.IsType<ReturnedEntry>(read.Content).OriginalTrace);
        Assert.Equal(("CTX", original.Amount), (read.EntryClass, read.Amount));
    }

    [Fact]
    public void Notifications_of_change_are_split_by_their_code()
    {
        var changes = Fixtures.Read(Fixtures.Changes()).Entries.Select(entry => Assert.IsType<ChangeNotice>(entry.Content)).ToList();
        Assert.Equal(["C01", "C03", "C05", "C07"], changes.Select(change => change.ChangeCode));
        Assert.Equal(("987654321", null, null), Data(changes[0]));
        Assert.Equal(("00112233", "231380104", null), Data(changes[1]));
        Assert.Equal((null, null, "22"), Data(changes[2]));
        Assert.Equal(("42", "061036000", "32"), Data(changes[3]));
        Assert.DoesNotContain("987654321", changes[0].Corrections.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C02", "061036000", null, "061036000", null, null, null)]
    [InlineData("C04", "NGOZI OKAFOR", null, null, null, "NGOZI OKAFOR", null)]
    [InlineData("C06", "0011223344          32", "0011223344", null, "32", null, null)]
    [InlineData("C09", "P-17", null, null, null, null, "P-17")]
    [InlineData("C05", "99", null, null, null, null, null)]
    [InlineData("C13", "ANYTHING", null, null, null, null, null)]
    [InlineData("C77", "ANYTHING", null, null, null, null, null)]
    public void Corrected_data_stand_where_the_code_says(string code, string raw, string? account, string? routing, string? transaction, string? name, string? id)
    {
        var found = Corrections.Split(ChangeMeaning.Find(code), raw);
        Assert.Equal((account, routing, transaction, name, id), (found.Account, found.Routing, found.Code?.ToString(), found.Name, found.Id));
        Assert.Equal(raw, found.Raw);
    }

    [Fact]
    public void Corrected_data_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ChangeNotification.Corrected("C05", (CorrectedField.TransactionCode, "222")));
        Assert.Throws<ArgumentException>(() => ChangeNotification.Corrected("C05", (CorrectedField.Account, "1")));
    }

    [Fact]
    public void Prenotes_and_entries_without_money_are_recognised()
    {
        var payments = Fixtures.Read(Fixtures.Disbursements()).Entries.ToList();
        Assert.Equal([false, false, true, true], payments.Select(entry => entry.IsPrenote));
        Assert.Equal(["33", "23"], payments.Where(entry => entry.IsPrenote).Select(entry => entry.Code.ToString()));
        var news = Fixtures.Read(Fixtures.Employers()).Entries.ElementAt(2);
        Assert.True(news.IsZeroDollar && !news.IsPrenote);
        Assert.True(Assert.Single(Assert.IsType<SupportRemittance>(news.Content).Items).Ded.EmploymentEnded);

        // Some senders use the code of a live credit.
        Assert.True(Assert.Single(Fixtures.Read(RawFile.Of("CCD", 0, @"DED*CS*A1*261120*0*219450187*Y****\")).Entries).IsZeroDollar);
    }

    [Fact]
    public void A_reversal_takes_back_what_was_sent()
    {
        var file = Fixtures.Employers();
        var terms = file.Batches[0].Terms with { Reverses = true };
        var read = Fixtures.Read(file with { Batches = [file.Batches[0] with { Terms = terms, Entries = [file.Batches[0].Entries[0]] }] });
        var entry = Assert.Single(read.Entries);
        Assert.True(entry.IsReversal && !entry.Code.IsCredit);
        Assert.Equal(("27", 225, entry.Amount), (entry.Code.ToString(), entry.Batch.Header.ServiceClass, read.Totals.Debits));
        Assert.False(Fixtures.Read(file).Entries.First().IsReversal);
    }

    [Fact]
    public void Credits_and_debits_together_have_service_class_200()
    {
        var sent = Fixtures.Read(Fixtures.Disbursements()).Entries.First();
        var batch = new PaymentBatch(Fixtures.Returns().Batches[0].Terms,
            [ReturnedPayment.Of(sent, Fixtures.OurBank, "R03"), ReturnedPayment.Of(sent with { Code = sent.Code with { IsCredit = false } }, Fixtures.OurBank, "R01")]);
        var read = Fixtures.Read(Fixtures.Returns() with { Batches = [batch] });
        Assert.Equal(200, read.Batches.First().Header.ServiceClass);
        Assert.Equal((sent.Amount, sent.Amount), (read.Totals.Debits, read.Totals.Credits));
        Assert.Equal(["21", "26"], read.Entries.Select(entry => entry.Code.ToString()));
    }

    [Fact]
    public void Codes_of_the_rules_are_known_once_each()
    {
        Assert.Equal(ReturnReason.All.Count, ReturnReason.All.Select(reason => reason.Code).Distinct().Count());
        Assert.Equal(ChangeMeaning.All.Count, ChangeMeaning.All.Select(change => change.Code).Distinct().Count());
        Assert.Equal(["R02", "R03", "R04", "R14", "R15", "R16", "R20", "R23"], ReturnReason.All.Where(reason => reason.StopsAccount).Select(reason => reason.Code));
        Assert.Equal("Account closed", ReturnReason.Find("r02")!.Meaning);
        Assert.Equal("21 22 23 24 26 27 28 29 31 32 33 34 36 37 38 39 41 42 43 44 46 47 48 49 51 52 53 54 55 56",
            string.Join(' ', TransactionCode.All.Select(code => code.ToString()).Order(StringComparer.Ordinal)));
    }

    private static (string? Account, string? Routing, string? Code) Data(ChangeNotice change) =>
        (change.Corrections.Account, change.Corrections.Routing, change.Corrections.Code?.ToString());
}
