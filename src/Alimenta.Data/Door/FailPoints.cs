using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Alimenta.Data;

/// <summary>Named places at which a test may make the program die, throw or wait. In production nothing listens.</summary>
public interface IFailPoints
{
    ValueTask HitAsync(string point);
}

/// <summary>The places.</summary>
public static class FailPoint
{
    public const string Begin = "command.begin";
    public const string BeforeStatement = "statement.before";
    public const string AfterStatement = "statement.after";
    public const string BeforeBulk = "bulk.before";
    public const string AfterBulk = "bulk.after";
    public const string BeforeCommit = "commit.before";

    /// <summary>After the commit and before the answer: the client does not know.</summary>
    public const string AfterCommit = "commit.after";
}

/// <summary>Nothing listens.</summary>
public sealed class NoFailPoints : IFailPoints
{
    public static readonly NoFailPoints Instance = new();

    public ValueTask HitAsync(string point) => ValueTask.CompletedTask;
}

internal sealed class FailPointInterceptor(IFailPoints points) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await points.HitAsync(FailPoint.BeforeStatement);
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        await points.HitAsync(FailPoint.AfterStatement);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await points.HitAsync(FailPoint.BeforeStatement);
        return result;
    }

    public override async ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await points.HitAsync(FailPoint.AfterStatement);
        return result;
    }
}
