using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Disbursement;

namespace Alimenta.Bench;

/// <summary>The facts of some made-up cases, as rows.</summary>
/// <remarks>Written set-wise and without the history of a person's edits: a caseload for measuring is no office's record.</remarks>
internal sealed class CaseloadFacts(CommandContext ctx, IReadOnlyList<long> offices)
{
    private const int CasesAnOffice = 90_000;
    private static readonly string[] First = ["Adaeze", "Bram", "Clara", "Dario", "Elif", "Farid", "Greta", "Hector", "Imani", "Jonah", "Keiko", "Lars", "Mara", "Noor", "Omar", "Priya", "Rosa", "Selma", "Tadeo", "Wanda"];
    private static readonly string[] Last = ["Abara", "Brandt", "Calloway", "Dragomir", "Ekwueme", "Farrow", "Grimaldi", "Haddad", "Ibarra", "Jankowski", "Kaplan", "Lombardi", "Moreau", "Nwosu", "Okafor", "Petrov", "Quintero", "Rahimi", "Silva", "Varga"];

    private readonly List<Person> _people = [];
    private readonly List<BankAccount> _accounts = [];
    private readonly List<PayeeMethod> _methods = [];
    private readonly List<CaseFile> _cases = [];
    private readonly List<Participant> _participants = [];
    private readonly List<SupportOrder> _orders = [];
    private readonly List<Obligation> _obligations = [];
    private readonly List<ObligationTerm> _terms = [];
    private readonly List<OpeningBalance> _openings = [];
    private readonly List<AssistanceSpell> _spells = [];
    private readonly List<AssistanceGrant> _grants = [];
    private long _obligor;
    private long _circle;

    /// <summary>How many offices the cases need.</summary>
    public static int Offices(int cases) => cases / CasesAnOffice + 1;

    /// <summary>The number of a case.</summary>
    public static CaseNumber Number(int i) => CaseNumber.Make(CaseloadPlan.Began.Year, 100 + i / CasesAnOffice, i % CasesAnOffice + 1);

    /// <summary>The Social Security number of whoever pays in a case.</summary>
    public static string Ssn(int i)
    {
        var n = CaseloadPlan.SharesObligor(i) ? i - 1 : i;
        return string.Create(CultureInfo.InvariantCulture, $"{880 + n / 891_000:000}{1 + n / 9000 % 99:00}{1000 + n % 9000:0000}");
    }

    /// <summary>The last and first name of whoever pays in a case.</summary>
    public static (string Last, string First) Payor(int i)
    {
        var n = CaseloadPlan.SharesObligor(i) ? i - 1 : i;
        return (Last[n / 7 % Last.Length] + Last[n / 140 % Last.Length].ToLowerInvariant(), First[n % First.Length]);
    }

    /// <summary>Adds one case with its people, order and assistance.</summary>
    public void Add(int i)
    {
        var began = CaseloadPlan.Began;
        var (last, first) = Payor(i);
        if (!CaseloadPlan.SharesObligor(i))
        {
            _obligor = Person($"B{i:D8}1", first, last, new(1985, 1 + i % 12, 1 + i % 28), Ssn(i));
            _circle = ctx.NextId("circle");
        }

        var custodian = Person($"B{i:D8}2", First[(i + 9) % First.Length], Last[i / 3 % Last.Length], new(1987, 1 + i % 12, 1 + i % 28), null);
        var child = Person($"B{i:D8}3", First[(i + 4) % First.Length], last, new(2016, 1 + i % 12, 1 + i % 28), null);
        Deposit(custodian, i);
        var file = new CaseFile
        {
            Id = ctx.NextId<CaseFile>(), Number = Number(i).ToString(), CircleId = _circle, ObligorId = _obligor, CustodianId = custodian, Policy = "us-or", OfficeId = offices[i / CasesAnOffice], IvdType = "iv-d", OpenedOn = began,
        };
        _cases.Add(file);
        foreach (var (person, role) in new[] { (_obligor, ParticipantRole.Obligor), (custodian, ParticipantRole.Custodian), (child, ParticipantRole.Child) })
            _participants.Add(new() { Id = ctx.NextId<Participant>(), CaseId = file.Id, PersonId = person, Role = role, From = began });
        Order(file, child, i);
        Assistance(custodian, i);
    }

