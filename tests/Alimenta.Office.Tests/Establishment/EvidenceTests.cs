using Alimenta.Data;
using Alimenta.Law.Guidelines;
using Alimenta.Office.Establishment;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Establishment;

/// <summary>How incomes are known: worked out of documents, or imputed with every condition of the state looked at; findings; scenarios.</summary>
public sealed class EvidenceTests
{
    [Theory, EachEngine]
    public async Task Pay_stubs_become_an_input_with_its_working(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var family = await bureau.FamilyAsync(400);
        var key = await own.StartAsync(family.Case);
        Dictionary<string, string> stubs = new() { ["source"] = "pay_stubs", ["paid_every"] = "biweekly", ["stubs[0].paid"] = "3/6/2026", ["stubs[0].gross_cents"] = "1,900.00", ["stubs[1].paid"] = "2/20/2026", ["stubs[1].gross_cents"] = "2,100" };
        WorkOutIncome.Request ask = new(key, 1, "parent_a.income_cents", stubs, "Harlow Mills", "Two stubs", new(2026, 3, 6), "", []);
        var done = await Bureau.Must(WorkOutIncome.RunAsync(bureau.Store, own.Desk, bureau.Ask(), ask));
        Assert.Equal(Money.Of(4333, 33), done.Amount);
        var scenario = (await own.ReadAsync(key)).Scenarios[0];
        Assert.Equal("4,333.33", scenario.Typed["parent_a.income_cents"]);
        var evidence = scenario.Evidence["parent_a.income_cents"];
        Assert.Equal((EvidenceKind.PayStub, Money.Of(4333, 33)), (evidence.Kind, evidence.Worked));
        Assert.Contains("190000", evidence.WorkingJson, StringComparison.Ordinal);

        Assert.Equal("L-FACT-TYPE", await Code(ask with { Working = new Dictionary<string, string>(stubs) { ["stubs[0].gross_cents"] = "a lot" } }));
        Assert.Equal("L-INCOME-NONE", await Code(ask with { Working = new Dictionary<string, string> { ["source"] = "pay_stubs" } }));
        Assert.Equal("R-INCOME-INPUT", await Code(ask with { Path = "parent_a.union_dues_cents" }));
        Assert.Equal("R-INCOME-POTENTIAL", await Code(ask with { Working = new Dictionary<string, string> { ["source"] = "potential", ["hourly_wage_cents"] = "15", ["hours_hundredths"] = "40" } }));
        Assert.Equal("R-EVIDENCE-SAID-BY", await Code(ask with { SaidBy = "" }));

        async Task<string> Code(WorkOutIncome.Request request) => (await Bureau.Refused(WorkOutIncome.RunAsync(bureau.Store, own.Desk, bureau.Ask(), request))).Code;
    }

