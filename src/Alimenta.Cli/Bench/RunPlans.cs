using Alimenta.Bench;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Interest;

namespace Alimenta.Cli.Bench;

/// <summary>Has the runs of a day work while the server writes down its plans: a payday, money that is nobody's, a disbursement, some parts of a month's end, a selection, interest.</summary>
/// <remarks>A run may read as many rows as it works on, found by an index. It must not read the whole of a big table to find them.</remarks>
internal static class RunPlans
{
    private const int Parts = 3;
    private const int OneInSoMany = 50;
    private const int LeastMilliseconds = 2;
    private static readonly Actor By = Actor.Program("bench");

    /// <summary>The runs of which a statement reads more rows of a table than it may by going over all of it, with what it reads.</summary>
    /// <param name="room">The room.</param>
    /// <param name="office">The office; what is done to it is what every bench does.</param>
    /// <param name="most">Rows that may be read so.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<(string Run, PlanStep Step)>> OverAsync(BenchRoom room, BenchOffice office, long most, CancellationToken cancel)
    {
        var found = new List<(string, PlanStep)>();
        office.Execute(PlanLog.On(office.Database, LeastMilliseconds));
        BenchOffice.Reconnect();
        await LookAsync("payday", () => office.PostAsync(room.Payments(office), cancel));
        await LookAsync("preview of a disbursement", () => new DisbursementRun(office.Store, office.Policies, BankSettings.Demonstration).RunAsync($"bench:plans:{Guid.NewGuid()}", By, preview: true, cancel: cancel));

        var month = office.Copy("plans");
        month.Execute(PlanLog.On(month.Database, LeastMilliseconds));
        try
        {
            if ((await new BusinessDays(month.Store).OpenAsync(SupportMonth.Of(CaseloadPlan.Today).FirstDay.AddMonths(1), By, cancel)).Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
            await LookAsync("month's end", () => AccrueAsync(month, cancel));
            await LookAsync("selection", () => SelectAsync(month, cancel));
            await LookAsync("disbursement", () => PayAsync(month, cancel));
            // A caseload has one state's rules: here some families come to have those of a state that counts interest.
            month.Execute($"update case_file set policy = 'us-ia' where mod(id, {OneInSoMany}) = 0");
            await LookAsync("interest", () => CountInterestAsync(month, cancel));
        }
        finally
        {
            month.Drop();
        }

        return found;

        async Task LookAsync(string name, Func<Task> run)
        {
            var log = new PlanLog(room.Server.LogFile);
            await run();
            await Task.Delay(PlanLog.Written, cancel);
            found.AddRange(log.Next().Where(s => s.Way == "Seq Scan" && s.Rows > most).Select(s => (name, s)));
        }
    }

    /// <summary>Makes the selection of the business day, unless it is made.</summary>
    public static async Task SelectAsync(BenchOffice office, CancellationToken cancel)
    {
        if (await new SelectionRun(office.Store).StartAsync(cancel) is { Ok: true } started) await new SelectionRuns(office.Store, office.Policies).WorkAsync(started.Value.Run, "bench", cancel: cancel);
    }

    /// <summary>Pays what is payable.</summary>
    public static async Task PayAsync(BenchOffice office, CancellationToken cancel)
    {
        if ((await new DisbursementRun(office.Store, office.Policies, BankSettings.Demonstration).RunAsync($"bench:pay:{Guid.NewGuid()}", By, cancel: cancel)).Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }

    private static async Task CountInterestAsync(BenchOffice office, CancellationToken cancel)
    {
        var run = await new InterestRun(office.Store).StartAsync(cancel);
        if (run.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
        await new InterestRuns(office.Store, office.Policies).FinishAsync(run.Value.Run, "bench", cancel: cancel);
    }

    private static async Task AccrueAsync(BenchOffice office, CancellationToken cancel)
    {
        var run = await new AccrualRun(office.Store).StartAsync(cancel);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            await new CircleRuns(office.Store, office.Policies).WorkAsync(run.Value.Run, "bench", new Counted(Parts, enough), enough.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // A few parts show all plans: the others ask the same.
        }
    }

    /// <summary>Stops a run after some parts.</summary>
    private sealed class Counted(int most, CancellationTokenSource enough) : IProgress<string>
    {
        private int _parts;

        public void Report(string value)
        {
            if (++_parts == most) enough.Cancel();
        }
    }
}
