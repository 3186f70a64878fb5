using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>What pages may name of the data room: its words for states and kinds, who asks, and the store as a thing to hand on, of which they call nothing.</summary>
internal static class DataNouns
{
    private const string Room = "Alimenta.Data";
    private static readonly string[] Whole = ["Alimenta.Data.Actor"];
    private static readonly string[] HandedOn = ["Alimenta.Data.AlimentaStore"];

    /// <param name="name">The assembly that uses.</param>
    /// <param name="uses">What it uses.</param>
    /// <param name="enumerations">Full names of the enumerations of the data room.</param>
    public static IEnumerable<Finding> In(string name, IEnumerable<Use> uses, IReadOnlySet<string> enumerations) =>
        uses.Where(u => u.To.StartsWith(Room + ".", StringComparison.Ordinal) && !Allows(u, enumerations))
            .Select(u => new Finding(u.From, u.Member.Length > 0 ? $"{u.To}.{u.Member}" : u.To, $"{name} holds no tables and writes nothing: ask a read model or a slice of the office."));

    private static bool Allows(Use use, IReadOnlySet<string> enumerations) =>
        enumerations.Contains(use.To) || Whole.Contains(use.To) || HandedOn.Contains(use.To) && use.Member.Length == 0;
}
