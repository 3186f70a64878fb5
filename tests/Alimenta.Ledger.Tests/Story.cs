namespace Alimenta.Ledger.Tests;

/// <summary>One posting of the story: the recipe that makes it, when it is used, and the entry.</summary>
internal sealed record Told(string Recipe, string When, Entry Entry);

/// <summary>The life of one family's money in worked figures: every recipe once, in an order that could happen. The page recipes.md is made of it.</summary>
internal static class Story
{
    private static readonly SupportMonth November = SupportMonth.Of(2026, 11);
    private static readonly SupportMonth December = SupportMonth.Of(2026, 12);
    private static readonly MoneySource First = new(People.Obligor, People.FirstReceipt);
    private static readonly MoneySource Second = new(People.Obligor, People.SecondReceipt);

    public static IReadOnlyList<Told> All { get; } = [.. Debts(), .. FirstReceipt(), .. Payment(), .. Future(), .. MonthEnd(), .. TaxOffset()];

    private static IEnumerable<Told> Debts()
    {
        yield return new("Opening balance", "A court record shows $600.00 of arrears never assigned; their months are not known.",
            Recipes.OpeningBalance(Head("O:court-record/1", 2026, 10, 30), [new(Owes(SupportMonth.Undated), Accounts.Opening, Accounts.NeverAssigned, Money.Of(600))]));
        yield return new("Opening balance", "The same record shows $80.00 that accrued while the family had assistance.",
            Recipes.OpeningBalance(Head("O:court-record/2", 2026, 10, 30), [new(Owes(SupportMonth.Undated), Accounts.Opening, Accounts.PermanentlyAssigned, Money.Of(80))]));
        yield return new("Assistance paid (URA rises)", "The family had $50.00 of cash assistance that was never reimbursed. Arrears from the time of assistance above it are "
            + "the family's: $80.00 - $50.00 = $30.00 change class in the same entry.",
            Recipes.Grant(Head("G:2026-10/1", 2026, 10, 30), [new(Accounts.UraTanf, People.Custodian, Money.Of(50), false)],
                [new(Owes(SupportMonth.Undated), Accounts.PermanentlyAssigned, Accounts.UnassignedDuring, Money.Of(30))]));
        yield return new("Change of class", "A spell of assistance that was recorded late assigns $10.00 of the $30.00 again.",
            Recipes.ClassMove(Head("S:2026-10:26-104-00731-4", 2026, 10, 31),
                [new(Owes(SupportMonth.Undated), Accounts.UnassignedDuring, Accounts.PermanentlyAssigned, Money.Of(10))]));
        yield return new("Charge", "$400.00 of support falls due for November.",
            Recipes.Charge(Head("C:2026-11:26-104-00731-4/1", 2026, 11, 1), [new(Owes(November), Accounts.Charged, Accounts.Current, Money.Of(400))]));
    }

    private static IEnumerable<Told> FirstReceipt()
    {
        yield return new("Receipt", "$1,180.00 comes from an employer. Whose it is is not settled yet.",
            Recipes.Receipt(Head("receipt:1", 2026, 11, 5), People.FirstReceipt, Money.Of(1180), Money.Of(1180)));
        yield return new("Identification", "The case number and the name name the obligor.",
            Recipes.Identification(Head("identify:1", 2026, 11, 5), First, Money.Of(1180)));
        yield return new("Distribution", "Current support and the family's arrears go to the family, less the annual fee of $35.00; "
            + "$50.00 of assigned arrears are kept and lower the unreimbursed assistance; 60 % of them are the federal share. The other $10.00 of assigned arrears are "
            + "above it, so they become the family's and are paid. $100.00 are beyond every debt and are held for months to come.",
            Recipes.Distribution(Head("D:1", 2026, 11, 5), First,
                [
                    new(Owes(November), Accounts.Current, Accounts.Satisfied, Money.Of(400)),
                    new(Owes(SupportMonth.Undated), Accounts.NeverAssigned, Accounts.Satisfied, Money.Of(600)),
                    new(Owes(SupportMonth.Undated), Accounts.PermanentlyAssigned, Accounts.Satisfied, Money.Of(50)),
                    new(Owes(SupportMonth.Undated), Accounts.PermanentlyAssigned, Accounts.UnassignedDuring, Money.Of(10)),
                    new(Owes(SupportMonth.Undated), Accounts.UnassignedDuring, Accounts.Satisfied, Money.Of(30)),
                ],
                [new(Accounts.UraTanf, People.Custodian, -Money.Of(50), true)],
                [
                    Use(Accounts.PayableFamily, People.Custodian, 995), Use(Accounts.Fee, People.State, 35),
                    Use(Accounts.PayableState, People.State, 20), Use(Accounts.PayableFederal, People.Federal, 30),
                    new(Accounts.Future, Money.Of(100)),
                ]));
    }

