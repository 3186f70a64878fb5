namespace Alimenta.Bench;

/// <summary>P7: how much disk a line of the journal takes, with its entry and all indexes.</summary>
internal sealed class DiskLeg : Leg
{
    private static readonly Goal All = new("P7", "disk of the journal with its entries and indexes, a line", "bytes/line", Better.Low, 170, 120);
    private static readonly Goal Lines = new("P7 lines", "of it, the lines with their indexes", "bytes/line", Better.Low);
    private static readonly Goal Entries = new("P7 entries", "of it, the entries with their indexes", "bytes/line", Better.Low);

    public override string Id => "P7";

    public override IReadOnlyList<Goal> Goals => [All, Lines, Entries];

    public override bool WarmsUp => false;

    // It is the same every time.
    public override int Rounds(BenchSettings settings) => 1;

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        double lines = await office.AskAsync<long>("select count(*) from journal_line", cancel);
        var (own, entries) = (await SizeAsync("journal\\_line%"), await SizeAsync("journal\\_entry%"));
        return [Sample.Of(All, (own + entries) / lines), Sample.Of(Lines, own / lines), Sample.Of(Entries, entries / lines)];

        // By the leaves: a partitioned table has no size of its own.
        async Task<double> SizeAsync(string name) => await office.AskAsync<long>($"select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname like '{name}'", cancel);
    }
}
