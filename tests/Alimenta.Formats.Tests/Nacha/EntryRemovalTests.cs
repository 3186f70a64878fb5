using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>Entries that are taken out of a file leave a file that is right in itself, with what stays as it was.</summary>
public class EntryRemovalTests
{
    private static readonly BankAccount Account = new(Fixtures.OtherBank, "123456789");

    [Theory]
    [InlineData(LineEnd.Lf)]
    [InlineData(LineEnd.CrLf)]
    [InlineData(LineEnd.None)]
    public void What_stays_keeps_its_trace_and_all_totals_say_what_is_left(LineEnd end)
    {
        var file = File(end, 23);
        for (var gone = 1; gone < 23; gone += 3)
        {
            var left = EntryRemoval.Without(file.Bytes.Span, file.Traces.Take(gone).ToHashSet());
            var read = NachaReader.Read(left!);
            Assert.Empty(read.Faults);
            Assert.Equal(file.Traces.Skip(gone), read.File!.Entries.Select(e => e.Trace));
            Assert.Equal(Enumerable.Range(gone + 1, 23 - gone).Sum(i => (long)i), read.File.Entries.Sum(e => e.Amount.Cents));
        }
    }

    [Fact]
    public void Taking_out_the_last_entries_gives_the_file_that_would_have_been_written_without_them()
    {
        var (all, fewer) = (File(LineEnd.Lf, 12), File(LineEnd.Lf, 5));
        Assert.Equal(fewer.Bytes.ToArray(), EntryRemoval.Without(all.Bytes.Span, all.Traces.Skip(5).ToHashSet()));
        Assert.Equal(all.Bytes.ToArray(), EntryRemoval.Without(all.Bytes.Span, new HashSet<string>()));
    }

    [Fact]
    public void Addenda_go_with_their_entry()
    {
        var source = Fixtures.Disbursements();
        var two = NachaWriter.Write(source with { Batches = [new(source.Batches[0].Terms, [Support("A1"), Support("A2")])] }).Value;
        var read = NachaReader.Read(EntryRemoval.Without(two.Bytes.Span, new HashSet<string> { two.Traces[0] })!);
        Assert.Empty(read.Faults);
        Assert.Equal("A2", Assert.Single(Assert.IsType<SupportRemittance>(Assert.Single(read.File!.Entries).Content).Items).Ded.CaseId);
    }

    [Fact]
    public void An_empty_batch_goes_and_an_empty_file_is_none()
    {
        var source = Fixtures.Disbursements();
        var two = NachaWriter.Write(source with { Batches = [new(source.Batches[0].Terms, [Pay(1)]), new(source.Batches[0].Terms, [Pay(2)])] }).Value;
        var read = NachaReader.Read(EntryRemoval.Without(two.Bytes.Span, new HashSet<string> { two.Traces[0] })!);
        Assert.Equal(two.Traces[1], Assert.Single(read.File!.Entries).Trace);
        Assert.Null(EntryRemoval.Without(two.Bytes.Span, two.Traces.ToHashSet()));
    }

    private static WrittenFile File(LineEnd end, int payments)
    {
        var source = Fixtures.Disbursements();
        return NachaWriter.Write(source with { LineEnd = end, Batches = [new(source.Batches[0].Terms, [.. Enumerable.Range(1, payments).Select(Pay)])] }).Value;
    }

    private static DisbursementEntry Pay(int cents) => new(Account, new(cents), $"P{cents}", "A");

    private static SupportPayment Support(string file) => new(Account, new(100), "X", "SDU", Fixtures.Ded(file, 100));
}