    private static IEnumerable<Told> Payment()
    {
        var family = Pay(Accounts.PayableFamily, 995) with { ReceiptId = People.FirstReceipt };
        yield return new("Hold", "No address or account of the payee is known: the family's $995.00 wait, with a reason and a day of review.",
            Recipes.Hold(Head("hold:1", 2026, 11, 5), family));
        yield return new("Release of a hold", "The address came.", Recipes.Release(Head("release:1", 2026, 11, 6), family));
        yield return new("Disbursement", "One payment to the payee.", Recipes.Disbursement(Head("pay:1", 2026, 11, 6), [family with { ReceiptId = null }]));
        yield return new("Release of the file", "A second person releases the file; the bank will take the money.",
            Recipes.FileRelease(Head("release-file:1", 2026, 11, 6), [Pay(Accounts.Issued, 995)]));
        yield return new("Return of a disbursement", "The payee's bank sends the payment back: the account is closed.",
            Recipes.DisbursementReturn(Head("return:1", 2026, 11, 9), [Pay(Accounts.Held, 995)]));
    }

    private static IEnumerable<Told> Future()
    {
        yield return new("Charge", "$60.00 falls due for December, the last month of the order.",
            Recipes.Charge(Head("C:2026-12:26-104-00731-4/1", 2026, 12, 1), [new(Owes(December), Accounts.Charged, Accounts.Current, Money.Of(60))]));
        yield return new("Release of money held for months to come, and refund", "On the first of December $60.00 of the held money pay December's support. "
            + "No support falls due later, so the other $40.00 go back to the obligor.",
            Recipes.Distribution(Head("D:1:2026-12", 2026, 12, 1), First with { FromFuture = true },
                [new(Owes(December), Accounts.Current, Accounts.Satisfied, Money.Of(60))], [],
                [Use(Accounts.PayableFamily, People.Custodian, 60), new(Accounts.PayableRefund, Money.Of(40)) { PersonId = People.Obligor }]));
    }

    private static IEnumerable<Told> MonthEnd()
    {
        yield return new("Adjustment", "The order is changed back from the first of December: $390.00 more are due for it.",
            Recipes.Adjustment(Head("A:1", 2026, 12, 28) with { Reason = "order of 28 Dec 2026" },
                [new(Owes(December), Accounts.Adjusted, Accounts.Current, Money.Of(390))]));
        yield return new("Month end", "$390.00 of December's support are unpaid; the family has no assistance, so they are never assigned.",
            Recipes.MonthEnd(Head("M:2026-12:26-104-00731-4", 2026, 12, 31), [new(Owes(December), Accounts.Current, Accounts.NeverAssigned, Money.Of(390))]));
        yield return new("Adjustment", "The court finds that the child lived with the obligor for a week: $90.00 less.",
            Recipes.Adjustment(Head("A:2", 2026, 12, 31) with { Reason = "finding of 31 Dec 2026" },
                [new(Owes(December), Accounts.NeverAssigned, Accounts.Adjusted, Money.Of(90))]));
    }

