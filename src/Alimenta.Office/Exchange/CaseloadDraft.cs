using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;
using Employment = Alimenta.Data.Employment;

namespace Alimenta.Office.Exchange;

/// <summary>What a caseload file adds, and what is there already that its lines name: everything by natural key.</summary>
internal sealed class CaseloadDraft(CommandContext ctx, PolicyDesk policies, ImportFaults faults, DateOnly today, ILookup<string, CaseloadRow> rows)
{
    private const int Chunk = 2_000;

    public CommandContext Ctx { get; } = ctx;

    public PolicyDesk Policies { get; } = policies;

    public ImportFaults Faults { get; } = faults;

    public DateOnly Today { get; } = today;

    public Dictionary<int, Alimenta.Data.Office> Offices { get; private set; } = [];

    public Dictionary<string, Person> People { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Employer> Employers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CaseFile> Cases { get; } = new(StringComparer.Ordinal);

    /// <summary>The same and every case met, by row number.</summary>
    public Dictionary<long, CaseFile> CasesById { get; } = [];

    public Dictionary<(string Case, string Docket), SupportOrder> Orders { get; } = [];

    public Dictionary<string, Obligation> Obligations { get; } = new(StringComparer.Ordinal);

    public Dictionary<long, List<ObligationTerm>> Terms { get; } = [];

    /// <summary>Children by case.</summary>
    public HashSet<(long Case, long Person)> Children { get; } = [];

    public HashSet<(long Obligation, string Class, SupportMonth Month)> Openings { get; } = [];

    public Dictionary<long, List<(AssistanceSpell Spell, IReadOnlyCollection<long> Members)>> Spells { get; } = [];

    /// <summary>Natural keys of adjustments, grants and receipts that are there or in the file.</summary>
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    public Dictionary<(long Person, string Routing, string Account), BankAccount> Accounts { get; } = [];

    /// <summary>Periods of one thing of one person, such as his residence, that may not overlap.</summary>
    public Dictionary<(long Person, string What), List<DatePeriod>> Periods { get; } = [];

    /// <summary>People who have a way of payment on record.</summary>
    public HashSet<long> SetUp { get; } = [];

    public Additions New { get; } = new();

    public IEnumerable<CaseloadRow> Rows(string type) => rows[type];

    /// <summary>Cases on record in which people of the file owe or are owed.</summary>
    public List<CaseFile> Met { get; } = [];

    /// <summary>What was paid for a month.</summary>
    public Dictionary<(long Custodian, AssistanceProgram Program, SupportMonth Month), Money> Granted { get; } = [];

    /// <summary>Reads the people, employers, cases and obligations that the lines name, and locks the circles that they are in.</summary>
    public async Task LoadKeysAsync()
    {
        Offices = await Ctx.Db.Offices.AsNoTracking().ToDictionaryAsync(o => o.Code, Ctx.Cancel);
        var cancel = Ctx.Cancel;
        foreach (var keys in Named("person", "number").Chunk(Chunk))
            foreach (var row in await Ctx.Db.People.AsNoTracking().Where(p => keys.Contains(p.Number)).ToListAsync(cancel)) People[row.Number] = row;
        foreach (var keys in Named("employer", "fein").Select(Participants.ContactRules.Fein).Where(f => f.Ok).Select(f => f.Value).Distinct().Chunk(Chunk))
            foreach (var row in await Ctx.Db.Employers.AsNoTracking().Where(e => keys.Contains(e.Fein)).ToListAsync(cancel)) Employers[row.Fein] = row;
        foreach (var keys in Named("obligation", "key").Chunk(Chunk))
            foreach (var row in await Ctx.Db.Obligations.AsNoTracking().Where(o => keys.Contains(o.NaturalKey)).ToListAsync(cancel)) Obligations[row.NaturalKey] = row;
        foreach (var keys in Named("case", "number").Chunk(Chunk))
            foreach (var row in await Ctx.Db.Cases.AsNoTracking().Where(c => keys.Contains(c.Number)).ToListAsync(cancel)) Cases[row.Number] = row;
        foreach (var ids in Obligations.Values.Select(o => o.CaseId).Except(Cases.Values.Select(c => c.Id)).Chunk(Chunk))
            foreach (var row in await Ctx.Db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancel)) Cases[row.Number] = row;
        var met = new HashSet<long>();
        foreach (var ids in People.Values.Select(p => p.Id).Chunk(Chunk))
            foreach (var row in await Ctx.Db.Cases.AsNoTracking().Where(c => ids.Contains(c.ObligorId) || ids.Contains(c.CustodianId)).ToListAsync(cancel))
                if (met.Add(row.Id)) Met.Add(row);
        foreach (var file in Met.Concat(Cases.Values)) CasesById[file.Id] = file;
        await Ctx.LockCirclesAsync([.. Met.Concat(Cases.Values).Select(c => c.CircleId)]);
    }

