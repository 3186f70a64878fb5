using System.Diagnostics.CodeAnalysis;
using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>Whatever the bytes are, reading never throws, and what is read is the money that was sent.</summary>
public class RobustnessTests
{
    private static readonly byte[] Employers = Fixtures.Bytes(Fixtures.Employers());
    private static readonly byte[] Unbroken = Fixtures.Bytes(Fixtures.Employers() with { LineEnd = LineEnd.None });
    private static readonly byte[] Small = Fixtures.Bytes(Fixtures.ToOtherStates());

    public static TheoryData<string> Files => ["lines", "one string", "small"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_cut_off_anywhere_is_refused_or_read_the_same(string name)
    {
        var bytes = File(name);
        var whole = Fixtures.Read(bytes);
        var read = 0;
        for (var length = 0; length < bytes.Length; length++)
        {
            var result = NachaReader.Read(bytes.AsMemory(0, length));
            if (result.File is null) { Assert.NotEmpty(result.Faults); continue; }
            read++;
            Assert.Equal(whole.ContentKey, result.File.ContentKey);
            Assert.Equal(Money(whole), Money(result.File));
        }

        // Only blanks after the last total, the filler and the last line end can be missing.
        Assert.InRange(read, 1, 39 + 2 + 96 * 9);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_flipped_bit_never_changes_money_unseen(string name)
    {
        var bytes = File(name);
        var money = Money(Fixtures.Read(bytes));
        for (var i = 0; i < bytes.Length; i++)
            for (var bit = 0; bit < 8; bit++)
            {
                bytes[i] ^= (byte)(1 << bit);
                var result = NachaReader.Read(bytes);
                if (result.File is { } file)
                {
                    Assert.Equal(money, Money(file));
                    Holds(file);
                }

                bytes[i] ^= (byte)(1 << bit);
            }
    }

    // Every digit of every amount and total, changed to every other digit.
    [Fact]
    public void A_changed_digit_of_an_amount_is_always_refused()
    {
        var lines = RawFile.Lines(Fixtures.Employers());
        var places = lines.SelectMany((line, i) => (line[0], i) switch
        {
            ('6', _) => Enumerable.Range(29, 10).Select(column => (i, column)),
            ('8', _) => Enumerable.Range(20, 24).Select(column => (i, column)),
            ('9', 28) => Enumerable.Range(31, 24).Select(column => (i, column)),
            _ => [],
        }).ToList();
        Assert.Equal(5 * 10 + 2 * 24 + 24, places.Count);
        foreach (var (line, column) in places)
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (lines[line][column] == digit) continue;
                string[] changed = [.. lines];
                changed[line] = changed[line].Remove(column, 1).Insert(column, digit.ToString());
                Assert.Null(NachaReader.Read(RawFile.Join(changed)).File);
            }
    }

    [Fact]
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seed that repeats is what a test needs.")]
    public void Ten_thousand_spoiled_files_never_throw_and_never_change_money()
    {
        var sources = new[] { Employers, Unbroken, Small, Fixtures.Bytes(Fixtures.Disbursements()), Fixtures.Bytes(Fixtures.Returns()), Samples.Bytes("txp-credit.ach"), Samples.Bytes("ppd-credit.ach") };
        var money = sources.Select(bytes => Money(Fixtures.Read(bytes))).ToArray();
        var random = new Random(20261120);
        int accepted = 0, refused = 0;
        for (var run = 0; run < 10_000; run++)
        {
            var source = random.Next(sources.Length);
            var spoiled = Mutations.Spoil(sources[source], random);
            var result = NachaReader.Read(spoiled);
            Assert.Equal(result.File is null, result.Faults.Count > 0);
            if (result.File is not { } file) { refused++; continue; }
            accepted++;
            Assert.True(money[source].SequenceEqual(Money(file)), $"Run {run} changed money.");
            Holds(file);
        }

        // Both happen often enough for the test to mean something.
        Assert.InRange(accepted, 500, 9_000);
        Assert.InRange(refused, 500, 9_500);
    }

    [Fact]
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seed that repeats is what a test needs.")]
    public void Noise_is_refused()
    {
        var random = new Random(7);
        for (var run = 0; run < 3_000; run++)
        {
            var noise = new byte[random.Next(0, 2_000)];
            random.NextBytes(noise);
            if (run % 2 == 0 && noise.Length > 0) noise[0] = (byte)'1';
            Assert.NotEmpty(NachaReader.Read(noise).Faults);
        }
    }

    private static byte[] File(string name) => name switch { "lines" => Employers, "one string" => Unbroken, _ => Small };

    private static List<(long, bool)> Money(NachaFile file) => [.. file.Entries.Select(entry => (entry.Amount.Cents, entry.Code.IsCredit))];

    // What a reader of the file relies on: entries add up to the totals, parts add up to the entry, and everything can be shown.
    private static void Holds(NachaFile file)
    {
        var totals = default(ControlTotals);
        foreach (var entry in file.Entries)
        {
            totals = totals.WithEntry(0, entry.Amount, entry.Code.IsCredit);
            if (entry.Content is SupportRemittance remittance) Assert.Equal(entry.Amount, remittance.Items.Sum(item => item.Sent));
            Assert.NotEmpty(entry.ToString());
            Assert.NotNull(entry.Content.ToString());
        }

        Assert.Equal((file.Totals.Debits, file.Totals.Credits), (totals.Debits, totals.Credits));
    }
}
