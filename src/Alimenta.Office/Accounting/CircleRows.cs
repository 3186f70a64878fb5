using Alimenta.Data;
using OverpaymentIntent = Alimenta.Data.OverpaymentIntent;

namespace Alimenta.Office.Accounting;

/// <summary>A case as its books need it.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Number">Its number.</param>
/// <param name="CircleId">Its circle.</param>
/// <param name="ObligorId">The row of whoever owes.</param>
/// <param name="Obligor">His number.</param>
/// <param name="CustodianId">The row of whoever is owed.</param>
/// <param name="Custodian">His number.</param>
/// <param name="Policy">The state's rules that hold for it.</param>
/// <param name="SnapMandatory">Whether the recipient must cooperate for SNAP.</param>
public sealed record CircleCase(long Id, string Number, long CircleId, long ObligorId, string Obligor, long CustodianId, string Custodian, string Policy, bool SnapMandatory);

internal readonly record struct OrderRow(long Id, long CaseId, string Docket, DateOnly? EndsOn);

internal sealed record ObligationRow(long Id, long CaseId, long OrderId, string NaturalKey, ObligationKind Kind, long? SupportedId, string Supported, string? JointGroup, DateOnly? EndsOn, bool ProratePartial);

internal readonly record struct TermRow(long ObligationId, Money Amount, Frequency Frequency, DateOnly From, DateOnly? To, DateOnly AnchorDate, int? DueDay2);

internal readonly record struct SpellRow(long Id, AssistanceProgram Program, long CustodianId, DateOnly From, DateOnly? To, long? AgencyId, string Agency);

internal readonly record struct MemberRow(long SpellId, long PersonId, string Person);

internal readonly record struct GrantRow(long CustodianId, string NaturalKey, AssistanceProgram Program, DateOnly EffectiveOn, SupportMonth Month, Money Amount);

internal readonly record struct OpeningRow(long CaseId, long ObligationId, string Class, SupportMonth Month, DateOnly AsOf, Money Amount);

internal readonly record struct AdjustmentRow(long CaseId, long ObligationId, string NaturalKey, string? Class, SupportMonth Month, DateOnly On, Money Amount);

internal readonly record struct ChoiceRow(long PersonId, OverpaymentIntent Intent, DateOnly From);

/// <summary>The rows behind the facts of many circles, read in two round trips whatever their number: the cases, then all that belongs to them. Only the columns that a play needs.</summary>
/// <remarks>The hot road of every payment and accrual: rows are read from left to right into small values, which takes a third of what tracked or whole entities take.</remarks>
internal sealed class CircleRows
{
    public List<CircleCase> Cases { get; init; } = [];

    public List<OrderRow> Orders { get; init; } = [];

    public List<ObligationRow> Obligations { get; init; } = [];

    public List<TermRow> Terms { get; init; } = [];

    public List<SpellRow> Spells { get; init; } = [];

    public List<MemberRow> Members { get; init; } = [];

    public List<GrantRow> Grants { get; init; } = [];

    public List<OpeningRow> Openings { get; init; } = [];

    public List<AdjustmentRow> Adjustments { get; init; } = [];

    public List<ChoiceRow> Choices { get; init; } = [];

