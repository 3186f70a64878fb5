using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Participants;

namespace Alimenta.Office.Exchange;

/// <summary>Receipts of a caseload file.</summary>
internal sealed class DraftReceipts(CaseloadDraft draft)
{
    private const int MostKey = 100;
    private readonly HashSet<long> _owing = [];

    public void Build()
    {
        _owing.UnionWith(draft.CasesById.Values.Select(c => c.ObligorId));
        foreach (var row in draft.Rows("receipt")) Receipt(row);
    }

    private void Receipt(CaseloadRow row)
    {
        if (!draft.Faults.Passes(row, Amounts(row)) || !draft.Faults.Passes(row, Dates(row))) return;
        if (Whose(row) is not { } whose) return;
        string? ssn = null;
        if (row.TextOr("ssn") is { } text)
        {
            var read = IdentityRules.Ssn(text);
            if (!draft.Faults.Passes(row, read.Refusal)) return;
            ssn = read.Value;
        }

        var employer = Employer(row);
        if (row.Has("fein") && employer is null) return;
        if (!draft.Faults.Passes(row, Manual(row)) || !draft.IsNew(row, "receipt", row.Text("key"), "key")) return;
        var (amount, returned) = (row.Cents("amount_cents"), row.Cents("returned_cents"));
        var receipt = draft.Add(draft.New.Receipts, new Receipt
        {
            NaturalKey = row.Text("key"), Source = row.Word<ReceiptSource>("source"), Tender = row.Word<Tender>("tender"), Amount = amount, NetAmount = row.Has("net_amount_cents") ? row.Cents("net_amount_cents") : amount,
            CollectedOn = row.Date("collected_on"), ReceivedOn = row.Date("received_on"), WithheldOn = row.DateOr("withheld_on"), ObligorId = whose.Obligor?.Id, DirectedCaseId = whose.Case?.Id, DirectedOrderId = whose.Order?.Id,
            EmployerId = employer?.Id, JointReturn = row.Flag("joint_return"), NoticeOn = row.DateOr("notice_on"), PayorName = NameText.Clean(row.Text("payor_name")), SsnDigits = ssn, CheckNumber = NameText.Clean(row.Text("check_number")),
            Status = returned == amount ? ReceiptStatus.Returned : whose.Obligor is null ? ReceiptStatus.Unidentified : ReceiptStatus.Identified,
            ReturnedAmount = returned, ReturnedOn = row.DateOr("returned_on"), ReturnReason = row.TextOr("return_reason"), ManualJson = row.TextOr("manual"), Protected = row.Flag("protected"), RecordedAt = draft.Ctx.Now,
        });
        if (row.Flag("paid_out_elsewhere")) draft.New.PaidElsewhere.Add(receipt.Id);
    }

    private static Refusal? Amounts(CaseloadRow row)
    {
        var (amount, net, returned) = (row.Cents("amount_cents"), row.Cents("net_amount_cents"), row.Cents("returned_cents"));
        if (row.Text("key").Length is 0 or > MostKey) return new("R-IMPORT-RECEIPT-KEY", $"The key of a receipt has 1 to {MostKey} characters.", "Use the bank's trace number, or the earlier record's.", Field: "key");
        if (!amount.IsPositive) return new("R-IMPORT-AMOUNT", $"The amount is {amount}; a receipt is above 0.00.", "Correct the amount, or take the line out.", Field: "amount");
        if (net.IsNegative || net > amount) return new("R-IMPORT-NET", $"{net} cannot have reached the bank of {amount}.", "Enter what reached the bank.", Field: "net_amount");
        if (returned.IsNegative || returned > amount) return new("R-IMPORT-RETURNED", $"{returned} cannot have come back of {amount}.", "Enter what came back.", Field: "returned");
        return returned.IsPositive && (!row.Has("returned_on") || !row.Has("return_reason"))
            ? new("R-IMPORT-RETURN", "It is not said when and why money came back.", "Add both.", Field: "returned_on")
            : null;
    }

    private Refusal? Dates(CaseloadRow row) =>
        DateChecks.InFuture(row.Date("collected_on"), draft.Today, "collected_on") ?? DateChecks.InFuture(row.Date("received_on"), draft.Today, "received_on")
        ?? (row.DateOr("returned_on") is { } back ? DateChecks.InFuture(back, draft.Today, "returned_on") : null);

    /// <summary>Who paid, for which case and order; null with a fault when that contradicts itself.</summary>
    private (Person? Obligor, CaseFile? Case, SupportOrder? Order)? Whose(CaseloadRow row)
    {
        Person? obligor = null;
        CaseFile? file = null;
        SupportOrder? order = null;
        if (row.Has("obligor") && (obligor = draft.PersonOf(row, "obligor")) is null) return null;
        if (row.Has("case") && !draft.Cases.TryGetValue(row.Text("case"), out file))
        {
            draft.Missing(row, "case", "case", row.Text("case"));
            return null;
        }

        if (file is not null && obligor is null) obligor = draft.People.Values.FirstOrDefault(p => p.Id == file.ObligorId);
        if (row.Has("docket") && (file is null || !draft.Orders.TryGetValue((file.Number, NameText.Clean(row.Text("docket"))), out order)))
        {
            draft.Missing(row, "docket", "order of the receipt's case", row.Text("docket"));
            return null;
        }

        Refusal? wrong = file is not null && obligor is null ? new("R-IMPORT-RECEIPT-OBLIGOR", $"It is not said who pays in case {file.Number}, which is on record.", "Add the obligor to the line.", Field: "obligor")
            : file is not null && file.ObligorId != obligor!.Id ? new("R-IMPORT-RECEIPT-CASE", $"Person {obligor.Number} does not owe in case {file.Number}.", "Correct the obligor or the case.", Field: "obligor")
            : obligor is not null && !_owing.Contains(obligor.Id) ? new("R-IMPORT-RECEIPT-NO-CASE", $"Person {obligor.Number} owes in no case.", "Add the case, or leave the obligor out: the money then waits as unidentified.", Field: "obligor")
            : obligor is null && row.Flag("paid_out_elsewhere") ? new("R-IMPORT-RECEIPT-PAID", "Money of nobody cannot have been paid out.", "Name the obligor, or take the mark out.", Field: "paid_out_elsewhere")
            : null;
        return draft.Faults.Passes(row, wrong) ? (obligor, file, order) : null;
    }

    private Employer? Employer(CaseloadRow row)
    {
        if (!row.Has("fein")) return null;
        var fein = ContactRules.Fein(row.Text("fein"));
        if (!draft.Faults.Passes(row, fein.Refusal)) return null;
        if (draft.Employers.TryGetValue(fein.Value, out var employer)) return employer;
        draft.Missing(row, "fein", "employer", fein.Value);
        return null;
    }

    private static Refusal? Manual(CaseloadRow row)
    {
        if (row.TextOr("manual") is not { } json) return null;
        try
        {
            _ = JsonSerializer.Deserialize<List<ManualPart>>(json, AlimentaJson.Options);
            return null;
        }
        catch (JsonException)
        {
            return new("R-IMPORT-MANUAL", "The parts of the distribution by hand cannot be read.", "Write them as an export writes them.", Field: "manual");
        }
    }
}
