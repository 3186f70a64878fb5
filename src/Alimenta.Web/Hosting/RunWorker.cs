using System.Threading.Channels;
using Alimenta.Office;

namespace Alimenta.Web.Hosting;

/// <summary>Works batch runs that were started on a page, one after the other, beside the requests. Any number of other workers may claim parts of the same runs.</summary>
public sealed partial class RunWorker(IServiceProvider services, ILogger<RunWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Channel<long> _runs = Channel.CreateUnbounded<long>();

    /// <summary>Takes a run in hand.</summary>
    public void Take(long run) => _runs.Writer.TryWrite(run);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var run = 0L;
            try
            {
                run = await _runs.Reader.ReadAsync(stoppingToken);
                await services.GetRequiredService<OfficeRuns>().WorkAsync(run, $"web-{Environment.ProcessId}", cancel: stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The house closes: what is not done is taken up again when the run is started the next time.
                return;
            }
            catch (Exception failure)
            {
                // The run stays open with the parts that are not done; it goes on in a while where the database was away, else when it is started again, here or by a worker.
                Failed(run, Incident.New(), failure.GetType().FullName ?? "");
                if (services.GetRequiredService<OfficeRuns>().MayGoOn(failure)) _ = AgainAsync(run, stoppingToken);
            }
        }
    }

    // A server that is started anew is back after a while.
    private async Task AgainAsync(long run, CancellationToken stoppingToken)
    {
        await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stoppingToken.IsCancellationRequested) Take(run);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} broke off ({Incident}): {Kind}")]
    private partial void Failed(long run, string incident, string kind);
}
