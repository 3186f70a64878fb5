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
            Recipes.OpeningBalance(Head("O:court-record/1", 2026, 10, 30), Owes(SupportMonth.Undated), Accounts.NeverAssigned, Money.Of(600)));
        yield return new("Opening balance", "The same record shows $80.00 that accrued while the family had assistance.",
            Recipes.OpeningBalance(Head("O:court-record/2", 2026, 10, 30), Owes(SupportMonth.Undated), Accounts.PermanentlyAssigned, Money.Of(80)));
        yield return new("Assistance paid (URA rises)", "The family had $50.00 of cash assistance that was never reimbursed.",
            Recipes.Grant(Head("G:2026-10/1", 2026, 10, 30), Accounts.UraTanf, People.Custodian, Money.Of(50)));
        yield return new("Change of class", "Arrears from the time of assistance above the unreimbursed assistance are the family's: $80.00 - $50.00 = $30.00.",
            Recipes.ClassMove(Head("M:26-104-00731-4:2026-10", 2026, 10, 31),
                [new(Owes(SupportMonth.Undated), Accounts.PermanentlyAssigned, Accounts.UnassignedDuring, Money.Of(30))]));
        yield return new("Charge", "$400.00 of support falls due for November.",
            Recipes.Charge(Head("C:26-104-00731-4/1:2026-11", 2026, 11, 1), Owes(November), Money.Of(400)));
    }

    private static IEnumerable<Told> FirstReceipt()
    {
        yield return new("Receipt", "$1,180.00 comes from an employer. Whose it is is not settled yet.",
            Recipes.Receipt(Head("R:1", 2026, 11, 5), People.FirstReceipt, Money.Of(1180), Money.Of(1180)));
        yield return new("Identification", "The case number and the name name the obligor.",
            Recipes.Identification(Head("I:1", 2026, 11, 5), People.FirstReceipt, People.Obligor, Money.Of(1180)));
        yield return new("Distribution", "Current support and the family's arrears go to the family, less the annual fee of $35.00; "
            + "$50.00 of assigned arrears are kept and lower the unreimbursed assistance; 60 % of them are the federal share.",
            Recipes.Distribution(Head("D:1", 2026, 11, 5), First,
                [
                    new(Owes(November), Accounts.Current, Accounts.Satisfied, Money.Of(400)),
                    new(Owes(SupportMonth.Undated), Accounts.NeverAssigned, Accounts.Satisfied, Money.Of(600)),
                    new(Owes(SupportMonth.Undated), Accounts.UnassignedDuring, Accounts.Satisfied, Money.Of(30)),
                    new(Owes(SupportMonth.Undated), Accounts.PermanentlyAssigned, Accounts.Satisfied, Money.Of(50)),
                ],
                [new(Accounts.UraTanf, People.Custodian, Money.Of(50))],
                [
                    Use(Accounts.PayableFamily, People.Custodian, 995), Use(Accounts.Fee, People.State, 35),
                    Use(Accounts.PayableState, People.State, 20), Use(Accounts.PayableFederal, People.Federal, 30),
                ]));
        yield return new("Money held for months to come", "$100.00 is beyond every debt, and the order goes on.",
            Recipes.FutureHold(Head("F:1", 2026, 11, 5), First, Money.Of(100)));
    }

    private static IEnumerable<Told> Payment()
    {
        var family = Pay(Accounts.PayableFamily, 995);
        yield return new("Hold", "No address or account of the payee is known: the family's $995.00 wait, with a reason and a day of review.",
            Recipes.Hold(Head("H:1", 2026, 11, 5), family));
        yield return new("Release of a hold", "The address came.", Recipes.Release(Head("L:1", 2026, 11, 6), family));
        yield return new("Disbursement", "One payment to the payee.", Recipes.Disbursement(Head("P:1", 2026, 11, 6), [family]));
        yield return new("Release of the file", "A second person releases the file; the bank will take the money.",
            Recipes.FileRelease(Head("FR:1", 2026, 11, 6), [Pay(Accounts.Issued, 995)]));
        yield return new("Return of a disbursement", "The payee's bank sends the payment back: the account is closed.",
            Recipes.DisbursementReturn(Head("RT:1", 2026, 11, 9), [Pay(Accounts.Held, 995)]));
    }

    private static IEnumerable<Told> Future()
    {
        yield return new("Charge", "$450.00 falls due for December.",
            Recipes.Charge(Head("C:26-104-00731-4/1:2026-12", 2026, 12, 1), Owes(December), Money.Of(450)));
        yield return new("Release of money held for months to come", "On the first of December $60.00 of it pay December's support.",
            Recipes.Distribution(Head("D:1:2026-12", 2026, 12, 1), First with { FromFuture = true },
                [new(Owes(December), Accounts.Current, Accounts.Satisfied, Money.Of(60))], [], [Use(Accounts.PayableFamily, People.Custodian, 60)]));
        yield return new("Refund", "The obligor wants the other $40.00 back.",
            Recipes.Refund(Head("RF:1", 2026, 12, 2), First with { FromFuture = true }, People.Obligor, Money.Of(40)));
    }

    private static IEnumerable<Told> MonthEnd()
    {
        yield return new("Month end", "$390.00 of December's support are unpaid; the family has no assistance, so they are never assigned.",
            Recipes.MonthEnd(Head("M:26-104-00731-4:2026-12", 2026, 12, 31), [new(Owes(December), Accounts.Current, Accounts.NeverAssigned, Money.Of(390))]));
        yield return new("Adjustment", "The court finds that the child lived with the obligor for a week: $90.00 less.",
            Recipes.Adjustment(Head("A:1", 2026, 12, 31) with { Reason = "order of 28 Dec 2026" },
                [new(Owes(December), Accounts.NeverAssigned, Accounts.Adjusted, Money.Of(90))]));
    }

    private static IEnumerable<Told> TaxOffset()
    {
        var paid = new MoneyUsed(Accounts.PayableFamily, Money.Of(300)) { PersonId = People.Custodian, CaseId = People.Case };
        yield return new("Receipt with a fee taken before", "A tax refund of $300.00 is offset; the Treasury keeps $17.50. The obligor is credited all of it.",
            Recipes.Receipt(Head("R:2", 2027, 3, 2), People.SecondReceipt, Money.Of(300), Money.Of(282, 50)));
        yield return new("Identification", "The offset names him.", Recipes.Identification(Head("I:2", 2027, 3, 2), People.SecondReceipt, People.Obligor, Money.Of(300)));
        var distribution = Recipes.Distribution(Head("D:2", 2027, 3, 2), Second,
            [new(Owes(December), Accounts.NeverAssigned, Accounts.Satisfied, Money.Of(300))], [], [paid]);
        yield return new("Distribution", "All of it pays arrears of the family.", distribution);
        yield return new("Disbursement", "The family is paid.",
            Recipes.Disbursement(Head("P:2", 2027, 3, 3), [Pay(Accounts.PayableFamily, 300) with { ReceiptId = People.SecondReceipt }]));
        yield return new("Release of the file", "The bank takes the money.",
            Recipes.FileRelease(Head("FR:2", 2027, 3, 3), [Pay(Accounts.Issued, 300) with { ReceiptId = People.SecondReceipt }]));
        yield return new("Reversal", "The Treasury gives $120.00 back to the spouse of the joint return: what was distributed is reversed first.",
            distribution.Reversal(new(2027, 3, 2), "the Treasury took back $120.00 of receipt 2"));
        yield return new("Returned item", "The $120.00 leave the bank account.",
            Recipes.ReturnedItem(Head("RI:2", 2027, 5, 15), People.SecondReceipt, People.Obligor, Money.Of(120), Money.Of(120)));
        yield return new("Redo", "What stayed is distributed anew by the same rule: version 3 under the same key. Only the net moves: the family's account now stands $120.00 in debit.",
            Recipes.Distribution(Head("D:2", 2027, 3, 2) with { Version = 3, Reason = "the Treasury took back $120.00 of receipt 2" }, Second,
                [new(Owes(December), Accounts.NeverAssigned, Accounts.Satisfied, Money.Of(180))], [], [paid with { Amount = Money.Of(180) }]));
        var overpaid = Pay(Accounts.PayableFamily, 120) with { ReceiptId = People.SecondReceipt };
        yield return new("Potential recovery", "The family was paid $120.00 too much. It is set apart, not taken.",
            Recipes.PotentialRecovery(Head("PR:2", 2027, 5, 15), overpaid));
        yield return new("Recovery with consent", "She agreed in writing to 10 %: $6.00 of the $60.00 that are payable to her.",
            Recipes.RecoveryTaken(Head("RC:2/1", 2027, 5, 16), Pay(Accounts.PayableFamily, 6)));
        yield return new("Recovery given up", "The state bears the other $114.00.",
            Recipes.RecoveryWaived(Head("RW:2", 2027, 6, 30), Pay(Accounts.Recovery, 114) with { ReceiptId = People.SecondReceipt }));
        yield return new("The state pays in", "Its money makes good the offset fee and the loss: $17.50 + $114.00.",
            Recipes.StatePaysIn(Head("SF:2027-06", 2027, 6, 30), Money.Of(131, 50)));
    }

    private static EntryHead Head(string key, int year, int month, int day) => new(key, new(year, month, day));

    private static Owed Owes(SupportMonth month) => new(People.Obligor, People.Case, People.Obligation, month);

    private static MoneyUsed Use(Account to, long person, long dollars) => new(to, Money.Of(dollars)) { PersonId = person, CaseId = People.Case };

    private static PayeeMoney Pay(Account account, long dollars) =>
        new(account, People.Custodian, Money.Of(dollars)) { ReceiptId = People.FirstReceipt, CaseId = People.Case };
}
