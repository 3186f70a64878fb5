namespace Alimenta.Bench;

/// <summary>P6: bytes of write-ahead log a journal line, just after a checkpoint (each page is logged whole on its first change) and then again for the same payors.</summary>
internal sealed class LogLeg : Leg
{
    private static readonly Goal Steady = new("P6 steady", "write-ahead log of posting, a journal line, when the pages were touched before", "bytes/line", Better.Low, 350, 250);
    private static readonly Goal Fresh = new("P6 checkpoint", "the same just after a checkpoint", "bytes/line", Better.Low, 1_200, 600);

    public override string Id => "P6";

    public override IReadOnlyList<Goal> Goals => [Steady, Fresh];

    public override int WarmUps => 0;

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var payors = await office.NextFileAsync(cancel);
        return [Sample.Of(Fresh, await PostAsync()), Sample.Of(Steady, await PostAsync())];

        async Task<double> PostAsync()
        {
            var before = await office.AskAsync<string>("select pg_current_wal_insert_lsn()::text", cancel);
            var posted = await PostedFile.PostAsync(office, room.Payments(office), cancel, payors);
            var bytes = await office.AskAsync<decimal>($"select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '{before}')", cancel);
            return (double)bytes / await posted.LinesAsync(office, cancel);
        }
    }
}
