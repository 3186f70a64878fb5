using Alimenta.Data;
using Alimenta.Office.Orders;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Exchange;

/// <summary>Cases, orders, obligations, debts and assistance of a caseload file.</summary>
internal sealed class ExportCases(AlimentaDb db, CaseloadWriter writer, CancellationToken cancel)
{
    private const int SpellsAtOnce = 1_000;

    public async Task WriteAsync()
    {
        await CasesAsync();
        await OrdersAsync();
        await TermsAsync();
        await DebtsAsync();
        await AssistanceAsync();
    }

    private async Task CasesAsync()
    {
        await EachAsync(
            db.Cases.OrderBy(c => c.Id).Select(c => new
            {
                Row = c, Office = db.Offices.Where(o => o.Id == c.OfficeId).Select(o => o.Code).First(), Obligor = db.People.Where(p => p.Id == c.ObligorId).Select(p => p.Number).First(),
                Custodian = db.People.Where(p => p.Id == c.CustodianId).Select(p => p.Number).First(),
            }),
            x => writer.LineAsync("case", f =>
            {
                f.Text("number", x.Row.Number).Whole("office", x.Office).Text("obligor", x.Obligor).Text("custodian", x.Custodian).Text("policy", x.Row.Policy).Text("ivd_type", x.Row.IvdType);
                if (x.Row.Status != CaseStatus.Open) f.Word("status", x.Row.Status);
                f.Flag("snap_mandatory", x.Row.SnapMandatory).Date("opened_on", x.Row.OpenedOn).Date("closed_on", x.Row.ClosedOn);
            }));
        await EachAsync(
            db.Participants.Join(db.Cases, p => p.CaseId, c => c.Id, (p, c) => new { Row = p, Case = c.Number, c.OpenedOn })
                .Where(x => (x.Row.Role != ParticipantRole.Obligor && x.Row.Role != ParticipantRole.Custodian) || x.Row.From != x.OpenedOn || x.Row.To != null)
                .OrderBy(x => x.Row.Id).Select(x => new { x.Row, x.Case, Person = db.People.Where(p => p.Id == x.Row.PersonId).Select(p => p.Number).First() }),
            x => writer.LineAsync("participant", f => f.Text("case", x.Case).Text("person", x.Person).Word("role", x.Row.Role).Date("from", x.Row.From).Date("to", x.Row.To)));
    }

    private async Task OrdersAsync()
    {
        await EachAsync(
            db.Orders.OrderBy(o => o.Id).Select(o => new { Row = o, Case = db.Cases.Where(c => c.Id == o.CaseId).Select(c => c.Number).First() }),
            x => writer.LineAsync("order", f => f.Text("case", x.Case).Text("docket", x.Row.Docket).Text("tribunal", x.Row.Tribunal).Text("issuing_state", x.Row.IssuingState)
                .Date("signed_on", x.Row.SignedOn).Date("effective_on", x.Row.EffectiveOn).Date("ends_on", x.Row.EndsOn)));
        await EachAsync(
            db.Obligations.OrderBy(o => o.Id).Select(o => new
            {
                Row = o, Case = db.Cases.Where(c => c.Id == o.CaseId).Select(c => c.Number).First(), Docket = db.Orders.Where(s => s.Id == o.OrderId).Select(s => s.Docket).First(),
                Supported = db.People.Where(p => p.Id == o.SupportedPersonId).Select(p => p.Number).FirstOrDefault(),
            }),
            x => writer.LineAsync("obligation", f => f.Text("key", x.Row.NaturalKey).Text("case", x.Case).Text("docket", x.Docket).Word("kind", x.Row.Kind).Text("supported", x.Supported).Text("joint_group", x.Row.JointGroup)
                .Flag("secondary", x.Row.Secondary).Word("end_rule", x.Row.EndRule).Text("end_state", x.Row.EndState).Text("end_event", x.Row.EndEvent).Date("ends_on", x.Row.EndsOn)
                .Flag("prorate_partial", x.Row.ProratePartial).Flag("direct_to_medicaid", x.Row.DirectToMedicaid)));
    }

