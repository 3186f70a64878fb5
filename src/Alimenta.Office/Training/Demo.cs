using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Receipts;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Training;

/// <summary>What the demonstration did on its payday.</summary>
public sealed record DemoDone
{
    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>The business date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Families.</summary>
    public required int Cases { get; init; }

    /// <summary>Receipts of all time.</summary>
    public required int Receipts { get; init; }

    /// <summary>What came in on the payday.</summary>
    public required FileReceived Today { get; init; }

    /// <summary>What left on the payday.</summary>
    public required DisbursementsMade Paid { get; init; }
}

/// <summary>Makes up a county with two years of history and lets its payday happen by the real commands.</summary>
public sealed class Demo(AlimentaStore store, PolicyDesk policies, BankSettings bank)
{
    private const int FamiliesACommand = 250;
    private static readonly Actor Maker = new(-1, "demo accounting");
    private static readonly Actor Releaser = new(-2, "demo releaser");

    /// <summary>Makes the county in an empty database.</summary>
    /// <returns>What happened; or a refusal when the database is not empty.</returns>
    public async Task<Outcome<DemoDone>> RunAsync(DemoOptions options, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        await using (var db = store.Read())
            if (await db.People.AnyAsync(p => !p.Number.StartsWith("A-"), cancel)) return new Refusal("R-DEMO-NOT-EMPTY", "The database already holds people.", "Choose an empty folder or database, or start what is there with \"serve\".");
        var county = new DemoCounty(options);
        await FactsAsync(county, options, progress, cancel);
        // The last week before the payday runs by the daily commands, so that holds, clocks and files of several days can be seen.
        var history = options.Date.AddDays(-7);
        await new DemoHistory(store, policies, bank, options, county).LoadAsync(history, progress, cancel);
        var paydays = new DemoPaydays(options, county, bank);
        FileReceived? received = null;
        DisbursementsMade? paid = null;
        var calendar = policies.Calendar("us", options.Date);
        for (var day = calendar.OnOrAfter(history.AddDays(1)); day <= options.Date; day = calendar.Plus(day, 1))
        {
            await OpenDayAsync(day, cancel);
            if (day == options.Date) progress?.Report($"Payday {Days.Words(day)}: receiving the payment file");
            if (paydays.File(day, strange: true) is { } bytes)
                received = Ok(await new ReceiveFile(store, policies).RunAsync($"PAYROLL{day:MMddyy}.ach", bytes, Maker, day == options.Date ? progress : null, cancel));
            if (day == options.Date) await OffsetsAsync(day, cancel);
            paid = Ok(await new DisbursementRun(store, policies, bank).RunAsync($"demo:disburse:{day:yyyyMMdd}", Maker, day == options.Date ? progress : null, cancel: cancel));
            // The files of the payday itself wait for a person who compares the totals and releases them.
            if (day < options.Date)
                foreach (var file in paid.Files) Ok(await new ReleaseFile(store).RunAsync(file.Id, file.AmountCents, $"demo:release:{file.Identity}", Releaser, cancel));
        }

        await using var read = store.Read();
        return new DemoDone
        {
            Seed = options.Seed, Date = options.Date, Cases = await read.Cases.CountAsync(cancel), Receipts = await read.Receipts.CountAsync(cancel),
            Today = received ?? throw new InvalidOperationException("Nobody paid in the last week of the history: choose a payday."), Paid = paid!,
        };
    }

    private async Task FactsAsync(DemoCounty county, DemoOptions options, IProgress<string>? progress, CancellationToken cancel)
    {
        progress?.Report("Making up a county");
        Ok(await store.Commands.RunAsync<bool>(new($"demo:{options.Seed}:setup", "demo", options, Maker, "Made-up county"), async ctx =>
        {
            await county.SetUpAsync(ctx);
            return true;
        }, cancel: cancel));
        Dictionary<int, long> offices;
        Dictionary<string, long> employers;
        await using (var db = store.Read())
        {
            offices = await db.Offices.ToDictionaryAsync(o => o.Code, o => o.Id, cancel);
            employers = await db.Employers.ToDictionaryAsync(e => e.Fein, e => e.Id, cancel);
        }

        for (var first = 0; first < options.Cases; first += FamiliesACommand)
        {
            var start = first;
            var count = Math.Min(FamiliesACommand, options.Cases - first);
            Ok(await store.Commands.RunAsync<bool>(new($"demo:{options.Seed}:families:{first}", "demo", new { first, count }, Maker, "Made-up county"), async ctx =>
            {
                await county.AddFamiliesAsync(ctx, start, count, offices, employers);
                return true;
            }, cancel: cancel));
            progress?.Report($"Made up {first + count:N0} of {options.Cases:N0} families");
        }
    }

    /// <summary>Some tax refunds are offset on the payday, two of them of joint returns.</summary>
    private async Task OffsetsAsync(DateOnly day, CancellationToken cancel)
    {
        List<string> numbers;
        var least = Money.Of(400);
        await using (var db = store.Read())
        {
            numbers = await (from a in db.CaseAccounts join c in db.Cases on a.CaseId equals c.Id where a.Na > least orderby c.Number select c.Number).Take(6).ToListAsync(cancel);
        }

        if (numbers.Count == 0) return;
        var batches = new ManualBatches(store, policies);
        var amounts = numbers.Select((_, i) => Money.Of(612 + 97 * i, 40 + i)).ToList();
        var batch = Ok(await batches.OpenAsync(numbers.Count, amounts.Sum(), "demo:offsets", Maker, cancel));
        for (var i = 0; i < numbers.Count; i++)
            Ok(await batches.AddAsync(new(batch.Id, numbers[i], amounts[i], Tender.Transfer, ReceiptSource.FederalTaxOffset, day, "", "U.S. TREASURY", i < 2), $"demo:offset:{i}", Maker, cancel));
        Ok(await batches.CloseAsync(batch.Id, "demo:offsets:close", Maker, cancel));
    }

    private async Task OpenDayAsync(DateOnly day, CancellationToken cancel) =>
        Ok(await store.Commands.RunAsync<bool>(new($"demo:day:{day:yyyyMMdd}", "business-day.open", new { day }, Maker), async ctx =>
        {
            (await ctx.Db.BusinessDays.SingleAsync(ctx.Cancel)).Date = day;
            return true;
        }, cancel: cancel));

    private static T Ok<T>(Outcome<T> outcome) => outcome.Ok ? outcome.Value : throw new InvalidOperationException(outcome.Refusal!.ToString());
}