    /// <summary>Reads what the new facts must agree with, once nobody else can change it.</summary>
    public async Task LoadFactsAsync()
    {
        var cancel = Ctx.Cancel;
        foreach (var ids in Cases.Values.Select(c => c.Id).Chunk(Chunk)) await OfCasesAsync(ids);
        foreach (var ids in People.Values.Select(p => p.Id).Chunk(Chunk)) await OfPeopleAsync(ids);
        foreach (var keys in Rows("adjustment").Select(r => r.Text("key")).Distinct().Chunk(Chunk))
            Keys.UnionWith((await Ctx.Db.Adjustments.AsNoTracking().Where(a => keys.Contains(a.NaturalKey)).Select(a => a.NaturalKey).ToListAsync(cancel)).Select(k => $"adjustment {k}"));
        foreach (var keys in Rows("grant").Select(r => r.Text("key")).Distinct().Chunk(Chunk))
            Keys.UnionWith((await Ctx.Db.AssistanceGrants.AsNoTracking().Where(a => keys.Contains(a.NaturalKey)).Select(a => a.NaturalKey).ToListAsync(cancel)).Select(k => $"grant {k}"));
        foreach (var keys in Rows("receipt").Select(r => r.Text("key")).Distinct().Chunk(Chunk))
            Keys.UnionWith((await Ctx.Db.Receipts.AsNoTracking().Where(a => keys.Contains(a.NaturalKey)).Select(a => a.NaturalKey).ToListAsync(cancel)).Select(k => $"receipt {k}"));
    }

    /// <summary>The person that a field names; null with a fault when there is none.</summary>
    public Person? PersonOf(CaseloadRow row, string field)
    {
        var number = row.Text(field);
        if (People.TryGetValue(number, out var person)) return person;
        Missing(row, field, "person", number);
        return null;
    }

    /// <summary>Notes that a field names what neither the file nor the database has.</summary>
    public void Missing(CaseloadRow row, string field, string what, string key) =>
        Faults.Passes(row, new Refusal("R-IMPORT-REFERS", $"There is no {what} {key}, neither in this file nor on record.", $"Add the {what}, or correct the line; a faulty line that it names is missing too.", Field: field));

    /// <summary>Notes that a key is there already; true when it is new.</summary>
    public bool IsNew(CaseloadRow row, string what, string key, string field)
    {
        if (Keys.Add($"{what} {key}")) return true;
        return Faults.Passes(row, new Refusal("R-IMPORT-THERE", $"The {what} {key} is there already.", "Take the line out; what is on record is changed on its page.", Field: field));
    }

    /// <summary>Gives a row its number and keeps it to be written.</summary>
    public T Add<T>(List<T> list, T row)
        where T : class, IRow
    {
        row.Id = Ctx.NextId<T>();
        list.Add(row);
        return row;
    }

    /// <summary>Notes that a person's thing overlaps another of its kind; true when it does not.</summary>
    public bool Apart(CaseloadRow row, long person, string what, DatePeriod period)
    {
        if (!Faults.Passes(row, DateChecks.Backwards(period.From, period.To))) return false;
        if (!Periods.TryGetValue((person, what), out var others)) Periods[(person, what)] = others = [];
        var met = others.FindIndex(o => o.Overlaps(period));
        if (met >= 0)
            return Faults.Passes(row, new Refusal("R-IMPORT-OVERLAP", $"The person has another {what} {others[met]}.", "Give one of the two a last day before the other begins.", Field: "from"));
        others.Add(period);
        return true;
    }

    private async Task OfCasesAsync(long[] ids)
    {
        foreach (var row in await Ctx.Db.Participants.AsNoTracking().Where(p => ids.Contains(p.CaseId) && p.Role == ParticipantRole.Child).ToListAsync(Ctx.Cancel)) Children.Add((row.CaseId, row.PersonId));
        var numbers = Cases.Values.ToDictionary(c => c.Id, c => c.Number);
        foreach (var row in await Ctx.Db.Orders.AsNoTracking().Where(o => ids.Contains(o.CaseId)).ToListAsync(Ctx.Cancel)) Orders[(numbers[row.CaseId], row.Docket)] = row;
        foreach (var row in await Ctx.Db.Obligations.AsNoTracking().Where(o => ids.Contains(o.CaseId)).ToListAsync(Ctx.Cancel)) Obligations[row.NaturalKey] = row;
        foreach (var row in await Ctx.Db.ObligationTerms.AsNoTracking().Where(t => Ctx.Db.Obligations.Any(o => o.Id == t.ObligationId && ids.Contains(o.CaseId))).ToListAsync(Ctx.Cancel)) Of(Terms, row.ObligationId).Add(row);
        foreach (var row in await Ctx.Db.OpeningBalances.AsNoTracking().Where(b => ids.Contains(b.CaseId)).ToListAsync(Ctx.Cancel)) Openings.Add((row.ObligationId, row.Class, row.Month));
    }

