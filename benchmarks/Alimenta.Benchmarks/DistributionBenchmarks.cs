using Alimenta.Law;
using Alimenta.Law.Federal;
using Alimenta.Law.Federal.Allocation;
using Alimenta.Law.Federal.Distribution;
using BenchmarkDotNet.Attributes;

namespace Alimenta.Benchmarks;

/// <summary>One receipt: shared among the orders of the one who paid, and distributed to family, state and federal government.</summary>
public class DistributionBenchmarks
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private DistributionPolicy _policy = null!;
    private DistributionRequest _request = null!;
    private IReadOnlyList<OrderClaim> _claims = null!;

    /// <summary>Whether an explanation is written.</summary>
    [Params(false, true)]
    public bool Explained { get; set; }

    /// <summary>A family that had assistance, owed to in four classes; an obligor with three orders.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _policy = DistributionPolicyReader.Read(LawStore.BuiltIn.On(Day, "us"));
        _request = new()
        {
            AmountCents = Money.Of(1_000), Status = AssistanceStatus.Former, UnreimbursedCents = Money.Of(2_000), Current = [new() { DueCents = Money.Of(400) }],
            Arrears = [Owed(DebtClass.NA, 300), Owed(DebtClass.CA, 500), Owed(DebtClass.PA, 800), Owed(DebtClass.UDA, 120)],
        };
        _claims = [.. Enumerable.Range(1, 3).Select(i => OrderClaim.Of(true, $"ORDER-{i}", $"26-104-0073{i}", Money.Of(200 + 37 * i), Money.Of(20), Money.Of(90), Money.Of(45), Money.Of(1_100 * i)))];
    }

    [Benchmark]
    public DistributionReply Distribution()
    {
        var done = DistributionRule.Decide(_request, _policy, Explained ? new Explanation("us/distribution", "") : null);
        return done.Ok ? done.Value : throw new InvalidOperationException(done.Refusal!.ToString());
    }

    [Benchmark]
    public AllocationResult Allocation() => Law.Federal.Allocation.Allocation.Decide(Money.Of(700), _claims, false, Explained ? new Explanation(Law.Federal.Allocation.Allocation.RuleId, "") : null);

    private static ArrearsDue Owed(DebtClass place, int dollars) => new() { Class = place, OwedCents = Money.Of(dollars) };
}