    [Theory, EachEngine]
    public async Task Imputed_income_needs_every_condition_of_the_state(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var family = await bureau.FamilyAsync(400);
        var key = await own.FilledAsync(family.Case);
        await own.TypeAsync(key, 1, ("parent_b.potential_income_cents", "500"));
        var conditions = ImputationConditions.Of(own.Desk.Law.On(Calculations.July, "us-or"), "or");
        Assert.Equal(["work-history", "hours", "qualifications", "health", "local-jobs", "limits"], conditions.Select(c => c.Code));
        const string path = "parent_b.potential_income_cents";
        Assert.Equal("R-EVIDENCE-IMPUTED", (await Bureau.Refused(Record(EvidenceKind.PayStub, "x"))).Code);
        Assert.Equal("R-EVIDENCE-WHY", (await Bureau.Refused(Record(EvidenceKind.Imputed, ""))).Code);
        var open = await Bureau.Refused(Record(EvidenceKind.Imputed, "could work more", new ConditionFound("work-history", "cook for six years")));
        Assert.Equal(("R-IMPUTED-CONDITION", "condition-hours"), (open.Code, open.Field));
        Assert.Equal("R-SUPPORT-EVIDENCE", (await Bureau.Refused(CompleteDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null)))).Code);
        await Bureau.Must(Record(EvidenceKind.Imputed, "could work more", [.. conditions.Select(c => new ConditionFound(c.Code, "looked at"))]));
        Assert.Equal(6, (await own.ReadAsync(key)).Scenarios[0].Evidence[path].Conditions.Count);
        await Bureau.Must(CompleteDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null)));

        // The finding must be recorded before the scenario is accepted.
        var unfound = await Bureau.Refused(own.AcceptAsync(key));
        Assert.Equal("R-SUPPORT-FINDING", unfound.Code);
        Assert.Contains("$500.00", unfound.What, StringComparison.Ordinal);
        Assert.Equal("R-FINDING-BY", (await Bureau.Refused(Found(" ", "x"))).Code);
        Assert.Equal("R-FINDING-WHY", (await Bureau.Refused(Found("Court", " "))).Code);
        await Bureau.Must(Found("Hearing officer Reyes", "She can work 20 hours."));
        await Bureau.Must(own.AcceptAsync(key));

        Task<Outcome<RecordEvidence.Reply>> Record(EvidenceKind kind, string why, params ConditionFound[] found) =>
            RecordEvidence.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, path, kind, "Hearing officer", "", null, why, found));

        Task<Outcome<RecordFinding.Reply>> Found(string by, string reason) => RecordFinding.RunAsync(bureau.Store, bureau.Ask(), new(key, 1, "OR-POTENTIAL-INCOME", by, Bureau.Today, reason));
    }

    [Theory, EachEngine]
    public async Task A_finding_on_other_figures_does_not_count_any_more(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var family = await bureau.FamilyAsync(400);
        var key = await own.FilledAsync(family.Case);
        await own.TypeAsync(key, 1, ("rebuttal.factors", "net_income, needs_of_child"), ("rebuttal.reason", "Costs of travel"), ("rebuttal.parent_a.cash_minors_cents", "-100"));
        Assert.Equal(["OR-REBUTTAL"], (await own.ReadAsync(key)).Scenarios[0].Open);
        await Bureau.Must(RecordFinding.RunAsync(bureau.Store, bureau.Ask(), new(key, 1, "OR-REBUTTAL", "Circuit Court", Bureau.Today, "Travel costs are high.")));
        Assert.Empty((await own.ReadAsync(key)).Scenarios[0].Open);
        await own.TypeAsync(key, 1, ("rebuttal.parent_a.cash_minors_cents", "-150"));
        Assert.Equal(["OR-REBUTTAL"], (await own.ReadAsync(key)).Scenarios[0].Open);
    }

    [Theory, EachEngine]
    public async Task Scenarios_stand_side_by_side_and_evidence_goes_along(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var family = await bureau.FamilyAsync(400);
        var key = await own.FilledAsync(family.Case);
        Assert.Equal(2, (await Bureau.Must(CopyScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, "More time")))).Scenario);
        await own.TypeAsync(key, 2, ("parent_a.overnights_hundredths", "150"), ("parent_b.overnights_hundredths", "215"));
        var sheet = await own.ReadAsync(key);
        Assert.True(Calculations.Paid(sheet.Scenarios[1]) < Calculations.Paid(sheet.Scenarios[0]));
        Assert.Empty(sheet.Scenarios[1].Unproven);
        await Bureau.Must(RemoveScenario.RunAsync(bureau.Store, bureau.Ask(), new(key, 1)));
        Assert.Equal([2], (await own.ReadAsync(key)).Scenarios.Select(s => s.Ordinal));
        Assert.Equal(3, (await Bureau.Must(CopyScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 2, "Again")))).Scenario);
        for (var i = 0; i < 6; i++) await Bureau.Must(CopyScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 2, "Again")));
        Assert.Equal("R-SCENARIO-MANY", (await Bureau.Refused(CopyScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 2, "One too many")))).Code);
    }

    [Theory, EachEngine]
    public async Task New_York_counts_the_year_stops_at_the_cap_and_orders_by_the_week(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var number = await bureau.CaseAsync(await bureau.PersonAsync(), await bureau.PersonAsync("Ada", "Brandt"), await bureau.ChildAsync());
        var key = await own.StartAsync(number, "ny", new(2026, 3, 15));
        var start = (await own.ReadAsync(key)).Scenarios[0];
        Assert.Equal(("Mara", "5/4/2016", "parent_b"), (start.Typed["children[0].name"], start.Typed["children[0].born"], start.Typed["children[0].lives_with"]));
        // Of whom nothing is known is not one without income: the amounts are asked for.
        Assert.Null(start.Result);
        Assert.Equal(["parent_a.income[0].amount_cents", "parent_b.income[0].amount_cents"], start.Faults.Select(f => f.Field));
        await own.TypeAsync(key, 1, ("parent_a.income[0].item", "gross_income"), ("parent_b.income[0].item", "gross_income"), ("parent_b.income[0].amount_cents", "40,000"));
        await Bureau.Must(WorkOutIncome.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, 1, "parent_a.income[0].amount_cents",
            new Dictionary<string, string> { ["source"] = "pay_stubs", ["paid_every"] = "weekly", ["stubs[0].paid"] = "3/6/2026", ["stubs[0].gross_cents"] = "1,500" }, "Employer", "", null, "", [])));
        await own.ProveAsync(key, 1, "parent_b.income[0].amount_cents");
        Assert.Equal("78,000.00", (await own.ReadAsync(key)).Scenarios[0].Typed["parent_a.income[0].amount_cents"]);
        await Bureau.Must(CompleteDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null)));
        await Bureau.Must(AcceptScenario.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null, 1, "Family Court", new(2026, 4, 3), Weekly: true)));
        var proposal = (await own.ReadAsync(key)).Proposal!;
        // 17 percent of 78,000 by 52 weeks.
        Assert.Equal((Frequency.Weekly, Money.Of(255)), (proposal.Frequency, proposal.Total));
        await Bureau.Must(own.OrderAsync(key, "F-0112-26"));
        Assert.Equal("", await bureau.FaultsAsync());

        var rich = (await Bureau.Must(NewEdition.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, new(2026, 3, 15), DeterminationPurpose.Modify)))).Key;
        await own.TypeAsync(rich, 1, ("parent_a.income[0].amount_cents", "300,000"));
        // What changes the amount is entered among the inputs; to record it as found would be no help.
        var undecided = (await own.ReadAsync(rich)).Scenarios[0];
        Assert.Equal(("NY-ABOVE-CAP", 0), (undecided.Result!.Decision!.Code, undecided.Open.Count));
        Assert.Equal("R-FINDING-UNKNOWN", (await Bureau.Refused(RecordFinding.RunAsync(bureau.Store, bureau.Ask("Above the cap"), new(rich, 1, "NY-ABOVE-CAP", "Family Court", new(2026, 3, 15), "Above the cap")))).Code);
        await Bureau.Must(CompleteDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(rich, null)));
        var stop = await Bureau.Refused(own.AcceptAsync(rich));
        Assert.Equal("R-SUPPORT-DECISION", stop.Code);
        Assert.Contains("above the cap", stop.What, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Iowa_takes_its_own_facts_to_an_order(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var own = new Calculations(bureau);
        var number = await bureau.CaseAsync(await bureau.PersonAsync(), await bureau.PersonAsync("Ada", "Brandt"), await bureau.ChildAsync());
        var key = await own.StartAsync(number, "ia", new(2026, 3, 15));
        var start = (await own.ReadAsync(key)).Scenarios[0];
        Assert.Equal("parent_b", start.Typed["children[0].care"]);
        Assert.Equal(["parent_a.incomes[0].amount_cents", "parent_b.incomes[0].amount_cents"], start.Faults.Select(f => f.Field));
        var low = await own.TypeAsync(key, 1, ("parent_a.stated_net.monthly_cents", "1,500"), ("parent_a.stated_net.source", "Decree"), ("parent_b.stated_net.monthly_cents", "900"), ("parent_b.stated_net.source", "Decree"),
            ("parent_a.stated_net.gross_monthly_cents", "1,900"), ("parent_b.stated_net.gross_monthly_cents", "1,100"), ("no_cash_medical_because", "The children are covered"),
            // Net income that a decree states stands in the place of the lines for wages.
            ("parent_a.incomes[0].kind", ""), ("parent_b.incomes[0].kind", ""));
        Assert.True(low.Calculated, string.Join("; ", low.Faults));
        await own.ProveAsync(key, 1, "parent_a.stated_net.monthly_cents", EvidenceKind.CourtRecord);
        await own.ProveAsync(key, 1, "parent_b.stated_net.monthly_cents", EvidenceKind.CourtRecord);
        await Bureau.Must(CompleteDetermination.RunAsync(bureau.Store, own.Desk, bureau.Ask(), new(key, null)));
        var scenario = (await own.ReadAsync(key)).Scenarios[0];
        Assert.True(Calculations.Paid(scenario).IsPositive);
        Assert.Contains(scenario.Result!.Lines, l => l.Who == GuidelineParty.ParentA && l.Number.StartsWith("4", StringComparison.Ordinal));

        Assert.Equal("R-SUPPORT-FINDING", (await Bureau.Refused(own.AcceptAsync(key))).Code);
        var finding = Assert.Single(scenario.Result.Findings).Code;
        await Bureau.Must(RecordFinding.RunAsync(bureau.Store, bureau.Ask("Covered by her employer"), new(key, 1, finding, "District Court", new(2026, 3, 15), "Covered by her employer")));
        await Bureau.Must(own.AcceptAsync(key));
        var entered = await Bureau.Must(own.OrderAsync(key, "EQCE 77"));
        Assert.Equal([$"{number}/1"], entered.Obligations);
        await using var db = bureau.Store.Read();
        Assert.Equal([Calculations.Paid(scenario)], await db.ObligationTerms.Where(t => db.Obligations.Any(o => o.Id == t.ObligationId && o.NaturalKey == $"{number}/1")).Select(t => t.Amount).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal("", await bureau.FaultsAsync());
    }
}
