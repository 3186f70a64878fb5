using Alimenta.Data;
using Alimenta.Office;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Receipts;
using Alimenta.Simulation.Tests.Books;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Simulation.Tests.World;

/// <summary>How the days of a county go.</summary>
public sealed partial class SimulatedCounty
{
    private static readonly int[] WorkDays = [1, 5, 12, 19, 26];
    private readonly Dictionary<string, long> _receiptIds = [];

    /// <summary>Lives a month from its first to its last worked day.</summary>
    public async Task LiveAsync(SupportMonth month)
    {
        foreach (var number in WorkDays)
        {
            await OpenDayAsync(month.Day(number));
            if (number == 1)
            {
                // A month's run may be missed; the next one catches up.
                if (_dice.Percent(85)) await AccrueAsync();
                await MonthlyGrantsAsync();
                continue;
            }

            await ReceiveAsync();
            if (_dice.Percent(60)) await EventAsync();
            if (number is 12 or 26) await PayOutAsync();
        }

        await AccrueAsync();
    }

    private async Task OpenDayAsync(DateOnly day)
    {
        if (day > Today) await Must(new BusinessDays(Store).OpenAsync(day, Clerk));
        Today = day;
    }

    private async Task AccrueAsync()
    {
        var run = new CircleRuns(Store, Policies);
        var id = (await Must(new AccrualRun(Store).StartAsync())).Run;
        await run.WorkAsync(id, "the only worker");
        var stands = await RunStands.OfAsync(Store, id);
        if (stands.Failures.Count > 0) throw new InvalidOperationException(string.Join("; ", stands.Failures));
    }

    /// <summary>What came in on a day, keyed as one batch: regular, odd, late, far too much, nothing; now and then nobody knows from whom.</summary>
    private async Task ReceiveAsync()
    {
        var keyed = new List<(string Obligor, string Case, long Cents, How How, DateOnly On, bool Joint)>();
        foreach (var obligor in _obligors)
        {
            var month = SupportMonth.Of(Today);
            var cases = Told.Cases.Where(c => c.Obligor == obligor).ToList();
            var regular = cases.SelectMany(c => c.Obligations).Sum(o => Calendar.Charged(o, month)) / 4;
            var cents = _dice.Below(100) switch { < 55 => regular, < 70 => 0, < 85 => regular * _dice.From(20, 95) / 100 + _dice.Below(100), < 97 => regular * _dice.From(100, 250) / 100 + _dice.Below(100), _ => regular * 12 };
            var late = _dice.Percent(12) ? _dice.From(1, 40) : 0;
            var on = Today.AddDays(-late) < first.FirstDay ? first.FirstDay : Today.AddDays(-late);
            if (cents > 0) keyed.Add((obligor, cases[0].Number, cents, _dice.Percent(80) ? How.Withheld : How.Voluntary, on, false));
            if (Today.Month is >= 2 and <= 4 && _dice.Percent(8))
                keyed.Add((obligor, cases[0].Number, _dice.From(5_000, 150_000), _dice.Percent(70) ? How.FederalOffset : How.StateOffset, Today, _dice.Percent(40)));
        }

        if (keyed.Count == 0) return;
        var desk = new ManualBatches(Store, Policies);
        var batch = (await Must(desk.OpenAsync(keyed.Count, new(keyed.Sum(k => k.Cents)), NextKey("open"), Clerk))).Id;
        var unknown = new HashSet<int>();
        for (var i = 0; i < keyed.Count; i++)
        {
            var k = keyed[i];
            if (_dice.Percent(5)) unknown.Add(i);
            await Must(desk.AddAsync(new(batch, unknown.Contains(i) ? "" : k.Case, new(k.Cents), Tender.Check, Source(k.How), k.On, NextKey("check"), "Payor", k.Joint && k.How == How.FederalOffset), NextKey("add"), Clerk));
        }

        await Must(desk.CloseAsync(batch, NextKey("close"), Clerk));
        await using var db = Store.Read();
        var rows = await db.Receipts.Where(r => r.BatchId == batch).OrderBy(r => r.Id).Select(r => new { r.Id, r.NaturalKey }).ToListAsync();
        for (var i = 0; i < rows.Count; i++)
        {
            _receiptIds[rows[i].NaturalKey] = rows[i].Id;
            Told.Receipts.Add(new(rows[i].NaturalKey, keyed[i].Cents, keyed[i].How, keyed[i].On) { Obligor = unknown.Contains(i) ? "" : keyed[i].Obligor });
        }
    }

    private async Task PayOutAsync()
    {
        var made = await Must(new DisbursementRun(Store, Policies, BankSettings.Demonstration).RunAsync(NextKey("pay"), Clerk));
        if (_dice.Percent(15)) return;
        foreach (var file in made.Files) await Must(new ReleaseFile(Store).RunAsync(file.Id, file.AmountCents, NextKey("release"), Releaser));
        await using var db = Store.Read();
        foreach (var file in await db.DisbursementFiles.Where(f => f.Status == DisbursementFileStatus.Created).OrderBy(f => f.Id).ToListAsync())
            await Must(new ReleaseFile(Store).RunAsync(file.Id, file.Amount, NextKey("release"), Releaser));
    }

    private static ReceiptSource Source(How how) => how switch
    {
        How.Withheld => ReceiptSource.IncomeWithholding,
        How.Voluntary => ReceiptSource.Voluntary,
        How.StateOffset => ReceiptSource.StateTaxOffset,
        _ => ReceiptSource.FederalTaxOffset,
    };
}
