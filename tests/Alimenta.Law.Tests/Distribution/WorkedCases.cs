using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Tests.Distribution;

/// <summary>The worked cases of one moment, by id. Dollars: F family, S state, D federal, M Medicaid, A agency, R refund, X future, E fee.</summary>
public sealed class WorkedCases
{
    private static readonly CollectionSource Ftro = CollectionSource.FederalTaxOffset;

    private static DistributionRequest Never(int amount, int current, params (DebtClass Class, int Dollars)[] arrears) => Make(AssistanceStatus.Never, amount, current, 0, arrears);

    private static DistributionRequest Make(AssistanceStatus status, int amount, int current, int ura, params (DebtClass Class, int Dollars)[] arrears) => new()
    {
        AmountCents = Money.Of(amount),
        Status = status,
        Current = current == 0 ? [] : [new() { DueCents = Money.Of(current) }],
        Arrears = [.. arrears.Select(a => new ArrearsDue { Class = a.Class, OwedCents = Money.Of(a.Dollars) })],
        UnreimbursedCents = Money.Of(ura),
    };

    private static readonly PolicyOptions Pass = new() { PassThroughBasis = PassThroughBasis.ByFamily, PassThroughFirstCents = Money.Of(100), PassThroughMostCents = Money.Of(200) };
    private static readonly PolicyOptions OregonPass = new() { PassThroughBasis = PassThroughBasis.ByChild, PassThroughFirstCents = Money.Of(50), PassThroughMostCents = Money.Of(200) };
    private static readonly PolicyOptions Dra = new() { OffsetElection = OffsetElection.Dra };