    /// <summary>Reads them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="circles">The circles; one without cases has none.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<CircleRows> ReadAsync(AlimentaDb db, IReadOnlyCollection<long> circles, CancellationToken cancel)
    {
        var dialect = new Dialect(db);
        var first = new Questions(db).With("@circles", circles);
        var cases = first.Ask(
            $"""
             select c.id, c.number, c.circle_id, c.obligor_id, o.number, c.custodian_id, k.number, c.policy, c.snap_mandatory
             from case_file c join person o on o.id = c.obligor_id join person k on k.id = c.custodian_id
             where {dialect.Among("c.circle_id", "@circles")} order by c.number
             """,
            r => new CircleCase(r.Long(), r.Text(), r.Long(), r.Long(), r.Text(), r.Long(), r.Text(), r.Text(), r.Flag()));
        await first.AnswerAsync(cancel);
        if (cases.Count == 0) return new();

        var ask = new Questions(db).With("@cases", cases.Select(c => c.Id).ToList())
            .With("@custodians", cases.Select(c => c.CustodianId).Distinct().ToList()).With("@obligors", cases.Select(c => c.ObligorId).Distinct().ToList());
        var ofCases = dialect.Among("o.case_id", "@cases");
        var ofCustodians = dialect.Among("s.custodian_id", "@custodians");
        var rows = new CircleRows
        {
            Cases = cases,
            Orders = ask.Ask($"select o.id, o.case_id, o.docket, o.ends_on from support_order o where {ofCases} order by o.id", r => new OrderRow(r.Long(), r.Long(), r.Text(), r.DateOrNone())),
            Obligations = ask.Ask(
                $"""
                 select o.id, o.case_id, o.order_id, o.natural_key, o.kind, o.supported_person_id, p.number, o.joint_group, o.ends_on, o.prorate_partial
                 from obligation o left join person p on p.id = o.supported_person_id where {ofCases} order by o.natural_key
                 """,
                r => new ObligationRow(r.Long(), r.Long(), r.Long(), r.Text(), r.Word<ObligationKind>(), r.LongOrNone(), r.Text(), r.TextOrNone(), r.DateOrNone(), r.Flag())),
            Terms = ask.Ask(
                $"""
                 select t.obligation_id, t.amount, t.frequency, t.valid_from, t.valid_to, t.anchor_date, t.due_day2
                 from obligation o join obligation_term t on t.obligation_id = o.id where {ofCases} order by t.recorded_at, t.id
                 """,
                r => new TermRow(r.Long(), r.Money(), r.Word<Frequency>(), r.Date(), r.DateOrNone(), r.Date(), r.IntOrNone())),
            Spells = ask.Ask(
                $"""
                 select s.id, s.program, s.custodian_id, s.valid_from, s.valid_to, s.agency_person_id, p.number
                 from assistance_spell s left join person p on p.id = s.agency_person_id where {ofCustodians} and not s.voided order by s.valid_from, s.id
                 """,
                r => new SpellRow(r.Long(), r.Word<AssistanceProgram>(), r.Long(), r.Date(), r.DateOrNone(), r.LongOrNone(), r.Text())),
            Members = ask.Ask(
                $"""
                 select m.spell_id, m.person_id, p.number
                 from assistance_spell s join spell_member m on m.spell_id = s.id join person p on p.id = m.person_id where {ofCustodians} and not s.voided order by m.id
                 """,
                r => new MemberRow(r.Long(), r.Long(), r.Text())),
            Grants = ask.Ask(
                $"select g.custodian_id, g.natural_key, g.program, g.effective_on, g.month, g.amount from assistance_grant g where {dialect.Among("g.custodian_id", "@custodians")} order by g.id",
                r => new GrantRow(r.Long(), r.Text(), r.Word<AssistanceProgram>(), r.Date(), r.Month(), r.Money())),
            Openings = ask.Ask(
                $"select o.case_id, o.obligation_id, o.debt_class, o.month, o.as_of, o.amount from opening_balance o where {ofCases} order by o.id",
                r => new OpeningRow(r.Long(), r.Long(), r.Text(), r.Month(), r.Date(), r.Money())),
            Adjustments = ask.Ask(
                $"select o.case_id, o.obligation_id, o.natural_key, o.debt_class, o.month, o.on_day, o.amount from adjustment o where {ofCases} order by o.id",
                r => new AdjustmentRow(r.Long(), r.Long(), r.Text(), r.TextOrNone(), r.Month(), r.Date(), r.Money())),
            Choices = ask.Ask(
                $"select c.person_id, c.intent, c.valid_from from overpayment_choice c where {dialect.Among("c.person_id", "@obligors")} order by c.valid_from, c.id",
                r => new ChoiceRow(r.Long(), r.Word<OverpaymentIntent>(), r.Date())),
        };
        await ask.AnswerAsync(cancel);
        return rows;
    }

    /// <summary>Adds those of other circles.</summary>
    public void Add(CircleRows further)
    {
        Cases.AddRange(further.Cases);
        Orders.AddRange(further.Orders);
        Obligations.AddRange(further.Obligations);
        Terms.AddRange(further.Terms);
        Spells.AddRange(further.Spells);
        Members.AddRange(further.Members);
        Grants.AddRange(further.Grants);
        Openings.AddRange(further.Openings);
        Adjustments.AddRange(further.Adjustments);
        Choices.AddRange(further.Choices);
    }
}
