using System.Collections.Frozen;

namespace Alimenta.Office.Access;

/// <summary>A duty that writes or controls. Reading is not a duty, except the review of what others did.</summary>
public enum Duty
{
    /// <summary>Take in money and post it.</summary>
    Receive,

    /// <summary>Say whose money it is.</summary>
    Identify,

    /// <summary>Correct what was posted.</summary>
    Adjust,

    /// <summary>Place and release holds.</summary>
    Hold,

    /// <summary>Make a disbursement file.</summary>
    Prepare,

    /// <summary>Release a disbursement file.</summary>
    Release,

    /// <summary>Enter orders, people and addresses.</summary>
    Enter,

    /// <summary>Review what others did and saw.</summary>
    Audit,

    /// <summary>Make accounts and give roles.</summary>
    Administer,
}

/// <summary>Which duties the same person may never hold together. Thefts from support offices came from people who held custody, recording and exceptions in one hand.</summary>
public static class Duties
{
    private static readonly FrozenSet<(Duty, Duty)> Apart = new (Duty, Duty)[]
    {
        // Who takes money in does not correct postings, nor say which money waits.
        (Duty.Receive, Duty.Adjust), (Duty.Receive, Duty.Hold),

        // Who lets money out has no hand in how it came to be owed, posted or prepared.
        (Duty.Release, Duty.Receive), (Duty.Release, Duty.Identify), (Duty.Release, Duty.Adjust), (Duty.Release, Duty.Hold),
        (Duty.Release, Duty.Prepare), (Duty.Release, Duty.Enter),
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, Duty> OfPermission = new Dictionary<string, Duty>
    {
        [Permissions.ReceiptPost] = Duty.Receive,
        [Permissions.ReceiptIdentify] = Duty.Identify,
        [Permissions.ReceiptAdjust] = Duty.Adjust,
        [Permissions.HoldManage] = Duty.Hold,
        [Permissions.HoldOverride] = Duty.Hold,
        [Permissions.DisbursementCreate] = Duty.Prepare,
        [Permissions.DisbursementRelease] = Duty.Release,
        [Permissions.BatchRun] = Duty.Prepare,
        [Permissions.CaseEdit] = Duty.Enter,
        [Permissions.AuditRead] = Duty.Audit,
        [Permissions.AccountManage] = Duty.Administer,
    }.ToFrozenDictionary();

    /// <summary>The duty behind a permission, or null when it only reads.</summary>
    public static Duty? Of(string permission) => OfPermission.TryGetValue(permission, out var duty) ? duty : null;

    /// <summary>Whether two duties may not be in one hand. Who audits, and who gives out accounts, does nothing else.</summary>
    public static bool Conflict(Duty a, Duty b) =>
        a != b && (a is Duty.Audit or Duty.Administer || b is Duty.Audit or Duty.Administer || Apart.Contains((a, b)) || Apart.Contains((b, a)));

    /// <summary>The pairs of duties among these permissions that may not be in one hand.</summary>
    public static IEnumerable<(Duty First, Duty Second)> Conflicts(IEnumerable<string> permissions)
    {
        var duties = permissions.Select(Of).OfType<Duty>().Distinct().Order().ToList();
        return from a in duties from b in duties where a < b && Conflict(a, b) select (a, b);
    }
}