    private async Task OfPeopleAsync(long[] ids)
    {
        var spells = await Ctx.Db.AssistanceSpells.AsNoTracking().Where(s => ids.Contains(s.CustodianId)).ToListAsync(Ctx.Cancel);
        var spellIds = spells.Select(s => s.Id).ToList();
        var members = (await Ctx.Db.SpellMembers.AsNoTracking().Where(m => spellIds.Contains(m.SpellId)).ToListAsync(Ctx.Cancel)).ToLookup(m => m.SpellId, m => m.PersonId);
        foreach (var spell in spells) Of(Spells, spell.CustodianId).Add((spell, [.. members[spell.Id]]));
        foreach (var row in await Ctx.Db.AssistanceGrants.AsNoTracking().Where(g => ids.Contains(g.CustodianId)).ToListAsync(Ctx.Cancel))
            Granted[(row.CustodianId, row.Program, row.Month)] = Granted.GetValueOrDefault((row.CustodianId, row.Program, row.Month)) + row.Amount;
        foreach (var row in await Ctx.Db.BankAccounts.AsNoTracking().Where(a => ids.Contains(a.PersonId)).ToListAsync(Ctx.Cancel)) Accounts[(row.PersonId, row.Routing, row.AccountNumber)] = row;
        foreach (var row in await Ctx.Db.PayeeMethods.AsNoTracking().Where(m => ids.Contains(m.PersonId)).ToListAsync(Ctx.Cancel))
        {
            SetUp.Add(row.PersonId);
            Of(Periods, (row.PersonId, "payment method")).Add(new(row.From, row.To));
        }

        foreach (var row in await Ctx.Db.Addresses.AsNoTracking().Where(m => ids.Contains(m.PersonId)).ToListAsync(Ctx.Cancel)) Of(Periods, (row.PersonId, $"{Naming.Snake(row.Type.ToString())} address")).Add(new(row.From, row.To));
    }

    /// <summary>Every key of a type that a line names, or is.</summary>
    private List<string> Named(string type, string key)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows[type]) keys.Add(row.Text(key));
        foreach (var line in CaseloadFormat.Types)
            foreach (var field in line.Fields.Where(f => f.Refers == type && f.Kind != FieldKind.Whole))
                foreach (var row in rows[line.Name])
                    if (field.Kind == FieldKind.Texts) keys.UnionWith(row.Texts(field.Name));
                    else if (row.Has(field.Name)) keys.Add(row.Text(field.Name));
        return [.. keys];
    }

    internal static List<TItem> Of<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}

/// <summary>The rows that a file adds, each with its number, to be written set-wise.</summary>
internal sealed class Additions
{
    public List<Alimenta.Data.Office> Offices { get; } = [];

    public List<Person> People { get; } = [];

    public List<PersonAlias> Aliases { get; } = [];

    public List<OverpaymentChoice> Choices { get; } = [];

    public List<Address> Addresses { get; } = [];

    public List<Phone> Phones { get; } = [];

    public List<Employer> Employers { get; } = [];

    public List<EmployerAlias> EmployerAliases { get; } = [];

    public List<Employment> Employments { get; } = [];

    public List<BankAccount> Accounts { get; } = [];

    public List<PayeeMethod> Methods { get; } = [];

    public List<CaseFile> Cases { get; } = [];

    public List<Participant> Participants { get; } = [];

    public List<SupportOrder> Orders { get; } = [];

    public List<Obligation> Obligations { get; } = [];

    public List<ObligationTerm> Terms { get; } = [];

    public List<OpeningBalance> Openings { get; } = [];

    public List<Adjustment> Adjustments { get; } = [];

    public List<AssistanceSpell> Spells { get; } = [];

    public List<SpellMember> Members { get; } = [];

    public List<AssistanceGrant> Grants { get; } = [];

    public List<Receipt> Receipts { get; } = [];

    /// <summary>Receipts that the earlier office paid out.</summary>
    public HashSet<long> PaidElsewhere { get; } = [];

    /// <summary>Writes them in an order in which each finds what it names.</summary>
    public async Task WriteAsync(CommandContext ctx)
    {
        await ctx.BulkAddFactsAsync(Offices);
        await ctx.BulkAddFactsAsync(People);
        await ctx.BulkAddFactsAsync(Aliases);
        await ctx.BulkAddFactsAsync(Choices);
        await ctx.BulkAddFactsAsync(Addresses);
        await ctx.BulkAddFactsAsync(Phones);
        await ctx.BulkAddFactsAsync(Employers);
        await ctx.BulkAddFactsAsync(EmployerAliases);
        await ctx.BulkAddFactsAsync(Employments);
        await ctx.BulkAddFactsAsync(Accounts);
        await ctx.BulkAddFactsAsync(Methods);
        await ctx.BulkAddFactsAsync(Cases);
        await ctx.BulkAddFactsAsync(Participants);
        await ctx.BulkAddFactsAsync(Orders);
        await ctx.BulkAddFactsAsync(Obligations);
        await ctx.BulkAddFactsAsync(Terms);
        await ctx.BulkAddFactsAsync(Openings);
        await ctx.BulkAddFactsAsync(Adjustments);
        await ctx.BulkAddFactsAsync(Spells);
        await ctx.BulkAddFactsAsync(Members);
        await ctx.BulkAddFactsAsync(Grants);
        await ctx.BulkAddAsync(Receipts);
    }
}
