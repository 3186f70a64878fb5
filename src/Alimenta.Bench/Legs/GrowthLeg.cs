namespace Alimenta.Bench;

/// <summary>P13: posting a journal line in the large caseload, against the small one.</summary>
internal sealed class GrowthLeg : Leg
{
    private static readonly Goal Growth = new("P13", "posting a journal line, against that of a small caseload", "x", Better.Low, 2.5, 1.5) { OursUnit = "µs/line", Yardstick = "small caseload" };

    public override string Id => "P13";

    public override IReadOnlyList<Goal> Goals => [Growth];

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var (large, small) = (await room.LargeAsync(cancel), await room.SmallAsync(cancel));
        // Files of one size, so that what a file costs by itself counts in both alike.
        var payments = Math.Min(room.Settings.Payments, small.Plan.Cases / 2);
        var (ours, yardstick) = (await LineAsync(large), await LineAsync(small));
        return [new(Growth, ours / yardstick, ours, yardstick)];

        async Task<double> LineAsync(BenchOffice office)
        {
            var posted = await PostedFile.PostAsync(office, payments, cancel);
            return 1e6 * posted.Seconds / await posted.LinesAsync(office, cancel);
        }
    }
}
