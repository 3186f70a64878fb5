using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;
using PaidOut = Alimenta.Data.Disbursement;
using PayeeAccount = Alimenta.Data.BankAccount;

namespace Alimenta.Office.Disbursement;

/// <summary>Closes the loop of disbursements: a returned payment is held again and its account stopped; a notice of change corrects the account. Both leave a task.</summary>
internal sealed class BankAnswers(CommandContext ctx, PolicyDesk policies, DateOnly today)
{
    private ILookup<long, Payable> _payables = Array.Empty<Payable>().ToLookup(p => p.Id);
    private ILookup<(long Receipt, long Payee), Recovery> _recoveries = Array.Empty<Recovery>().ToLookup(r => (r.Id, r.Id));
    private HoldEntries? _entries;

    /// <summary>Works the answers; returns how many were matched.</summary>
    public async Task<int> ApplyAsync(IReadOnlyList<(InboundItem Item, EntryContent Content)> answers)
    {
        if (answers.Count == 0) return 0;
        var traces = answers.Select(a => Trace(a.Content)).Distinct().ToList();
        // Trace numbers come again when all were used; a bank answers what was sent last.
        var paid = (await ctx.Db.Disbursements.Where(d => d.Trace != null && traces.Contains(d.Trace) && d.Status != DisbursementStatus.Voided).ToListAsync(ctx.Cancel)).GroupBy(d => d.Trace!).ToDictionary(g => g.Key, g => g.MaxBy(d => (d.On, d.Id))!);
        var prenotes = (await ctx.Db.BankAccounts.Where(b => b.PrenoteTrace != null && traces.Contains(b.PrenoteTrace)).ToListAsync(ctx.Cancel)).GroupBy(b => b.PrenoteTrace!).ToDictionary(g => g.Key, g => g.MaxBy(b => (b.PrenoteOn, b.Id))!);
        foreach (var test in prenotes.Where(p => paid.TryGetValue(p.Key, out var earlier) && earlier.On < p.Value.PrenoteOn)) paid.Remove(test.Key);
        await LoadAsync([.. paid.Values]);
        var matched = 0;
        foreach (var (item, content) in answers)
        {
            var trace = Trace(content);
            var row = ctx.Db.InboundItems.Local.FirstOrDefault(i => i.Id == item.Id) ?? await ctx.Db.InboundItems.SingleAsync(i => i.Id == item.Id, ctx.Cancel);
            if (!paid.TryGetValue(trace, out var disbursement) && !prenotes.ContainsKey(trace))
            {
                row.Note = "No payment of this office has the trace number that the bank names: accounting asks the bank.";
                Task(null, "bank-answer", "Ask the bank about an answer that fits no payment", $"Trace {trace} is not known.");
                continue;
            }

            matched++;
            var account = disbursement is not null ? await ctx.Db.BankAccounts.FindAsync([disbursement.BankAccountId], ctx.Cancel) : prenotes[trace];
            if (content is ReturnedEntry returned) Return(row, returned, disbursement, account);
            else Change(row, (ChangeNotice)content, account!);
        }

        return matched;
    }

    private void Return(InboundItem row, ReturnedEntry returned, PaidOut? paid, PayeeAccount? account)
    {
        var reason = $"{returned.ReasonCode} {returned.Reason?.Meaning ?? "reason not in the list"}";
        row.Note = reason;
        if (paid is { Status: DisbursementStatus.Returned })
        {
            row.Note = "This payment was returned before; nothing is posted again.";
            row.Status = InboundItemStatus.Duplicate;
            return;
        }

        if (paid is not null && row.Amount != paid.Amount)
        {
            row.Note = "The bank returned another amount than was paid: accounting asks the bank; nothing is posted.";
            Task(paid.PayeeId, "bank-answer", "Ask the bank about a return of another amount", row.Note);
            return;
        }

        row.Status = InboundItemStatus.Returned;
        if (account is not null && (paid is null || returned.Reason?.StopsAccount != false))
        {
            account.PrenoteStatus = PrenoteStatus.Failed;
            account.To = today;
        }

        if (paid is not null) HoldAgain(paid, reason);
        if (returned.DateOfDeath is { } died && ctx.Db.People.Find(paid?.PayeeId ?? account!.PersonId) is { Died: null } person) person.Died = died;
        Task(paid?.PayeeId ?? account?.PersonId, "payment-returned", "Find out where this payee's money should go", $"The bank returned {(paid is null ? "a test of the account" : "a payment")}: {reason}.");
    }

    /// <summary>The money is back: it is held until someone says where it goes.</summary>
    private void HoldAgain(PaidOut paid, string reason)
    {
        paid.Status = DisbursementStatus.Returned;
        ctx.Post(Recipes.DisbursementReturn(new($"return:{paid.NaturalKey}", today) { Reason = reason }, [new(Accounts.Held, paid.PayeeId, paid.Amount)]));
        var hold = ctx.Add(new Hold
        {
            PayeeId = paid.PayeeId, Amount = paid.Amount, Reason = HoldReason.ReturnedPayment, Citation = "42 USC 654b(c)(1)", Owner = HoldRules.CaseManager, PlacedOn = today,
            ReviewOn = today.AddDays(policies.Law.On(today, "us").Whole("policy/hold/review-days")), Status = HoldStatus.Active,
        });
        foreach (var payable in _payables[paid.Id])
        {
            (payable.Status, payable.HoldId, payable.DisbursementId) = (PayableStatus.Held, hold.Id, null);
            MakeGood(payable, hold);
        }
    }

