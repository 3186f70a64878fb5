using System.Collections.Frozen;

namespace Alimenta.Office.Access;

/// <summary>A role: a job in the office and what it needs.</summary>
/// <param name="Name">Its stable name, such as case-manager.</param>
/// <param name="Title">Its name on screen.</param>
/// <param name="Does">What the job is, in a sentence.</param>
/// <param name="Permissions">What it may do.</param>
public sealed record OfficeRole(string Name, string Title, string Does, IReadOnlyList<string> Permissions);

/// <summary>The one table from roles to permissions.</summary>
public static class Roles
{
    public const string CaseManager = "case-manager";
    public const string Accounting = "accounting";
    public const string DisbursementReleaser = "disbursement-releaser";
    public const string Supervisor = "supervisor";
    public const string Auditor = "auditor";
    public const string Administrator = "administrator";

    private static readonly string[] Reads = [Permissions.CaseRead, Permissions.MoneyRead, Permissions.LawRead];
    private static readonly string[] Books = [Permissions.FileRead, Permissions.BatchRead, Permissions.ProofRead];

    /// <summary>All roles.</summary>
    public static IReadOnlyList<OfficeRole> All { get; } =
    [
        new(CaseManager, "Case manager", "Keeps the facts of cases: people, addresses, orders, assistance; looks after money that waits for them.", [.. Reads, Permissions.CaseEdit, Permissions.ProtectedRead, Permissions.HoldManage]),
        new(Accounting, "Accounting", "Takes money in, says whose it is and prepares what goes out.",
            [.. Reads, .. Books, Permissions.ReceiptPost, Permissions.ReceiptIdentify, Permissions.DisbursementCreate, Permissions.BatchRun]),
        new(DisbursementReleaser, "Disbursement releaser", "Releases disbursement files that others prepared.", [.. Reads, .. Books, Permissions.DisbursementRelease]),
        new(Supervisor, "Supervisor", "Corrects postings, places and releases holds, and may change facts of cases.",
            [.. Reads, .. Books, Permissions.CaseEdit, Permissions.ProtectedRead, Permissions.ReceiptAdjust, Permissions.HoldManage, Permissions.HoldOverride]),
        new(Auditor, "Auditor", "Reads everything, also who did and saw what; changes nothing.", [.. Reads, .. Books, Permissions.AuditRead]),
        new(Administrator, "Administrator", "Makes accounts and gives roles; has nothing to do with money or cases.", [Permissions.LawRead, Permissions.BatchRead, Permissions.AccountManage]),
    ];

    private static readonly FrozenDictionary<string, OfficeRole> ByName = All.ToFrozenDictionary(r => r.Name);

    /// <summary>A role by its name, or null.</summary>
    public static OfficeRole? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>What someone with these roles may do. Roles that conflict give no duty at all, only what reads: it must not matter how they came together.</summary>
    public static IReadOnlySet<string> PermissionsOf(IEnumerable<string> roles)
    {
        var all = roles.Select(Find).OfType<OfficeRole>().SelectMany(r => r.Permissions).ToHashSet(StringComparer.Ordinal);
        if (Duties.Conflicts(all).Any()) all.RemoveWhere(p => Duties.Of(p) is not null);
        return all;
    }

    /// <summary>Refuses roles that do not exist or may not be held by one person; null when they may.</summary>
    public static Refusal? Check(IReadOnlyCollection<string> roles)
    {
        if (roles.FirstOrDefault(r => Find(r) is null) is { } unknown) return new("R-ROLE-UNKNOWN", $"There is no role named {unknown}.", "Choose from the list.", "", "roles");
        var held = roles.Select(r => Find(r)!).ToList();
        var pairs = from a in held from b in held where string.CompareOrdinal(a.Name, b.Name) < 0 && Duties.Conflicts(a.Permissions.Concat(b.Permissions)).Any() select (a, b);
        return pairs.Select(p => new Refusal("R-DUTIES-CONFLICT", $"{p.a.Title} and {p.b.Title} cannot be held by one person.",
            "Choose one of the two. One person must never be able to both make and hide a payment.", "", "roles")).FirstOrDefault();
    }
}
