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

/// <summary>A key of the framework's data protection, shared by all web nodes.</summary>
public class DataProtectionKey : IRow
{
    public long Id { get; set; }

    public string FriendlyName { get; set; } = "";

    public string Xml { get; set; } = "";
}
