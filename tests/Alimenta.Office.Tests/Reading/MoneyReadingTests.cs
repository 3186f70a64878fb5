using Alimenta.Data;
using Alimenta.Office.Reading;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Reading;

public sealed class MoneyReadingTests(ReadCounty lived) : IClassFixture<ReadCounty>
{
    [Theory, EachEngine]
    public async Task A_receipt_is_followed_from_the_line_of_a_file_to_a_payment(string engine)
    {
        var county = lived.On(engine);
        var file = (await new FilesIn(county.Store).ReadAsync(ReadCounty.Reader, county.FileId)).Value;
        var page = (await new ReceiptPages(county.Store).ReadAsync(ReadCounty.Reader, file.Items.Items[0].ReceiptId!.Value)).Value;

        Assert.Equal(("HARLOW0227.ach", file.Items.Items[0].Line), (page.Origin!.FileName, page.Origin.Line));
        Assert.Equal(("Daniel Okafor1", county.First.Number, "Harlow Mills", "***-**-0001"), (page.ObligorName, page.DirectedCase, page.Employer, page.Ssn));
        Assert.Equal(page.Amount, page.Distributions.Single(d => d.Standing).Parts.Sum(p => p.Amount));
        Assert.Equal(page.Amount, page.Payables.Sum(p => p.To.Amount));
        var paid = page.Payables[0];
        Assert.Equal((DisbursementStatus.Released, DisbursementFileStatus.Released, PayableStatus.Paid), (paid.PaymentStatus!.Value, paid.FileStatus!.Value, paid.To.Status));
        Assert.Equal(page.Amount, -page.OnAccounts.Where(a => a.Key != "cash").Select(a => a.Value).Sum());
        Assert.Equal("case", Assert.Single(page.Identifications).Rule);
    }

    [Theory, EachEngine]
    public async Task A_redone_distribution_shows_before_and_after(string engine)
    {
        var county = lived.On(engine);
        await using var db = county.Store.Read();
        var redone = await db.JournalEntries.Where(e => e.Kind == "distribution" && e.ReversesVersion != null).Select(e => e.ReceiptId!.Value).FirstAsync();
        var page = (await new ReceiptPages(county.Store).ReadAsync(ReadCounty.Reader, redone)).Value;
        Assert.Equal([true, true, false, false], page.Distributions.Select(d => d.Standing));
        Assert.All(page.Distributions.Where(d => !d.Standing), d => Assert.Equal("for the test", d.Reason));
        // The receipt itself, before and after; the other two are its money that had been kept for April.
        Assert.All(page.Distributions.Where(d => d.EffectiveOn == page.CollectedOn), d => Assert.Equal(page.Amount, d.Parts.Sum(p => p.Amount)));
        Assert.Equal(page.Distributions.Where(d => d.Standing).SelectMany(d => d.Parts).Where(p => p.To != Law.Federal.Distribution.Recipient.Future).Sum(p => p.Amount), page.Payables.Sum(p => p.To.Amount) - page.Recoveries.Sum(r => r.Amount));
    }

    [Theory, EachEngine]
    public async Task A_file_that_came_in_is_listed_and_its_entries_paged(string engine)
    {
        var county = lived.On(engine);
        var files = new FilesIn(county.Store);
        var row = Assert.Single((await files.ListAsync(new(InboundFileStatus.Posted, Name: "harlow"))).Items);
        Assert.Equal((4, 4, Money.Of(1299)), (row.Items, row.Posted, row.PostedAmount));
        Assert.Empty((await files.ListAsync(new(From: new(2026, 5, 1)))).Items);
        var page = (await files.ReadAsync(ReadCounty.Reader, row.Id, InboundItemStatus.Unidentified, new(2, 1))).Value;
        Assert.Equal((2L, 2), (page.Items.Total, page.Items.Number));
        Assert.Equal((2, 2), (page.ByStatus[InboundItemStatus.Posted], page.ByStatus[InboundItemStatus.Unidentified]));
        Assert.DoesNotContain("500000003", page.Items.Items[0].Remittance, StringComparison.Ordinal);
        Assert.Equal("R-NO-FILE-IN", (await files.ReadAsync(ReadCounty.Reader, 999_999)).Refusal!.Code);
    }