    public static readonly IReadOnlyDictionary<string, (DistributionRequest Request, string Expected)> Cases = new Dictionary<string, (DistributionRequest, string)>
    {
        ["W01"] = (Never(500, 400, (DebtClass.NA, 1200)), "F500 cur0 NA1100"),
        ["W03"] = (Never(400, 400) with { ReachedFamilyCents = Money.Of(530), Policy = new() { FeeMethod = FeeMethod.Retain } }, "F365 E35 cur0"),
        ["W06"] = (Never(300, 300) with { ReachedFamilyCents = Money.Of(900), SnapMandatory = true, Policy = new() { FeeMethod = FeeMethod.Retain } }, "F300 cur0"),
        ["W07"] = (Make(AssistanceStatus.Current, 300, 300, 2000, (DebtClass.PA, 600)), "S150 D150 cur0 PA600 U1700"),
        ["W08"] = (Make(AssistanceStatus.Current, 300, 300, 2000, (DebtClass.PA, 600)) with { Policy = Pass }, "F100 S100 D100 cur0 PA600 U1800"),
        ["W09"] = (Make(AssistanceStatus.Current, 150, 300, 2000) with { Children = 2, Policy = Pass }, "F150 cur150 U2000"),
        ["W11"] = (Make(AssistanceStatus.Current, 450, 300, 1000, (DebtClass.PA, 500)), "S225 D225 cur0 PA350 U550"),
        ["W13"] = (Make(AssistanceStatus.Current, 300, 300, 200), "F100 S100 D100 cur0 U0"),
        ["W14"] = (Make(AssistanceStatus.Current, 600, 200, 5000, (DebtClass.PA, 300), (DebtClass.TA, 400)) with { Source = Ftro }, "S300 D300 cur200 TA100 U4400"),
        ["W15"] = (Make(AssistanceStatus.Former, 1000, 400, 2000, (DebtClass.NA, 300), (DebtClass.CA, 500), (DebtClass.PA, 800)), "F1000 cur0 PA800 CA200 U2000"),
        ["W16"] = (Make(AssistanceStatus.Former, 2200, 400, 2000, (DebtClass.NA, 300), (DebtClass.CA, 500), (DebtClass.PA, 800)), "F1200 S400 D400 X200 cur0 U1200"),
        ["W18"] = (Make(AssistanceStatus.Former, 1000, 400, 2000, (DebtClass.NA, 300), (DebtClass.PA, 800)) with { Source = Ftro, Policy = Dra }, "F700 S150 D150 cur0 PA500 U1700"),
        ["W20"] = (Make(AssistanceStatus.Former, 1000, 0, 500, (DebtClass.NA, 100), (DebtClass.PA, 500), (DebtClass.UDA, 300)), "F400 S250 D250 R100 cur0 U0"),
        ["W22"] = (Make(AssistanceStatus.Former, 300, 0, 900, (DebtClass.PA, 300)) with { Policy = new() { AssignedToFamily = true } }, "F300 cur0 U900"),
        ["W23"] = (Never(1000, 400, (DebtClass.NA, 900)) with { Source = Ftro }, "F900 R100 cur400"),
        ["W24"] = (Never(1000, 400, (DebtClass.NA, 900)) with { Source = Ftro, Policy = Dra }, "F1000 cur0 NA300"),
        ["W39"] = (Make(AssistanceStatus.Never, 500, 500, 0) with { FosterCare = true, MaintenanceCents = Money.Of(450) }, "S225 D225 A50 cur0 U0"),
        ["W41"] = (Make(AssistanceStatus.Never, 300, 0, 0, (DebtClass.FC, 300)) with { FosterCare = true, Source = Ftro, UnreimbursedFosterCareCents = Money.Of(200) }, "S100 D100 A100 cur0"),
        ["W44"] = (Never(350, 300) with { Current = [new() { DueCents = Money.Of(300) }, new() { Obligation = "medical", Kind = ObligationKind.Medical, Assigned = Assignment.Medicaid, DueCents = Money.Of(50) }] }, "F300 M50 cur0"),
        ["W52"] = (Make(AssistanceStatus.Current, 300, 300, 5000) with { Children = 2, Policy = Pass with { FederalSharePpm = 500_000 } }, "F200 S50 D50 cur0 U4900"),
        ["W53"] = (Make(AssistanceStatus.Current, 60, 60, 5000) with { Policy = Pass }, "F60 cur0 U5000"),
        ["W54a"] = (Make(AssistanceStatus.Current, 400, 400, 5000) with { Children = 3, Policy = OregonPass }, "F150 S125 D125 cur0 U4750"),
        ["W54b"] = (Make(AssistanceStatus.Current, 400, 400, 5000) with { Children = 5, Policy = OregonPass }, "F200 S100 D100 cur0 U4800"),
        ["W54c"] = (Make(AssistanceStatus.Current, 400, 400, 5000) with { Children = 1, Policy = OregonPass }, "F50 S175 D175 cur0 U4650"),
        ["W55b"] = (Make(AssistanceStatus.Former, 700, 0, 5000, (DebtClass.PA, 500), (DebtClass.CA, 300), (DebtClass.NA, 200), (DebtClass.UDA, 100)) with { Source = Ftro, UnreimbursedCents = Money.Of(5000) }, "S350 D350"),
    };

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Case(string id)
    {
        var (request, expected) = Cases[id];
        var reply = DistributionRule.Decide(request, TestPolicy.Us, null).Value;
        var text = string.Join(' ', new[]
        {
            Show("F", reply.FamilyCents), Show("S", reply.StateCents), Show("D", reply.FederalCents), Show("M", reply.MedicaidCents), Show("A", reply.AgencyCents),
            Show("E", reply.FeeCents), Show("X", reply.FutureCents), Show("R", reply.RefundCents), $"cur{Dollars(reply.CurrentLeftCents)}",
            string.Join(' ', reply.ArrearsLeftCents.Select(a => $"{a.Key}{Dollars(a.Value)}")),
            request.Status == AssistanceStatus.Never ? "" : $"U{Dollars(reply.UnreimbursedLeftCents)}",
        }.Where(t => t.Length > 0));
        Assert.StartsWith(Normal(expected), Normal(text), StringComparison.Ordinal);
        var explained = new Explanation(Alimenta.Law.Federal.Distribution.Distribution.RuleId, "42 USC 657");
        var again = DistributionRule.Decide(request, TestPolicy.Us, explained).Value;
        Assert.Equal(reply.Parts, again.Parts);
        Assert.NotEmpty(explained.Steps);
    }

    private static string Normal(string text) => text.Replace(" U0", "", StringComparison.Ordinal);

    private static string Show(string mark, Money amount) => amount.IsZero ? "" : mark + Dollars(amount);

    private static string Dollars(Money amount) => amount.Cents % 100 == 0 ? $"{amount.Cents / 100}" : $"{amount.Cents / 100}.{amount.Cents % 100:00}";
}
