using Alimenta.Formats.Nacha;
using FsCheck;
using FsCheck.Fluent;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>What is written is read again as it was.</summary>
public class RoundTripTests
{
    [Fact]
    public void Parse_of_write_is_the_same() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(PaymentFiles.Any), file =>
        {
            var outcome = NachaWriter.Write(file);
            Assert.True(outcome.Ok, outcome.Refusal?.ToString());
            var written = outcome.Value;
            var read = Fixtures.Read(written.Bytes.ToArray());

            Assert.Equal((written.Totals, written.Key, written.ContentKey), (read.Totals, read.Key, read.ContentKey));
            Assert.Equal(written.Traces, read.Entries.Select(entry => entry.Trace));
            Assert.Empty(written.Losses);
            Assert.Equal(0, written.Bytes.Length % (10 * (94 + file.LineEnd switch { LineEnd.Lf => 1, LineEnd.CrLf => 2, _ => 0 })));
            Assert.Equal(file.Batches.Count, read.Batches.Count());
            var byBatch = read.Entries.ToLookup(entry => entry.Batch.Line);
            foreach (var (batch, back) in file.Batches.Zip(read.Batches))
            {
                Assert.Equal((batch.Terms.CompanyName, batch.Terms.CompanyId, batch.Terms.EffectiveOn, batch.Terms.Reverses),
                    (back.Header.CompanyName, back.Header.CompanyId, back.Header.EffectiveOn!.Value, back.Header.IsReversal));
                var entries = byBatch[back.Line].ToList();
                Assert.Equal(batch.Entries.Count, entries.Count);
                foreach (var (sent, got) in batch.Entries.Zip(entries)) Same(batch.Terms, sent, got);
            }
        }));

    [Fact]
    public void Entries_can_be_walked_over_again_and_only_in_part()
    {
        var file = Fixtures.Read(Fixtures.Employers());
        var all = file.Entries.Select(entry => entry.Trace).ToList();
        Assert.Equal(all[..2], file.Entries.Take(2).Select(entry => entry.Trace));
        Assert.Equal(all, file.Entries.Select(entry => entry.Trace));
    }

    private static void Same(BatchTerms terms, PaymentEntry sent, NachaEntry got)
    {
        Assert.Equal((sent.Amount, sent.Id, sent.EntryClass), (got.Amount, got.Id, got.EntryClass));
        Assert.Equal((sent.Account.Bank.Digits, sent.Account.Number, sent.Account.Kind), (got.ReceivingBank, got.Account, got.Code.Account));
        Assert.Equal(sent.EntryClass == "CTX" ? sent.Name[..Math.Min(sent.Name.Length, 16)].TrimEnd() : sent.Name, got.Name);
        Assert.Equal(terms.Reverses, !got.Code.IsCredit);
        Assert.Equal(sent.Purpose, got.Code.Purpose);
        switch (sent)
        {
            case DisbursementEntry { IsPrenote: true }:
                Assert.True(got.IsPrenote && got.Content is PrenoteEntry);
                break;
            case SupportPayment payment:
                var item = Assert.Single(Assert.IsType<SupportRemittance>(got.Content).Items);
                Assert.Equal((payment.Ded, payment.Amount), (item.Ded, item.Sent));
                break;
            case EmployerPayment payment:
                Assert.Equal(payment.Items, Assert.IsType<SupportRemittance>(got.Content).Items.Select(part => part.Ded));
                break;
        }
    }
}
