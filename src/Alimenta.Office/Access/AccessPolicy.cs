namespace Alimenta.Office.Access;

/// <summary>What an office chooses about signing in.</summary>
public sealed record AccessPolicy
{
    /// <summary>Minutes without a request after which a person must sign in again. Publication 1075 asks for a lock at 15 and an end at 30.</summary>
    public int IdleMinutes { get; init; } = 15;

    /// <summary>Hours after signing in at which a person must sign in again in any case.</summary>
    public int SessionHours { get; init; } = 12;

    /// <summary>Wrong passwords in a row after which an account is locked.</summary>
    public int LockoutAttempts { get; init; } = 5;

    /// <summary>Minutes for which it stays locked.</summary>
    public int LockoutMinutes { get; init; } = 15;

    /// <summary>The least length of a password.</summary>
    public int PasswordLength { get; init; } = 15;

    /// <summary>Days for which a token of a program holds.</summary>
    public int TokenDays { get; init; } = 365;
}
