namespace Alimenta.Bench;

/// <summary>P7: how much disk a line of the journal takes, with its entry and all indexes.</summary>
internal sealed class DiskLeg : Leg
{
    private static readonly Goal All = new("P7", "disk of the journal with its entries and indexes, a line", "bytes/line", Better.Low, 170, 120);
    private static readonly Goal Indexes = new("P7 indexes", "of it, the indexes", "bytes/line", Better.Low);

    public override string Id => "P7";

    public override IReadOnlyList<Goal> Goals => [All, Indexes];

    public override int WarmUps => 0;

    // It is the same every time.
    public override int Rounds(BenchSettings settings) => 1;

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        double lines = await office.AskAsync<long>("select count(*) from journal_line", cancel);
        return [Sample.Of(All, await SizeAsync("pg_total_relation_size") / lines), Sample.Of(Indexes, await SizeAsync("pg_indexes_size") / lines)];

        // By the leaves: a partitioned table has no size of its own.
        async Task<double> SizeAsync(string of) => await office.AskAsync<long>($"select coalesce(sum({of}(c.oid)), 0)::bigint from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname like 'journal\\_entry%'", cancel);
    }
}
