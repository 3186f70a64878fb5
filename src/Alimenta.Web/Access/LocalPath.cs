namespace Alimenta.Web.Access;

/// <summary>Where to go after signing in: a place in this system, never another site.</summary>
public static class LocalPath
{
    /// <summary>The path when it is one of ours, and otherwise the start page.</summary>
    public static string OrStart(string? path) =>
        path is { Length: > 1 and < 2000 } && path[0] == '/' && path[1] is not ('/' or '\\') && !path.Any(char.IsControl) ? path : "/";
}
