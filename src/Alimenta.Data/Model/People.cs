namespace Alimenta.Data;

public enum PersonKind
{
    Person,
    Agency,
    State,
    OtherState,
}

public enum SsnStatus
{
    Unverified,
    Verified,
    Invalid,
}

/// <summary>What an obligor wants done with money that exceeds every debt.</summary>
public enum OverpaymentIntent
{
    None,
    Future,
    Refund,
    Gift,
}

/// <summary>A person, an agency, the state itself or another state: whoever can owe, be owed, pay or be paid.</summary>
public class Person : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    /// <summary>The participant number: what files, hashes and exports call the person by.</summary>
    [NaturalKey]
    public string Number { get; set; } = "";

    public PersonKind Kind { get; set; }

    public string First { get; set; } = "";

    public string Middle { get; set; } = "";

    public string Last { get; set; } = "";

    public string Suffix { get; set; } = "";

    public string OrganizationName { get; set; } = "";

    public DateOnly? Born { get; set; }

    public DateOnly? Died { get; set; }

    [Protected]
    public string? SsnDigits { get; set; }

    public SsnStatus SsnStatus { get; set; }

    /// <summary>Family violence indicator: where this person lives is shown to no one without a special right.</summary>
    public bool FamilyViolence { get; set; }

    public string Language { get; set; } = "";

    /// <summary>The name folded for search: capitals without marks, last name first.</summary>
    public string SearchName { get; set; } = "";
}

/// <summary>What an obligor said is to be done with money beyond every debt that is collected from a day on.</summary>
public class OverpaymentChoice : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long PersonId { get; set; }

    public OverpaymentIntent Intent { get; set; }

    public DateOnly From { get; set; }
}

public class PersonAlias : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long PersonId { get; set; }

    public string First { get; set; } = "";

    public string Middle { get; set; } = "";

    public string Last { get; set; } = "";

    public string SearchName { get; set; } = "";
}

public enum AddressType
{
    Residence,
    Mailing,

    /// <summary>A confidentiality programme's address that stands in for the real one.</summary>
    Substitute,
}

public class Address : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long PersonId { get; set; }

    public AddressType Type { get; set; }

    public string Line1 { get; set; } = "";

    public string Line2 { get; set; } = "";

    public string City { get; set; } = "";

    public string State { get; set; } = "";

    public string Zip { get; set; } = "";

    public string Country { get; set; } = "US";

    public string Source { get; set; } = "";

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    public bool Verified { get; set; }

    /// <summary>Mail came back.</summary>
    public bool Bad { get; set; }
}

public class Phone : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long PersonId { get; set; }

    public string Number { get; set; } = "";

    public string Kind { get; set; } = "";

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }
}

public class Employer : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    /// <summary>Federal employer identification number: nine digits.</summary>
    [NaturalKey]
    public string Fein { get; set; } = "";

    public string Name { get; set; } = "";

    public string SearchName { get; set; } = "";

    public string Line1 { get; set; } = "";

    public string Line2 { get; set; } = "";

    public string City { get; set; } = "";

    public string State { get; set; } = "";

    public string Zip { get; set; } = "";
}

public class EmployerAlias : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long EmployerId { get; set; }

    public string Name { get; set; } = "";

    public string SearchName { get; set; } = "";
}

public class Employment : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long PersonId { get; set; }

    public long EmployerId { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    public string Source { get; set; } = "";
}
