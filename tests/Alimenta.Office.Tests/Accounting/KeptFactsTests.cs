using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Tests.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Accounting;

/// <summary>What a payment reads of a family's facts is kept as one text, and is dropped whenever one of the rows behind it changes, whoever changes it. That it says what the rows say is a part of the proof.</summary>
public sealed class KeptFactsTests
{
    private static readonly PolicyDesk Policies = new(LawStore.BuiltIn);
    private const string Any = "case_file support_order obligation obligation_term assistance_spell spell_member assistance_grant";

    [Theory, EachEngine]
    public async Task A_row_that_changes_takes_the_text_with_it(string engine)
    {
        using var database = await KeptAsync(engine);
        var all = Count(database);
        foreach (var table in Any.Split(' '))
        {
            using var copy = TestDatabases.CopyOf(database);
            Assert.Equal(1, copy.Execute($"update {table} set {(table == "case_file" ? "policy = policy || 'x'" : "version = version + 1")} where id = (select min(id) from {table})"));
            Assert.True(Count(copy) < all, $"{table}: all {all} are left");
            Assert.True(Count(copy) > 0, $"{table}: those of others went too");
        }
    }

    [Theory, EachEngine]
    public async Task A_row_that_comes_or_goes_takes_the_text_with_it(string engine)
    {
        using var database = await KeptAsync(engine);
        var all = Count(database);
        string[] changes =
        [
            "insert into overpayment_choice (id, version, person_id, intent, valid_from) select 9001, 1, min(obligor_id), 'future', '2026-01-01' from case_file",
            "insert into opening_balance (id, version, case_id, obligation_id, debt_class, month, amount, as_of, source_document, audited) select 9001, 1, min(case_id), min(id), 'NA', 24300, 100, '2026-01-01', '', '0' from obligation",
            "insert into adjustment (id, version, natural_key, case_id, obligation_id, month, amount, on_day, reason, recorded_at) select 9001, 1, 'a', min(case_id), min(id), 24300, 100, '2026-01-01', '', '2026-01-01' from obligation",
            "delete from assistance_grant",
            "delete from spell_member",
        ];
        foreach (var change in changes)
        {
            using var copy = TestDatabases.CopyOf(database);
            Assert.True(copy.Execute(change) > 0, change);
            Assert.True(Count(copy) < all, $"{change}: all {all} are left");
        }
    }

    [Theory, EachEngine]
    public async Task What_a_payment_does_not_read_leaves_the_text(string engine)
    {
        using var database = await KeptAsync(engine);
        var all = Count(database);
        Assert.True(database.Execute("update case_file set status = 'closed', closed_on = '2026-06-01', version = version + 1") > 0);
        Assert.Equal(all, Count(database));
    }

    [Theory, EachEngine]
    public async Task The_proof_finds_a_text_that_does_not_say_what_the_rows_say(string engine)
    {
        using var database = await KeptAsync(engine);
        await LargeFileTests.ProvenAsync(database.Store);
        Assert.Equal(1, database.Execute("update kept_facts set facts_text = replace(facts_text, '/1', '/2') where circle_id = (select min(circle_id) from kept_facts)"));
        var fault = Assert.Single(Assert.Single((await Proof.ProveAsync(database.Store, Policies, new(ProofPlays.All))).Checks, c => !c.Ok).Faults);
        Assert.Contains("what is kept of its facts", fault.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Three families, one of them with assistance, all of whose facts a day's accrual kept.</summary>
    private static async Task<TestDatabase> KeptAsync(string engine)
    {
        var database = TestDatabases.Create(engine);
        var county = await SmallCounty.OpenAsync(database, new(2026, 3, 2));
        await county.FamilyAsync(400, new(2026, 1, 1));
        await county.FamilyAsync(300, new(2026, 1, 1));
        var third = await county.FamilyAsync(250, new(2026, 2, 1));
        await county.AssistAsync(third, new(2026, 2, 1), null);
        await county.GrantAsync(third, new(2026, 2, 1), 300);
        await county.DoAsync("member", async ctx =>
        {
            ctx.Add(new SpellMember { SpellId = await ctx.Db.AssistanceSpells.Select(s => s.Id).SingleAsync(), PersonId = third.CustodianId, From = new(2026, 2, 1) });
            await new CirclePosting(Policies).BringUpAsync(ctx, [third.CircleId], county.Today, "for the test");
            return true;
        });
        await new CircleRuns(database.Store, Policies).FinishAsync((await Bureau.Must(new AccrualRun(database.Store).StartAsync())).Run, "test");
        Assert.Equal(3, Count(database));
        return database;
    }

    private static long Count(TestDatabase database) => Convert.ToInt64(database.Scalar("select count(*) from kept_facts"), System.Globalization.CultureInfo.InvariantCulture);
}
