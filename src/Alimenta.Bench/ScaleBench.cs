using Alimenta.Law;

namespace Alimenta.Bench;

/// <summary>Times the bulk road on a private server.</summary>
public static class ScaleBench
{
    private const int PaymentsABatch = 10_000;
    private const int Rounds = 5;

    /// <summary>Runs the legs.</summary>
    public static async Task RunAsync(string folder, int cases, LawStore law, IProgress<string> progress, Action<string> say, CancellationToken cancel)
    {
        using var office = await BenchOffice.OpenAsync(folder, new(cases), law, progress, cancel);
        var posting = new PostingLeg(office);
        var number = (int)(DateTimeOffset.FromUnixTimeMilliseconds(office.Store.Clock.GetUtcNow().ToUnixTimeMilliseconds()).ToUnixTimeSeconds() % 10_000_000);
        for (var round = 0; round <= Rounds; round++)
        {
            office.Checkpoint();
            var (post, copy, payments, rows, lines) = await posting.RunAsync(number + round, Math.Min(PaymentsABatch, cases / 10), cancel);
            say($"{(round == 0 ? "warm-up" : $"round {round}")}: {payments:N0} payments in {post:0.00} s ({payments / post:N0} a second), {rows:N0} rows of which {lines:N0} lines; COPY {copy:0.00} s; {100 * copy / post:0} %");
        }
    }
}
