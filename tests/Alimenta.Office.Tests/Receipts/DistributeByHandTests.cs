using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Assistance;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>A person chooses the debts that a receipt pays, or protects what was distributed; both stay when the past is played again, until he says otherwise.</summary>
public sealed class DistributeByHandTests
{
    private static readonly SupportMonth January = SupportMonth.Of(2026, 1);
    private static readonly SupportMonth February = SupportMonth.Of(2026, 2);

    [Theory, EachEngine]
    public async Task A_chosen_month_is_paid_first_and_the_choice_stays_when_the_past_changes(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var key = await bureau.ReceiveAsync(family.Obligor, 500, new(2026, 3, 10));
        var id = await IdAsync(bureau, key);
        // By the rule: March in full, then the oldest arrears, January.
        Assert.Equal([("2026-01", 300L), ("2026-02", 400L)], await OpenAsync(bureau, family.Case));

        var byHand = new DistributeByHand(bureau.Store, bureau.Policies);
        Assert.Equal(["Current 2026-03 40000", "NA 2026-01 40000", "NA 2026-02 40000"], (await byHand.DebtsAsync(id)).Select(d => $"{d.Place} {d.Month} {d.Left.Cents}").Order());
        var chosen = new ReceiptByHand(id, [new(family.Obligation, February, Money.Of(350))], "agreed in court on 10 March");
        var preview = await Bureau.Must(byHand.RunAsync(chosen, "p", Bureau.Worker, preview: true));
        Assert.Empty(preview.Effect.Payees);
        Assert.Equal([("2026-01", 300L), ("2026-02", 400L)], await OpenAsync(bureau, family.Case));
        await Bureau.Must(byHand.RunAsync(chosen, "c", Bureau.Worker));
        // February 350 as chosen; what is left, 150, by the rule: current support of March.
        Assert.Equal([("2026-01", 400L), ("2026-02", 50L), ("2026-03", 250L)], await OpenAsync(bureau, family.Case));
        Assert.Equal("", await bureau.FaultsAsync());

        // An earlier receipt comes late and pays a part of February: the choice pays what is still owed of it, the rule the rest.
        await bureau.ReceiveAsync(family.Obligor, 100, new(2026, 2, 20));
        Assert.Equal([("2026-01", 400L), ("2026-03", 200L)], await OpenAsync(bureau, family.Case));
        Assert.Equal("", await bureau.FaultsAsync());

        await Bureau.Must(byHand.RunAsync(new(id, [], "the agreement ended"), "r", Bureau.Worker));
        Assert.Equal([("2026-01", 300L), ("2026-02", 300L)], await OpenAsync(bureau, family.Case));
        Assert.Equal("R-BY-HAND-RULE", (await Bureau.Refused(byHand.RunAsync(new(id, [], "again"), "r2", Bureau.Worker))).Code);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Fact]
    public async Task A_choice_that_cannot_be_is_refused_part_by_part_and_changes_nothing()
    {
        using var database = TestDatabases.Create(TestDatabases.Sqlite);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var id = await IdAsync(bureau, await bureau.ReceiveAsync(family.Obligor, 500, new(2026, 3, 10)));
        var byHand = new DistributeByHand(bureau.Store, bureau.Policies);
        async Task<(string, string)> No(string reason, params ChosenDebt[] parts)
        {
            var no = await Bureau.Refused(byHand.RunAsync(new(id, parts, reason), bureau.Ask().Key, Bureau.Worker));
            return (no.Code, no.Field);
        }

        Assert.Equal(("R-REASON", "reason"), await No(" ", new ChosenDebt(family.Obligation, February, Money.Of(1))));
        Assert.Equal(("R-BY-HAND-AMOUNT", "parts[0]"), await No("why", new ChosenDebt(family.Obligation, February, Money.Zero)));
        Assert.Equal(("R-BY-HAND-DEBT", "parts[1]"), await No("why", new(family.Obligation, February, Money.Of(1)), new(family.Obligation, SupportMonth.Of(2025, 2), Money.Of(1))));
        Assert.Equal(("R-BY-HAND-TOO-MUCH", "parts[0]"), await No("why", new ChosenDebt(family.Obligation, February, Money.Of(401))));
        Assert.Equal(("R-BY-HAND-TWICE", "parts"), await No("why", new(family.Obligation, February, Money.Of(1)), new(family.Obligation, February, Money.Of(1))));
        Assert.Equal(("R-BY-HAND-SUM", "parts"), await No("why", new(family.Obligation, February, Money.Of(400)), new(family.Obligation, January, Money.Of(101))));
        Assert.Equal([("2026-01", 300L), ("2026-02", 400L)], await OpenAsync(bureau, family.Case));
    }

