using Alimenta.Data;
using Alimenta.Ledger;

namespace Alimenta.Office.Reading;

/// <summary>A run of assistance of the family.</summary>
/// <param name="Id">The run.</param>
/// <param name="Program">The programme.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day; null while it runs.</param>
/// <param name="Members">Whose needs it meets.</param>
/// <param name="Voided">Recorded in error: it counts as never there.</param>
/// <param name="RecordedAt">When it became known.</param>
/// <param name="Granted">What was paid in it.</param>
/// <param name="Months">In how many months.</param>
public sealed record SpellRow(long Id, AssistanceProgram Program, DateOnly From, DateOnly? To, IReadOnlyList<string> Members, bool Voided, DateTime RecordedAt, Money Granted, int Months);

/// <summary>What was paid for a month.</summary>
public sealed record GrantRow(AssistanceProgram Program, SupportMonth Month, DateOnly EffectiveOn, Money Amount);

/// <summary>A debt taken over from an earlier record.</summary>
public sealed record OpeningRow(string Obligation, string Class, SupportMonth Month, Money Amount, DateOnly AsOf, string SourceDocument, bool Audited);

/// <summary>A decision that raised or lowered a debt.</summary>
public sealed record AdjustmentRow(string Obligation, string Class, SupportMonth Month, Money Amount, DateOnly On, string Reason);

/// <summary>Assistance of a case's family, and what was brought into its books by hand.</summary>
/// <param name="Spells">Runs of assistance, the latest first.</param>
/// <param name="Grants">What was paid month by month, the latest first.</param>
/// <param name="Unreimbursed">Cash assistance (title IV-A) of the custodian that is not reimbursed yet.</param>
/// <param name="Openings">Opening balances.</param>
/// <param name="Adjustments">Decisions.</param>
public sealed record CaseAssistance(IReadOnlyList<SpellRow> Spells, IReadOnlyList<GrantRow> Grants, Money Unreimbursed, IReadOnlyList<OpeningRow> Openings, IReadOnlyList<AdjustmentRow> Adjustments);

/// <summary>Reads the assistance, opening balances and adjustments of a case in one round trip.</summary>
public sealed class CaseAssistances(AlimentaStore store)
{
    private const string Custodian = "(select custodian_id from case_file where number = @number)";
    private const string Case = "(select id from case_file where number = @number)";

    /// <summary>Reads them. The case must have been read by the same person before: that decides whether he may.</summary>
    public async Task<CaseAssistance> ReadAsync(CasePage page, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@number", page.Number);
        var spells = ask.Ask(
            $"""
             select s.id, s.program, s.valid_from, s.valid_to, s.voided, s.recorded_at, cast(coalesce((select sum(g.amount) from assistance_grant g where g.custodian_id = s.custodian_id and g.spell_id = s.id), 0) as bigint),
                 (select count(distinct g.month) from assistance_grant g where g.custodian_id = s.custodian_id and g.spell_id = s.id)
             from assistance_spell s where s.custodian_id = {Custodian} order by s.valid_from desc, s.id desc
             """,
            r => new SpellRow(r.Long(), r.Word<AssistanceProgram>(), r.Date(), r.DateOrNone(), [], r.Flag(), r.Instant(), r.Money(), r.Int()));
        var members = ask.Ask(
            $"select m.spell_id, {PersonText.NameColumns} from spell_member m join person p on p.id = m.person_id join assistance_spell s on s.id = m.spell_id where s.custodian_id = {Custodian} order by p.born, p.id",
            r => (Spell: r.Long(), Name: PersonText.Name(r)));
        var grants = ask.Ask(
            $"select program, month, effective_on, amount from assistance_grant where custodian_id = {Custodian} order by month desc, id desc",
            r => new GrantRow(r.Word<AssistanceProgram>(), r.Month(), r.Date(), r.Money()));
        var unreimbursed = ask.Ask($"select cast(coalesce(sum(l.cents), 0) as bigint) from journal_line l where {PostedLines.OfThisCase} and l.person_id = {Custodian} and l.account = '{Accounts.UraTanf.Code}'", r => r.Money());
        var openings = ask.Ask(
            $"select o.natural_key, b.debt_class, b.month, b.amount, b.as_of, b.source_document, b.audited from opening_balance b join obligation o on o.id = b.obligation_id where b.case_id = {Case} order by b.as_of, b.id",
            r => new OpeningRow(r.Text(), r.Text(), r.Month(), r.Money(), r.Date(), r.Text(), r.Flag()));
        var adjustments = ask.Ask(
            $"select o.natural_key, coalesce(a.debt_class, ''), a.month, a.amount, a.on_day, a.reason from adjustment a join obligation o on o.id = a.obligation_id where a.case_id = {Case} order by a.on_day desc, a.id desc",
            r => new AdjustmentRow(r.Text(), r.Text(), r.Month(), r.Money(), r.Date(), r.Text()));
        await ask.AnswerAsync(cancel);
        var membersOf = members.ToLookup(m => m.Spell, m => m.Name);
        return new([.. spells.Select(s => s with { Members = [.. membersOf[s.Id]] })], grants, unreimbursed[0], openings, adjustments);
    }
}
