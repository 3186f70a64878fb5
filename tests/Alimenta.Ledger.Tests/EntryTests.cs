namespace Alimenta.Ledger.Tests;

public sealed class EntryTests
{
    private static readonly DateOnly Day = new(2026, 11, 1);
    private static readonly Owed Debt = new(People.Obligor, People.Case, People.Obligation, SupportMonth.Of(Day));
    private static readonly Entry Good = Charge(Money.Of(400));

    [Fact]
    public void An_entry_that_is_off_by_a_cent_in_a_book_is_refused() =>
        Refused("debt book", Good with { Lines = [Good.Lines[0], Good.Lines[1] with { Amount = new(-39_999) }] });

    [Fact] // each book for itself: a debit of debt is no credit of money
    public void Books_do_not_balance_each_other() =>
        Refused("debt book", Good with { Lines = [Good.Lines[0], new Line(Accounts.Cash, -Good.Lines[0].Amount)] });

    [Fact]
    public void A_line_of_nothing_is_refused() => Refused("line of nothing", Good with { Lines = [.. Good.Lines, Good.Lines[0] with { Amount = Money.Zero }] });

    [Fact]
    public void An_entry_without_lines_is_refused() => Refused("no lines", Good with { Lines = [] });

    [Fact]
    public void An_entry_without_a_key_is_refused() => Refused("a kind and a key", Good with { Key = "" });

    [Fact]
    public void A_version_below_one_is_refused() => Refused("versions count from 1", Good with { Version = 0 });

    [Fact]
    public void An_entry_reverses_only_what_came_before() => Refused("cannot reverse", Good with { Reverses = 1 });

    [Theory]
    [MemberData(nameof(AccountsAndNeeds))]
    public void A_line_names_what_its_account_needs(string code, Dimensions needed)
    {
        var whole = new Line(Accounts.Find(code), new(5)) { ObligorId = 1, CaseId = 2, ObligationId = 3, PersonId = 4, ReceiptId = 5 };
        var other = whole with { Amount = new(-5) };
        var lacking = needed switch
        {
            Dimensions.Obligor => whole with { ObligorId = null },
            Dimensions.Case => whole with { CaseId = null },
            Dimensions.Obligation => whole with { ObligationId = null },
            Dimensions.Person => whole with { PersonId = null },
            _ => whole with { ReceiptId = null },
        };
        new Entry("test", "k", 1, Day, [whole, other]).Check();
        Refused($"does not name its {needed}", new("test", "k", 1, Day, [lacking, other]));
    }

    public static TheoryData<string, Dimensions> AccountsAndNeeds()
    {
        var data = new TheoryData<string, Dimensions>();
        foreach (var account in Accounts.All)
        {
            foreach (var need in Enum.GetValues<Dimensions>().Where(d => d is not (Dimensions.None or Dimensions.All) && account.Needs.HasFlag(d))) data.Add(account.Code, need);
        }

        return data;
    }

    [Fact]
    public void A_reversal_takes_every_line_back_and_names_what_it_reverses()
    {
        var back = Good.Reversal(Day, "charged in error").Check();
        Assert.Empty(Line.Net([.. Good.Lines, .. back.Lines]));
        Assert.Equal((2, 1, Good.Key, "charged in error"), (back.Version, back.Reverses, back.Key, back.Reason));
    }

    [Fact]
    public void Net_adds_like_lines_and_leaves_out_nothing()
    {
        var line = Good.Lines[0];
        var net = Line.Net([line, line, line.Reversed(), Good.Lines[1], Good.Lines[1].Reversed()]);
        Assert.Equal([line], net);
    }

    [Theory] // few lines are looked through, many are kept in a table: the same comes out
    [InlineData(3)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(60)]
    [InlineData(500)]
    public void Net_says_the_same_of_few_and_of_many_lines(int names)
    {
        var random = new Random(names);
        for (var turn = 0; turn < 50; turn++)
        {
            List<Line> lines = [.. Enumerable.Range(0, random.Next(1, 3 * names)).Select(_ => Made(random, random.Next(names)))];
            var wanted = lines.GroupBy(l => l with { Amount = Money.Zero }).Select(g => g.Key with { Amount = g.Sum(l => l.Amount) }).Where(l => !l.Amount.IsZero).ToList();
            Assert.Equal(wanted, Line.Net(lines));
        }
    }

    // Each name differs from others in one thing it says.
    private static Line Made(Random random, int name)
    {
        var line = new Line(Accounts.All[name % 3], new(random.Next(-2, 3)));
        return (name / 3 % 6) switch
        {
            0 => line with { ObligorId = name / 18 },
            1 => line with { CaseId = name / 18 },
            2 => line with { ObligationId = name / 18 },
            3 => line with { PersonId = name / 18 },
            4 => line with { ReceiptId = name / 18 },
            _ => line with { Month = new(24_000 + name / 18) },
        };
    }

    [Fact]
    public void A_debt_does_not_move_by_nothing_or_less()
    {
        Assert.Throws<LedgerException>(() => Charge(Money.Zero));
        Assert.Throws<LedgerException>(() => Charge(new(-1)));
    }

    [Fact]
    public void A_distribution_gives_nobody_less_than_something() =>
        Assert.Throws<LedgerException>(() => Recipes.Distribution(new("D:1", Day), new(People.Obligor, People.FirstReceipt), [], [],
            [new(Accounts.PayableFamily, new(200)) { PersonId = People.Custodian }, new(Accounts.PayableState, new(-100)) { PersonId = People.State }]));

    private static Entry Charge(Money amount) => Recipes.Charge(new("C:1", Day), [new(Debt, Accounts.Charged, Accounts.Current, amount)]);

    private static void Refused(string because, Entry entry) => Assert.Contains(because, Assert.Throws<LedgerException>(entry.Check).Message, StringComparison.Ordinal);
}