    [Theory, EachEngine]
    public async Task A_protected_span_keeps_the_familys_money_when_assistance_is_recorded_late(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 1, 10));
        var february = await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 2, 10));
        var entries = await EntriesAsync(bureau);
        var protect = new ProtectSpan(bureau.Store, bureau.Policies);
        var span = new ProtectedSpan(family.Case, new(2026, 2, 1), new(2026, 2, 28), true, "the family must not be disturbed");
        var done = await Bureau.Must(protect.RunAsync(span, "p", Bureau.Worker));
        Assert.Equal((1, Money.Of(400)), (done.Receipts, done.AmountCents));
        // To protect changes nothing: not even an entry.
        Assert.Equal((0, 0, entries), (done.Effect.Posted, done.Effect.Reversed, await EntriesAsync(bureau)));
        Assert.Equal("R-SPAN-EMPTY", (await Bureau.Refused(protect.RunAsync(span, "p2", Bureau.Worker))).Code);
        Assert.Equal("R-BY-HAND-PROTECTED", (await Bureau.Refused(new DistributeByHand(bureau.Store, bureau.Policies).RunAsync(new(await IdAsync(bureau, february), [], "why"), "h", Bureau.Worker))).Code);

        var spell = await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("told late"), new(AssistanceProgram.Tanf, family.Custodian, new(2026, 2, 1), new(2026, 2, 28), [family.Child])));
        var grant = await Bureau.Must(RecordGrant.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(AssistanceProgram.Tanf, family.Custodian, February, Money.Of(250))));
        Assert.Empty(spell.Effect.Payees);
        Assert.Empty(grant.Effect.Payees);
        Assert.Equal("", await bureau.FaultsAsync());

        var ended = await Bureau.Must(protect.RunAsync(span with { Protect = false, Reason = "the family agreed" }, "e", Bureau.Worker));
        Assert.Equal(-Money.Of(250), ended.Effect.Payees.Single(p => p.Kind == PayeeKind.Family).Net);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Fact]
    public async Task A_receipt_that_is_moved_leaves_its_choice_behind()
    {
        using var database = TestDatabases.Create(TestDatabases.Sqlite);
        var bureau = await Bureau.OpenAsync(database);
        var custodian = await bureau.PersonAsync("Ada", "Brandt");
        var first = await bureau.FamilyAsync(400, custodian: custodian);
        var second = await bureau.FamilyAsync(300, custodian: custodian);
        var id = await IdAsync(bureau, await bureau.ReceiveAsync(first.Obligor, 100, new(2026, 3, 10)));
        await Bureau.Must(new DistributeByHand(bureau.Store, bureau.Policies).RunAsync(new(id, [new(first.Obligation, January, Money.Of(100))], "agreed"), "h", Bureau.Worker));
        await using var db = bureau.Store.Read();
        var other = await db.People.Where(p => p.Number == second.Obligor).Select(p => p.Id).SingleAsync();
        await Bureau.Must(new IdentifyReceipt(bureau.Store, bureau.Policies).RunAsync(new(id, other, null, "wrong person"), "i", Bureau.Worker));
        Assert.Null(await db.Receipts.Select(r => r.ManualJson).SingleAsync());
        Assert.Equal(Money.Of(200), (await bureau.AccountAsync(second.Case)).Current);
        Assert.Equal(Money.Of(400), (await bureau.AccountAsync(first.Case)).Current);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    private static async Task<long> IdAsync(Bureau bureau, string key)
    {
        await using var db = bureau.Store.Read();
        return await db.Receipts.Where(r => r.NaturalKey == key).Select(r => r.Id).SingleAsync();
    }

    private static async Task<int> EntriesAsync(Bureau bureau)
    {
        await using var db = bureau.Store.Read();
        return await db.JournalEntries.CountAsync();
    }

    /// <summary>Whole dollars open by month of support.</summary>
    private static async Task<List<(string Month, long Dollars)>> OpenAsync(Bureau bureau, string number)
    {
        await using var db = bureau.Store.Read();
        var items = (await OpenItems.ReadAsync(db))[number];
        return [.. items.Select(i => i.Split('|')).GroupBy(i => i[2]).Select(g => (g.Key, g.Sum(i => long.Parse(i[^1], CultureInfo.InvariantCulture)) / 100)).OrderBy(x => x.Key, StringComparer.Ordinal)];
    }
}
