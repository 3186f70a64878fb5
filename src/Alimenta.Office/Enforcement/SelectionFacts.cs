using Alimenta.Data;
using Alimenta.Law.Federal.Offset;

namespace Alimenta.Office.Enforcement;

/// <summary>An obligor with what the rule asks of him in one state.</summary>
/// <param name="Obligor">His row.</param>
/// <param name="Policy">The state's rules.</param>
/// <param name="Facts">What is known.</param>
internal sealed record SelectionFacts(long Obligor, string Policy, RemedyFacts Facts)
{
    // Support of the month that still runs is not past due. A custodian that is an agency or a state has no address to be missing.
    private const string CasesSql = """
        select c.obligor_id, c.policy, c.number, a.pa + a.ta + a.fc, a.na + a.uda + a.upa, a.ca, a.med,
            case when cp.kind <> 'person' then true else exists (select 1 from address d where d.person_id = c.custodian_id and d.valid_to is null and not d.bad) end,
            case when coalesce(op.ssn_digits, '') = '' then 'none' else op.ssn_status end, op.died is not null,
            exists (select 1 from participant m join person v on v.id = m.person_id where m.case_id = c.id and m.valid_to is null and v.family_violence)
        from case_file c join case_account a on a.case_id = c.id join person op on op.id = c.obligor_id join person cp on cp.id = c.custodian_id
        where c.obligor_id between @first and @last and c.status = 'open' order by c.obligor_id, c.policy, c.number
        """;

    private const string OpenSql = "select id, obligor_id, policy, remedy, debt, standing, reason, amount, since from remedy_selection where obligor_id between @first and @last and valid_to is null order by id";

    /// <summary>Reads all obligors of a range, and where they stand so far, in one round trip.</summary>
    public static async Task<(IReadOnlyList<SelectionFacts> Obligors, IReadOnlyList<StandingRow> Open)> ReadAsync(AlimentaDb db, ObligorRange range, CancellationToken cancel)
    {
        var ask = new Questions(db).With("@first", range.First).With("@last", range.Last);
        var cases = ask.Ask(CasesSql, r => new CaseRead(
            r.Long(), r.Text(), new() { Case = r.Text(), Assigned = r.Money(), Family = r.Money(), Conditional = r.Money(), Medical = r.Money(), CustodianAddress = r.Flag() }, r.Word<NumberStanding>(), r.Flag(), r.Flag()));
        var open = ask.Ask(OpenSql, r => new StandingRow(r.Long(), r.Long(), r.Text(), r.Word<Remedy>(), r.Word<SelectedDebt>(), r.Word<SelectionStanding>(), r.Word<SelectionReason>(), r.Money(), r.Date()));
        await ask.AnswerAsync(cancel);
        var passports = open.Where(o => o is { Remedy: Remedy.Passport, Standing: SelectionStanding.Selected }).Select(o => (o.Obligor, o.Policy)).ToHashSet();
        return ([.. cases.GroupBy(c => (c.Obligor, c.Policy)).Select(g => new SelectionFacts(g.Key.Obligor, g.Key.Policy, new()
        {
            Number = g.First().Number, Died = g.First().Died, FamilyViolence = g.Any(c => c.FamilyViolence), PassportSelected = passports.Contains(g.Key), Cases = [.. g.Select(c => c.Case)],
        }))], open);
    }

    private sealed record CaseRead(long Obligor, string Policy, RemedyCase Case, NumberStanding Number, bool Died, bool FamilyViolence);
}

/// <summary>Where an obligor stands so far.</summary>
internal sealed record StandingRow(long Id, long Obligor, string Policy, Remedy Remedy, SelectedDebt Debt, SelectionStanding Standing, SelectionReason Reason, Money Amount, DateOnly Since);
