using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Orders;
using Alimenta.Office.Participants;

namespace Alimenta.Office.Exchange;

/// <summary>Orders, obligations, terms, balances and corrections of a caseload file.</summary>
internal sealed class DraftOrders(CaseloadDraft draft)
{
    private const int MostKey = 60;
    private readonly Dictionary<long, SupportOrder> _orders = [];

    /// <summary>Lines of corrections, for what the play of the books says of them.</summary>
    public Dictionary<string, CaseloadRow> Adjusted { get; } = new(StringComparer.Ordinal);

    public void BuildOrders()
    {
        foreach (var row in draft.Rows("order")) Order(row);
        foreach (var order in draft.Orders.Values) _orders[order.Id] = order;
        foreach (var row in draft.Rows("obligation")) Obligation(row);
        foreach (var row in draft.Rows("term")) Term(row);
    }

    /// <summary>After assistance, which assigned debt rests on.</summary>
    public void BuildDebts()
    {
        foreach (var row in draft.Rows("opening_balance")) Opening(row);
        foreach (var row in draft.Rows("adjustment")) Adjustment(row);
    }

    private void Order(CaseloadRow row)
    {
        if (CaseOf(row) is not { } file) return;
        var order = new EnterOrder.Request(file.Number, NameText.Clean(row.Text("tribunal")), NameText.Clean(row.Text("docket")), row.Text("issuing_state"), row.Date("signed_on"), row.Date("effective_on"), row.DateOr("ends_on"));
        if (!draft.Faults.Passes(row, EnterOrder.Check(order, draft.Today))) return;
        if (draft.Orders.ContainsKey((file.Number, order.Docket)))
        {
            draft.Faults.Passes(row, new("R-IMPORT-ORDER-THERE", $"Case {file.Number} has an order {order.Docket} already.", "Take the line out, or give the order its own number.", Field: "docket"));
            return;
        }

        draft.Orders[(file.Number, order.Docket)] = draft.Add(draft.New.Orders, new SupportOrder
        {
            CaseId = file.Id, Tribunal = order.Tribunal, Docket = order.Docket, IssuingState = order.IssuingState, SignedOn = order.SignedOn, EffectiveOn = order.EffectiveOn, EndsOn = order.EndsOn,
        });
    }

    private void Obligation(CaseloadRow row)
    {
        var key = row.Text("key");
        if (CaseOf(row) is not { } file) return;
        if (!draft.Faults.Passes(row, Key(key))) return;
        if (draft.Obligations.ContainsKey(key))
        {
            draft.Faults.Passes(row, new("R-IMPORT-OBLIGATION-THERE", $"Obligation {key} is there already.", "Take the line out; what is on record is changed on the case's page.", Field: "key"));
            return;
        }

        var docket = NameText.Clean(row.Text("docket"));
        if (!draft.Orders.TryGetValue((file.Number, docket), out var order))
        {
            draft.Missing(row, "docket", $"order of case {file.Number} with the number", docket);
            return;
        }

        var kind = row.Word<ObligationKind>("kind");
        Person? supported = null;
        if (row.Has("supported") && (supported = draft.PersonOf(row, "supported")) is null) return;
        if (!draft.Faults.Passes(row, Supported(kind, supported, file))) return;
        var end = End(row, kind, supported, order);
        if (!draft.Faults.Passes(row, end.Refusal)) return;
        draft.Obligations[key] = draft.Add(draft.New.Obligations, new Obligation
        {
            OrderId = order.Id, CaseId = file.Id, NaturalKey = key, Kind = kind, SupportedPersonId = supported?.Id, JointGroup = row.TextOr("joint_group"), Secondary = row.Flag("secondary"),
            EndRule = row.Word<EndRule>("end_rule"), EndsOn = end.Value, EndState = row.TextOr("end_state"), EndEvent = NameText.Clean(row.Text("end_event")),
            ProratePartial = row.Flag("prorate_partial"), DirectToMedicaid = row.Flag("direct_to_medicaid"),
        });
    }

    private Outcome<DateOnly?> End(CaseloadRow row, ObligationKind kind, Person? supported, SupportOrder order)
    {
        var rule = row.Word<EndRule>("end_rule");
        if (rule == EndRule.Emancipation && row.DateOr("ends_on") is { } known) return (DateOnly?)known;
        try
        {
            return EndRules.LastDay(draft.Policies, new(rule, row.DateOr("ends_on"), row.TextOr("end_state"), row.Text("end_event"), row.Flag("attending_school"), row.DateOr("school_ends_on")), kind, supported, order.EffectiveOn);
        }
        catch (LawNotCovered gap)
        {
            return gap.ToRefusal();
        }
    }

