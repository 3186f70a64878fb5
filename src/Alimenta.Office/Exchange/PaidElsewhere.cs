using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;

namespace Alimenta.Office.Exchange;

/// <summary>Settles receipts that the earlier office paid out: what the books give of them counts as paid, and no one is paid again.</summary>
/// <remarks>The money came in and went out at the earlier office, so the bank account of this one is entered both ways and holds nothing of it.</remarks>
internal sealed class PaidElsewhere(CommandContext ctx, PolicyDesk policies, PostingReport report, IReadOnlySet<long> receipts) : ISettle
{
    public async Task SettleAsync(IReadOnlyList<PlayedCircle> played, IReadOnlySet<long> receiptIds, DateOnly today)
    {
        await new Settlement(ctx, policies, report).SettleAsync(played, receiptIds.Where(r => !receipts.Contains(r)).ToHashSet(), today);
        foreach (var circle in played)
        {
            var steps = circle.Play.Steps.Where(s => s.Receipt.Length > 0 && receipts.Contains(circle.Circle.Receipts[s.Receipt].Id)).GroupBy(s => s.Receipt, StringComparer.Ordinal);
            foreach (var receipt in steps) Settle(circle, circle.Circle.Receipts[receipt.Key], [.. receipt.SelectMany(s => s.Uses.Where(u => u.To != Recipient.Future).Select(u => (s.Key, u)))]);
        }
    }

    private void Settle(PlayedCircle circle, Receipt receipt, IReadOnlyList<(string Key, Law.Federal.History.MoneyUse Use)> uses)
    {
        if (uses.Count == 0) return;
        var lines = new List<Line>();
        foreach (var (key, use) in uses)
        {
            var kind = PayableAccounts.KindOf(use.To, use.Federal);
            var payee = circle.Entries.PayeeOf(use);
            ctx.Add(new Payable
            {
                PayeeId = payee, PayeeKind = kind, CaseId = use.Case.Length > 0 ? circle.Circle.Cases[use.Case].Id : null, ReceiptId = receipt.Id, EntryKey = key, Amount = use.Amount,
                DueOn = receipt.ReceivedOn, ClockId = use.Clock, Status = PayableStatus.Paid, CreatedOn = receipt.ReceivedOn,
            });
            lines.Add(new(PayableAccounts.Of(kind), use.Amount) { PersonId = payee });
        }

        lines.Add(new(Accounts.Cash, -uses.Sum(u => u.Use.Amount)));
        ctx.Post(new Entry(EntryKinds.Disbursement, $"paid-elsewhere:{receipt.NaturalKey}", 1, receipt.ReceivedOn, Line.Net(lines)) { ReceiptId = receipt.Id, Reason = "Paid out by the earlier office." });
    }
}
