using System.Diagnostics;
using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Office.Receipts;
using Npgsql;

namespace Alimenta.Bench;

/// <summary>P3: full posting, against the same full posting with one command and Entity Framework for each payment: the same reading, rules, checks, rows and audit. Beside it, what EF does when it
/// is handed the rows of each payment and only has to save them.</summary>
internal sealed class FrameworkLeg : Leg
{
    private const int MostPosted = 100;
    private const int MostSaved = 300;
    private static readonly Actor By = Actor.Program("bench");
    private static readonly Goal Times = new("P3", "full posting, against full posting with EF SaveChanges for each payment, warm", "x", Better.High, 25, 50) { OursUnit = "payments/s", Yardstick = "EF" };
    private static readonly Goal RowsOnly = new("P3 rows", "full posting, against EF that is handed the rows of each payment: it decides and checks nothing, and fires no trigger", "x", Better.High) { OursUnit = "payments/s", Yardstick = "EF" };

    public override string Id => "P3";

    public override IReadOnlyList<Goal> Goals => [Times, RowsOnly];

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var posted = await PostedFile.PostAsync(office, room.Payments(office), cancel);
        var ours = posted.Payments / posted.Seconds;
        var (full, rows) = (await PostEachAsync(office, Math.Min(MostPosted, posted.Payments), cancel), await SaveEachAsync(office, posted, cancel));
        return [new(Times, ours / full, ours, full), new(RowsOnly, ours / rows, ours, rows)];
    }

    /// <summary>Payments a second where each comes in a file of its own, so that it is posted by a command of its own, and EF writes its rows.</summary>
    private static async Task<double> PostEachAsync(BenchOffice office, int payments, CancellationToken cancel)
    {
        var store = new AlimentaStore(new FrameworkEngine(new PostgresEngine(office.ConnectionString)), TimeProvider.System);
        var receive = new ReceiveFile(store, office.Policies);
        var clock = new Stopwatch();
        for (var i = 0; i < payments; i++)
        {
            var number = await office.NextFileAsync(cancel);
            var file = Payday.File(number, number, 1, office.Plan);
            clock.Start();
            var done = await receive.RunAsync("bench-one.ach", file, By, null, cancel);
            clock.Stop();
            if (!done.Ok || done.Value.Identified != 1) throw new InvalidOperationException($"A payment by itself was not posted: {done.Refusal?.ToString() ?? done.Value.Status}");
        }

        return payments / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Payments a second where EF saves the rows that a posted file made, payment by payment.</summary>
    private static async Task<double> SaveEachAsync(BenchOffice office, PostedFile posted, CancellationToken cancel)
    {
        var payments = OnePayment.Of((await PostedRows.OfFileAsync(office.Store, posted.Id, cancel)).Shifted()).Take(MostSaved).ToList();
        var options = PlainDb.Options(office);
        var clock = Stopwatch.StartNew();
        foreach (var payment in payments)
        {
            await using var db = new PlainDb(options);
            await db.PostAsync(payment, cancel);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        await TakeBackAsync(office, cancel);
        return payments.Count / seconds;
    }

    private static async Task TakeBackAsync(BenchOffice office, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(PlainDb.ConnectionString(office));
        await connection.OpenAsync(cancel);
        foreach (var (table, key) in ((string, string)[])[("payable", "id"), ("journal_entry", "id"), ("identification", "id"), ("receipt", "id"), ("inbound_item", "id")])
        {
#pragma warning disable CA2100 // Names from the line above.
            await using var command = new NpgsqlCommand($"delete from {table} where {key} >= {PostedRows.Shift}", connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancel);
        }

        office.Execute("vacuum inbound_item, receipt, identification, journal_entry, payable");
    }
}