    private Refusal? Supported(ObligationKind kind, Person? supported, CaseFile file) => kind switch
    {
        // Records from elsewhere may not say whom support is for; the family stands in for it.
        _ when supported is null => null,
        ObligationKind.Spousal => supported.Id == file.CustodianId ? null : new("R-IMPORT-SPOUSE", $"Person {supported.Number} is not the custodian of case {file.Number}.", "Spousal support is owed to the case's custodian.", Field: "supported"),
        _ => draft.Children.Contains((file.Id, supported.Id)) ? null : new("R-IMPORT-CHILD", $"Person {supported.Number} is not a child of case {file.Number}.", "Add the child to the case.", Field: "supported"),
    };

    private void Term(CaseloadRow row)
    {
        if (ObligationOf(row) is not { } obligation) return;
        var term = new TermGiven(row.Cents("amount_cents"), row.Word<Frequency>("frequency"), row.Date("from"), row.DateOr("to"), row.DateOr("due_on"), row.WholeOr("due_day2"));
        var there = CaseloadDraft.Of(draft.Terms, obligation.Id);
        // Nothing due for a time is a suspension: it has dates and no amount.
        if (!draft.Faults.Passes(row, term.Amount.IsZero ? DateChecks.Backwards(term.From, term.To) : TermRules.Check(term, draft.Today))) return;
        if (!draft.Faults.Passes(row, EnterObligation.BeforeOrder(term, _orders[obligation.OrderId]))) return;
        if (!row.Flag("change") && !draft.Faults.Passes(row, TermRules.Overlap(obligation.NaturalKey, there, term))) return;
        there.Add(draft.Add(draft.New.Terms, TermRules.Row(obligation.Id, term, draft.Ctx.Now)));
    }

    private void Opening(CaseloadRow row)
    {
        if (ObligationOf(row) is not { } obligation) return;
        var file = draft.CasesById[obligation.CaseId];
        var balance = new RecordOpeningBalance.Request(obligation.NaturalKey, row.Text("class"), row.Month("month"), row.Cents("amount_cents"), row.Date("as_of"), row.Text("source_document"));
        if (!draft.Faults.Passes(row, RecordOpeningBalance.Check(balance, draft.Today))) return;
        if (!draft.Faults.Passes(row, RecordOpeningBalance.Contradiction(balance, CaseloadDraft.Of(draft.Spells, file.CustodianId).Select(s => s.Spell).Where(s => !s.Voided)))) return;
        if (!draft.Openings.Add((obligation.Id, balance.Class, balance.Month)))
        {
            draft.Faults.Passes(row, RecordOpeningBalance.Twice(balance));
            return;
        }

        draft.Faults.Warn(row, RecordOpeningBalance.ChargedToo(balance, CaseloadDraft.Of(draft.Terms, obligation.Id)));
        var made = RecordOpeningBalance.Row(balance, obligation.CaseId, obligation.Id);
        made.Audited = row.Flag("audited");
        draft.Add(draft.New.Openings, made);
    }

    private void Adjustment(CaseloadRow row)
    {
        var key = row.Text("key");
        if (ObligationOf(row) is not { } obligation || !draft.Faults.Passes(row, Key(key))) return;
        var (amount, place, month) = (row.Cents("amount_cents"), row.TextOr("class"), row.Month("month"));
        if (!draft.Faults.Passes(row, AdjustDebt.Check(new(obligation.NaturalKey, amount, row.Date("on"), place, month), row.Text("reason"), obligation.Kind, draft.Today))) return;
        if (!draft.IsNew(row, "adjustment", key, "key")) return;
        draft.Add(draft.New.Adjustments, new Adjustment
        {
            NaturalKey = key, CaseId = obligation.CaseId, ObligationId = obligation.Id, Class = place, Month = month, Amount = amount, On = row.Date("on"), Reason = NameText.Clean(row.Text("reason")), RecordedAt = draft.Ctx.Now,
        });
        Adjusted[key] = row;
    }

    private CaseFile? CaseOf(CaseloadRow row)
    {
        if (draft.Cases.TryGetValue(row.Text("case"), out var file)) return file;
        draft.Missing(row, "case", "case", row.Text("case"));
        return null;
    }

    private Obligation? ObligationOf(CaseloadRow row)
    {
        if (draft.Obligations.TryGetValue(row.Text("obligation"), out var obligation)) return obligation;
        draft.Missing(row, "obligation", "obligation", row.Text("obligation"));
        return null;
    }

    private static Refusal? Key(string key) => key.Length is > 0 and <= MostKey && key.All(c => c is > ' ' and <= '~' and not ('|' or ';'))
        ? null
        : new("R-IMPORT-KEY", $"A key has 1 to {MostKey} letters, digits and marks without blanks.", "Shorten it, or write it without accents.", Field: "key");
}
