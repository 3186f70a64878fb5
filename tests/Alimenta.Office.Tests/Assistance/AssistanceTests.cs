using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Assistance;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Assistance;

/// <summary>Assistance recorded on time, late, wrong and voided.</summary>
public sealed class AssistanceTests
{
    private const AssistanceProgram Tanf = AssistanceProgram.Tanf;
    private static readonly SupportMonth February = SupportMonth.Of(2026, 2);

    [Theory, EachEngine]
    public async Task A_spell_recorded_late_redoes_what_was_distributed_and_moves_only_the_net(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var january = await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 1, 10));
        var february = await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 2, 10));

        // February was a month of assistance, as is found out in March: the state keeps what the family was given.
        var spell = await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("told late by the agency"), new(Tanf, family.Custodian, new(2026, 2, 1), new(2026, 2, 28), [family.Child])));
        var granted = await Bureau.Must(RecordGrant.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(Tanf, family.Custodian, February, Money.Of(250))));

        var moved = spell.Effect.Payees.Concat(granted.Effect.Payees).GroupBy(p => (p.Payee, p.Kind)).ToDictionary(g => g.Key, g => g.Sum(p => p.Net));
        Assert.Equal(-Money.Of(250), moved[(family.Custodian, PayeeKind.Family)]);
        Assert.Equal(Money.Of(250), moved[(SpecialPeople.State, PayeeKind.State)] + moved[(SpecialPeople.Federal, PayeeKind.Federal)]);
        await using var db = bureau.Store.Read();
        // January's money is neither paid again nor taken back.
        Assert.Equal(1, await db.JournalEntries.CountAsync(e => e.Key == $"D:{january}"));
        Assert.True(await db.JournalEntries.CountAsync(e => e.Key == $"D:{february}") >= 3);
        Assert.Equal(Money.Of(550), (await db.Payables.Where(p => p.PayeeKind == PayeeKind.Family && p.Status != PayableStatus.Void).ToListAsync()).Sum(p => p.Amount));
        Assert.Empty(await db.Recoveries.ToListAsync());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task What_left_already_becomes_a_potential_recovery_and_is_not_taken(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await bureau.ReceiveAsync(family.Obligor, 400, new(2026, 2, 10));
        database.Execute("update payable set status = 'paid'");
        await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(Tanf, family.Custodian, new(2026, 2, 1))));
        var preview = await Bureau.Must(RecordGrant.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(preview: true), new(Tanf, family.Custodian, February, Money.Of(250))));
        await using var db = bureau.Store.Read();
        Assert.Empty(await db.Recoveries.Where(r => r.Amount == Money.Of(250)).ToListAsync());
        var done = await Bureau.Must(RecordGrant.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(Tanf, family.Custodian, February, Money.Of(250))));

        Assert.Equal(Money.Of(250), done.Effect.RecoverableCents);
        Assert.Equal(preview.Effect.Payees, done.Effect.Payees);
        var recovery = await db.Recoveries.SingleAsync();
        Assert.Equal((RecoveryStatus.Potential, RecoveryConsent.None, Money.Of(250)), (recovery.Status, recovery.Consent, recovery.Amount));

        // It was another family's grant after all: the recovery is closed and nobody is paid twice.
        await Bureau.Must(RecordGrant.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("another family's"), new(Tanf, family.Custodian, February, -Money.Of(250))));
        Assert.Equal(RecoveryStatus.Closed, (await db.Recoveries.SingleAsync()).Status);
        Assert.Equal(Money.Of(400), (await db.Payables.Where(p => p.PayeeKind == PayeeKind.Family && p.Status != PayableStatus.Void).ToListAsync()).Sum(p => p.Amount));
    }

    [Theory, EachEngine]
    public async Task Spells_that_contradict_each_other_are_refused_in_words(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var spell = await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(Tanf, family.Custodian, new(2025, 6, 1))));
        var over = await Bureau.Refused(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(Tanf, family.Custodian, new(2026, 1, 1), null, [family.Child])));
        Assert.Equal("R-SPELL-OVERLAP", over.Code);
        Assert.Contains("Cash assistance (TANF) is on record from 1 Jun 2025 on", over.What, StringComparison.Ordinal);
        await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(AssistanceProgram.Medicaid, family.Custodian, new(2025, 6, 1), null, [family.Child])));

        await Bureau.Must(EndAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(spell.RowId, 0, new(2025, 12, 31))));
        Assert.Equal("R-CHANGED-MEANWHILE", (await Bureau.Refused(EndAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(spell.RowId, 0, new(2025, 11, 30))))).Code);
        var second = await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(Tanf, family.Custodian, new(2026, 2, 1))));
        Assert.Equal("R-SPELL-OVERLAP", (await Bureau.Refused(EndAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(spell.RowId, null, null)))).Code);
        Assert.Equal("R-DATES-BACKWARDS", (await Bureau.Refused(EndAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(second.RowId, null, new(2026, 1, 1))))).Code);

        Assert.Equal("R-GRANT-NO-SPELL", (await Bureau.Refused(Grant(SupportMonth.Of(2026, 1), 100))).Code);
        await Bureau.Must(Grant(SupportMonth.Of(2026, 3), 100));
        Assert.Equal("W-GRANT-AGAIN", (await Bureau.Refused(Grant(SupportMonth.Of(2026, 3), 100))).Code);
        Assert.Equal("R-GRANT-BELOW", (await Bureau.Refused(Grant(SupportMonth.Of(2026, 3), -101))).Code);
        Assert.Equal("R-DATE-FUTURE", (await Bureau.Refused(Grant(SupportMonth.Of(2026, 4), 100))).Code);
        Assert.Equal("R-SPELL-GRANT-AFTER", (await Bureau.Refused(EndAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(second.RowId, null, new(2026, 2, 28))))).Code);
        Assert.Equal("R-SPELL-GRANTED", (await Bureau.Refused(VoidAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(second.RowId, null)))).Code);
        await Bureau.Must(Grant(SupportMonth.Of(2026, 3), -100));
        await Bureau.Must(VoidAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask("wrong family"), new(second.RowId, null)));
        Assert.Equal("R-SPELL-VOIDED", (await Bureau.Refused(EndAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(second.RowId, null, Bureau.Today)))).Code);
        await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(Tanf, family.Custodian, new(2026, 1, 1))));

        await using var db = bureau.Store.Read();
        Assert.Equal(4, await db.AssistanceSpells.CountAsync());
        Assert.Contains(await bureau.HistoryAsync("assistance_spell"), c => c.Why == "wrong family" && c.After == "{\"Voided\":true}" && c.UserId == Bureau.Worker.UserId);
        Assert.Equal("", await bureau.FaultsAsync());

        Task<Outcome<AssistanceChanged>> Grant(SupportMonth month, int dollars) =>
            RecordGrant.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), new(Tanf, family.Custodian, month, Money.Of(dollars)));
    }

    [Theory, EachEngine]
    public async Task Foster_care_of_one_child_stands_beside_that_of_another(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var custodian = await bureau.PersonAsync();
        var (one, two) = (await bureau.ChildAsync(), await bureau.ChildAsync());
        StartAssistance.Request care = new(AssistanceProgram.Ive, custodian, new(2026, 1, 1), null, [one]);
        await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), care with { Agency = SpecialPeople.Agency }));
        await Bureau.Must(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), care with { Members = [two] }));
        Assert.Equal("R-SPELL-OVERLAP", (await Bureau.Refused(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), care))).Code);
        Assert.Equal("R-SPELL-OVERLAP", (await Bureau.Refused(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), care with { Members = null }))).Code);
        Assert.Equal("R-SPELL-MEMBER-TWICE", (await Bureau.Refused(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), care with { Members = [two, two] }))).Code);
        Assert.Equal("R-SPELL-AGENCY-UNKNOWN", (await Bureau.Refused(StartAssistance.RunAsync(bureau.Store, bureau.Policies, bureau.Ask(), care with { Agency = one }))).Code);
    }
}
