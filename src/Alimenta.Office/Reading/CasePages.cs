using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Term = Alimenta.Law.Federal.History.Term;

namespace Alimenta.Office.Reading;

/// <summary>Reads the page of a case, all of it in one round trip. That it was read is recorded before it is shown.</summary>
public sealed class CasePages(AlimentaStore store)
{
    private const int MostEvents = 50;
    private const int MostOthers = 50;

    /// <summary>Reads the page of a case.</summary>
    /// <param name="by">Who reads.</param>
    /// <param name="number">The case's number, with or without dashes.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome<CasePage>> ReadAsync(Actor by, string number, CancellationToken cancel = default)
    {
        if (!CaseNumber.TryParse(number, out var parsed)) return CaseAccess.Unknown(number);
        await using var db = store.Read();
        var ask = new Questions(db).With("@number", parsed.ToString()).With("@user", by.UserId);
        var heads = ask.Ask(HeadSql, Head.Read);
        var people = ask.Ask(PeopleSql, Seen.Read);
        var orders = ask.Ask(OrdersSql, r => (Id: r.Long(), Tribunal: r.Text(), Docket: r.Text(), State: r.Text(), Signed: r.Date(), Effective: r.Date(), Ends: r.DateOrNone()));
        var obligations = ask.Ask(ObligationsSql, Owed.Read);
        var terms = ask.Ask(TermsSql, r => (Obligation: r.Long(), Term: new CaseTerm(r.Money(), r.Word<Data.Frequency>(), r.Date(), r.DateOrNone(), r.Date(), r.Instant()), Second: r.IntOrNone()));
        var spells = ask.Ask(SpellsSql, r => (From: r.Date(), To: r.DateOrNone()));
        var year = ask.Ask(YearSql, r => (Charged: r.Money(), Family: r.Money(), Satisfied: r.Money()));
        var waits = ask.Ask(HeldSql, r => r.Money());
        var last = LastPayments.Ask(ask);
        var holds = ask.Ask($"{HoldLists.Select} where h.status = 'active' and {HoldLists.OfThisCase} {HoldLists.Order}", HoldLists.Read);
        var tasks = ask.Ask(TasksSql, TaskLists.Read);
        var events = ask.Ask(EventsSql, r => new EventRow(r.Date(), r.Text(), r.Text()));
        var others = ask.Ask(OthersSql, r => new OtherCase(r.Text(), r.Text(), r.Word<CaseStatus>(), r.Text(), r.Money()));
        await ask.AnswerAsync(cancel);
        if (heads.Count == 0) return CaseAccess.Unknown(number);
        var head = heads[0];
        if (head.Own)
        {
            await store.Audit.ReadAsync(by, "case.own-refused", "case", head.Number, cancel: cancel);
            return CaseAccess.Own(head.Number);
        }

        await store.Audit.ReadAsync(by, "case.read", "case", head.Number, cancel: cancel);
        var termsOf = terms.ToLookup(t => t.Obligation);
        return new CasePage
        {
            Id = head.Id, Number = head.Number, Title = $"{head.ObligorLast} / {head.CustodianLast}", Policy = head.Policy, Office = head.Office, State = head.State, Worker = head.Worker, Status = head.Status,
            IvdType = head.IvdType, OpenedOn = head.OpenedOn, ClosedOn = head.ClosedOn, AsOf = head.Today, Balances = head.Balances,
            Assistance = StatusOf(spells, head.Today),
            People = [.. people.Select(p => p.Person(head.Today))],
            Orders = [.. orders.Select(o => new CaseOrder(o.Id, o.Tribunal, o.Docket, o.State, o.Signed, o.Effective, o.Ends, [.. obligations.Where(x => x.OrderId == o.Id).Select(x => x.Obligation([.. termsOf[x.Id].Select(t => t.Term)]))]))],
            MonthlySupport = obligations.Where(o => o.IsCurrent(head.Today)).Sum(o => Monthly(o, [.. termsOf[o.Id]], head.Today)),
            LastPayment = last.Made(), ToFamilyThisYear = year[0].Family, HeldThisYear = waits[0], ChargedThisYear = year[0].Charged, SatisfiedThisYear = year[0].Satisfied,
            Holds = holds, Tasks = tasks, Events = events, OtherCases = others,
        };
    }

    /// <summary>One day of assistance makes the whole month one of assistance (our convention H3).</summary>
    private static AssistanceStatus StatusOf(IReadOnlyList<(DateOnly From, DateOnly? To)> spells, DateOnly today)
    {
        var month = SupportMonth.Of(today);
        return spells.Any(s => new DatePeriod(s.From, s.To).Touches(month)) ? AssistanceStatus.Current
            : spells.Any(s => s.From < month.FirstDay) ? AssistanceStatus.Former : AssistanceStatus.Never;
    }

