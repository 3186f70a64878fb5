using System.Globalization;
using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Accounting;
using PayeeAccount = Alimenta.Data.BankAccount;

namespace Alimenta.Office.Training;

/// <summary>Makes up the facts of a county: people, employers, cases under the rules of three states, orders, assistance, bank accounts. None of them exist.</summary>
internal sealed class DemoCounty(DemoOptions options)
{
    private const int EmployersPerHundredCases = 3;
    private static readonly (string Policy, string State, string Name, int Code, string Fips)[] Offices =
        [("us-or", "OR", "Alder County, Oregon rules", 104, "41051"), ("us-ny", "NY", "Hudson Bend, New York rules", 207, "36083"), ("us-ia", "IA", "Prairie Junction, Iowa rules", 311, "19153")];

    private readonly Dice _dice = new((ulong)options.Seed);
    private readonly List<DemoFamily> _families = [];
    private readonly List<DemoEmployer> _employers = [];

    public IReadOnlyList<DemoFamily> Families => _families;

    public IReadOnlyList<DemoEmployer> Employers => _employers;

    /// <summary>The month in which the history begins.</summary>
    public SupportMonth Start => SupportMonth.Of(options.Date).Plus(-options.Months);

    public async Task SetUpAsync(CommandContext ctx)
    {
        await SpecialPeople.EnsureAsync(ctx);
        await ctx.FlushAsync();
        if (ctx.Db.BusinessDays.SingleOrDefault() is { } day) day.Date = Start.FirstDay;
        else ctx.Add(new BusinessDay { Date = Start.FirstDay });
        foreach (var (_, state, name, code, fips) in Offices) ctx.Add(new Alimenta.Data.Office { Code = code, Name = name, State = state, Fips = fips });
        foreach (var person in ctx.Db.People.Where(p => p.Number.StartsWith("A-")).OrderBy(p => p.Id).ToList()) Deposit(ctx, person.Id, Start.FirstDay, $"9{person.Id:D8}");
        var count = Math.Max(3, options.Cases * EmployersPerHundredCases / 100);
        for (var i = 0; i < count; i++)
        {
            var employer = new DemoEmployer((930_000_000 + i).ToString(CultureInfo.InvariantCulture), $"{MadeUpNames.Brands[i % MadeUpNames.Brands.Length]} {MadeUpNames.Works[i / MadeUpNames.Brands.Length % MadeUpNames.Works.Length]}", Bank(i));
            _employers.Add(employer);
            ctx.Add(new Employer { Fein = employer.Fein, Name = employer.Name, SearchName = employer.Name.ToUpperInvariant(), Line1 = $"{i + 1} {_dice.One(MadeUpNames.Streets)} Road", City = "Riverton", State = "OR", Zip = "97000" });
        }
    }

    /// <summary>Makes up some families.</summary>
    public async Task AddFamiliesAsync(CommandContext ctx, int first, int count, IReadOnlyDictionary<int, long> offices, IReadOnlyDictionary<string, long> employers)
    {
        for (var i = first; i < first + count; i++) Family(ctx, i, offices, employers);
        await ctx.FlushAsync();
    }

