using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Alimenta.Data;

/// <summary>A statement that changes or removes facts set-wise would leave no history, so it is refused when it is translated.</summary>
internal sealed class FactGuard : IQueryExpressionInterceptor
{
    public static readonly FactGuard Instance = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (queryExpression is MethodCallExpression { Method: { IsGenericMethod: true } method }
            && method.DeclaringType == typeof(EntityFrameworkQueryableExtensions)
            && method.Name is nameof(EntityFrameworkQueryableExtensions.ExecuteUpdate) or nameof(EntityFrameworkQueryableExtensions.ExecuteDelete)
            && typeof(IFact).IsAssignableFrom(method.GetGenericArguments()[0]))
            throw new InvalidOperationException($"{method.GetGenericArguments()[0].Name} is a fact: change it row by row, so that its history is kept.");
        return queryExpression;
    }
}