    private static Money Monthly(Owed obligation, IReadOnlyList<(long, CaseTerm Term, int? Second)> terms, DateOnly today)
    {
        var composed = TermHistory.Compose([.. terms.OrderBy(t => t.Term.RecordedAt).Select(t => new Term(t.Term.Amount, (Law.Federal.History.Frequency)(int)t.Term.Frequency, new(t.Term.From, t.Term.To), t.Term.Anchor, t.Second ?? 15, obligation.Prorate))]);
        return composed.Where(t => t.Period.Contains(today)).Sum(ChargeSchedule.MonthlyEquivalent);
    }

    private const string ThisCase = "(select id from case_file where number = @number)";

    private const string HeadSql = $"""
        select c.id, c.number, c.policy, o.name, o.state, coalesce(w.display_name, ''), c.status, c.ivd_type, c.opened_on, c.closed_on,
            case when op.kind = 'person' then op.last else op.organization_name end, case when cp.kind = 'person' then cp.last else cp.organization_name end,
            a.current_due, a.na, a.pa, a.ta, a.ca, a.uda, a.upa, a.fc, a.med, coalesce((select business_date from business_day), c.opened_on), {CaseAccess.OwnSql}
        from case_file c join office o on o.id = c.office_id join person op on op.id = c.obligor_id join person cp on cp.id = c.custodian_id
            left join app_user w on w.id = c.worker_id left join case_account a on a.case_id = c.id
        where c.number = @number
        """;

    private const string PeopleSql = $"""
        select p.id, p.number, {PersonText.NameColumns}, x.role, p.born, p.died, p.ssn_digits, p.ssn_status, p.family_violence, p.language, coalesce(e.name, ''), j.valid_from,
            case when p.family_violence or d.id is null then '' else d.line1 end, d.line2, d.city, d.state, d.zip, coalesce(d.verified, p.family_violence)
        from participant x join person p on p.id = x.person_id
            left join employment j on j.id = (select j2.id from employment j2 where j2.person_id = p.id and j2.valid_to is null order by j2.valid_from desc, j2.id desc limit 1)
            left join employer e on e.id = j.employer_id
            left join address d on not p.family_violence and d.id = (select d2.id from address d2 where d2.person_id = p.id and d2.valid_to is null and not d2.bad order by d2.valid_from desc, d2.id desc limit 1)
        where x.case_id = {ThisCase} and x.valid_to is null
        order by case x.role when 'obligor' then 0 when 'custodian' then 1 when 'child' then 2 else 3 end, p.born, p.id
        """;

    private const string OrdersSql = $"select id, tribunal, docket, issuing_state, signed_on, effective_on, ends_on from support_order where case_id = {ThisCase} order by effective_on desc, id desc";

    private const string ObligationsSql = $"""
        select o.id, o.order_id, o.natural_key, o.kind, {PersonText.NameColumns}, o.ends_on, o.end_rule, coalesce(o.end_state, ''), coalesce(o.joint_group, ''), o.prorate_partial
        from obligation o left join person p on p.id = o.supported_person_id where o.case_id = {ThisCase} order by o.natural_key
        """;

    private const string TermsSql = $"""
        select t.obligation_id, t.amount, t.frequency, t.valid_from, t.valid_to, t.anchor_date, t.recorded_at, t.due_day2
        from obligation_term t join obligation o on o.id = t.obligation_id where o.case_id = {ThisCase} order by t.obligation_id, t.recorded_at desc, t.id desc
        """;

    private const string SpellsSql = "select s.valid_from, s.valid_to from assistance_spell s join case_file c on c.custodian_id = s.custodian_id where c.number = @number and s.program = 'tanf' and not s.voided";

    private static readonly string YearSql = $"""
        select cast(coalesce(sum(case when l.account = 'charged' then -l.cents else 0 end), 0) as bigint), cast(coalesce(sum(case when l.account = 'payable.family' then -l.cents else 0 end), 0) as bigint),
            cast(coalesce(sum(case when l.account in ('satisfied', 'satisfied.partner') and l.month / 12 = (select cast(substr(cast(business_date as text), 1, 4) as integer) from business_day) then l.cents else 0 end), 0) as bigint)
        from journal_line l
        where {PostedLines.OfThisCase} and l.kind in ('charge', 'distribution') and l.case_id = {ThisCase} and l.account in ('charged', 'payable.family', 'satisfied', 'satisfied.partner') and {InYear("l.effective_on")}
        """;