    private void Family(CommandContext ctx, int i, IReadOnlyDictionary<int, long> offices, IReadOnlyDictionary<string, long> employers)
    {
        var office = Offices[i % 20 < 8 ? 0 : i % 20 < 15 ? 1 : 2];
        var begins = Start.Plus(_dice.Percent(70) ? 0 : _dice.Below(Math.Max(1, options.Months - 2))).FirstDay;
        var last = _dice.One(MadeUpNames.Last);
        var obligor = Person(ctx, $"P{i:D6}1", _dice.One(MadeUpNames.First), last, new(1976 + _dice.Below(26), _dice.From(1, 12), _dice.From(1, 28)), Ssn(i * 2));
        var custodianLast = _dice.One(MadeUpNames.Last);
        var custodian = Person(ctx, $"P{i:D6}2", _dice.One(MadeUpNames.First), custodianLast, new(1978 + _dice.Below(26), _dice.From(1, 12), _dice.From(1, 28)), Ssn(i * 2 + 1), _dice.Percent(6));
        var children = Enumerable.Range(0, _dice.Percent(55) ? 1 : _dice.Percent(70) ? 2 : 3)
            .Select(n => Person(ctx, $"P{i:D6}{n + 3}", _dice.One(MadeUpNames.First), custodianLast, new(options.Date.Year - _dice.From(2, 15), _dice.From(1, 12), _dice.From(1, 28)), null)).ToList();
        Address(ctx, obligor.Id, begins, office.State);
        if (!_dice.Percent(2)) Address(ctx, custodian.Id, begins, office.State);
        Paying(ctx, custodian.Id, begins, i);

        var number = CaseNumber.Make(begins.Year, office.Code, i + 1).ToString();
        var file = ctx.Add(new CaseFile { Number = number, ObligorId = obligor.Id, CustodianId = custodian.Id, Policy = office.Policy, OfficeId = offices[office.Code], IvdType = "iv-d", Status = CaseStatus.Open, OpenedOn = begins });
        file.CircleId = ctx.NextId("circle");
        Role(ctx, file.Id, obligor.Id, ParticipantRole.Obligor, begins);
        Role(ctx, file.Id, custodian.Id, ParticipantRole.Custodian, begins);
        foreach (var child in children) Role(ctx, file.Id, child.Id, ParticipantRole.Child, begins);
        var due = Order(ctx, file, children, begins, office.State);
        Assistance(ctx, custodian.Id, children, begins, i);
        var employer = _dice.Below(_employers.Count);
        ctx.Add(new Employment { PersonId = obligor.Id, EmployerId = employers[_employers[employer].Fein], From = begins, Source = "new hire report" });
        var habit = _dice.Below(100);
        _families.Add(new(file.Id, number, office.Policy, obligor.SsnDigits!, last, obligor.First, employer, due, _dice.Percent(60), habit, begins, !_dice.Percent(10)));
    }

    private Money Order(CommandContext ctx, CaseFile file, List<Person> children, DateOnly begins, string state)
    {
        var order = ctx.Add(new SupportOrder { CaseId = file.Id, Tribunal = $"{state} circuit court", Docket = $"{begins.Year % 100:00}DR{file.Id:D5}", IssuingState = state, SignedOn = begins.AddDays(-12), EffectiveOn = begins });
        var monthly = Money.Zero;
        for (var n = 0; n < children.Count; n++)
        {
            var amount = Money.Of(_dice.From(110, 420), _dice.Percent(30) ? _dice.Below(100) : 0);
            var adult = Days.Birthday(children[n].Born!.Value, children[n].Born!.Value.Year + (state == "NY" ? 21 : 18));
            Obligation(ctx, file, order, $"{n + 1}", ObligationKind.Child, children[n].Id, amount, begins, EndRule.Emancipation, adult.AddDays(-1), state);
            monthly += amount;
        }

        if (_dice.Percent(8)) monthly += Add(ObligationKind.Medical, "M", Money.Of(_dice.From(30, 90)));
        if (_dice.Percent(5)) monthly += Add(ObligationKind.Spousal, "S", Money.Of(_dice.From(150, 500)));
        return monthly;

        Money Add(ObligationKind kind, string suffix, Money amount)
        {
            Obligation(ctx, file, order, suffix, kind, null, amount, begins, EndRule.Date, begins.AddYears(6), state);
            return amount;
        }
    }

    private static void Obligation(CommandContext ctx, CaseFile file, SupportOrder order, string suffix, ObligationKind kind, long? supported, Money amount, DateOnly begins, EndRule rule, DateOnly ends, string state)
    {
        var row = ctx.Add(new Obligation { OrderId = order.Id, CaseId = file.Id, NaturalKey = $"{file.Number}/{suffix}", Kind = kind, SupportedPersonId = supported, EndRule = rule, EndsOn = ends, EndState = state });
        ctx.Add(new ObligationTerm { ObligationId = row.Id, Amount = amount, Frequency = Frequency.Monthly, From = begins, AnchorDate = begins, RecordedAt = ctx.Now });
    }

