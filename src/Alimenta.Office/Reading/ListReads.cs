using System.Globalization;
using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>Records that a list was taken out of the system as a spreadsheet.</summary>
public sealed class ListReads(AlimentaStore store)
{
    /// <summary>Records it; throws when it cannot, so that nothing is given.</summary>
    /// <param name="by">Who takes it.</param>
    /// <param name="list">Which list.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="cancel">Stops it.</param>
    public Task ExportedAsync(Actor by, string list, int rows, CancellationToken cancel = default) => store.Audit.ReadAsync(by, "list.export", "list", list, Counted(rows, "row", "rows"), cancel);

    /// <summary>So many in words, for the log: 1 row, 20 rows.</summary>
    internal static string Counted(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
