using Alimenta.Data;
using Alimenta.Office.Reading;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Reading;

/// <summary>Every filter with every order gives the cases that it says, in that order.</summary>
public sealed class CaseListsTests(ReadCounty lived) : IClassFixture<ReadCounty>
{
    [Theory, EachEngine]
    public async Task Each_filter_finds_its_cases_in_each_order(string engine)
    {
        var county = lived.On(engine);
        var lists = new CaseLists(county.Store);
        await using var db = county.Store.Read();
        var (cases, today) = (await db.Cases.ToListAsync(), await BusinessDate.ReadAsync(db, default));
        var tasks = (await db.Tasks.Where(t => t.DoneOn == null).ToListAsync()).ToLookup(t => t.CaseId);
        var held = (await db.Holds.Where(h => h.Status == HoldStatus.Active).ToListAsync()).Select(h => h.CaseId).ToHashSet();
        var protectedOnes = await db.People.Where(p => p.FamilyViolence).Select(p => p.Id).ToListAsync();
        var flagged = await db.Participants.Where(p => protectedOnes.Contains(p.PersonId)).Select(p => p.CaseId).ToListAsync();
        var wanted = new Dictionary<string, Func<CaseRow, bool>>
        {
            [""] = _ => true, ["arrears"] = c => c.Arrears.IsPositive, ["holds"] = c => held.Contains(c.Id), ["tasks"] = c => tasks.Contains(c.Id), ["late-tasks"] = c => tasks[c.Id].Any(t => t.DueOn < today),
            ["violence"] = c => flagged.Contains(c.Id),
        };
        var all = (await lists.ReadAsync(ReadCounty.Reader, new())).Page.Items;
        Assert.Equal(cases.Select(c => c.Number).Order(StringComparer.Ordinal), all.Select(c => c.Number));
        foreach (var (with, holds) in wanted)
        {
            var expected = all.Where(holds).ToList();
            Assert.True(expected.Count > 0, with);
            foreach (var sort in CaseLists.SortKeys)
            {
                foreach (var down in (bool[])[false, true])
                {
                    var list = await lists.ReadAsync(ReadCounty.Reader, new(CaseStatus.Open, 104, with), sort, down);
                    Assert.Equal((expected.Count, false, false), ((int)list.Page.Total, list.Unsorted, list.Cut));
                    Assert.Equal(expected.Select(c => c.Id).Order(), list.Page.Items.Select(c => c.Id).Order());
                    var keys = list.Page.Items.Where(c => sort != "task" || c.NextTask is not null).Select(c => Key(c, sort)).ToList();
                    Assert.Equal(down ? keys.OrderDescending(StringComparer.Ordinal) : keys.Order(StringComparer.Ordinal), keys);
                    if (sort == "task") Assert.Equal(list.Page.Items.OrderBy(c => c.NextTask is null).Select(c => c.NextTask is null), list.Page.Items.Select(c => c.NextTask is null));
                }
            }
        }

        Assert.Empty((await lists.ReadAsync(ReadCounty.Reader, new(CaseStatus.Closed))).Page.Items);
        Assert.Empty((await lists.ReadAsync(ReadCounty.Reader, new(Office: 999))).Page.Items);
    }

    private static string Key(CaseRow c, string sort) => sort switch
    {
        "opened" => $"{c.OpenedOn:yyyy-MM-dd}", "arrears" => $"{c.Arrears.Cents:000000000000}", "task" => $"{c.NextTask:yyyy-MM-dd}", _ => c.Number,
    };
}
