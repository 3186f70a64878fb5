using Alimenta.Data;
using Microsoft.AspNetCore.Identity;

namespace Alimenta.Office.Access;

/// <summary>What a password must be (length counts, not kinds of signs) and whether one is right.</summary>
public sealed class Passwords(IPasswordHasher<User> hasher, AccessPolicy policy)
{
    private const int Longest = 128;
    private const int LeastDistinct = 6;

    private static readonly string[] TooWellKnown = ["password", "passwort", "letmein", "qwerty", "welcome", "123456", "abcdef", "iloveyou", "alimenta", "childsupport"];

    private readonly string _hashOfNobody = hasher.HashPassword(new User(), Secrets.Key());

    /// <summary>Why a password cannot be taken; null when it can.</summary>
    public Refusal? Check(string password, string userName)
    {
        string? what = password.Length < policy.PasswordLength ? $"The password has {password.Length} characters."
            : password.Length > Longest ? "The password is longer than can be kept."
            : password.Distinct().Count() < LeastDistinct ? "The password repeats too few characters."
            : password.Contains(userName, StringComparison.OrdinalIgnoreCase) && userName.Length > 2 ? "The password holds your sign-in name."
            : TooWellKnown.Any(w => Squeezed(password).Contains(w, StringComparison.OrdinalIgnoreCase)) ? "The password holds a word that everybody tries first."
            : null;
        return what is null ? null : new("R-PASSWORD-WEAK", what, $"Use {policy.PasswordLength} to {Longest} characters, such as four or five unrelated words. Blanks are fine.", "", "password");
    }

    /// <summary>The hash that is kept.</summary>
    public string Hash(User user, string password) => hasher.HashPassword(user, password);

    /// <summary>Whether a password is that of the account. It takes as long when there is no such account.</summary>
    public bool IsRight(User? user, string password)
    {
        var result = hasher.VerifyHashedPassword(user ?? new User(), user?.PasswordHash ?? _hashOfNobody, password.Length > Longest ? "" : password);
        return user?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }

    private static string Squeezed(string password) => new([.. password.Where(char.IsLetterOrDigit)]);
}
