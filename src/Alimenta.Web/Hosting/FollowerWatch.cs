using Alimenta.Office.Reading;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Alimenta.Web.Hosting;

/// <summary>Looks at the follower each second and says when reads go to it and when they do not.</summary>
public sealed partial class FollowerWatch(FollowedReads reads, ILogger<FollowerWatch> log) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);
    private bool? _served;

    /// <summary>Whether the follower is read from: for whoever watches over the servers. Pages come in any case.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(reads.Serves || !reads.IsNamed ? HealthCheckResult.Healthy(reads.Words) : HealthCheckResult.Unhealthy(reads.Words));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (reads.IsNamed && !stoppingToken.IsCancellationRequested)
        {
            await reads.LookAsync(stoppingToken);
            Tell(reads.Serves);
            await Task.Delay(Each, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Tell(bool serves)
    {
        if (_served == serves) return;
        _served = serves;
        if (serves) Serves(log);
        else Rests(log, reads.Words);
    }

    [LoggerMessage(1, LogLevel.Warning, "Pages are read from the follower")]
    private static partial void Serves(ILogger log);

    [LoggerMessage(2, LogLevel.Warning, "Pages are read from the primary: {Why}")]
    private static partial void Rests(ILogger log, string why);
}
