using Alimenta.Data;
using Alimenta.Law.Guidelines;
using Alimenta.Office.Establishment;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Establishment;

/// <summary>A calculation from what the case knows to an order, and what is refused on the way.</summary>
public sealed class DeterminationTests
{
    [Theory, EachEngine]
    public async Task From_the_case_to_an_order(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var child = await bureau.ChildAsync();
        var younger = await bureau.PersonAsync("Jonah", "Brandt", new(2019, 2, 3));
        var number = await bureau.CaseAsync(await bureau.PersonAsync(), await bureau.PersonAsync("Ada", "Brandt"), child, younger);
        var key = await own.FilledAsync(number);
        var sheet = await own.ReadAsync(key);
        var scenario = Assert.Single(sheet.Scenarios);
        Assert.Equal("2", scenario.Typed["minor_children"]);
        Assert.Contains("Mara", scenario.Evidence["minor_children"].Reason, StringComparison.Ordinal);
        Assert.Equal("5,500.00", scenario.Typed["parent_a.income_cents"]);
        Assert.True(Calculations.Paid(scenario).IsPositive);
        Assert.Equal("9e", scenario.Result!.Lines.Single(l => l.Number == "9e" && l.Who == GuidelineParty.ParentA).Number);

        await Bureau.Must(CompleteDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, sheet.Version)));
        await Bureau.Must(own.AcceptAsync(key));
        var proposal = (await own.ReadAsync(key)).Proposal!;
        Assert.Equal(Calculations.Paid(scenario), proposal.Total);
        Assert.Equal(2, proposal.Parts.Count);
        var entered = await Bureau.Must(own.OrderAsync(key));
        Assert.Equal([$"{number}/1", $"{number}/2"], entered.Obligations);

        await using var db = bureau.Store.Read();
        Assert.Equal(proposal.Total, await db.ObligationTerms.Select(t => t.Amount).ToListAsync(TestContext.Current.CancellationToken) is var amounts ? amounts.Sum() : default);
        var order = await db.Orders.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("26DR77", "OR", new DateOnly(2026, 4, 1)), (order.Docket, order.IssuingState, order.EffectiveOn));
        Assert.Equal("26DR77", (await own.ReadAsync(key)).Proposal!.Docket);
        Assert.Equal("R-PROPOSAL-ENTERED", (await Bureau.Refused(own.OrderAsync(key, "26DR78"))).Code);
        Assert.Equal("R-SUPPORT-ORDERED", (await Bureau.Refused(SetAsideDetermination.RunAsync(bureau.Store, bureau.Ask(), new(key, null)))).Code);
        Assert.Equal("", await bureau.FaultsAsync());
        Assert.Equal(3, await db.CaseEvents.CountAsync(e => e.Kind.StartsWith("support-"), TestContext.Current.CancellationToken));
    }

    [Theory, EachEngine]
    public async Task What_was_typed_stays_and_is_told_with_the_code_of_the_interface(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var family = await bureau.FamilyAsync(400);
        var key = await own.StartAsync(family.Case);
        var bad = await own.TypeAsync(key, 1, ("parent_a.income_cents", "about 3,000"), ("parent_b.income_cents", "-5"), ("parent_a.overnights_hundredths", "12.345"));
        Assert.False(bad.Calculated);
        Assert.Equal([("L-FACT-TYPE", "parent_a.income_cents"), ("L-FACT-NEGATIVE", "parent_b.income_cents"), ("L-FACT-TYPE", "parent_a.overnights_hundredths")],
            bad.Faults.OrderBy(f => f.Field switch { "parent_a.income_cents" => 0, "parent_b.income_cents" => 1, _ => 2 }).Select(f => (f.Code, f.Field)));
        Assert.All(bad.Faults, f => Assert.DoesNotContain("_", f.What, StringComparison.Ordinal));
        var kept = (await own.ReadAsync(key)).Scenarios[0];
        Assert.Equal(("about 3,000", "-5", "12.345"), (kept.Typed["parent_a.income_cents"], kept.Typed["parent_b.income_cents"], kept.Typed["parent_a.overnights_hundredths"]));
        Assert.Null(kept.Result);

        var nights = await own.TypeAsync(key, 1, ("parent_a.income_cents", "3000"), ("parent_b.income_cents", "5"), ("parent_a.overnights_hundredths", "366"));
        var fault = Assert.Single(nights.Faults);
        Assert.Equal(("L-OR-OVERNIGHTS", "parent_a.overnights_hundredths"), (fault.Code, fault.Field));
        Assert.DoesNotContain("36500", fault.Remedy, StringComparison.Ordinal);
        Assert.Equal("R-SUPPORT-FAULTS", (await Bureau.Refused(CompleteDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null)))).Code);
    }

    [Theory, EachEngine]
    public async Task A_completed_edition_never_changes_and_the_next_one_begins_with_all_of_it(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var family = await bureau.FamilyAsync(400);
        var key = await own.CompletedAsync(family.Case);
        var before = (await own.ReadAsync(key)).Scenarios[0];
        Assert.Equal("R-SUPPORT-NOT-DRAFT", (await Bureau.Refused(own.SaveAsync(key, 1, ("parent_a.income_cents", "1")))).Code);
        Assert.Equal("R-SUPPORT-NOT-DRAFT", (await Bureau.Refused(ChangeDraft.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null, Calculations.July, DeterminationPurpose.Review)))).Code);
        Assert.Equal("R-SUPPORT-NOT-DRAFT", (await Bureau.Refused(CopyScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, "x")))).Code);

        var next = (await Bureau.Must(NewEdition.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, Calculations.July, DeterminationPurpose.Modify)))).Key;
        Assert.Equal(2, next.Edition);
        Assert.Equal("R-SUPPORT-DRAFT-THERE", (await Bureau.Refused(NewEdition.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, Calculations.July, DeterminationPurpose.Modify)))).Code);
        Assert.Equal("R-SUPPORT-OLD", (await Bureau.Refused(own.AcceptAsync(key))).Code);
        await own.TypeAsync(next, 1, ("parent_a.income_cents", "9000"));
        var page = await own.ReadAsync(next);
        Assert.True(Calculations.Paid(page.Scenarios[0]) > Calculations.Paid(before));
        Assert.True(page.Scenarios[0].Evidence.ContainsKey("parent_a.income_cents"));
        Assert.Equal([2, 1], page.Editions.Select(e => e.Edition));
        var old = await own.ReadAsync(key);
        Assert.Equal((before.ResultJson, before.FactsJson, false), (old.Scenarios[0].ResultJson, old.Scenarios[0].FactsJson, old.IsLatest));
    }

    [Theory, EachEngine]
    public async Task Income_needs_its_evidence_and_a_change_keeps_the_history(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var family = await bureau.FamilyAsync(400);
        var key = await own.StartAsync(family.Case);
        await own.TypeAsync(key, 1, ("parent_a.income_cents", "3000"), ("parent_b.income_cents", "0"));
        var no = await Bureau.Refused(CompleteDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null)));
        Assert.Equal("R-SUPPORT-EVIDENCE", no.Code);
        Assert.Contains("Actual gross income of parent A", no.What, StringComparison.Ordinal);
        Assert.Equal("R-EVIDENCE-INPUT", (await Bureau.Refused(RecordEvidence.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, "parent_a.union_dues_cents", EvidenceKind.PayStub, "x", "", null, "", [])))).Code);
        Assert.Equal("R-EVIDENCE-SAID-BY", (await Bureau.Refused(RecordEvidence.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, "parent_a.income_cents", EvidenceKind.PayStub, " ", "", null, "", [])))).Code);
        Assert.Equal("R-DATE-FUTURE", (await Bureau.Refused(RecordEvidence.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, "parent_a.income_cents", EvidenceKind.PayStub, "x", "", Bureau.Today.AddDays(1), "", [])))).Code);
        await own.ProveAsync(key, 1, "parent_a.income_cents");
        await own.ProveAsync(key, 1, "parent_a.income_cents", EvidenceKind.EmployerReply);
        Assert.Equal(EvidenceKind.EmployerReply, (await own.ReadAsync(key)).Scenarios[0].Evidence["parent_a.income_cents"].Kind);

        // The record of the case no longer says how many nights there are once someone typed others.
        Assert.True((await own.ReadAsync(key)).Scenarios[0].Evidence.ContainsKey("parent_b.overnights_hundredths"));
        await own.TypeAsync(key, 1, ("parent_a.overnights_hundredths", "65"), ("parent_b.overnights_hundredths", "300"));
        Assert.False((await own.ReadAsync(key)).Scenarios[0].Evidence.ContainsKey("parent_b.overnights_hundredths"));
        Assert.Contains(await bureau.HistoryAsync("input_evidence"), h => h.Before.Contains("\"Voided\":false", StringComparison.Ordinal));
        Assert.Contains(await bureau.HistoryAsync("support_scenario"), h => h.UserId == Bureau.Worker.UserId && h.After.Contains("3000", StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task An_order_takes_the_place_of_another_or_stands_beside_it_when_someone_says_so(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var family = await bureau.FamilyAsync(400);
        var key = await own.CompletedAsync(family.Case);
        await Bureau.Must(own.AcceptAsync(key));
        Assert.Equal("W-OBLIGATION-TWICE", (await Bureau.Refused(own.OrderAsync(key))).Code);
        Assert.Equal("R-OBLIGATION-UNKNOWN", (await Bureau.Refused(own.OrderAsync(key, "26DR77", "nothing"))).Code);
        Assert.Equal("R-ORDER-SAME", (await Bureau.Refused(own.OrderAsync(key, "26DR1", family.Obligation))).Code);
        var entered = await Bureau.Must(own.OrderAsync(key, "26DR77", family.Obligation));
        await using var db = bureau.Store.Read();
        Assert.Equal(new DateOnly(2026, 3, 31), (await db.Obligations.SingleAsync(o => o.NaturalKey == family.Obligation, TestContext.Current.CancellationToken)).EndsOn);
        Assert.Equal([$"{family.Case}/2"], entered.Obligations);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task An_order_that_begins_in_the_past_takes_the_place_of_another_in_one_change(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var obligor = await bureau.PersonAsync();
        var child = await bureau.ChildAsync();
        var number = await bureau.CaseAsync(obligor, await bureau.PersonAsync("Ada", "Brandt"), child, await bureau.PersonAsync("Jonah", "Brandt", new(2019, 2, 3)));
        var old = await bureau.MonthlyAsync(number, child, 400);
        foreach (var month in (int[])[1, 2, 3]) await bureau.ReceiveAsync(obligor, 400, new(2026, month, 10));
        var key = await own.CompletedAsync(number);
        await Bureau.Must(own.AcceptAsync(key, begins: new(2026, 2, 1)));

        var entered = await Bureau.Must(own.OrderAsync(key, "26DR77", old));
        Assert.Equal([$"{number}/2", $"{number}/3"], entered.Obligations);
        await using var db = bureau.Store.Read();
        Assert.Equal(new DateOnly(2026, 1, 31), await db.Obligations.Where(o => o.NaturalKey == old).Select(o => o.EndsOn).SingleAsync(TestContext.Current.CancellationToken));
        // She was paid under the old order what is hers under the new one: nobody asks it back, not even for a moment.
        Assert.False(await db.Recoveries.AnyAsync(TestContext.Current.CancellationToken));
        var monthly = (await own.ReadAsync(key)).Proposal!.Total;
        Assert.Equal(monthly + monthly - Money.Of(800), (await bureau.AccountAsync(number)) is var account ? account.Current + account.Na : default);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task What_may_not_be_is_refused_in_words(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var family = await bureau.FamilyAsync(400);
        var key = await own.FilledAsync(family.Case);
        Assert.Equal("R-CASE-NO-SUCH", await Code(StartDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new("26-104-99999-9", "or", Calculations.July, DeterminationPurpose.Review))));
        Assert.Equal("L-GUIDELINE-STATE", await Code(StartDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(family.Case, "wa", Calculations.July, DeterminationPurpose.Review))));
        Assert.Equal("R-DATE-UNLIKELY", await Code(StartDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(family.Case, "or", new(1800, 1, 1), DeterminationPurpose.Review))));
        Assert.Equal("R-SUPPORT-UNKNOWN", await Code(own.AcceptAsync(key with { Number = 9 })));
        Assert.Equal("R-SUPPORT-NOT-COMPLETED", await Code(own.AcceptAsync(key)));
        Assert.Equal("R-SCENARIO-UNKNOWN", await Code(RemoveScenario.RunAsync(bureau.Store, bureau.Ask(), new(key, 7))));
        Assert.Equal("R-SCENARIO-LAST", await Code(RemoveScenario.RunAsync(bureau.Store, bureau.Ask(), new(key, 1))));
        Assert.Equal("R-SCENARIO-NAME", await Code(CopyScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, " "))));
        Assert.Equal("R-SCENARIO-NAME", await Code(SaveScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, null, new string('x', 61), new Dictionary<string, string>()))));
        Assert.Equal("R-SCENARIO-TEXT-LONG", await Code(SaveScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, null, "x", new Dictionary<string, string> { ["parent_a.income_cents"] = new('1', 4001) }))));
        Assert.Equal("R-CHANGED-MEANWHILE", await Code(SaveScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, 0, "x", new Dictionary<string, string>()))));
        Assert.Equal("R-FINDING-UNKNOWN", await Code(RecordFinding.RunAsync(bureau.Store, bureau.Ask(), new(key, 1, "OR-REBUTTAL", "Court", Bureau.Today, "x"))));
        Assert.Equal("R-PROPOSAL-NONE", await Code(own.OrderAsync(key)));
        Assert.Equal("R-SUPPORT-WHY", await Code(SetAsideDetermination.RunAsync(bureau.Store, bureau.Ask(""), new(key, null))));
        Assert.Equal("R-SUPPORT-DRAFT", await Code(NewEdition.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, Calculations.July, DeterminationPurpose.Review))));
        await Bureau.Must(CompleteDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null)));
        Assert.Equal("R-PROPOSAL-CHILDREN", await Code(own.AcceptAsync(key, begins: new(2050, 1, 1))));
        var unborn = await Bureau.Refused(own.AcceptAsync(key, begins: new(1980, 1, 1)));
        Assert.Equal(("R-PROPOSAL-UNBORN", "beginsOn"), (unborn.Code, unborn.Field));
        Assert.Equal("R-SUPPORT-BY", await Code(AcceptScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null, 1, " ", Bureau.Today))));
        Assert.Equal("R-PROPOSAL-WEEKLY", await Code(AcceptScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null, 1, "Court", Bureau.Today, Weekly: true))));
        await Bureau.Must(SetAsideDetermination.RunAsync(bureau.Store, bureau.Ask(), new(key, null)));
        Assert.Equal("R-SUPPORT-ASIDE", await Code(SetAsideDetermination.RunAsync(bureau.Store, bureau.Ask(), new(key, null))));
        Assert.Equal("R-SUPPORT-DECIDED", await Code(RecordFinding.RunAsync(bureau.Store, bureau.Ask(), new(key, 1, "OR-REBUTTAL", "Court", Bureau.Today, "x"))));

        static async Task<string> Code<T>(Task<Outcome<T>> asked) => (await Bureau.Refused(asked)).Code;
    }
}
