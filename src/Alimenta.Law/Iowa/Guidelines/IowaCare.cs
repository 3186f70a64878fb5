namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>How physical care of the children is arranged.</summary>
public enum IowaCareKind
{
    /// <summary>All children live with one parent.</summary>
    Sole,

    /// <summary>Both parents have joint physical care of all children.</summary>
    Joint,

    /// <summary>Each parent has physical care of at least one child.</summary>
    Split,
}

/// <summary>The arrangement of a case.</summary>
/// <param name="Kind">Which it is.</param>
/// <param name="Custodial">With sole care, the parent who has it; else null.</param>
internal sealed record IowaCare(IowaCareKind Kind, IowaParty? Custodial)
{
    /// <summary>The arrangement that the children's care makes, or null when joint care of some meets sole care of others.</summary>
    public static IowaCare? Of(IReadOnlyList<IowaChild> children)
    {
        var (a, b, joint) = (Count(children, IowaPhysicalCare.ParentA), Count(children, IowaPhysicalCare.ParentB), Count(children, IowaPhysicalCare.Joint));
        return (a > 0, b > 0, joint > 0) switch
        {
            (true, false, false) => new(IowaCareKind.Sole, IowaParty.ParentA),
            (false, true, false) => new(IowaCareKind.Sole, IowaParty.ParentB),
            (true, true, false) => new(IowaCareKind.Split, null),
            (false, false, true) => new(IowaCareKind.Joint, null),
            _ => null,
        };
    }

    /// <summary>Whether a parent has physical care of at least one child.</summary>
    public bool Has(IowaParty parent) => Kind != IowaCareKind.Sole || Custodial == parent;

    /// <summary>How many children live with a parent alone.</summary>
    public static int With(IReadOnlyList<IowaChild> children, IowaParty parent) =>
        Count(children, parent == IowaParty.ParentA ? IowaPhysicalCare.ParentA : IowaPhysicalCare.ParentB);

    private static int Count(IReadOnlyList<IowaChild> children, IowaPhysicalCare care)
    {
        var count = 0;
        foreach (var child in children)
            if (child.Care == care) count++;
        return count;
    }
}
