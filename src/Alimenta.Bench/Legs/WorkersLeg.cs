using Alimenta.Office.Accounting;
using Alimenta.Office.Receipts;

namespace Alimenta.Bench;

/// <summary>P5: files posted by two workers, against the same by one. Both share the processors with the database.</summary>
internal sealed class WorkersLeg : Leg
{
    private const int Parts = 6;
    private static readonly Goal Gain = new("P5", "posting one file with two workers, against one", "x", Better.High, 1.2, 1.5) { OursUnit = "payments/s", Yardstick = "one worker" };
    private static readonly Goal Files = new("P5 files", "posting two files at once with a worker each, against one worker", "x", Better.High) { OursUnit = "payments/s", Yardstick = "one worker" };

    public override string Id => "P5";

    public override IReadOnlyList<Goal> Goals => [Gain, Files];

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var payments = room.Payments(office);
        var (one, two, files) = (0.0, 0.0, 0.0);
        Func<Task>[] turns = [async () => one = await OneFileAsync(1), async () => two = await OneFileAsync(2), async () => files = 2 * payments / await PostedFile.PostAtOnceAsync(office, 2, payments, With(1), cancel)];
        // Each goes first as often as the others.
        for (var i = 0; i < turns.Length; i++) await turns[(round + i) % turns.Length]();
        return [new(Gain, two / one, two, one), new(Files, files / one, files, one)];

        async Task<double> OneFileAsync(int workers) => payments / (await PostedFile.PostAsync(office, payments, cancel, by: With(workers))).Seconds;

        ReceiveFile With(int workers) => new(office.Store, office.Policies) { Workers = workers, Parts = new DistributionParts(0, Math.Max(1, payments / Parts)) };
    }
}
