using Alimenta.Data;
using Alimenta.Office.Reading;
using Alimenta.Office.Tests.Accounting;
using Alimenta.Testing;

namespace Alimenta.Office.Tests.Reading;

/// <summary>Lists longer than is counted: they say so, sort no further than an index reaches, and read no more than they must.</summary>
public sealed class LongListsTests
{
    private const int Many = Paging.MostCounted + 100;

    [Theory, EachEngine]
    public async Task Lists_that_are_longer_than_is_counted_say_so(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var county = await SmallCounty.OpenAsync(database, new(2026, 3, 2));
        var family = await county.FamilyAsync(400, new(2026, 1, 1));
        await county.ReceiveAsync(family, 400);
        await county.DoAsync("task", ctx => Task.FromResult(ctx.Add(new WorkTask { CaseId = family.CaseId, Kind = "review", Title = "Review", Reason = "36 months", Owner = "case-manager", DueOn = new(2026, 3, 1), CreatedOn = new(2026, 2, 1) })));
        Multiply<CaseFile>(database, ("number", "cast(x.number as text) || '-' || i"), ("opened_on", $"case when i % 2 = 0 then {Day(engine, "2020-01-02")} else x.opened_on end"));
        Multiply<Receipt>(database, ("natural_key", "cast(x.natural_key as text) || '-' || i"), ("amount", "i"));
        await county.DoAsync("hold", ctx => Task.FromResult(ctx.Add(new Hold { Amount = new(100), Reason = HoldReason.NoAddress, Citation = "made up", Owner = "accounting", PlacedOn = new(2026, 2, 1), ReviewOn = new(2026, 3, 1), Status = HoldStatus.Active })));
        Multiply<Hold>(database, ("placed_on", $"case when i % 2 = 0 then {Day(engine, "2026-01-10")} else {Day(engine, "2026-01-11")} end"), ("amount", "i"), ("reason", "case when i % 4 = 0 then 'dispute' else x.reason end"));
        Multiply<Payable>(database, ("due_on", $"case when i % 2 = 0 then {Day(engine, "2026-02-10")} else {Day(engine, "2026-02-11")} end"), ("status", "case when i % 3 = 0 then 'in_file' else 'open' end"), ("amount", "i"));

        var cases = new CaseLists(county.Store);
        var all = await cases.ReadAsync(ReadCounty.Reader, new());
        Assert.Equal((Paging.MostCounted + 1L, false, false), (all.Page.Total, all.Unsorted, all.Cut));
        var owed = await cases.ReadAsync(ReadCounty.Reader, new(), "arrears", down: true);
        Assert.True(owed.Unsorted);
        Assert.Equal(all.Page.Items.Select(c => c.Number), owed.Page.Items.Select(c => c.Number));
        var opened = await cases.ReadAsync(ReadCounty.Reader, new(), "opened");
        Assert.False(opened.Unsorted);
        Assert.All(opened.Page.Items, c => Assert.Equal(new(2020, 1, 2), c.OpenedOn));
        Assert.True((await cases.ReadAsync(ReadCounty.Reader, new(With: "arrears"))).Cut);
        Assert.Equal(family.Number, Assert.Single((await cases.ReadAsync(ReadCounty.Reader, new(With: "late-tasks"), "task")).Page.Items).Number);

        var receipts = new ReceiptLists(county.Store);
        var came = await receipts.ReadAsync(ReadCounty.Reader, new());
        Assert.Equal((Paging.MostCounted + 1L, null, false), (came.Page.Total, came.Total, came.Unsorted));
        var largest = await receipts.ReadAsync(ReadCounty.Reader, new(), sort: new("amount", true));
        Assert.True(largest.Unsorted);
        Assert.Equal(came.Page.Items, largest.Page.Items);
        var oneWay = await receipts.ReadAsync(ReadCounty.Reader, new(Source: came.Page.Items[0].Source));
        Assert.Equal((true, (long)Paging.MostLookedThrough), (oneWay.Cut, oneWay.Page.Total));

        Assert.Equal((false, Paging.MostCounted + 1L), await Both(receipts, new(Source: came.Page.Items[0].Source, Whole: true)));

        var dues = new DueLists(county.Store);
        var due = await dues.ReadAsync(sort: new("amount", true));
        Assert.Equal((Paging.MostCounted + 1, null, true), (due.Late.Count, due.Late.Amount, due.Unsorted));
        var pages = new[] { due, await dues.ReadAsync(paging: new(2)), await dues.ReadAsync(paging: new(3)) }.SelectMany(d => d.Rows.Items).ToList();
        Assert.Equal(3 * Paging.Usual, pages.Select(d => d.Id).Distinct().Count());
        Assert.All(pages, d => Assert.Equal(new(2026, 2, 10), d.DueOn));

        var holds = new HoldLists(county.Store);
        var held = await holds.ReadAsync(new());
        var dearest = await holds.ReadAsync(new(), sort: new("amount", true));
        Assert.Equal((Paging.MostCounted + 1L, false, true), (held.Page.Total, held.Unsorted, dearest.Unsorted));
        Assert.Equal(held.Page.Items, dearest.Page.Items);
        Assert.All(held.Page.Items, h => Assert.Equal(new(2026, 1, 10), h.PlacedOn));
        Assert.All((await holds.ReadAsync(new(), sort: new("since", true))).Page.Items, h => Assert.True(h.PlacedOn > new DateOnly(2026, 1, 10)));
        var disputed = await holds.ReadAsync(new(HoldReason.Dispute), sort: new("amount", true));
        Assert.False(disputed.Unsorted);
        Assert.True(disputed.Page.Items[0].Amount > disputed.Page.Items[^1].Amount);
        Assert.Equal(held.ByReason.Single(r => r.Reason == HoldReason.Dispute).Count, (int)disputed.Page.Total);

        var selection = new SelectionLists(county.Store, new(county.Store, county.Policies));
        var run = await county.DoAsync("run", ctx => Task.FromResult(ctx.Add(new BatchRun { Key = "selection:2026-03-02", Kind = "selection", BusinessDate = new(2026, 3, 2), StartedAt = ctx.Now })));
        await county.DoAsync("select", ctx => Task.FromResult(ctx.Add(new RemedySelection
        {
            ObligorId = family.ObligorId, Policy = "us", Remedy = Remedy.Passport, Debt = SelectedDebt.All, Amount = new(300_000), Facts = "{\"number\":\"verified\",\"cases\":[]}", Since = new(2026, 3, 2), From = new(2026, 3, 2), RunId = run.Id,
        })));
        Multiply<RemedySelection>(database, ("policy", "'us-' || i"), ("amount", "i"), ("since", $"case when i % 2 = 0 then {Day(engine, "2026-02-28")} else x.since end"), ("debt", "case when i % 4 = 0 then 'family' else x.debt end"));
        var selected = await selection.ReadAsync(ReadCounty.Reader, new());
        var dear = await selection.ReadAsync(ReadCounty.Reader, new(), sort: new("amount", true));
        Assert.Equal((Paging.MostCounted + 1L, Paging.MostCounted + 1L, false, true), (selected.Page.Total, selected.Obligors, selected.Unsorted, dear.Unsorted));
        Assert.Equal(selected.Page.Items.Select(s => s.Id), dear.Page.Items.Select(s => s.Id));
        Assert.All(selected.Page.Items, s => Assert.Equal(new(2026, 3, 2), s.Since));
        Assert.All((await selection.ReadAsync(ReadCounty.Reader, new(), sort: new("since"))).Page.Items, s => Assert.Equal(new(2026, 2, 28), s.Since));
        var few = await selection.ReadAsync(ReadCounty.Reader, new(Remedy.Passport, SelectedDebt.Family), sort: new("amount", true));
        Assert.Equal((false, Many / 4, 1), (few.Unsorted, (int)few.Page.Total, few.Obligors));
        Assert.True(few.Page.Items[0].Amount > few.Page.Items[^1].Amount);

        var home = await new HomeFigures(county.Store).ReadAsync(ReadCounty.Reader);
        Assert.Equal((Paging.MostCounted + 1, Paging.MostCounted + 1, 1), (home.OpenCases, home.Late.Count, home.OpenTasks));
    }

