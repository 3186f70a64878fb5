using Alimenta.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Alimenta.Office.Access;

/// <summary>Whether the database answers: what a load balancer asks before it sends people here.</summary>
internal sealed class DatabaseHealth(AlimentaStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = store.ReadPrimary();
            return await db.Users.AnyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Nobody can sign in yet.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