    [Theory, EachEngine]
    public async Task The_queue_of_unknown_payors_names_candidates_with_what_speaks_for_them(string engine)
    {
        var county = lived.On(engine);
        var queue = await new UnidentifiedQueue(county.Store).ReadAsync(ReadCounty.Reader);
        Assert.Equal([Money.Of(250), Money.Of(99), Money.Of(123, 45)], queue.Items.Select(r => r.Amount));
        Assert.Equal(49, queue.Items[0].DaysWaiting);

        // The case was named, and the same employer sent the same amount for him before; the number and the name disagree.
        var named = Assert.Single(queue.Items[0].Candidates);
        Assert.Equal(("Daniel Okafor3", 100), (named.Name, named.Score));
        Assert.Equal([county.Third.Number], named.Cases);
        Assert.Equal(2, named.Why.Count);
        var byNumber = Assert.Single(queue.Items[1].Candidates);
        Assert.Equal(("Daniel Okafor3", 60), (byNumber.Name, byNumber.Score));
        Assert.Empty(queue.Items[2].Candidates);
        var one = await new UnidentifiedQueue(county.Store).ReadOneAsync(ReadCounty.Reader, queue.Items[0].ReceiptId);
        Assert.Equal(queue.Items[0].Candidates[0].Why, one.Value.Candidates[0].Why);
    }

    [Theory, EachEngine]
    public async Task What_is_due_and_late_is_counted_to_the_cent(string engine)
    {
        var county = lived.On(engine);
        var list = await new DueLists(county.Store).ReadAsync();
        await using var db = county.Store.Read();
        var waiting = await db.Payables.Where(p => (p.Status == PayableStatus.Open || p.Status == PayableStatus.InFile) && p.DueOn <= list.AsOf).ToListAsync();
        waiting.RemoveAll(p => !p.Amount.IsPositive);
        Assert.Equal((waiting.Count(p => p.DueOn < list.AsOf), (Money?)waiting.Where(p => p.DueOn < list.AsOf).Sum(p => p.Amount)), (list.Late.Count, list.Late.Amount));
        Assert.Equal(waiting.Sum(p => p.Amount), list.Rows.Items.Sum(r => r.Amount));
        Assert.True(list.Late.Count > 0);
        Assert.All((await new DueLists(county.Store).ReadAsync(lateOnly: true)).Rows.Items, r => Assert.True(r.DaysLate > 0));
    }

    [Theory, EachEngine]
    public async Task Files_of_payments_show_who_made_and_who_released_them(string engine)
    {
        var county = lived.On(engine);
        var files = new FilesOut(county.Store);
        var list = (await files.ListAsync(new())).Items;
        Assert.Contains(list, f => f.Status == DisbursementFileStatus.Created && f.ReleasedAt is null);
        var released = list.First(f => f.Status == DisbursementFileStatus.Released);
        var page = (await files.ReadAsync(ReadCounty.Reader, released.Id)).Value;
        Assert.Equal(released.Amount, page.Payments.Items.Sum(p => p.Amount));
        Assert.Equal(released.Count, page.Payments.Total);
        Assert.Equal("R-NO-FILE-OUT", (await files.ReadAsync(ReadCounty.Reader, 999_999)).Refusal!.Code);
    }

    [Theory, EachEngine]
    public async Task The_control_report_names_the_first_and_the_last_payment_of_the_file(string engine)
    {
        var county = lived.On(engine);
        var files = new FilesOut(county.Store);
        await using var db = county.Store.Read();
        var several = 0;
        foreach (var file in (await files.ListAsync(new())).Items)
        {
            var traces = await db.Disbursements.Where(d => d.FileId == file.Id).OrderBy(d => d.Id).Select(d => d.Trace).ToListAsync();
            var control = (await files.ControlAsync(ReadCounty.Reader, file.Id)).Value;
            Assert.Equal((traces.FirstOrDefault() ?? "", traces.LastOrDefault() ?? "", file), (control.FirstTrace, control.LastTrace, control.File));
            several += traces.Distinct().Count() > 1 ? 1 : 0;
        }

        Assert.True(several > 0, "no file of two payments");
        Assert.Equal("R-NO-FILE-OUT", (await files.ControlAsync(ReadCounty.Reader, 999_999)).Refusal!.Code);
    }

    [Theory, EachEngine]
    public async Task The_holds_of_a_case_are_those_of_its_money_of_its_payee_and_of_its_payor(string engine)
    {
        var county = lived.On(engine);
        var lists = new HoldLists(county.Store);
        await using var db = county.Store.Read();
        var active = await db.Holds.Where(h => h.Status == HoldStatus.Active).ToListAsync();
        var payors = await db.Receipts.ToDictionaryAsync(r => r.Id, r => r.ObligorId);
        var byPayor = 0;
        foreach (var family in new[] { county.First, county.Second, county.Third, county.Fourth })
        {
            var ofPayor = active.Where(h => h is { CaseId: null, PayeeId: null, ReceiptId: { } receipt } && payors[receipt] == family.ObligorId).Select(h => h.Id).ToList();
            var expected = active.Where(h => h.CaseId == family.CaseId || h.CaseId is null && h.PayeeId == family.CustodianId).Select(h => h.Id).Concat(ofPayor);
            Assert.Equal(expected.Order(), (await lists.ReadAsync(new(Case: family.Number))).Page.Items.Select(h => h.Id).Order());
            byPayor += ofPayor.Count;
        }

        Assert.True(byPayor > 0, "nothing is held of a payor as such");
    }

