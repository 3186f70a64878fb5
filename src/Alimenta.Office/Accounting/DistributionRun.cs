using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>When a file is distributed in parts, and how large these are.</summary>
/// <param name="LargestWhole">A file with more receipts is distributed in parts.</param>
/// <param name="Payments">Payments in a part: so many circles as they come from, at least one.</param>
/// <param name="Items">Items that are written at once while the file is accepted: so many lie in memory.</param>
public sealed record DistributionParts(int LargestWhole = 5_000, int Payments = 1_000, int Items = 5_000);

/// <summary>The distribution of a large file in parts that several workers share; a small one is distributed in the command that receives it.</summary>
public static class DistributionRun
{
    internal const string Kind = "distribution";

    /// <summary>The key of the run of a file.</summary>
    public static string Key(long file) => FormattableString.Invariant($"{Kind}:{file}");

    /// <summary>Why entries of earlier days are made again, in the words of a file that is distributed whole.</summary>
    internal static async Task<string> ReasonAsync(CommandContext ctx, string key)
    {
        var file = long.Parse(key.AsSpan(Kind.Length + 1), System.Globalization.CultureInfo.InvariantCulture);
        return Reason(await ctx.Db.InboundFiles.AsNoTracking().Where(f => f.Id == file).Select(f => f.Name).SingleAsync(ctx.Cancel));
    }

    /// <summary>The same by the name of the file.</summary>
    internal static string Reason(string name) => $"Received with {name}";

    /// <summary>Opens the run inside the command that receives the file, so that there is never one without the other.</summary>
    /// <param name="ctx">The command.</param>
    /// <param name="file">The file.</param>
    /// <param name="date">The business date.</param>
    /// <param name="payments">How many payments came from each circle.</param>
    /// <param name="parts">How large the parts are.</param>
    /// <returns>The run.</returns>
    public static long Open(CommandContext ctx, long file, DateOnly date, IReadOnlyDictionary<long, int> payments, DistributionParts parts) =>
        BatchWork.OpenIn(ctx, Key(file), Kind, date, [new("distribute", CircleRange.Cut(payments.OrderBy(p => p.Key), parts.Payments))]);
}
