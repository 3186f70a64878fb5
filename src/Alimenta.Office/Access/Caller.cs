namespace Alimenta.Office.Access;

/// <summary>Who asks: a signed-in person, or a program with his token.</summary>
/// <param name="UserId">The number of the account.</param>
/// <param name="Name">The name on screen and in the audit log.</param>
/// <param name="Permissions">What he may do, as of this request.</param>
public sealed record Caller(long UserId, string Name, IReadOnlySet<string> Permissions)
{
    /// <summary>Whether he may do something.</summary>
    public bool May(string permission) => Permissions.Contains(permission);

    /// <summary>A refusal when he may not; null when he may.</summary>
    public Refusal? Lacks(string permission) => May(permission) ? null
        : new("R-NOT-ALLOWED", "Your role does not allow this.", "If your work needs it, ask your supervisor.");
}
