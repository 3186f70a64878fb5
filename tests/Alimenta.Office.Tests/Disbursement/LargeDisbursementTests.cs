using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Receipts;
using Alimenta.Office.Tests.Receipts;
using Alimenta.Office.Training;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Disbursement;

/// <summary>A large day is paid in parts by several workers: the same payments and entries as in one command, whatever dies on the way, and one bad payee stops no other.</summary>
public sealed class LargeDisbursementTests
{
    private static readonly DateOnly Payday = new(2026, 11, 20);
    private static readonly DateOnly Next = new(2026, 11, 23);
    private static readonly PolicyDesk Policies = new(LawStore.BuiltIn);
    private static readonly PaymentParts Small = new(LargestWhole: 2, Payees: 2, Payments: 3);
    private static readonly Actor Clerk = new(71, "clerk");
    private static readonly Actor Releaser = new(72, "releaser");

    [Theory, EachEngine]
    public async Task In_parts_or_whole_the_payments_and_the_ledger_are_the_same(string engine)
    {
        using var county = await CountyAsync(engine);
        using var one = TestDatabases.CopyOf(county);
        using var other = TestDatabases.CopyOf(county);
        var seen = await Bureau.Must(Run(county.Store, Small).RunAsync("look", Clerk, preview: true));
        var whole = await Bureau.Must(Run(one.Store, new()).RunAsync("day", Clerk));
        var parts = await Bureau.Must(Run(other.Store, Small).RunAsync("day", Clerk));
        Assert.True(whole.Payments > 6, $"{whole.Payments} payments");
        Assert.Equal((whole.Payments, whole.AmountCents, whole.ReleasedHolds, whole.Waiting), (parts.Payments, parts.AmountCents, parts.ReleasedHolds, parts.Waiting));
        Assert.Equal((whole.Payments, whole.AmountCents, whole.ReleasedHolds, whole.Waiting), (seen.Payments, seen.AmountCents, seen.ReleasedHolds, seen.Waiting));
        Assert.Empty(parts.SetAside);
        Assert.Equal(await PaidAsync(one.Store), await PaidAsync(other.Store));
        Assert.Equal(await ProvenAsync(one.Store), await ProvenAsync(other.Store));
        Assert.Empty(await PaidAsync(county.Store));

        // Files are cut to their size, hold every payment once under a trace of its own, and say the same sums.
        Assert.All(parts.Files, f => Assert.InRange(f.Count, 0, 3));
        Assert.True(parts.Files.Count > whole.Files.Count);
        Assert.Equal(Sums(whole.Files), Sums(parts.Files));
        Assert.Equal(Sums(whole.Files), Sums(seen.Files));
        await using var db = other.Store.Read();
        var traces = await db.Disbursements.Where(d => d.On == Next).Select(d => d.Trace).ToListAsync();
        Assert.Equal(parts.Payments, traces.Distinct().Count());
        Assert.DoesNotContain(null, traces);
        Assert.Equal(RunStatus.Done, (await db.BatchRuns.SingleAsync(r => r.Kind == "disbursement")).Status);

        // Asked again, it says the same; under another key there is nothing left to pay.
        var again = await Bureau.Must(Run(other.Store, Small).RunAsync("day", Clerk));
        Assert.Equal((parts.Payments, parts.AmountCents, parts.Files.Count), (again.Payments, again.AmountCents, again.Files.Count));
        Assert.Equal(0, (await Bureau.Must(Run(other.Store, Small).RunAsync("later", Clerk))).Payments);
    }

    [Theory, EachEngine]
    public async Task Whoever_began_the_run_cannot_release_its_files_and_another_can(string engine)
    {
        using var county = await CountyAsync(engine);
        var made = await Bureau.Must(Run(county.Store, Small).RunAsync("day", Clerk));
        foreach (var file in made.Files)
        {
            Assert.Equal("R-SAME-PERSON", (await new ReleaseFile(county.Store).RunAsync(file.Id, file.AmountCents, $"own-{file.Id}", Clerk)).Refusal?.Code);
            Assert.Equal(file.Count, (await Bureau.Must(new ReleaseFile(county.Store).RunAsync(file.Id, file.AmountCents, $"release-{file.Id}", Releaser))).Count);
        }

        await using var db = county.Store.Read();
        Assert.All(await db.Disbursements.Where(d => d.On == Next).ToListAsync(), d => Assert.Equal(DisbursementStatus.Released, d.Status));
        Assert.Equal(0, await db.Payables.CountAsync(p => p.Status == PayableStatus.InFile && db.Disbursements.Any(d => d.Id == p.DisbursementId && d.On == Next)));
        await ProvenAsync(county.Store);
    }

