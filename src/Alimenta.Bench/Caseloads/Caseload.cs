using Alimenta.Data;
using Alimenta.Office.Accounting;

namespace Alimenta.Bench;

/// <summary>Makes a made-up caseload in an empty database: facts set-wise, books by the very run that an office uses.</summary>
public sealed class Caseload(AlimentaStore store, PolicyDesk policies, CaseloadPlan plan)
{
    private const int CasesACommand = 20_000;
    private static readonly Actor By = Actor.Program("bench");

    /// <summary>Makes it.</summary>
    /// <param name="workers">How many work on the books at the same time.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task MakeAsync(int workers, IProgress<string>? progress, CancellationToken cancel)
    {
        var offices = new List<long>();
        await RunAsync("office", async ctx =>
        {
            await SpecialPeople.EnsureAsync(ctx);
            ctx.Add(new BusinessDay { Date = CaseloadPlan.Today });
            for (var i = 0; i < CaseloadFacts.Offices(plan.Cases); i++) offices.Add(ctx.Add(new Data.Office { Code = 100 + i, Name = $"Made-up office {i + 1}", State = "OR", Fips = "41051" }).Id);
        }, cancel);
        for (var first = 0; first < plan.Cases; first += CasesACommand)
        {
            progress?.Report($"Made-up cases: {first:N0} of {plan.Cases:N0}");
            await RunAsync($"cases:{first}", async ctx =>
            {
                var facts = new CaseloadFacts(ctx, offices);
                for (var i = first; i < Math.Min(plan.Cases, first + CasesACommand); i++) facts.Add(i);
                await facts.WriteAsync(store.Engine);
            }, cancel);
        }

        var accrual = new CircleRuns(store, policies);
        var run = (await new AccrualRun(store).StartAsync(cancel)).Value.Run;
        var work = Enumerable.Range(1, workers).Select(n => Task.Run(() => accrual.WorkAsync(run, $"bench-{n}", n == 1 ? progress : null, cancel), cancel));
        await Task.WhenAll(work);
        await accrual.WorkAsync(run, "bench", progress, cancel);
    }

    private async Task RunAsync(string key, Func<CommandContext, Task> work, CancellationToken cancel)
    {
        var outcome = await store.Commands.RunAsync<bool>(new($"bench:{key}", "bench", new { key }, By, "Made-up caseload"), async ctx =>
        {
            await work(ctx);
            return true;
        }, cancel: cancel);
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }
}
