namespace Alimenta.Data;

public enum BankAccountKind
{
    Checking,
    Savings,

    /// <summary>The account behind a stored-value card.</summary>
    Card,
}

public enum PrenoteStatus
{
    None,
    Sent,
    Accepted,
    Failed,
}

public class BankAccount : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long PersonId { get; set; }

    public string Routing { get; set; } = "";

    [Protected]
    public string AccountNumber { get; set; } = "";

    public BankAccountKind Kind { get; set; }

    public PrenoteStatus PrenoteStatus { get; set; }

    public DateOnly? PrenoteOn { get; set; }

    /// <summary>Trace number of the test entry, by which the bank's answer is matched.</summary>
    public string? PrenoteTrace { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }
}

public enum PaymentMethod
{
    Deposit,
    Card,
    Warrant,
    OtherState,
}

/// <summary>How a payee is paid from a day on.</summary>
public class PayeeMethod : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long PersonId { get; set; }

    public PaymentMethod Method { get; set; }

    public long? BankAccountId { get; set; }

    /// <summary>The other state's office, when that state pays the family.</summary>
    public string? Fips { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }
}