    // Of what the same entries made payable to the family.
    private static readonly string HeldSql = $"""
        select cast(coalesce(sum(y.amount), 0) as bigint) from payable y
        where {HeldForFamily.OfThisCase} and exists (select 1 from journal_entry e where e.key = y.entry_key and {InYear("e.effective_on")})
        """;

    private static string InYear(string day) => $"substr(cast({day} as text), 1, 4) = (select substr(cast(business_date as text), 1, 4) from business_day)";

    private const string TasksSql = $"select {TaskLists.Columns} from work_task t where t.case_id = {ThisCase} and t.done_on is null order by t.due_on, t.id";

    private static readonly string EventsSql = $"select on_day, kind, text from case_event where case_id = {ThisCase} order by on_day desc, id desc limit {MostEvents}";

    private static readonly string OthersSql = $"""
        select c.number, case when op.kind = 'person' then op.last else op.organization_name end || ' / ' || case when cp.kind = 'person' then cp.last else cp.organization_name end, c.status,
            case when c.obligor_id = me.obligor_id then 'obligor' when c.custodian_id = me.custodian_id then 'custodian' else 'circle' end,
            coalesce(a.current_due + a.na + a.pa + a.ta + a.ca + a.uda + a.upa + a.fc + a.med, 0)
        from case_file me join case_file c on c.circle_id = me.circle_id and c.id <> me.id join person op on op.id = c.obligor_id join person cp on cp.id = c.custodian_id left join case_account a on a.case_id = c.id
        where me.number = @number order by c.number limit {MostOthers}
        """;

    private sealed record Head(
        long Id, string Number, string Policy, string Office, string State, string Worker, CaseStatus Status, string IvdType, DateOnly OpenedOn, DateOnly? ClosedOn, string ObligorLast, string CustodianLast,
        CaseBalances Balances, DateOnly Today, bool Own)
    {
        public static Head Read(Row r) => new(
            r.Long(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Word<CaseStatus>(), r.Text(), r.Date(), r.DateOrNone(), r.Text(), r.Text(),
            new(r.Money(), new Dictionary<string, Money> { ["NA"] = r.Money(), ["PA"] = r.Money(), ["TA"] = r.Money(), ["CA"] = r.Money(), ["UDA"] = r.Money(), ["UPA"] = r.Money(), ["FC"] = r.Money(), ["MED"] = r.Money() }), r.Date(), r.Flag());
    }

    private sealed record Seen(
        long Id, string Number, string Name, ParticipantRole Role, DateOnly? Born, DateOnly? Died, string Ssn, SsnStatus SsnStatus, bool FamilyViolence, string Language, string Employer, DateOnly? Since, string Address, bool Verified)
    {
        public static Seen Read(Row r) => new(
            r.Long(), r.Text(), PersonText.Name(r), r.Word<ParticipantRole>(), r.DateOrNone(), r.DateOrNone(), PersonText.Masked(r.Text()), r.Word<SsnStatus>(), r.Flag(), r.Text(), r.Text(), r.DateOrNone(),
            OneLine(r.Text(), r.Text(), r.Text(), r.Text(), r.Text()), r.Flag());

        public CasePerson Person(DateOnly today) => new(
            Id, Number, Name, Role, Born, Born is { } born ? AgeOn(born, Died ?? today) : null, Died, Ssn, SsnStatus, FamilyViolence, Language, Employer, Since, FamilyViolence ? "" : Address, !FamilyViolence && Address.Length > 0 && Verified);

        private static string OneLine(string line1, string line2, string city, string state, string zip) =>
            line1.Length == 0 ? "" : string.Join(", ", new[] { line1, line2, $"{city}, {state} {zip}" }.Where(p => p.Length > 0));

        private static int AgeOn(DateOnly born, DateOnly day)
        {
            var years = day.Year - born.Year;
            return born.AddYears(years) > day ? years - 1 : years;
        }
    }

    private sealed record Owed(
        long Id, long OrderId, string Key, Data.ObligationKind Kind, string Supported, DateOnly? EndsOn, EndRule EndRule, string EndState, string JointGroup, bool Prorate)
    {
        public static Owed Read(Row r) => new(r.Long(), r.Long(), r.Text(), r.Word<Data.ObligationKind>(), PersonText.NameOrNone(r), r.DateOrNone(), r.Word<EndRule>(), r.Text(), r.Text(), r.Flag());

        public CaseObligation Obligation(IReadOnlyList<CaseTerm> terms) => new(Id, Key, Kind, Supported, EndsOn, EndRule, EndState, JointGroup, terms);

        public bool IsCurrent(DateOnly today) => Kind is Data.ObligationKind.Child or Data.ObligationKind.Spousal or Data.ObligationKind.Medical && (EndsOn is not { } end || end >= today);
    }
}