    /// <summary>Writes all that was added.</summary>
    public async Task WriteAsync(IEngine engine)
    {
        await Rows(_people);
        await Rows(_accounts);
        await Rows(_methods);
        await Rows(_cases);
        await Rows(_participants);
        await Rows(_orders);
        await Rows(_obligations);
        await Rows(_terms);
        await Rows(_openings);
        await Rows(_spells);
        await Rows(_grants);

        Task Rows<T>(List<T> rows)
            where T : class => engine.BulkInsertAsync(ctx.Db, BulkTable.Of<T>(ctx.Db), rows, ctx.Cancel);
    }

    private long Person(string number, string first, string last, DateOnly born, string? ssn)
    {
        var person = new Person
        {
            Id = ctx.NextId<Person>(), Number = number, First = first, Last = last, Born = born, SsnDigits = ssn, SsnStatus = ssn is null ? SsnStatus.Unverified : SsnStatus.Verified, Language = "en", SearchName = $"{last} {first}".ToUpperInvariant(),
        };
        _people.Add(person);
        return person.Id;
    }

    private void Deposit(long person, int i)
    {
        var account = new BankAccount
        {
            Id = ctx.NextId<BankAccount>(), PersonId = person, Routing = BankSettings.Demonstration.Bank.Digits, AccountNumber = $"5{i:D9}", Kind = BankAccountKind.Checking, PrenoteStatus = PrenoteStatus.Accepted, PrenoteOn = CaseloadPlan.Began, From = CaseloadPlan.Began,
        };
        _accounts.Add(account);
        _methods.Add(new() { Id = ctx.NextId<PayeeMethod>(), PersonId = person, Method = PaymentMethod.Deposit, BankAccountId = account.Id, From = CaseloadPlan.Began });
    }

    private void Order(CaseFile file, long child, int i)
    {
        var began = CaseloadPlan.Began;
        var order = new SupportOrder { Id = ctx.NextId<SupportOrder>(), CaseId = file.Id, Tribunal = "OR circuit court", Docket = $"B{i:D8}", IssuingState = "OR", SignedOn = began, EffectiveOn = began };
        _orders.Add(order);
        var obligation = new Obligation
        {
            Id = ctx.NextId<Obligation>(), OrderId = order.Id, CaseId = file.Id, NaturalKey = $"{file.Number}/1", Kind = ObligationKind.Child, SupportedPersonId = child, EndRule = EndRule.Emancipation, EndsOn = new(2034, 12, 31), EndState = "OR",
        };
        _obligations.Add(obligation);
        _terms.Add(new() { Id = ctx.NextId<ObligationTerm>(), ObligationId = obligation.Id, Amount = CaseloadPlan.Monthly(i), Frequency = Frequency.Monthly, From = began, AnchorDate = began, RecordedAt = ctx.Now });
        _openings.Add(new() { Id = ctx.NextId<OpeningBalance>(), CaseId = file.Id, ObligationId = obligation.Id, Class = "NA", Month = SupportMonth.Of(began).Previous, Amount = new(CaseloadPlan.MonthsOwed * CaseloadPlan.Monthly(i).Cents), AsOf = began, SourceDocument = "made up", Audited = true });
    }

    private void Assistance(long custodian, int i)
    {
        if (!CaseloadPlan.Assisted(i) && !CaseloadPlan.AssistedEarlier(i)) return;
        DateOnly? to = CaseloadPlan.AssistedEarlier(i) ? CaseloadPlan.Began.AddMonths(3).AddDays(-1) : null;
        var spell = new AssistanceSpell { Id = ctx.NextId<AssistanceSpell>(), Program = AssistanceProgram.Tanf, CustodianId = custodian, From = CaseloadPlan.Began, To = to, RecordedAt = ctx.Now };
        _spells.Add(spell);
        for (var month = SupportMonth.Of(CaseloadPlan.Began); month.FirstDay <= (to ?? CaseloadPlan.Today); month = month.Next)
            _grants.Add(new() { Id = ctx.NextId<AssistanceGrant>(), NaturalKey = $"B{i:D8}:{month}", SpellId = spell.Id, CustodianId = custodian, Program = AssistanceProgram.Tanf, Month = month, EffectiveOn = month.FirstDay, Amount = Money.Of(400), RecordedAt = ctx.Now });
    }
}
