using System.Globalization;
using Alimenta.Data;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;
using Alimenta.Office.Establishment;
using Alimenta.Office.Reading;

namespace Alimenta.Office.Tests.Establishment;

/// <summary>Support calculations of a bureau, told as a worker would.</summary>
public sealed class Calculations(Bureau bureau)
{
    /// <summary>The first day of the rules of July 2026.</summary>
    public static readonly DateOnly July = new(2026, 7, 1);

    public GuidelineDesk Desk { get; } = new(RuleCatalog.BuiltIn);

    public async Task<DeterminationKey> StartAsync(string number, string state = "or", DateOnly? law = null) =>
        (await Bureau.Must(StartDetermination.RunAsync(bureau.Store, Desk, bureau.Ask(), new(number, state, law ?? July, DeterminationPurpose.Establish)))).Key;

    /// <summary>What is kept of an edition, as its page reads it.</summary>
    public async Task<DeterminationPage> ReadAsync(DeterminationKey key)
    {
        var file = await Bureau.Must(new CasePages(bureau.Store).ReadAsync(Bureau.Worker, key.Case));
        return await Bureau.Must(new Determinations(bureau.Store).ReadAsync(Bureau.Worker, file, key.Number, key.Edition));
    }

    /// <summary>Types into a scenario over what is there; an empty text clears.</summary>
    public async Task<SaveScenario.Reply> TypeAsync(DeterminationKey key, int scenario, params (string Path, string Text)[] typed) => await Bureau.Must(SaveAsync(key, scenario, typed));

    public async Task<Outcome<SaveScenario.Reply>> SaveAsync(DeterminationKey key, int scenario, params (string Path, string Text)[] typed)
    {
        var there = (await ReadAsync(key)).Scenarios.Single(s => s.Ordinal == scenario);
        var all = there.Typed.ToDictionary();
        foreach (var (path, text) in typed) all[path] = text;
        return await SaveScenario.RunAsync(bureau.Store, Desk, bureau.Ask(), new(key, scenario, there.Version, there.Name, all));
    }

    public async Task ProveAsync(DeterminationKey key, int scenario, string path, EvidenceKind kind = EvidenceKind.PayStub, string reason = "", params ConditionFound[] found) =>
        await Bureau.Must(RecordEvidence.RunAsync(bureau.Store, Desk, bureau.Ask(), new(key, scenario, path, kind, "Harlow Mills", "Stub of 12 March", new(2026, 3, 12), reason, found)));

    /// <summary>An Oregon family with two incomes and their evidence: parent A pays.</summary>
    public async Task<DeterminationKey> FilledAsync(string number)
    {
        var key = await StartAsync(number);
        await TypeAsync(key, 1, ("parent_a.income_cents", "5,500.00"), ("parent_b.income_cents", "3500"), ("parent_a.overnights_hundredths", "80"), ("parent_b.overnights_hundredths", "285"));
        await ProveAsync(key, 1, "parent_a.income_cents");
        await ProveAsync(key, 1, "parent_b.income_cents");
        return key;
    }

    public async Task<DeterminationKey> CompletedAsync(string number)
    {
        var key = await FilledAsync(number);
        await Bureau.Must(CompleteDetermination.RunAsync(bureau.Store, Desk, bureau.Ask(), new(key, null)));
        return key;
    }

    public Task<Outcome<DeterminationChanged>> AcceptAsync(DeterminationKey key, int scenario = 1, DateOnly? begins = null) =>
        AcceptScenario.RunAsync(bureau.Store, Desk, bureau.Ask(), new(key, null, scenario, "Circuit Court", begins ?? new(2026, 4, 1)));

    public Task<Outcome<EnterProposal.Reply>> OrderAsync(DeterminationKey key, string docket = "26DR77", params string[] replaces) =>
        EnterProposal.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(key, null, "Circuit Court", docket, Bureau.Today, replaces));

    /// <summary>What parent A pays each month.</summary>
    public static Money Paid(ScenarioView scenario) => scenario.Result!.Monthly(GuidelineParty.ParentA);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
