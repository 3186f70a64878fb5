using System.Globalization;
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
            var crash = new DiesAt(nth);
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
    public async Task A_payee_without_a_number_is_set_aside_in_words_and_paid_when_it_is_mended(string engine)
    {
        using var county = await CountyAsync(engine);
        using var healthy = TestDatabases.CopyOf(county);
        var expected = await Bureau.Must(Run(healthy.Store, new()).RunAsync("day", Clerk));
        var (payee, _) = await OneAsync(healthy);
        var number = healthy.Scalar($"select number from person where id = {payee}");
        foreach (var size in (PaymentParts[])[new(), Small])
        {
            using var sick = TestDatabases.CopyOf(county);
            // A payee without a number: no payment can name her.
            sick.Execute($"update person set number = '' where id = {payee}");
            var seen = await Bureau.Must(Run(sick.Store, size).RunAsync("look", Clerk, preview: true));
            var made = await Bureau.Must(Run(sick.Store, size).RunAsync("day", Clerk));
            Assert.Equal(seen.SetAside, made.SetAside);
            var said = Assert.Single(made.SetAside);
            foreach (var part in (string[])["(no number), case ", "is not paid and stays open. The payee has no number"]) Assert.Contains(part, said, StringComparison.Ordinal);
            Assert.Equal(expected.Payments - 1, made.Payments);
            Assert.Equal(made.Payments, made.Files.Sum(f => f.Count));
            Assert.Equal(1L, Convert.ToInt64(sick.Scalar($"select count(*) from work_task where kind = 'payee-fault' and person_id = {payee}"), CultureInfo.InvariantCulture));

            sick.Execute($"update person set number = '{number}' where id = {payee}");
            var mended = sick.Another(null);
            var rest = await Bureau.Must(Run(mended, size).RunAsync("later", Clerk));
            Assert.Equal((1, expected.AmountCents - made.AmountCents), (rest.Payments, rest.AmountCents));
            Assert.Empty(rest.SetAside);
            Assert.Equal(await ProvenAsync(healthy.Store), await ProvenAsync(mended));
        }
    }

    [Theory, EachEngine]
    public async Task Money_does_not_go_to_an_account_that_does_not_check_and_nobody_else_waits_for_it(string engine)
    {
        using var county = await CountyAsync(engine);
        using var healthy = TestDatabases.CopyOf(county);
        var expected = await Bureau.Must(Run(healthy.Store, new()).RunAsync("day", Clerk));
        var (payee, amount) = await OneAsync(healthy, "deposit");
        foreach (var size in (PaymentParts[])[new(), Small])
        {
            // On paper where an address is known, held where none is.
            using var sick = TestDatabases.CopyOf(county);
            sick.Execute($"update bank_account set routing = '123456789' where person_id = {payee}");
            var made = await Bureau.Must(Run(sick.Store, size).RunAsync("day", Clerk));
            Assert.Contains("leaves as a warrant instead. The routing number of the payee's account does not check", Assert.Single(made.OnPaper), StringComparison.Ordinal);
            Assert.Empty(made.SetAside);
            Assert.Equal((expected.Payments, expected.AmountCents), (made.Payments, made.AmountCents));
            await ProvenAsync(sick.Store);

            using var lost = TestDatabases.CopyOf(county);
            lost.Execute($"update bank_account set routing = '123456789' where person_id = {payee}");
            lost.Execute($"update address set bad = true where person_id = {payee}");
            var held = await Bureau.Must(Run(lost.Store, size).RunAsync("day", Clerk));
            Assert.Contains($"{amount} is held", Assert.Single(held.SetAside), StringComparison.Ordinal);
            Assert.Equal((expected.Payments - 1, expected.AmountCents - amount), (held.Payments, held.AmountCents));
            Assert.Equal("no_account", lost.Scalar($"select max(reason) from hold where payee_id = {payee} and status = 'active'"));
            await ProvenAsync(lost.Store);
        }
    }

    [Theory, EachEngine]
    public async Task A_payment_whose_account_goes_bad_before_the_files_are_written_is_taken_back_and_the_files_hold_the_others(string engine)
    {
        using var county = await CountyAsync(engine);
        using var healthy = TestDatabases.CopyOf(county);
        var expected = await Bureau.Must(Run(healthy.Store, new()).RunAsync("day", Clerk));
        var (payee, amount) = await OneAsync(healthy, "deposit");
        using var sick = TestDatabases.CopyOf(county);
        var made = await Bureau.Must(new DisbursementRun(sick.Store, Policies, BankSettings.Demonstration) { Parts = Small, Workers = 1 }.RunAsync("day", Clerk, new SpoilsAccount(sick, payee)));
        Assert.Contains("is not paid and stays open. The routing number", Assert.Single(made.SetAside), StringComparison.Ordinal);
        Assert.Equal((expected.Payments - 1, expected.AmountCents - amount), (made.Payments, made.AmountCents));
        Assert.Equal(made.Payments, made.Files.Sum(f => f.Count));
        Assert.Equal("open", sick.Scalar($"select max(status) from payable where payee_id = {payee} and status in ('open', 'in_file')"));
        await ProvenAsync(sick.Store);
        Assert.Equal(1, (await Bureau.Must(Run(sick.Store, Small).RunAsync("later", Clerk))).Payments);
        await ProvenAsync(sick.Store);
    }

    [Theory, EachEngine]
    public async Task What_nobody_foresaw_of_one_payee_sets_him_aside_and_stops_no_other(string engine)
    {
        using var county = await CountyAsync(engine);
        using var healthy = TestDatabases.CopyOf(county);
        var expected = await Bureau.Must(Run(healthy.Store, new()).RunAsync("day", Clerk));
        var (payee, amount) = await OneAsync(healthy, receipts: 1);
        foreach (var size in (PaymentParts[])[new(), Small])
        {
            using var sick = TestDatabases.CopyOf(county);
            // She can be reached no more, and the receipt for which her money would be held has lost its key.
            sick.Execute($"delete from payee_method where person_id = {payee}");
            sick.Execute($"update address set bad = true where person_id = {payee}");
            var receipt = sick.Scalar($"select max(receipt_id) from payable where payee_id = {payee} and status = 'open'");
            var key = sick.Scalar($"select natural_key from receipt where id = {receipt}");
            sick.Execute($"update receipt set natural_key = '' where id = {receipt}");
            var seen = await Bureau.Must(Run(sick.Store, size).RunAsync("look", Clerk, preview: true));
            Assert.Contains("payee", Assert.Single(seen.SetAside), StringComparison.Ordinal);
            var made = await Bureau.Must(Run(sick.Store, size).RunAsync("day", Clerk));
            Assert.Contains("payee", Assert.Single(made.SetAside), StringComparison.Ordinal);
            Assert.Equal((expected.Payments - 1, expected.AmountCents - amount), (made.Payments, made.AmountCents));
            Assert.Equal(made.Payments, made.Files.Sum(f => f.Count));

            // Mended, the part that failed is worked again.
            sick.Execute($"update receipt set natural_key = '{key}' where id = {receipt}");
            var mended = sick.Another(null);
            var runs = new PaymentRuns(mended, Policies, BankSettings.Demonstration) { Parts = Small };
            var run = Assert.Single(await runs.OpenRunsAsync());
            Assert.Equal(1, await Bureau.Must(runs.RetryAsync(run, "retry", Clerk)));
            await runs.WorkAsync(run, "again");
            Assert.Empty(await runs.OpenRunsAsync());
            await ProvenAsync(mended);
        }
    }

    /// <summary>A family that was paid, and how much.</summary>
    private static async Task<(long Payee, Money Amount)> OneAsync(TestDatabase database, string? method = null, int receipts = 0)
    {
        await using var db = database.Store.Read();
        var paid = await db.Disbursements.Where(d => d.On == Next && db.People.Any(p => p.Id == d.PayeeId && p.Kind == PersonKind.Person)
            && (receipts == 0 || db.Payables.Count(y => y.DisbursementId == d.Id) == receipts)).OrderBy(d => d.Id).ToListAsync();
        var one = paid.First(d => method is null || Naming.Snake(d.Method.ToString()) == method);
        return (one.PayeeId, one.Amount);
    }

    /// <summary>Makes a payee's account bad as soon as his payment is made, before the files are written.</summary>
    private sealed class SpoilsAccount(TestDatabase database, long payee) : IProgress<string>
    {
        public void Report(string value)
        {
            if (Convert.ToInt64(database.Scalar($"select count(*) from disbursement where payee_id = {payee} and status = 'created' and file_id is null"), CultureInfo.InvariantCulture) > 0)
                database.Execute($"update bank_account set routing = '123456789' where person_id = {payee}");
        }
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