    [Theory, EachEngine]
    public async Task Holds_are_listed_by_reason_and_owner_and_sum_to_what_is_held(string engine)
    {
        var county = lived.On(engine);
        var lists = new HoldLists(county.Store);
        var all = await lists.ReadAsync(new());
        Assert.Equal(all.Total, all.Page.Items.Sum(h => h.Amount));
        Assert.Equal([HoldReason.Future, HoldReason.JointOffset, HoldReason.NoAddress, HoldReason.Unidentified], all.ByReason.Select(r => r.Reason).Order(Comparer<HoldReason>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))));
        var address = await lists.ReadAsync(new(HoldReason.NoAddress, "case-manager"));
        Assert.Equal((1, Money.Of(380)), (address.Page.Items.Count(h => h.Payee == "José María Muñoz-García"), address.Page.Items.Where(h => h.Payee == "José María Muñoz-García").Sum(h => h.Amount)));
        Assert.All((await lists.ReadAsync(new(LeastDays: 30))).Page.Items, h => Assert.True(h.DaysHeld >= 30));
        Assert.Empty((await lists.ReadAsync(new(Owner: "nobody"))).Page.Items);
        foreach (var number in new[] { county.First.Number, county.Fourth.Number })
        {
            var page = (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, number)).Value;
            Assert.Equal(page.Holds, (await lists.ReadAsync(new(Case: number))).Page.Items);
        }
    }

    [Theory, EachEngine]
    public async Task The_first_page_agrees_with_the_lists(string engine)
    {
        var county = lived.On(engine);
        var home = await new HomeFigures(county.Store).ReadAsync(ReadCounty.Reader);
        Assert.Equal(new DateOnly(2026, 4, 20), home.BusinessDate);
        Assert.Equal((1, Money.Of(123, 45)), (home.ReceivedToday.Count, home.ReceivedToday.Amount));
        Assert.Equal(0, home.IdentifiedToday);
        Assert.Equal((3, Money.Of(472, 45)), (home.Unidentified.Count, home.Unidentified.Amount));
        Assert.Equal(new DateOnly(2026, 3, 2), home.OldestUnidentified);
        var due = await new DueLists(county.Store).ReadAsync();
        Assert.Equal((due.Late, due.DueToday), (home.Late, home.DueToday));
        Assert.Equal((await new HoldLists(county.Store).ReadAsync(new())).ByReason, home.Held);
        Assert.True(home.Proof!.Ok);
        Assert.Equal((4, 1, 1, 0), (home.OpenCases, home.OpenTasks, home.LateTasks, home.OwnTasks));
        Assert.True(home.FilesToRelease.Count > 0);
        Assert.Single(await Office.Accounting.ProofRuns.LastAsync(county.Store));
    }

    [Theory, EachEngine]
    public async Task Runs_and_tasks_are_listed(string engine)
    {
        var county = lived.On(engine);
        var run = Assert.Single((await new BatchLists(county.Store).ListAsync("prove", RunStatus.Done)).Items);
        Assert.Empty((await new BatchLists(county.Store).ReadAsync(run.Id)).Value.Steps);
        Assert.Equal("R-NO-RUN", (await new BatchLists(county.Store).ReadAsync(999_999)).Refusal!.Code);
        var task = Assert.Single((await new TaskLists(county.Store).ReadAsync(new("case-manager", "review", LateOnly: true))).Items);
        Assert.Equal(county.First.Number, task.CaseNumber);
        Assert.Empty((await new TaskLists(county.Store).ReadAsync(new("somebody"))).Items);
    }

    [Theory, EachEngine]
    public async Task The_audit_log_is_filtered_and_paged_and_its_reading_recorded(string engine)
    {
        var county = lived.On(engine);
        await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, county.Second.Number);
        var logs = new AuditLogs(county.Store);
        var his = await logs.ReadAsync(ReadCounty.Reader, new(UserId: 21, Action: "case", ObjectKind: "case", ObjectId: county.Second.Number));
        Assert.Contains(his.Rows, r => r.Action == "case.read");
        Assert.All(his.Rows, r => Assert.StartsWith("case", r.Action, StringComparison.Ordinal));
        var first = await logs.ReadAsync(ReadCounty.Reader, new(), 5);
        var next = await logs.ReadAsync(ReadCounty.Reader, new(Before: first.Next), 5);
        Assert.Equal(first.Rows[^1].Seq - 1, next.Rows[0].Seq);
        Assert.Contains((await logs.ReadAsync(ReadCounty.Reader, new(Action: "audit.read"))).Rows, r => r.UserName == "R. Osei");
        Assert.Empty((await logs.ReadAsync(ReadCounty.Reader, new(From: new(2030, 1, 1)))).Rows);
        Assert.NotEmpty((await logs.ReadAsync(ReadCounty.Reader, new(From: new(2026, 11, 20), To: new(2026, 11, 20)))).Rows);
    }
}
