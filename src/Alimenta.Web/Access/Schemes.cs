namespace Alimenta.Web.Access;

/// <summary>The ways to be known, and the policy that asks for nothing but that.</summary>
internal static class Schemes
{
    public const string Session = "session";
    public const string Token = "token";
    public const string ByPath = "by-path";

    /// <summary>A signed-in person, whatever he may do: his own account, help, signing out.</summary>
    public const string AnyAccount = "any-account";
}
