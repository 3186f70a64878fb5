using System.Globalization;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Intake;
using Alimenta.Office.Orders;
using Alimenta.Office.Participants;
using Alimenta.Office.Receipts;
using Alimenta.Simulation.Tests.Books;
using Alimenta.Testing;

namespace Alimenta.Simulation.Tests.World;

/// <summary>A made-up county whose days are lived through the slices that an office uses. What is told to the office is told to the bookkeeper too.</summary>
/// <remarks>All chance comes from the seed and from what was told, never from the database, so that both engines live the same life.</remarks>
public sealed partial class SimulatedCounty(TestDatabase database, ulong seed, SupportMonth first)
{
    private static readonly Actor Clerk = new(11, "R. Osei");
    private static readonly Actor Releaser = new(12, "A. Brandt");
    private readonly Dice _dice = new(seed);
    private readonly List<string> _obligors = [];
    private readonly List<string> _custodians = [];
    private int _keys;
    private int _people;

    public AlimentaStore Store => database.Store;

    public PolicyDesk Policies { get; } = new(LawStore.BuiltIn);

    public Told Told { get; } = new();

    public DateOnly Today { get; private set; } = first.FirstDay;

    /// <summary>Opens the office and its families: one obligor with two families, one family with two obligors, and a family alone.</summary>
    public async Task OpenAsync()
    {
        var modern = first >= SupportMonth.Of(2010, 1);
        await Must(OpenOffice.RunAsync(Store, Ask(), new(104, "Alder County", "OR", "41051", Today,
            [new(SpecialPeople.State, "021000021", "100000001"), new(SpecialPeople.Federal, "021000021", "100000002"), new(SpecialPeople.Medicaid, "021000021", "100000003"), new(SpecialPeople.Agency, "021000021", "100000004")])));
        var policy = modern && _dice.Percent(50) ? "us-or" : "us";
        var (one, two) = (await ObligorAsync(), await ObligorAsync());
        var (first1, first2) = (await CustodianAsync(true), await CustodianAsync(true));
        await FamilyAsync(one, first1, policy, 2);
        await FamilyAsync(one, first2, policy, 1);
        await FamilyAsync(two, first2, policy, 1);
        await FamilyAsync(await ObligorAsync(), await CustodianAsync(false), modern && _dice.Percent(50) ? "us-or" : "us", 2);
    }

    private async Task<string> ObligorAsync()
    {
        var number = await PersonAsync("Okafor", "Daniel");
        _obligors.Add(number);
        return number;
    }

    private async Task<string> CustodianAsync(bool address)
    {
        var number = await PersonAsync("Brandt", "Lena");
        _custodians.Add(number);
        if (address) await AddressAsync(number);
        return number;
    }

    private Task AddressAsync(string person) =>
        Must(RecordAddress.RunAsync(Store, Ask(), new(person, AddressType.Residence, new("1 Elm Street", "", "Portland", "OR", "97201"), "the person", Today, true)));

    private async Task<string> PersonAsync(string last, string given, DateOnly? born = null) =>
        (await Must(RecordPerson.RunAsync(Store, Ask(), new(PersonKind.Person, new(last + Letters(++_people), given), Born: born)))).Number;

    private async Task FamilyAsync(string obligor, string custodian, string policy, int children)
    {
        var kids = new List<string>();
        for (var i = 0; i < children; i++) kids.Add(await PersonAsync("Brandt", "Mara", Today.AddYears(-4).AddDays(-_dice.Below(1000))));
        var number = (await Must(OpenCase.RunAsync(Store, Policies, Ask(), new(104, Today, obligor, custodian, kids, Policy: policy)))).Number;
        var docket = string.Create(CultureInfo.InvariantCulture, $"{Today.Year % 100}DR{Told.Cases.Count + 1}");
        await Must(EnterOrder.RunAsync(Store, Ask(), new(number, "Circuit Court", docket, "OR", Today, Today)));
        var told = new CaseTold(number, obligor, custodian, policy, []) { Order = docket };
        Told.Cases.Add(told);
        foreach (var kid in kids)
        {
            var term = Term(Today.AddDays(_dice.Below(20)));
            var last = Today.AddMonths(_dice.From(20, 60));
            var key = (await Must(EnterObligation.RunAsync(Store, Policies, Ask(), new(number, docket, ObligationKind.Child, kid, new(EndRule.Date, last), [Given(term)])))).Obligation;
            var obligation = new ObligationTold(key, kid) { LastDay = last };
            obligation.Terms.Add(term);
            told.Obligations.Add(obligation);
        }
    }

    private TermTold Term(DateOnly from)
    {
        var often = _dice.One<Often>([Often.Weekly, Often.Biweekly, Often.Semimonthly, Often.Monthly, Often.Monthly]);
        var cents = often switch { Often.Weekly => _dice.From(2_000, 9_000), Often.Biweekly => _dice.From(5_000, 18_000), Often.Semimonthly => _dice.From(5_000, 20_000), _ => _dice.From(10_000, 45_000) };
        return new(cents, often, from, null, from, _dice.From(1, 31));
    }

    private static TermGiven Given(TermTold term) => new(
        new(term.Cents), term.Often switch { Often.Weekly => Frequency.Weekly, Often.Biweekly => Frequency.Biweekly, Often.Semimonthly => Frequency.Semimonthly, _ => Frequency.Monthly },
        term.From, term.To, term.Anchor, term.Often == Often.Semimonthly ? term.SecondDay : null);

    private Asked Ask(params string[] confirmed) => new(NextKey("ask"), Clerk, "as it was told") { Confirmed = confirmed };

    private string NextKey(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{++_keys}");

    private static async Task<T> Must<T>(Task<Outcome<T>> asked)
    {
        var done = await asked;
        return done.Ok ? done.Value : throw new InvalidOperationException($"The office refused: {done}");
    }

    private static string Letters(int n) => n <= 0 ? "" : Letters((n - 1) / 26) + (char)('a' + (n - 1) % 26);
}