    private void Assistance(CommandContext ctx, long custodian, List<Person> children, DateOnly begins, int i)
    {
        var roll = _dice.Below(100);
        if (roll >= 30) return;
        var from = SupportMonth.Of(begins).Plus(_dice.Below(4));
        DateOnly? to = roll < 12 ? null : from.Plus(_dice.From(2, 14)).LastDay;
        if (to >= options.Date) to = null;
        var spell = ctx.Add(new AssistanceSpell { Program = AssistanceProgram.Tanf, CustodianId = custodian, From = from.FirstDay, To = to, RecordedAt = ctx.Now });
        foreach (var child in children) ctx.Add(new SpellMember { SpellId = spell.Id, PersonId = child.Id, From = from.FirstDay });
        var grant = Money.Of(_dice.From(230, 620));
        for (var month = from; month.FirstDay <= (to ?? options.Date); month = month.Next)
            ctx.Add(new AssistanceGrant { NaturalKey = $"{i:D6}:{month}", SpellId = spell.Id, CustodianId = custodian, Program = AssistanceProgram.Tanf, Month = month, EffectiveOn = month.FirstDay, Amount = grant, RecordedAt = ctx.Now });
    }

    private void Paying(CommandContext ctx, long custodian, DateOnly begins, int i)
    {
        var roll = _dice.Below(100);
        if (roll < 70) Deposit(ctx, custodian, begins, $"4{i:D8}");
        else if (roll < 88)
        {
            var card = ctx.Add(new PayeeAccount { PersonId = custodian, Routing = Bank(5).Digits, AccountNumber = $"77{i:D10}", Kind = BankAccountKind.Card, PrenoteStatus = PrenoteStatus.Accepted, From = begins });
            ctx.Add(new PayeeMethod { PersonId = custodian, Method = PaymentMethod.Card, BankAccountId = card.Id, From = begins });
        }
        else ctx.Add(new PayeeMethod { PersonId = custodian, Method = PaymentMethod.Warrant, From = begins });
    }

    private static void Deposit(CommandContext ctx, long person, DateOnly from, string number)
    {
        var account = ctx.Add(new PayeeAccount { PersonId = person, Routing = Bank((int)(person % 7)).Digits, AccountNumber = number, Kind = person % 4 == 0 ? BankAccountKind.Savings : BankAccountKind.Checking, PrenoteStatus = PrenoteStatus.Accepted, PrenoteOn = from, From = from });
        ctx.Add(new PayeeMethod { PersonId = person, Method = PaymentMethod.Deposit, BankAccountId = account.Id, From = from });
    }

    private void Address(CommandContext ctx, long person, DateOnly from, string state) => ctx.Add(new Address
    {
        PersonId = person, Type = AddressType.Residence, Line1 = $"{_dice.From(10, 9900)} {_dice.One(MadeUpNames.Streets)} Street", City = "Riverton", State = state, Zip = $"{_dice.From(10000, 99000)}", Source = "parent", From = from, Verified = _dice.Percent(80),
    });

    private static void Role(CommandContext ctx, long file, long person, ParticipantRole role, DateOnly from) => ctx.Add(new Participant { CaseId = file, PersonId = person, Role = role, From = from });

    private static Person Person(CommandContext ctx, string number, string first, string last, DateOnly born, string? ssn, bool violence = false) => ctx.Add(new Person
    {
        Number = number, Kind = PersonKind.Person, First = first, Last = last, Born = born, SsnDigits = ssn, SsnStatus = ssn is null ? SsnStatus.Unverified : SsnStatus.Verified, FamilyViolence = violence, Language = "en", SearchName = $"{last} {first}".ToUpperInvariant(),
    });

    /// <summary>A number of valid form. It is counted up, so no two people share one.</summary>
    private static string Ssn(int n) => string.Create(CultureInfo.InvariantCulture, $"{880 + n / 9_000_000:000}{1 + n / 9000 % 99:00}{1000 + n % 9000:0000}");

    /// <summary>A made-up routing number whose check digit is right.</summary>
    private static AbaRouting Bank(int i)
    {
        var eight = string.Create(CultureInfo.InvariantCulture, $"{3000 + i % 90:0000}9900");
        eight = "12" + eight[2..];
        return AbaRouting.TryParse(eight + AbaRouting.CheckDigit(eight), out var routing) ? routing : throw new InvalidOperationException("A made-up routing number does not check.");
    }
}
