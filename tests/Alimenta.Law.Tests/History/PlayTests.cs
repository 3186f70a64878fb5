using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Tests.Distribution;

namespace Alimenta.Law.Tests.History;

/// <summary>Whole histories of small circles, with the worked cases of the law that need more than one moment.</summary>
public sealed class PlayTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    private static CaseFacts Case(string key, string obligor, string custodian, params ObligationFacts[] obligations) =>
        new() { Key = key, Obligor = obligor, Custodian = custodian, Policy = "us", Obligations = obligations };

    private static ObligationFacts Monthly(string key, int dollars, DateOnly from, DateOnly? to = null, ObligationKind kind = ObligationKind.Child) =>
        new() { Key = key, Order = key, Kind = kind, Terms = [new(Money.Of(dollars), Frequency.Monthly, new(from, to), from)] };

    private static ReceiptFacts Receipt(string key, DateOnly on, int dollars, CollectionSource source = CollectionSource.IncomeWithholding) =>
        new() { Key = key, Obligor = "F", Amount = Money.Of(dollars), Source = source, CollectedOn = on };

    private static Played Play(CircleFacts facts, DateOnly through) => CirclePlay.Run(facts, (_, _) => TestPolicy.Us, through);

    private static Money Use(Played played, Recipient to, string? payee = null) =>
        played.Steps.SelectMany(s => s.Uses).Where(u => u.To == to && (payee is null || u.Payee == payee)).Sum(u => u.Amount);

    [Fact]
    public void W42_a_large_payment_pays_the_months_to_come_one_by_one()
    {
        var played = Play(new() { Cases = [Case("1", "F", "M", Monthly("o", 400, March))], Receipts = [Receipt("r", new(2026, 3, 3), 1000)] }, new(2026, 5, 20));
        var byMonth = played.Steps.Where(s => s.Kind == StepKind.Distribution).Select(s => (s.Key, Family: s.Uses.Where(u => u.To == Recipient.Family).Sum(u => u.Amount)));
        Assert.Equal([("D:r", Money.Of(400)), ("D:r:2026-04", Money.Of(400)), ("D:r:2026-05", Money.Of(200))], byMonth);
        Assert.Empty(played.Futures);
        Assert.Equal(Money.Of(200), played.Debts.Total("1", DebtPlace.Current));
    }

    [Fact]
    public void W02_unpaid_current_support_becomes_never_assigned_arrears_at_the_end_of_the_month()
    {
        var played = Play(new() { Cases = [Case("1", "F", "M", Monthly("o", 400, March))], Receipts = [Receipt("r", new(2026, 3, 3), 250)] }, new(2026, 4, 1));
        Assert.Equal(Money.Of(150), played.Debts.Total("1", DebtPlace.NA));
        Assert.Equal(Money.Of(400), played.Debts.Total("1", DebtPlace.Current));
    }

    [Fact]
    public void W45_two_cases_share_a_voluntary_payment_in_proportion_to_current_support()
    {
        var played = Play(new()
        {
            Cases = [Case("1", "F", "M", Monthly("o1", 300, March)), Case("2", "F", "N", Monthly("o2", 600, March))],
            Spells = [new(AssistanceProgram.Tanf, "M", new(March), [])],
            Grants = [new("g", "M", AssistanceProgram.Tanf, March, SupportMonth.Of(2026, 3), Money.Of(500))],
            Receipts = [Receipt("r", new(2026, 3, 3), 450, CollectionSource.Voluntary)],
        }, new(2026, 3, 10));
        var uses = played.Steps.Single(s => s.Kind == StepKind.Distribution).Uses;
        Assert.Equal([("1", Money.Of(75)), ("1", Money.Of(75)), ("2", Money.Of(300))], uses.Select(u => (u.Case, u.Amount)));
        Assert.Equal(Money.Of(350), played.Unreimbursed[("M", AssistanceProgram.Tanf)]);
    }

    [Fact]
    public void W19_arrears_above_the_assistance_paid_are_the_familys()
    {
        var played = Play(new()
        {
            Cases = [Case("1", "F", "M", Monthly("o", 400, new(2026, 1, 1)))],
            Spells = [new(AssistanceProgram.Tanf, "M", new(new(2026, 1, 1), new(2026, 2, 28)), [])],
            Grants = [new("g", "M", AssistanceProgram.Tanf, new(2026, 1, 1), SupportMonth.Of(2026, 1), Money.Of(500))],
        }, new(2026, 3, 1));
        Assert.Equal(Money.Of(500), played.Debts.Total("1", DebtPlace.PA));
        Assert.Equal(Money.Of(300), played.Debts.Total("1", DebtPlace.UDA));
    }

    [Fact]
    public void One_debt_owed_by_two_is_paid_by_either_for_both()
    {
        var first = Monthly("o1", 400, March) with { JointGroup = "j" };
        var second = Monthly("o2", 400, March) with { JointGroup = "j" };
        var played = Play(new() { Cases = [Case("1", "F", "M", first), Case("2", "G", "M", second)], Receipts = [Receipt("r", new(2026, 3, 3), 250)] }, new(2026, 4, 1));
        Assert.Equal(Money.Of(150), played.Debts.Total("1", DebtPlace.NA));
        Assert.Equal(Money.Of(150), played.Debts.Total("2", DebtPlace.NA));
        Assert.Equal(Money.Of(250), Use(played, Recipient.Family, "M"));
    }

    [Fact]
    public void Assistance_of_older_law_assigns_earlier_arrears_and_releases_them_conditionally()
    {
        var played = Play(new()
        {
            Cases = [Case("1", "F", "M", Monthly("o", 100, new(2008, 1, 1), new(2008, 6, 30)))],
            Spells = [new(AssistanceProgram.Tanf, "M", new(new(2008, 4, 1), new(2008, 6, 30)), [])],
            Grants = [new("g", "M", AssistanceProgram.Tanf, new(2008, 4, 1), SupportMonth.Of(2008, 4), Money.Of(450))],
        }, new(2008, 7, 1));
        Assert.Equal(Money.Of(300), played.Debts.Total("1", DebtPlace.PA));
        Assert.Equal(Money.Of(150), played.Debts.Total("1", DebtPlace.CA));
        Assert.Equal(Money.Of(150), played.Debts.Total("1", DebtPlace.UPA));
    }

    [Fact]
    public void A_credit_that_finds_nothing_owed_any_more_is_no_step()
    {
        // The court credited March; later the support of March turns out to have been paid on time.
        var facts = new CircleFacts { Cases = [Case("1", "F", "M", Monthly("o", 400, March))], Adjustments = [new("a", "1", "o", null, SupportMonth.Undated, new(2026, 3, 20), -Money.Of(50))] };
        var before = Play(facts, new(2026, 3, 31));
        Assert.Equal(Money.Of(350), before.Debts.Total("1", DebtPlace.Current));
        Assert.Equal(["A:a"], before.Steps.Where(s => s.Kind == StepKind.Adjustment).Select(s => s.Key));

        var after = Play(facts with { Receipts = [Receipt("r", new(2026, 3, 3), 400)] }, new(2026, 3, 31));
        Assert.DoesNotContain(after.Steps, s => s.Kind == StepKind.Adjustment);
        Assert.All(after.Steps, s => Assert.True(s.Debts.Count + s.Assistance.Count + s.Uses.Count > 0, $"{s.Key} moves nothing"));
    }
}