    private static IEnumerable<Told> TaxOffset()
    {
        var paid = new MoneyUsed(Accounts.PayableFamily, Money.Of(300)) { PersonId = People.Custodian, CaseId = People.Case };
        yield return new("Receipt with a fee taken before", "A tax refund of $300.00 is offset; the Treasury keeps $17.50. The obligor is credited all of it.",
            Recipes.Receipt(Head("receipt:2", 2027, 3, 2), People.SecondReceipt, Money.Of(300), Money.Of(282, 50)));
        yield return new("Identification", "The offset names him.", Recipes.Identification(Head("identify:2", 2027, 3, 2), Second, Money.Of(300)));
        var distribution = Recipes.Distribution(Head("D:2", 2027, 3, 2), Second,
            [new(Owes(December), Accounts.NeverAssigned, Accounts.Satisfied, Money.Of(300))], [], [paid]);
        yield return new("Distribution", "All of it pays arrears of the family.", distribution);
        yield return new("Disbursement", "The family is paid.",
            Recipes.Disbursement(Head("pay:2", 2027, 3, 3), [Pay(Accounts.PayableFamily, 300)]));
        yield return new("Release of the file", "The bank takes the money.",
            Recipes.FileRelease(Head("release-file:2", 2027, 3, 3), [Pay(Accounts.Issued, 300)]));
        yield return new("Reversal", "The Treasury gives $120.00 back to the spouse of the joint return: what was distributed is reversed first.",
            distribution.Reversal(new(2027, 3, 2), "the Treasury took back $120.00 of receipt 2"));
        yield return new("Returned item", "The $120.00 leave the bank account.",
            Recipes.ReturnedItem(Head("return:2:1", 2027, 5, 15), People.SecondReceipt, People.Obligor, Money.Of(120)));
        yield return new("Redo", "What stayed is distributed anew by the same rule: version 3 under the same key. Only the net moves: the family's account now stands $120.00 in debit.",
            Recipes.Distribution(Head("D:2", 2027, 3, 2) with { Version = 3, Reason = "the Treasury took back $120.00 of receipt 2" }, Second,
                [new(Owes(December), Accounts.NeverAssigned, Accounts.Satisfied, Money.Of(180))], [], [paid with { Amount = Money.Of(180) }]));
        var overpaid = Pay(Accounts.PayableFamily, 120) with { ReceiptId = People.SecondReceipt };
        yield return new("Potential recovery", "The family was paid $120.00 too much. It is set apart, not taken.",
            Recipes.PotentialRecovery(Head("recovery:2:1", 2027, 5, 15), overpaid));
        yield return new("Recovery with consent", "She agreed in writing to 10 %: $6.00 of the $60.00 that are payable to her.",
            Recipes.RecoveryTaken(Head("recovery:1:1", 2027, 5, 16), Pay(Accounts.PayableFamily, 6) with { ReceiptId = People.FirstReceipt }));
        yield return new("Recovery given up", "The state bears the other $114.00.",
            Recipes.RecoveryWaived(Head("waive:2:1", 2027, 6, 30), Pay(Accounts.Recovery, 114) with { ReceiptId = People.SecondReceipt }));
        yield return new("The state pays in", "Its money makes good the offset fee and the loss: $17.50 + $114.00.",
            Recipes.StatePaysIn(Head("state-funds:2027-06", 2027, 6, 30), Money.Of(131, 50)));
    }

    private static EntryHead Head(string key, int year, int month, int day) => new(key, new(year, month, day));

    private static Owed Owes(SupportMonth month) => new(People.Obligor, People.Case, People.Obligation, month);

    private static MoneyUsed Use(Account to, long person, long dollars) => new(to, Money.Of(dollars)) { PersonId = person, CaseId = People.Case };

    private static PayeeMoney Pay(Account account, long dollars) => new(account, People.Custodian, Money.Of(dollars));
}