    /// <summary>Terms of an obligation in the order in which they became known: the later holds where two lie over each other, and says so.</summary>
    private async Task TermsAsync()
    {
        var before = new List<ObligationTerm>();
        await EachAsync(
            db.ObligationTerms.OrderBy(t => t.ObligationId).ThenBy(t => t.RecordedAt).ThenBy(t => t.Id).Select(t => new { Row = t, Obligation = db.Obligations.Where(o => o.Id == t.ObligationId).Select(o => o.NaturalKey).First() }),
            x =>
            {
                if (before.Count > 0 && before[0].ObligationId != x.Row.ObligationId) before.Clear();
                var t = x.Row;
                var change = !t.Amount.IsZero && TermRules.Overlap(x.Obligation, before, new(t.Amount, t.Frequency, t.From, t.To)) is not null;
                before.Add(t);
                return writer.LineAsync("term", f => f.Text("obligation", x.Obligation).Cents("amount_cents", t.Amount).Word("frequency", t.Frequency).Date("from", t.From).Date("to", t.To)
                    .Date("due_on", t.AnchorDate == t.From ? null : t.AnchorDate).Whole("due_day2", t.DueDay2).Flag("change", change));
            });
    }

    private async Task DebtsAsync()
    {
        await EachAsync(
            db.OpeningBalances.OrderBy(b => b.Id).Select(b => new { Row = b, Obligation = db.Obligations.Where(o => o.Id == b.ObligationId).Select(o => o.NaturalKey).First() }),
            x => writer.LineAsync("opening_balance", f => f.Text("obligation", x.Obligation).Text("class", x.Row.Class).Month("month", x.Row.Month).Cents("amount_cents", x.Row.Amount).Date("as_of", x.Row.AsOf)
                .Text("source_document", x.Row.SourceDocument).Flag("audited", x.Row.Audited)));
        await EachAsync(
            db.Adjustments.OrderBy(a => a.Id).Select(a => new { Row = a, Obligation = db.Obligations.Where(o => o.Id == a.ObligationId).Select(o => o.NaturalKey).First() }),
            x => writer.LineAsync("adjustment", f => f.Text("key", x.Row.NaturalKey).Text("obligation", x.Obligation).Cents("amount_cents", x.Row.Amount).Text("class", x.Row.Class).Month("month", x.Row.Month)
                .Date("on", x.Row.On).Text("reason", x.Row.Reason)));
    }

    private async Task AssistanceAsync()
    {
        var after = 0L;
        while (true)
        {
            var spells = await db.AssistanceSpells.Where(s => s.Id > after).OrderBy(s => s.Id).Take(SpellsAtOnce).Select(s => new
            {
                Row = s, Custodian = db.People.Where(p => p.Id == s.CustodianId).Select(p => p.Number).First(), Agency = db.People.Where(p => p.Id == s.AgencyPersonId).Select(p => p.Number).FirstOrDefault(),
            }).ToListAsync(cancel);
            if (spells.Count == 0) break;
            var ids = spells.Select(s => s.Row.Id).ToList();
            var members = (await db.SpellMembers.Where(m => ids.Contains(m.SpellId)).OrderBy(m => m.Id).Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { m.SpellId, p.Number, m.Id }).OrderBy(m => m.Id).ToListAsync(cancel))
                .ToLookup(m => m.SpellId, m => m.Number);
            foreach (var x in spells)
            {
                await writer.LineAsync("spell", f => f.Word("program", x.Row.Program).Text("custodian", x.Custodian).Date("from", x.Row.From).Date("to", x.Row.To).Texts("members", [.. members[x.Row.Id]])
                    .Text("agency", x.Agency).Flag("voided", x.Row.Voided));
            }

            after = ids[^1];
        }

        await EachAsync(
            db.AssistanceGrants.OrderBy(g => g.Id).Select(g => new
            {
                Row = g, Custodian = db.People.Where(p => p.Id == g.CustodianId).Select(p => p.Number).First(), Member = db.People.Where(p => p.Id == g.MemberId).Select(p => p.Number).FirstOrDefault(),
            }),
            x => writer.LineAsync("grant", f => f.Text("key", x.Row.NaturalKey).Word("program", x.Row.Program).Text("custodian", x.Custodian).Month("month", x.Row.Month).Cents("amount_cents", x.Row.Amount)
                .Date("effective_on", x.Row.EffectiveOn == x.Row.Month.FirstDay ? null : x.Row.EffectiveOn).Text("member", x.Member)));
    }

    private async Task EachAsync<T>(IQueryable<T> rows, Func<T, Task> write)
    {
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel)) await write(row);
    }
}
