using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Assistance;
using Alimenta.Office.Orders;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Orders;

/// <summary>Orders and obligations: what they demand, how they change, and what that does to the books.</summary>
public sealed class ObligationTests
{
    private static readonly EndGiven AtAge = new(EndRule.Emancipation, State: "OR");

    [Theory, EachEngine]
    public async Task An_obligation_is_charged_at_once_and_ends_when_the_child_is_of_age(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var account = await bureau.AccountAsync(family.Case);
        Assert.Equal((Money.Of(400), Money.Of(800)), (account.Current, account.Na));

        await using var db = bureau.Store.Read();
        var obligation = await db.Obligations.SingleAsync();
        // Born on 4 May 2016; Oregon lets support end at 18.
        Assert.Equal(new DateOnly(2034, 5, 3), obligation.EndsOn);
        Assert.Equal($"{family.Case}/1", obligation.NaturalKey);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task What_cannot_be_ordered_is_refused_in_words(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var stranger = await bureau.ChildAsync();
        TermGiven monthly = new(Money.Of(300), Frequency.Monthly, Bureau.January);
        EnterObligation.Request good = new(family.Case, "26DR1", ObligationKind.Child, family.Child, AtAge, [monthly]);

        await Expect("R-ORDER-UNKNOWN", "26DR9", good with { Docket = "26DR9" });
        await Expect("R-OBLIGATION-TERMS", "how much", good with { Terms = [] });
        await Expect("R-TERM-AMOUNT", "0.00", good with { Terms = [monthly with { Amount = Money.Zero }] });
        await Expect("R-TERM-AMOUNT", "at most $999,999.99", good with { Terms = [monthly with { Amount = Money.Of(1_000_000) }] });
        await Expect("R-TERM-SECOND-DAY", "second", good with { Terms = [monthly with { Frequency = Frequency.Semimonthly }] });
        await Expect("R-TERM-DUE", "outside", good with { Terms = [new(Money.Of(9), Frequency.Once, Bureau.January, new(2026, 1, 31), new(2026, 2, 1))] });
        await Expect("R-TERM-BEFORE-ORDER", "31 Dec 2025", good with { Terms = [monthly with { From = new(2025, 12, 31) }] });
        await Expect("R-TERM-OVERLAP", "$300.00 monthly from 1 Jan 2026 on", good with { Terms = [monthly, monthly with { From = new(2026, 2, 1) }] });
        await Expect("R-DATES-BACKWARDS", "before it begins", good with { Terms = [monthly with { To = new(2025, 12, 1) }] });
        await Expect("R-OBLIGATION-SUPPORTED", "whom", good with { Supported = null });
        await Expect("R-OBLIGATION-CHILD", stranger, good with { Supported = stranger });
        await Expect("R-OBLIGATION-SPOUSE", family.Child, good with { Kind = ObligationKind.Spousal });
        await Expect("R-END-STATE", "state", good with { End = new(EndRule.Emancipation) });
        await Expect("R-END-DATE", "day", good with { End = new(EndRule.Date) });
        await Expect("R-END-EVENT", "what ends", good with { End = new(EndRule.Event) });
        await Expect("R-END-NONE", "judgment", good with { End = new(EndRule.NoneForJudgment) });
        await Expect("R-OBLIGATION-OVER", "before", good with { End = new(EndRule.Date, new(2025, 12, 31)) });
        await Expect("R-OBLIGATION-SECONDARY", "group", good with { Secondary = true });
        await Expect("W-OBLIGATION-TWICE", family.Obligation, good);
        Assert.Equal("R-ORDER-SAME", (await Bureau.Refused(bureau.OrderAsync(family.Case, " 26DR1 "))).Code);
        Assert.Equal("W-ORDER-TWO-STATES", (await Bureau.Refused(EnterOrder.RunAsync(bureau.Store, bureau.Ask(), new(family.Case, "Superior Court", "99", "WA", Bureau.January, Bureau.January)))).Code);

        async Task Expect(string code, string named, EnterObligation.Request request)
        {
            var no = await Bureau.Refused(EnterObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), request));
            Assert.Equal(code, no.Code);
            Assert.Contains(named, no.What, StringComparison.Ordinal);
        }
    }

    [Theory, EachEngine]
    public async Task Terms_that_overlap_are_refused_unless_they_are_a_change_and_a_change_in_the_past_moves_only_the_net(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 1, 10));
        await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 2, 10));
        SetTerms.Request less = new(family.Obligation, null, new(Money.Of(300), Frequency.Monthly, new(2026, 2, 1)));

        var over = await Bureau.Refused(SetTerms.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), less));
        Assert.Equal("R-TERM-OVERLAP", over.Code);
        Assert.Equal($"Obligation {family.Obligation} already has $400.00 monthly from 1 Jan 2026 on.", over.What);
        Assert.Contains("a change from 1 Feb 2026 on", over.Remedy, StringComparison.Ordinal);

        // In February the family had 400 of 400; now 300 is current and 100 pays toward March.
        var previewed = await Bureau.Must(SetTerms.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(preview: true), less with { Change = true }));
        Assert.Equal(Money.Of(400), (await bureau.AccountAsync(family.Case)).Current);
        var done = await Bureau.Must(SetTerms.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("modified by the court"), less with { Change = true }));

        Assert.Equal(previewed.Effect.Balances, done.Effect.Balances);
        Assert.Equal([new BalanceChange(family.Case, "Current", Money.Of(400), Money.Of(200))], done.Effect.Balances);
        Assert.Empty(done.Effect.Payees);
        Assert.Equal(Money.Zero, done.Effect.RecoverableCents);
        Assert.Equal([Money.Of(300), Money.Of(300)], done.NextCharges.Take(2).Select(c => c.Amount));
        Assert.Equal(new DateOnly(2026, 4, 1), done.NextCharges[0].Due);
        Assert.Equal(12, done.NextCharges.Count);
        Assert.Equal(1, done.Version);
        Assert.Equal("R-CHANGED-MEANWHILE", (await Bureau.Refused(SetTerms.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), less with { Version = 0, Change = true }))).Code);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task Support_is_suspended_for_a_time_and_ends_with_a_reason(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        Assert.Equal("R-SUSPEND-WHY", (await Bureau.Refused(SuspendObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(""), new(family.Obligation, null, new(2026, 2, 1), new(2026, 2, 28))))).Code);
        var suspended = await Bureau.Must(SuspendObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("in prison"), new(family.Obligation, null, new(2026, 2, 1), new(2026, 2, 28))));
        Assert.Equal([new BalanceChange(family.Case, "NA", Money.Of(800), Money.Of(400))], suspended.Effect.Balances);
        Assert.Equal("R-SUSPEND-NOTHING", (await Bureau.Refused(SuspendObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("again"), new(family.Obligation, null, new(2026, 2, 2), new(2026, 2, 27))))).Code);

        Assert.Equal("R-END-WHY", (await Bureau.Refused(EndObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(""), new(family.Obligation, null, new(2026, 2, 28))))).Code);
        Assert.Equal("R-END-BEFORE-BEGIN", (await Bureau.Refused(EndObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(family.Obligation, null, new(2025, 6, 1))))).Code);
        Assert.Equal("R-END-LATER", (await Bureau.Refused(EndObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(family.Obligation, null, new(2040, 6, 1))))).Code);
        var ended = await Bureau.Must(EndObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("married"), new(family.Obligation, null, new(2026, 2, 28))));
        Assert.Empty(ended.NextCharges);
        Assert.Equal(Money.Zero, (await bureau.AccountAsync(family.Case)).Current);
        Assert.Equal("R-TERM-AFTER-END", (await Bureau.Refused(SetTerms.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(family.Obligation, null, new(Money.Of(1), Frequency.Monthly, new(2026, 3, 1)), true)))).Code);
        var school = await Bureau.Must(ChangeEnd.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("the marriage was annulled"), new(family.Obligation, null, AtAge)));
        Assert.Equal(new DateOnly(2026, 4, 1), school.NextCharges[0].Due);
        await Bureau.Must(EndOrder.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("vacated"), new(family.Case, "26DR1", null, new(2026, 1, 31))));
        Assert.Equal((Money.Zero, Money.Of(400)), ((await bureau.AccountAsync(family.Case)).Current, (await bureau.AccountAsync(family.Case)).Na));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_debt_is_corrected_by_decision_but_never_below_nothing(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var month = SupportMonth.Of(2026, 1);
        AdjustDebt.Request credit = new(family.Obligation, -Money.Of(150), Bureau.Today, "NA", month);

        var done = await Bureau.Must(AdjustDebt.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("paid directly, allowed by the court on 18 Mar 2026"), credit));
        Assert.Equal($"{family.Obligation}/a1", done.Adjustment);
        Assert.Equal([new BalanceChange(family.Case, "NA", Money.Of(800), Money.Of(650))], done.Effect.Balances);
        var owed = await Bureau.Refused(AdjustDebt.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), credit with { Amount = -Money.Of(251) }));
        Assert.Equal("R-ADJUST-OWED", owed.Code);
        Assert.Contains("$250.00 in NA, January 2026", owed.What, StringComparison.Ordinal);
        await Bureau.Must(AdjustDebt.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), credit with { Amount = -Money.Of(650), Class = null }));
        Assert.Equal("R-ADJUST-WHY", (await Bureau.Refused(AdjustDebt.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(""), credit))).Code);
        Assert.Equal("R-ADJUST-CLASS", (await Bureau.Refused(AdjustDebt.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), credit with { Amount = Money.Of(5), Class = null }))).Code);
        Assert.Equal("R-ADJUST-MONTH", (await Bureau.Refused(AdjustDebt.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), credit with { Amount = Money.Of(5), Class = "Current" }))).Code);
        Assert.Equal("R-DEBT-CLASS", (await Bureau.Refused(AdjustDebt.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), credit with { Class = "XX" }))).Code);
        var debit = await Bureau.Must(AdjustDebt.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("missed by the court's clerk"), credit with { Amount = Money.Of(20) }));
        Assert.Equal([new BalanceChange(family.Case, "NA", Money.Zero, Money.Of(20))], debit.Effect.Balances);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_debt_is_taken_over_with_its_document_and_counts_as_not_audited(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        RecordOpeningBalance.Request balance = new(family.Obligation, "NA", SupportMonth.Undated, Money.Of(5_000), Bureau.January, "Circuit Court ledger of 31 Dec 2025");

        await Bureau.Must(RecordOpeningBalance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), balance));
        Assert.Equal(Money.Of(5_800), (await bureau.AccountAsync(family.Case)).Na);
        await Expect("R-OPENING-TWICE", balance);
        await Expect("R-OPENING-SOURCE", balance with { SourceDocument = " " });
        await Expect("R-OPENING-AMOUNT", balance with { Amount = Money.Zero });
        await Expect("R-OPENING-ASSISTANCE", balance with { Class = "PA" });
        await Expect("W-OPENING-CHARGED", balance with { AsOf = new(2026, 2, 1), Month = SupportMonth.Of(2025, 3) });
        await Expect("R-OPENING-MONTH", balance with { Month = SupportMonth.Of(2026, 2) });
        await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(AssistanceProgram.Tanf, family.Custodian, new(2024, 1, 1), new(2024, 12, 31))));
        await Expect("R-OPENING-TEMPORARY", balance with { Class = "TA" });
        var assigned = await Bureau.Must(RecordOpeningBalance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), balance with { Class = "PA", Amount = Money.Of(60) }));
        // Nothing of it is unreimbursed, so what was taken over as assigned is the family's.
        Assert.Contains(assigned.Effect.Balances, b => b.Class == "UDA" && b.After == Money.Of(60));

        await using var db = bureau.Store.Read();
        Assert.All(await db.OpeningBalances.ToListAsync(), b => Assert.False(b.Audited));
        Assert.Equal("", await bureau.FaultsAsync());

        async Task Expect(string code, RecordOpeningBalance.Request request) =>
            Assert.Equal(code, (await Bureau.Refused(RecordOpeningBalance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), request))).Code);
    }

    [Theory, EachEngine]
    public async Task Two_who_owe_one_debt_pay_it_together_and_a_group_does_not_reach_into_another_circle(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (father, grandfather, mother, child) = (await bureau.PersonAsync(), await bureau.PersonAsync("Jon"), await bureau.PersonAsync("Ada"), await bureau.ChildAsync());
        foreach (var (obligor, secondary) in new[] { (father, false), (grandfather, true) })
        {
            var number = await bureau.CaseAsync(obligor, mother, child);
            await Bureau.Must(bureau.OrderAsync(number, "26DR1"));
            await Bureau.Must(EnterObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(number, "26DR1", ObligationKind.Child, child, AtAge, [new(Money.Of(400), Frequency.Monthly, Bureau.January)], "J1", secondary)));
        }

        await bureau.ReceiveAsync(father, 400, new(2026, 1, 10));
        await using var db = bureau.Store.Read();
        Assert.Equal([Money.Of(400), Money.Of(400)], (await db.CaseAccounts.ToListAsync()).Select(a => a.Na));
        var stranger = await bureau.FamilyAsync(100);
        await Bureau.Must(bureau.OrderAsync(stranger.Case, "26DR2"));
        var apart = await Bureau.Refused(EnterObligation.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(stranger.Case, "26DR2", ObligationKind.Judgment, null, new(EndRule.NoneForJudgment), [new(Money.Of(9), Frequency.Once, Bureau.January)], "J1")));
        Assert.Equal("R-OBLIGATION-GROUP", apart.Code);
    }
}