    [Theory, EachEngine]
    public async Task The_queue_of_nobodys_money_goes_by_day_however_long_it_is_and_by_amount_while_it_is_short(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var county = await SmallCounty.OpenAsync(database, new(2026, 3, 2));
        await county.ReceiveAsync(null, 7);
        await county.ReceiveAsync(null, 9);
        await county.ReceiveAsync(null, 8);
        var queue = new UnidentifiedQueue(county.Store);
        var few = await Page(new("amount", true));
        Assert.Equal([Money.Of(9), Money.Of(8), Money.Of(7)], few.Items.Select(r => r.Amount));
        Assert.False(UnidentifiedQueue.TooMany(few.Total, new("amount", true)));

        Multiply<Receipt>(database, ("natural_key", "cast(x.natural_key as text) || '-' || i"), ("amount", "i"), ("received_on", $"case when i % 2 = 0 then {Day(engine, "2026-02-10")} else {Day(engine, "2026-02-11")} end"));
        var oldest = await Page(default);
        Assert.Equal(Paging.MostCounted + 1L, oldest.Total);
        Assert.All(oldest.Items, r => Assert.Equal(new(2026, 2, 10), r.ReceivedOn));
        // The latest came first of all, and of those of one day the one that was written last stands first.
        Assert.Equal([Money.Of(8), Money.Of(9), Money.Of(7)], (await Page(new("received", true))).Items.Take(3).Select(r => r.Amount));
        Assert.True(UnidentifiedQueue.TooMany(oldest.Total, new("amount", true)));
        Assert.Equal(oldest.Items.Select(r => r.ReceiptId), (await Page(new("amount", true))).Items.Select(r => r.ReceiptId));

        Task<Page<UnidentifiedRow>> Page(Sorting sort) => queue.ReadAsync(ReadCounty.Reader, sort: sort);
    }

    private static async Task<(bool Cut, long Total)> Both(ReceiptLists receipts, ReceiptFilter filter)
    {
        var list = await receipts.ReadAsync(ReadCounty.Reader, filter);
        return (list.Cut, list.Page.Total);
    }

    private static string Day(string engine, string day) => engine == TestDatabases.Postgres ? $"date '{day}'" : $"'{day}'";

    // The first row of a table many times over, some columns changed.
    private static void Multiply<T>(TestDatabase database, params (string Column, string Value)[] changed)
    {
        using var db = database.Store.Read();
        var columns = db.Model.FindEntityType(typeof(T))!.GetProperties().Select(p => Naming.Column(p.Name)).ToList();
        var table = Naming.Snake(typeof(T).Name);
        var values = columns.Select(c => c == "id" ? $"x.id + {1 << 20} + i" : changed.Where(v => v.Column == c).Select(v => v.Value).SingleOrDefault($"x.{c}"));
        database.Execute($"with recursive n (i) as (select 1 union all select i + 1 from n where i < {Many}) insert into {table} ({string.Join(", ", columns)}) select {string.Join(", ", values)} from n cross join (select * from {table} order by id limit 1) as x");
    }
}
