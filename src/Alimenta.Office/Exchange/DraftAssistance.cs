using Alimenta.Data;
using Alimenta.Office.Assistance;

namespace Alimenta.Office.Exchange;

/// <summary>Assistance of a caseload file.</summary>
internal sealed class DraftAssistance(CaseloadDraft draft)
{
    public void Build()
    {
        foreach (var row in draft.Rows("spell")) Spell(row);
        foreach (var row in draft.Rows("grant")) Grant(row);
    }

    private void Spell(CaseloadRow row)
    {
        if (draft.PersonOf(row, "custodian") is not { } custodian) return;
        var program = row.Word<AssistanceProgram>("program");
        var period = new DatePeriod(row.Date("from"), row.DateOr("to"));
        if (!draft.Faults.Passes(row, DateChecks.Backwards(period.From, period.To)) || !draft.Faults.Passes(row, DateChecks.InFuture(period.From, draft.Today, "from"))) return;
        var members = new List<long>();
        foreach (var number in row.Texts("members"))
        {
            if (!draft.People.TryGetValue(number, out var person))
            {
                draft.Missing(row, "members", "person", number);
                return;
            }

            if (!members.Contains(person.Id)) members.Add(person.Id);
        }

        Person? agency = null;
        if (row.Has("agency") && (agency = draft.PersonOf(row, "agency")) is null) return;
        if (!draft.Faults.Passes(row, agency is { Kind: PersonKind.Person } ? new("R-IMPORT-AGENCY", $"{agency.Number} is a person and no agency.", "Name the agency.", Field: "agency") : null)) return;
        var there = CaseloadDraft.Of(draft.Spells, custodian.Id);
        if (!row.Flag("voided") && !draft.Faults.Passes(row, SpellRules.Overlap(program, period, members, there))) return;
        var spell = draft.Add(draft.New.Spells, new AssistanceSpell
        {
            Program = program, CustodianId = custodian.Id, From = period.From, To = period.To, AgencyPersonId = agency?.Id, RecordedAt = draft.Ctx.Now, Voided = row.Flag("voided"),
        });
        there.Add((spell, members));
        foreach (var member in members) draft.Add(draft.New.Members, new SpellMember { SpellId = spell.Id, PersonId = member, From = period.From, To = period.To });
    }

    private void Grant(CaseloadRow row)
    {
        if (draft.PersonOf(row, "custodian") is not { } custodian) return;
        var grant = new RecordGrant.Request(row.Word<AssistanceProgram>("program"), custodian.Number, row.Month("month"), row.Cents("amount_cents"), row.DateOr("effective_on"), row.TextOr("member"));
        if (!draft.Faults.Passes(row, RecordGrant.Check(grant, draft.Today))) return;
        if (RecordGrant.SpellOf(grant, CaseloadDraft.Of(draft.Spells, custodian.Id).Select(s => s.Spell)) is not { } spell)
        {
            draft.Faults.Passes(row, RecordGrant.NoSpell(grant));
            return;
        }

        Person? member = null;
        if (row.Has("member") && (member = draft.PersonOf(row, "member")) is null) return;
        var total = draft.Granted.GetValueOrDefault((custodian.Id, grant.Program, grant.Month)) + grant.Amount;
        if (!draft.Faults.Passes(row, total.IsNegative ? new("R-IMPORT-GRANT-BELOW", $"What was paid for {grant.Month.Words} comes to {total}.", "Put the payment before its correction, or correct the amount.", Field: "amount") : null)) return;
        if (!draft.IsNew(row, "grant", row.Text("key"), "key")) return;
        draft.Granted[(custodian.Id, grant.Program, grant.Month)] = total;
        draft.Add(draft.New.Grants, new AssistanceGrant
        {
            NaturalKey = row.Text("key"), SpellId = spell.Id, CustodianId = custodian.Id, Program = grant.Program, Month = grant.Month, EffectiveOn = grant.EffectiveOn ?? grant.Month.FirstDay,
            Amount = grant.Amount, MemberId = member?.Id, RecordedAt = draft.Ctx.Now,
        });
    }
}
