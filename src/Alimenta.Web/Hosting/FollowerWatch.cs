using Alimenta.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Alimenta.Web.Hosting;

/// <summary>Looks at the follower each second and says when reads go to it and when they do not.</summary>
public sealed partial class FollowerWatch(AlimentaStore store, ILogger<FollowerWatch> log) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);
    private bool? _served;

    /// <summary>Whether the follower is read from: for whoever watches over the servers. Pages come in any case.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(store.Follower is not { } follower ? HealthCheckResult.Healthy("There is no follower.")
            : follower.Serves ? HealthCheckResult.Healthy(FollowerWords.Of(follower)) : HealthCheckResult.Unhealthy(FollowerWords.Of(follower)));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (store.Follower is not { } follower) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await follower.LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception)
            {
                // What it means is in the follower; it is said below.
            }

            Tell(follower);
            await Task.Delay(Each, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Tell(Follower follower)
    {
        if (_served == follower.Serves) return;
        _served = follower.Serves;
        if (_served == true) Serves(log);
        else Rests(log, FollowerWords.Of(follower));
    }

    [LoggerMessage(1, LogLevel.Warning, "Pages are read from the follower")]
    private static partial void Serves(ILogger log);

    [LoggerMessage(2, LogLevel.Warning, "Pages are read from the primary: {Why}")]
    private static partial void Rests(ILogger log, string why);
}
