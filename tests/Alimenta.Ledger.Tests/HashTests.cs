using FsCheck;
using FsCheck.Fluent;

namespace Alimenta.Ledger.Tests;

public sealed class HashTests
{
    private static readonly People Names = new();
    private static readonly DateTime Instant = new(2026, 11, 20, 15, 0, 0, 123, DateTimeKind.Utc);

    private static Entry Sample => Story.All.First(t => t.Recipe == "Distribution").Entry;

    [Fact]
    public void Row_numbers_do_not_matter()
    {
        const long offset = 1_000_000;
        var moved = Sample with
        {
            Lines = [.. Sample.Lines.Select(l => l with
            {
                ObligorId = l.ObligorId + offset, CaseId = l.CaseId + offset, ObligationId = l.ObligationId + offset, PersonId = l.PersonId + offset, ReceiptId = l.ReceiptId + offset,
            })],
            CircleId = 7, CaseId = 8, ReceiptId = 9,
        };
        Assert.Equal(Hash(Sample, Names), Hash(moved, new People(offset)));
    }

    [Fact]
    public void The_order_of_lines_does_not_matter() =>
        Prop.ForAll(Gen.Shuffle(Sample.Lines.ToArray()).ToArbitrary(), lines => Hash(Sample with { Lines = lines }, Names) == Hash(Sample, Names)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_part_of_the_content_matters()
    {
        var line = Sample.Lines[0];
        Entry With(Line changed) => Sample with { Lines = [changed, .. Sample.Lines.Skip(1)] };
        Entry[] others =
        [
            Sample with { Kind = "x" }, Sample with { Key = "x" }, Sample with { EffectiveOn = Sample.EffectiveOn.AddDays(1) },
            Sample with { Version = 2 }, Sample with { Reverses = 5 }, Sample with { Reason = "x" },
            With(line with { Amount = line.Amount + new Money(1) }), With(line with { Account = Accounts.NeverAssigned }), With(line with { Month = line.Month.Next }),
            With(line with { ObligorId = People.Custodian }), With(line with { CaseId = null }), With(line with { ObligationId = null }),
            With(line with { PersonId = People.State }), With(line with { ReceiptId = People.SecondReceipt }),
        ];
        Assert.Equal(others.Length + 1, others.Append(Sample).Select(e => Hash(e, Names)).Distinct().Count());
    }

    [Fact]
    public void Version_and_reason_are_not_content()
    {
        var again = Sample with { Version = 3, Reason = "played again", Detail = "other" };
        Assert.Equal(Canonical.ContentHash(Sample, Names), Canonical.ContentHash(again, Names));
        Assert.NotEqual(Hash(Sample, Names), Hash(again, Names));
    }

    [Fact] // the length before each field makes the text readable in one way only
    public void No_text_can_pass_for_another() =>
        Assert.NotEqual(Hash(Sample with { Kind = "a 1:b", Key = "c" }, Names), Hash(Sample with { Kind = "a", Key = "b 1:c" }, Names));

    [Fact]
    public void The_ledger_hash_does_not_depend_on_order()
    {
        var hashes = Story.All.Select(t => Canonical.EntryHash(t.Entry, Canonical.ContentHash(t.Entry, Names))).ToArray();
        var expected = LedgerHash.Of(hashes);
        Prop.ForAll(Gen.Shuffle(hashes).ToArbitrary(), shuffled => LedgerHash.Of(shuffled) == expected).QuickCheckThrowOnFailure();
        Assert.NotEqual(expected, LedgerHash.Of(hashes.Skip(1)));
    }

    [Fact]
    public void Sorted_hashes_must_come_sorted_and_once()
    {
        using var builder = new LedgerHashBuilder();
        builder.Add([2]);
        Assert.Throws<LedgerException>(() => builder.Add([2]));
        Assert.Throws<LedgerException>(() => builder.Add([1]));
    }

    [Fact]
    public void A_link_depends_on_everything_before_it()
    {
        byte[][] entries = [[1], [2]];
        var first = Link.Next(Book.Debt, null, Instant, entries);
        var second = Link.Next(Book.Debt, first, Instant, entries);
        Assert.Equal((1, 2, first.Hash), (first.Seq, second.Seq, second.PrevHash));
        string[] all =
        [
            first.Hash, second.Hash, Link.Next(Book.Custody, null, Instant, entries).Hash, Link.Next(Book.Debt, null, Instant.AddMilliseconds(1), entries).Hash,
            Link.Next(Book.Debt, null, Instant, [[1]]).Hash, Link.After(Book.Debt, 0, "x", Instant, entries).Hash, Link.After(Book.Debt, 1, "", Instant, entries).Hash,
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact] // what an engine would cut off must not be in the hash
    public void A_link_is_dated_in_UTC_and_whole_milliseconds()
    {
        Assert.Throws<LedgerException>(() => Link.Next(Book.Debt, null, Instant.AddTicks(1), []));
        Assert.Throws<LedgerException>(() => Link.Next(Book.Debt, null, DateTime.SpecifyKind(Instant, DateTimeKind.Local), []));
    }

    private static string Hash(Entry entry, INames names) => Convert.ToHexString(Canonical.EntryHash(entry, Canonical.ContentHash(entry, names)));
}
