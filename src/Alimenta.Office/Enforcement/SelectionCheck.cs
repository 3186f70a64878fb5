using Alimenta.Data;
using Alimenta.Law.Federal.Offset;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;
using Rule = Alimenta.Law.Federal.Offset.RemedySelection;

namespace Alimenta.Office.Enforcement;

/// <summary>What the rule says of one obligor in one state as things stand.</summary>
/// <param name="Policy">The state's rules.</param>
/// <param name="AsOf">The business date.</param>
/// <param name="Facts">What it was told.</param>
/// <param name="Answer">What it decided.</param>
/// <param name="Why">Its steps.</param>
public sealed record CheckedSelection(string Policy, DateOnly AsOf, RemedyFacts Facts, RemedyAnswer Answer, Explanation Why);

/// <summary>What the rule says of the obligor of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="States">For each state in which he has an open case.</param>
public sealed record ObligorChecked(string Case, IReadOnlyList<CheckedSelection> States);

/// <summary>Asks the rule of the selection about one obligor, as things stand: what the next run would decide. Nothing is changed.</summary>
public sealed class SelectionCheck(AlimentaStore store, PolicyDesk policies)
{
    private static readonly string[] States = ["us-or", "us-ny", "us-ia"];

    /// <summary>The states whose rules are in the system without a threshold for their own tax refunds: nobody is selected for those.</summary>
    public IReadOnlyList<string> StatesWithoutThreshold(DateOnly on) => [.. States.Where(s => !Rule.HasStateThreshold(policies.Law.On(on, s)))];

    /// <summary>Asks it of the obligor of a case.</summary>
    public async Task<Outcome<ObligorChecked>> AskOfCaseAsync(string number, CancellationToken cancel = default)
    {
        var known = CaseNumber.TryParse(number, out var parsed) ? parsed.ToString() : "";
        long? obligor;
        await using (var db = store.Read()) obligor = await db.Cases.Where(c => c.Number == known).Select(c => (long?)c.ObligorId).SingleOrDefaultAsync(cancel);
        return obligor is { } who ? new ObligorChecked(known, await AskAsync(who, cancel))
            : new Refusal("R-EXPLAIN-CASE", $"There is no case {number}.", "Check the number: its last digit checks the others.", Field: "case");
    }

    /// <summary>Asks it of an obligor, once for each state in which he has an open case.</summary>
    public async Task<IReadOnlyList<CheckedSelection>> AskAsync(long obligor, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var today = await db.BusinessDays.Select(d => d.Date).SingleAsync(cancel);
        var person = await db.People.SingleAsync(p => p.Id == obligor, cancel);
        var passports = await db.RemedySelections.Where(s => s.ObligorId == obligor && s.To == null && s.Remedy == Remedy.Passport && s.Standing == SelectionStanding.Selected).Select(s => s.Policy).ToListAsync(cancel);
        var files = await db.Cases.Where(c => c.ObligorId == obligor && c.Status == CaseStatus.Open).OrderBy(c => c.Number).ToListAsync(cancel);
        var read = new List<(string Policy, RemedyCase Case, bool Violence)>();
        foreach (var file in files)
        {
            if (await db.CaseAccounts.SingleOrDefaultAsync(a => a.CaseId == file.Id, cancel) is not { } owed) continue;
            var agency = await db.People.AnyAsync(p => p.Id == file.CustodianId && p.Kind != PersonKind.Person, cancel);
            var address = agency || await db.Addresses.AnyAsync(a => a.PersonId == file.CustodianId && a.To == null && !a.Bad, cancel);
            var violence = await db.Participants.AnyAsync(m => m.CaseId == file.Id && m.To == null && db.People.Any(p => p.Id == m.PersonId && p.FamilyViolence), cancel);
            read.Add((file.Policy, new() { Case = file.Number, Assigned = owed.Pa + owed.Ta + owed.Fc, Family = owed.Na + owed.Uda + owed.Upa, Conditional = owed.Ca, Medical = owed.Med, CustodianAddress = address }, violence));
        }

        return [.. read.GroupBy(r => r.Policy).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Decide(g.Key, today, new()
        {
            Number = NumberOf(person), Died = person.Died is not null, FamilyViolence = g.Any(r => r.Violence), PassportSelected = passports.Contains(g.Key), Cases = [.. g.Select(r => r.Case)],
        }))];
    }

    /// <summary>Lets the rule say why of one remedy, of facts that were kept.</summary>
    public Explanation Why(string policy, DateOnly on, Remedy remedy, RemedyFacts facts)
    {
        var why = new Explanation(Rule.RuleId, Rule.Citation);
        Rule.DecideOne(policies.Law.On(on, policy), facts, remedy switch { Remedy.FederalTaxRefund => OffsetRemedy.FederalTaxRefund, Remedy.StateTaxRefund => OffsetRemedy.StateTaxRefund, _ => OffsetRemedy.Passport }, why);
        return why;
    }

    private CheckedSelection Decide(string policy, DateOnly on, RemedyFacts facts)
    {
        var why = new Explanation(Rule.RuleId, Rule.Citation);
        return new(policy, on, facts, Rule.Decide(policies.Law.On(on, policy), facts, why), why);
    }

    private static NumberStanding NumberOf(Person person) => string.IsNullOrEmpty(person.SsnDigits) ? NumberStanding.None : person.SsnStatus switch
    {
        SsnStatus.Verified => NumberStanding.Verified,
        SsnStatus.Invalid => NumberStanding.Invalid,
        _ => NumberStanding.Unverified,
    };
}
