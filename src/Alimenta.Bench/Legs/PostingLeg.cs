namespace Alimenta.Bench;

/// <summary>P1: full posting of a file of payments, against a COPY of the very rows it made into the same indexed tables.</summary>
internal sealed class PostingLeg : Leg
{
    private static readonly Goal Share = new("P1", "full posting of a file, against COPY of the same rows into the same indexed tables", "% of COPY", Better.High, 40, 60) { OursUnit = "rows/s", Yardstick = "COPY" };
    private static readonly Goal Rate = new("P1 rate", "payments posted", "payments/s", Better.High);

    public override string Id => "P1";

    public override IReadOnlyList<Goal> Goals => [Share, Rate];

    // The first files are posted by code that is compiled meanwhile.
    public override int WarmUps => 3;

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var posted = await PostedFile.PostAsync(office, room.Payments(office), cancel);
        var rows = await PostedRows.OfFileAsync(office.Store, posted.Id, cancel);
        // COPY as well begins after a checkpoint: the pages that it meets are not those that posting has just logged whole.
        office.Execute("checkpoint");
        var copy = await rows.Shifted().CopyAsync(office.Store, $"{posted.Id}", cancel);
        // What was copied is taken back, and its room given free: the next file finds the tables as this one did, and nobody sweeps up while it is posted.
        office.Execute("vacuum inbound_item, receipt, identification, journal_entry, payable");
        return [new(Share, 100 * copy / posted.Seconds, rows.Count / posted.Seconds, rows.Count / copy), Sample.Of(Rate, posted.Payments / posted.Seconds)];
    }
}
