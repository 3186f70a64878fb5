using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Training;

/// <summary>Gives the cases of the demonstration's first office to its case manager, so that his own work can be seen.</summary>
public static class DemoWorkers
{
    /// <summary>Gives them; returns how many. Cases that have a worker stay with him. A database without offices has none to give.</summary>
    public static async Task<int> AssignAsync(AlimentaStore store, long worker, CancellationToken cancel = default)
    {
        var done = await store.Commands.RunAsync<int>(new("demo:workers", "demo", new { worker }, Actor.Program("demonstration"), "Made-up county"), async ctx =>
        {
            var office = await ctx.Db.Offices.OrderBy(o => o.Code).Select(o => o.Id).FirstOrDefaultAsync(ctx.Cancel);
            var cases = await ctx.Db.Cases.Where(c => c.OfficeId == office && c.WorkerId == null).OrderBy(c => c.Number).ToListAsync(ctx.Cancel);
            foreach (var file in cases) file.WorkerId = worker;
            return cases.Count;
        }, cancel: cancel);
        return done.Ok ? done.Value : throw new InvalidOperationException(done.Refusal!.ToString());
    }
}