    /// <summary>What the payee had too much of the same receipt is back with it: it is his no more, and nobody need ask it of him.</summary>
    private void MakeGood(Payable payable, Hold hold)
    {
        const string Why = "The payment came back; of it, what the payee had too much of this receipt.";
        foreach (var recovery in payable.ReceiptId is { } receipt ? _recoveries[(receipt, payable.PayeeId)] : [])
        {
            var back = Money.Min(payable.Amount, recovery.Amount - recovery.Recovered);
            if (!back.IsPositive) continue;
            _entries!.MakeGood(payable, back, today, Why);
            recovery.Recovered += back;
            if (recovery.Recovered == recovery.Amount) recovery.Status = RecoveryStatus.Closed;
            payable.Amount -= back;
            hold.Amount -= back;
            if (payable.Amount.IsZero) payable.Status = PayableStatus.Void;
        }

        if (hold.Amount.IsZero) (hold.Status, hold.ReleasedOn, hold.ReleaseReason) = (HoldStatus.Voided, today, Why);
    }

    /// <summary>What the payments that are answered were made of, and what their payees had too much of the same receipts. The circles of the payees are locked: whoever changes what they are to have holds them too.</summary>
    private async Task LoadAsync(IReadOnlyCollection<PaidOut> paid)
    {
        if (paid.Count == 0) return;
        var payees = paid.Select(d => d.PayeeId).Distinct().ToList();
        var families = await ctx.Db.People.Where(p => payees.Contains(p.Id) && p.Kind == PersonKind.Person).Select(p => p.Id).ToListAsync(ctx.Cancel);
        await Circles.LockOfPeopleAsync(ctx, families);
        var ids = paid.Select(d => d.Id).ToList();
        _payables = (await ctx.Db.Payables.Where(p => p.DisbursementId != null && ids.Contains(p.DisbursementId.Value)).OrderBy(p => p.Id).ToListAsync(ctx.Cancel)).ToLookup(p => p.DisbursementId!.Value);
        var receipts = _payables.SelectMany(g => g).Select(p => p.ReceiptId).OfType<long>().Distinct().ToList();
        var open = await ctx.Db.Recoveries.Where(r => r.ReceiptId != null && receipts.Contains(r.ReceiptId.Value) && payees.Contains(r.PayeeId) && (r.Status == RecoveryStatus.Potential || r.Status == RecoveryStatus.Active)).OrderBy(r => r.Id).ToListAsync(ctx.Cancel);
        _recoveries = open.ToLookup(r => (r.ReceiptId!.Value, r.PayeeId));
        if (open.Count > 0) _entries = await HoldEntries.ForAsync(ctx, [.. _payables.SelectMany(g => g).Where(p => p.ReceiptId is { } id && _recoveries.Contains((id, p.PayeeId)))]);
    }

    private void Change(InboundItem row, ChangeNotice notice, PayeeAccount account)
    {
        var fix = notice.Corrections;
        row.Note = $"{notice.ChangeCode} {notice.Change?.Meaning ?? "change not in the list"}";
        row.Status = InboundItemStatus.Noted;
        if (fix.Routing is null && fix.Account is null && fix.Code is null)
        {
            Task(account.PersonId, "notice-of-change", "Correct this payee's bank details", row.Note);
            return;
        }

        if (fix.Routing is { } routing && !AbaRouting.TryParse(routing, out _))
        {
            Task(account.PersonId, "notice-of-change", "Correct this payee's bank details by hand", $"{row.Note}: the routing number sent does not check.");
            return;
        }

        account.To = today;
        var corrected = ctx.Add(new PayeeAccount
        {
            PersonId = account.PersonId, Routing = fix.Routing ?? account.Routing, AccountNumber = fix.Account ?? account.AccountNumber,
            Kind = fix.Code is { } code ? code.Account == AccountKind.Savings ? BankAccountKind.Savings : BankAccountKind.Checking : account.Kind,
            // The bank itself named the account, so it needs no test of its own.
            PrenoteStatus = PrenoteStatus.Accepted, PrenoteOn = today, From = today.AddDays(1),
        });
        foreach (var method in ctx.Db.PayeeMethods.Where(m => m.BankAccountId == account.Id && m.To == null).ToList())
        {
            method.To = today;
            ctx.Add(new PayeeMethod { PersonId = method.PersonId, Method = method.Method, BankAccountId = corrected.Id, Fips = method.Fips, From = today.AddDays(1) });
        }
    }

    private void Task(long? person, string kind, string title, string reason) => ctx.Add(new WorkTask
    {
        PersonId = person, Kind = kind, Title = title, Reason = reason, Citation = "42 USC 654b(c)(1)", Owner = HoldRules.Accounting, CreatedOn = today, DueOn = policies.Calendar("us", today).Plus(today, 2),
    });

    private static string Trace(EntryContent content) => content switch
    {
        ReturnedEntry r => r.OriginalTrace,
        ChangeNotice c => c.OriginalTrace,
        _ => "",
    };
}
