using Alimenta.Data;
using Alimenta.Law.Federal.History;

namespace Alimenta.Office.Accounting;

/// <summary>The facts of a circle with the row numbers behind their natural keys.</summary>
public sealed class LoadedCircle
{
    /// <summary>The circle.</summary>
    public required long Id { get; init; }

    /// <summary>The facts.</summary>
    public required CircleFacts Facts { get; init; }

    /// <summary>Cases by number.</summary>
    public required IReadOnlyDictionary<string, CircleCase> Cases { get; init; }

    /// <summary>Row numbers of obligations by natural key.</summary>
    public required IReadOnlyDictionary<string, long> Obligations { get; init; }

    /// <summary>Row numbers of people by their number.</summary>
    public required IReadOnlyDictionary<string, long> People { get; init; }

    /// <summary>Receipts by natural key.</summary>
    public required IReadOnlyDictionary<string, Receipt> Receipts { get; init; }
}
