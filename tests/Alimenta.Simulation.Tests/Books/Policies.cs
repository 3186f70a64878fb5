namespace Alimenta.Simulation.Tests.Books;

/// <summary>The choices of the states as the bookkeeper read them in the conventions: the orders of classes, and what is passed through.</summary>
internal static class Policies
{
    /// <summary>The classes in the order in which arrears are paid, and whether the state keeps what pays them.</summary>
    public static IReadOnlyList<(string Place, bool State)> Stages(string policy, bool assisted, bool former, bool federalOffset)
    {
        var oregon = policy == "us-or";
        if (federalOffset)
            return oregon ? [("PA", true), ("TA", true), ("CA", true), ("UPA", false), ("NA", false), ("CA", false), ("UDA", false), ("TA", false)]
                : [("PA", true), ("TA", true), ("CA", true), ("NA", false), ("CA", false), ("UDA", false), ("UPA", false), ("TA", false)];
        if (assisted)
            return oregon ? [("PA", true), ("TA", true), ("UPA", false), ("CA", false), ("NA", false), ("UDA", false), ("TA", false)]
                : [("PA", true), ("TA", true), ("NA", false), ("CA", false), ("UDA", false), ("UPA", false), ("TA", false)];
        if (!former) return [("NA", false)];
        return oregon ? [("UPA", false), ("CA", false), ("NA", false), ("UDA", false), ("PA", true)] : [("NA", false), ("CA", false), ("UDA", false), ("UPA", false), ("PA", true)];
    }

    /// <summary>What of current support is passed through to a family on assistance in a month, at most.</summary>
    public static long PassThrough(string policy, int children) => policy == "us-or" ? Math.Min(5_000 * Math.Max(1, children), 20_000) : 0;
}
