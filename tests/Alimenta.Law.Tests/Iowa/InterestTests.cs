using Alimenta.Law.Iowa;

namespace Alimenta.Law.Tests.Iowa;

/// <summary>Interest on support of Iowa orders.</summary>
public class InterestTests
{
    private static readonly LawOn Law = LawStore.BuiltIn.On(new(2026, 6, 1), "us-ia");

    private static IowaInterestAnswer Of(DateOnly through, params IowaInstallment[] installments) =>
        IowaInterest.Decide(Law, new() { Through = through, Installments = installments }).Value;

    [Fact]
    public void Interest_never_falls_with_time_and_a_payment_stops_it_for_what_was_paid()
    {
        var chance = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var due = new DateOnly(2016, 1, 1).AddDays(chance.Next(3000));
            var amount = new Money(chance.Next(1, 200000));
            var paid = new IowaPayment { On = due.AddDays(chance.Next(-20, 600)), Amount = new(chance.NextInt64(amount.Cents + 1)) };
            var one = new IowaInstallment { Due = due, Amount = amount, Paid = [paid] };
            var before = Money.Zero;
            foreach (var days in (int[])[600, 601, 800, 1300])
            {
                var now = Of(due.AddDays(days), one);
                Assert.True(now.Interest >= before);
                Assert.Equal(amount - paid.Amount, now.Unpaid);
                Assert.True(now.Interest <= Of(due.AddDays(days), one with { Paid = [] }).Interest);
                before = now.Interest;
            }
        }
    }

    [Fact]
    public void The_order_of_the_payments_in_the_facts_does_not_matter()
    {
        IowaPayment first = new() { On = new(2020, 3, 1), Amount = new(3000) }, second = new() { On = new(2021, 3, 1), Amount = new(4000) };
        var one = new IowaInstallment { Due = new(2020, 1, 1), Amount = new(10000) };
        Assert.Equal(Of(new(2024, 1, 1), one with { Paid = [first, second] }).Interest, Of(new(2024, 1, 1), one with { Paid = [second, first] }).Interest);
    }

    [Fact]
    public void A_change_of_the_rate_cuts_the_time()
    {
        // The built-in law has one rate; here it changes to 5 % after half of the time.
        var texts = EmbeddedLaw.Texts().Select(t => t.Path != "ia/interest.jsonc" ? t : t with
        {
            Text = t.Text.Replace("\"values\": [ { \"from\": \"2015-01-28\", \"value\": 100000", "\"values\": [ { \"from\": \"2015-01-28\", \"value\": 100000, \"to\": \"2020-07-31\" }, { \"from\": \"2020-08-01\", \"value\": 50000", StringComparison.Ordinal),
        });
        var law = LawStore.Load(texts).On(new(2026, 6, 1));
        // 2 July to 31 July at 10 % (30 days), 1 August to 30 August at 5 % (30 days): 365,000 x (3 + 1.5) / 365.
        var answer = IowaInterest.Decide(law, new() { Through = new(2020, 8, 31), Installments = [new() { Due = new(2020, 6, 2), Amount = new(365000) }] }).Value;
        Assert.Equal(4500, answer.Interest.Cents);
    }
}
