using Microsoft.AspNetCore.Identity;

namespace Alimenta.Data;

/// <summary>Someone who signs in. The id is taken from <see cref="IIds"/> before the user is made.</summary>
[RowName("app_user")]
public class User : IdentityUser<long>, IRow
{
    public string DisplayName { get; set; } = "";

    public long? OfficeId { get; set; }

    /// <summary>The person he is in the caseload, so that he cannot open his own case.</summary>
    public long? PersonId { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Whether the password was made by someone else, so that he must choose his own before anything else.</summary>
    public bool MustChangePassword { get; set; }
}

[RowName("app_role")]
public class Role : IdentityRole<long>, IRow;

[RowName("office")]
public class Office : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    /// <summary>0 to 999; part of the case numbers it hands out.</summary>
    [NaturalKey]
    public int Code { get; set; }

    public string Name { get; set; } = "";

    public string State { get; set; } = "";

    public string Fips { get; set; } = "";
}

/// <summary>A sign-in as the server knows it: the browser holds a key, this row its hash, so that signing out ends it everywhere at once.</summary>
public class SignInSession : IRow
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the key.</summary>
    public string KeyHash { get; set; } = "";

    public long UserId { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime LastSeenAt { get; set; }

    public DateTime? EndedAt { get; set; }
}

/// <summary>A token by which a program acts with the rights of a user. Shown once; only its hash is kept.</summary>
public class ApiToken : IRow
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the token.</summary>
    public string TokenHash { get; set; } = "";

    /// <summary>What it is for, in words.</summary>
    public string Name { get; set; } = "";

    public long UserId { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }
}

/// <summary>A key of the framework's data protection, shared by all web nodes.</summary>
public class DataProtectionKey : IRow
{
    public long Id { get; set; }

    public string FriendlyName { get; set; } = "";

    public string Xml { get; set; } = "";
}
