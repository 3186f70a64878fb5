using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>When a file is distributed in parts, and how large these are.</summary>
/// <param name="LargestWhole">A file with more receipts is distributed in parts.</param>
/// <param name="Payments">Payments in a part: so many circles as they come from, at least one.</param>
/// <param name="Items">Items that are written at once while the file is accepted: so many lie in memory.</param>
public sealed record DistributionParts(int LargestWhole = 5_000, int Payments = 1_000, int Items = 2_500);

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
    /// <param name="payments">The payments that came from each circle.</param>
    /// <param name="parts">How large the parts are.</param>
    /// <returns>The run.</returns>
    public static long Open(CommandContext ctx, long file, DateOnly date, IReadOnlyDictionary<long, PaymentsOfCircle> payments, DistributionParts parts) =>
        BatchWork.OpenIn(ctx, Key(file), Kind, date, [new("distribute", [.. DistributionPart.Cut(payments.OrderBy(p => p.Key), parts.Payments).Select(p => p.ToString())])]);
}

/// <summary>What came from a circle in one file.</summary>
/// <param name="Count">How many payments.</param>
/// <param name="FirstObligor">The lowest number of an obligor who paid.</param>
/// <param name="LastObligor">The highest.</param>
public readonly record struct PaymentsOfCircle(int Count, long FirstObligor, long LastObligor)
{
    /// <summary>This and one payment more.</summary>
    public PaymentsOfCircle And(long obligor) => Count == 0 ? new(1, obligor, obligor) : new(Count + 1, Math.Min(FirstObligor, obligor), Math.Max(LastObligor, obligor));
}

/// <summary>A part of a distribution: a range of circles, and between which numbers the obligors lie who paid, so that a part finds its receipts by an index and does not look at those of all other parts.</summary>
/// <remarks>A circle that joins another meanwhile is played whole by the command that joins them, with the receipts that wait; so no receipt is left by a part that finds it gone.</remarks>
/// <param name="Circles">The circles.</param>
/// <param name="FirstObligor">The lowest number.</param>
/// <param name="LastObligor">The highest.</param>
internal readonly record struct DistributionPart(CircleRange Circles, long FirstObligor, long LastObligor)
{
    /// <summary>Parts whose circles together have at most so many payments, or of one circle that has more.</summary>
    public static IEnumerable<DistributionPart> Cut(IEnumerable<KeyValuePair<long, PaymentsOfCircle>> inOrder, int most)
    {
        DistributionPart? part = null;
        var sum = 0;
        foreach (var (circle, paid) in inOrder)
        {
            if (part is { } full && sum + paid.Count > most)
            {
                yield return full;
                (part, sum) = (null, 0);
            }

            part = part is { } begun
                ? new(begun.Circles with { Last = circle }, Math.Min(begun.FirstObligor, paid.FirstObligor), Math.Max(begun.LastObligor, paid.LastObligor))
                : new(new(circle, circle), paid.FirstObligor, paid.LastObligor);
            sum += paid.Count;
        }

        if (part is { } last) yield return last;
    }

    /// <summary>Reads a part; one that says nothing of obligors is one of all.</summary>
    public static DistributionPart Parse(string content) => content.Split(' ') is [var circles, var obligors] && CircleRange.Parse(obligors) is var between
        ? new(CircleRange.Parse(circles), between.First, between.Last)
        : new(CircleRange.Parse(content), 0, long.MaxValue);

    /// <inheritdoc/>
    public override string ToString() => LastObligor == long.MaxValue ? Circles.ToString() : $"{Circles} {new CircleRange(FirstObligor, LastObligor)}";
}