    [Theory, EachEngine]
    public async Task Killed_anywhere_and_taken_up_by_a_worker_it_ends_in_the_same_payments(string engine)
    {
        using var county = await CountyAsync(engine);
        using var undisturbed = TestDatabases.CopyOf(county);
        await Bureau.Must(Run(undisturbed.Store, new()).RunAsync("day", Clerk));
        var (ledger, paid) = (await ProvenAsync(undisturbed.Store), await PaidAsync(undisturbed.Store));
        var died = 0;
        for (var nth = 2; ; nth += 13)
        {
            using var copy = TestDatabases.CopyOf(county);
            var crash = new LargeFileTests.DiesAt(_ => true, nth);
            await Record.ExceptionAsync(() => Run(copy.Another(crash), Small).RunAsync("day", Clerk));
            await ProvenAsync(copy.Store);
            copy.Pass(TimeSpan.FromMinutes(6));
            var runs = new PaymentRuns(copy.Store, Policies, BankSettings.Demonstration) { Parts = Small };
            foreach (var run in await runs.OpenRunsAsync())
            {
                // A second payday does not begin beside one that is under way.
                Assert.Equal("R-DISBURSEMENT-UNDER-WAY", (await Run(copy.Store, Small).RunAsync("other", Clerk)).Refusal?.Code);
                await runs.WorkAsync(run, "a worker that comes later");
            }

            await Bureau.Must(Run(copy.Store, Small).RunAsync("day", Clerk));
            Assert.Equal(ledger, await ProvenAsync(copy.Store));
            Assert.Equal(paid, await PaidAsync(copy.Store));
            await using var db = copy.Store.Read();
            Assert.Equal(0, await db.Disbursements.CountAsync(d => d.FileId == null));
            if (!crash.Died) break;
            died++;
        }

        Assert.True(died > 3, $"it died {died} times");
    }

    [Theory, EachEngine]
    public async Task A_payee_who_cannot_be_paid_is_set_aside_and_stops_no_other(string engine)
    {
        using var county = await CountyAsync(engine);
        using var healthy = TestDatabases.CopyOf(county);
        using var sick = TestDatabases.CopyOf(county);
        var expected = await Bureau.Must(Run(healthy.Store, new()).RunAsync("day", Clerk));
        long payee;
        await using (var db = healthy.Store.Read()) payee = await db.Disbursements.Where(d => d.On == Next && db.People.Any(p => p.Id == d.PayeeId && p.Kind == PersonKind.Person)).OrderBy(d => d.Id).Select(d => d.PayeeId).FirstAsync();
        // A payee without a number: no payment can name her.
        var number = sick.Scalar($"select number from person where id = {payee}");
        sick.Execute($"update person set number = '' where id = {payee}");

        var made = await Bureau.Must(Run(sick.Store, Small).RunAsync("day", Clerk));
        Assert.Contains("payee", Assert.Single(made.SetAside));
        Assert.Equal(expected.Payments - 1, made.Payments);
        Assert.Equal(made.Payments, made.Files.Sum(f => f.Count));

        sick.Execute($"update person set number = '{number}' where id = {payee}");
        var mended = sick.Another(null);
        var runs = new PaymentRuns(mended, Policies, BankSettings.Demonstration) { Parts = Small };
        var run = Assert.Single(await runs.OpenRunsAsync());
        Assert.Equal(1, await Bureau.Must(runs.RetryAsync(run, "retry", Clerk)));
        await runs.WorkAsync(run, "again");
        Assert.Empty(await runs.OpenRunsAsync());
        var all = await runs.MadeAsync(run);
        Assert.Equal((expected.Payments, expected.AmountCents), (all.Payments, all.AmountCents));
        Assert.Equal(expected.Payments, all.Files.Sum(f => f.Count));
        Assert.Equal(await ProvenAsync(healthy.Store), await ProvenAsync(mended));
    }

    private static DisbursementRun Run(AlimentaStore store, PaymentParts parts) => new(store, Policies, BankSettings.Demonstration) { Parts = parts };

    private static IReadOnlyList<(DisbursementFileKind, int, Money)> Sums(IReadOnlyList<FileMade> files) =>
        [.. files.GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(f => f.Count), g.Sum(f => f.AmountCents))).Where(s => s.Item2 > 0)];

    private static async Task<IReadOnlyList<string>> PaidAsync(AlimentaStore store)
    {
        await using var db = store.Read();
        return await db.Disbursements.Where(d => d.On == Next).OrderBy(d => d.NaturalKey).Select(d => $"{d.NaturalKey} {d.Method} {d.Amount} {d.StubJson.Length}").ToListAsync();
    }

    /// <summary>A county in which everyone paid on a Friday; on Monday it is paid out.</summary>
    private static async Task<TestDatabase> CountyAsync(string engine)
    {
        var county = await LargeFileTests.CountyAsync(engine);
        await Bureau.Must(new ReceiveFile(county.Store, Policies).RunAsync("A.ach", await LargeFileTests.FileAsync(county.Store), Clerk));
        await Bureau.Must(new BusinessDays(county.Store).OpenAsync(Next, Clerk));
        return county;
    }

    private static Task<string> ProvenAsync(AlimentaStore store) => LargeFileTests.ProvenAsync(store);
}
