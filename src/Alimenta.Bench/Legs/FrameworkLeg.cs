using System.Diagnostics;
using Npgsql;

namespace Alimenta.Bench;

/// <summary>P3: full posting, against Entity Framework with one SaveChanges for each payment that writes the same rows.</summary>
internal sealed class FrameworkLeg : Leg
{
    private const int MostSaved = 300;
    private static readonly Goal Times = new("P3", "full posting, against EF SaveChanges for each payment, warm", "x", Better.High, 25, 50) { OursUnit = "payments/s", Yardstick = "EF" };

    public override string Id => "P3";

    public override IReadOnlyList<Goal> Goals => [Times];

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var posted = await PostedFile.PostAsync(office, room.Payments(office), cancel);
        var payments = OnePayment.Of((await PostedRows.OfFileAsync(office.Store, posted.Id, cancel)).Shifted()).Take(MostSaved).ToList();
        var options = PlainDb.Options(office);
        var clock = Stopwatch.StartNew();
        foreach (var payment in payments)
        {
            await using var db = new PlainDb(options);
            await db.PostAsync(payment, cancel);
        }

        var yardstick = payments.Count / clock.Elapsed.TotalSeconds;
        await TakeBackAsync(office, cancel);
        var ours = posted.Payments / posted.Seconds;
        return [new(Times, ours / yardstick, ours, yardstick)];
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
