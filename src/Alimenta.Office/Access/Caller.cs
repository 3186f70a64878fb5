using Alimenta.Data;

namespace Alimenta.Office.Access;

/// <summary>Who asks: a signed-in person, or a program with his token.</summary>
/// <param name="UserId">The number of the account.</param>
/// <param name="Name">The name on screen and in the audit log.</param>
/// <param name="Permissions">What he may do, as of this request.</param>
public sealed record Caller(long UserId, string Name, IReadOnlySet<string> Permissions)
{
    /// <summary>The same as the door for writes takes it.</summary>
    public Actor Actor => new(UserId, Name);

    /// <summary>A change that he asks for.</summary>
    /// <param name="key">The key of the form or the request.</param>
    /// <param name="why">Why.</param>
    /// <param name="preview">Whether to do all of it and roll it back.</param>
    /// <param name="confirmed">Codes of warnings that he has read and goes on past.</param>
    public Asked Asks(string key, string why = "", bool preview = false, params IReadOnlyCollection<string> confirmed) =>
        new(key, Actor, why) { Preview = preview, Confirmed = confirmed };

    /// <summary>Whether he may do something.</summary>
    public bool May(string permission) => Permissions.Contains(permission);

    /// <summary>A refusal when he may not; null when he may.</summary>
    public Refusal? Lacks(string permission) => May(permission) ? null
        : new("R-NOT-ALLOWED", "Your role does not allow this.", "If your work needs it, ask your supervisor.");
}
