using Alimenta.Office.Accounting;
using Alimenta.Office.Receipts;

namespace Alimenta.Bench;

/// <summary>P5: a file distributed by two workers, against the same by one. Both share the processors with the database.</summary>
internal sealed class WorkersLeg : Leg
{
    private const int Parts = 6;
    private static readonly Goal Gain = new("P5", "posting with two workers, against one", "x", Better.High, 1.2, 1.5) { OursUnit = "payments/s", Yardstick = "one worker" };

    public override string Id => "P5";

    public override IReadOnlyList<Goal> Goals => [Gain];

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var payments = room.Payments(office);
        var rates = new double[3];
        // Each goes first as often as the other.
        foreach (var workers in (int[])(round % 2 == 0 ? [1, 2] : [2, 1]))
        {
            var receive = new ReceiveFile(office.Store, office.Policies) { Workers = workers, Parts = new DistributionParts(0, Math.Max(1, payments / Parts)) };
            rates[workers] = payments / (await PostedFile.PostAsync(office, payments, cancel, by: receive)).Seconds;
        }

        return [new(Gain, rates[2] / rates[1], rates[2], rates[1])];
    }
}
