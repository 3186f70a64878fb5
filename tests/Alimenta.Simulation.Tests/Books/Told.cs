namespace Alimenta.Simulation.Tests.Books;

/// <summary>How often support falls due.</summary>
public enum Often
{
    Weekly,
    Biweekly,
    Semimonthly,
    Monthly,
}

/// <summary>How money was collected.</summary>
public enum How
{
    Withheld,
    Voluntary,
    StateOffset,
    FederalOffset,
}

/// <summary>Terms as they became known: of two that lie over each other the later told holds.</summary>
public sealed record TermTold(long Cents, Often Often, DateOnly From, DateOnly? To, DateOnly Anchor, int SecondDay);

/// <summary>An obligation.</summary>
public sealed class ObligationTold(string key, string child)
{
    public string Key => key;

    public string Child => child;

    public DateOnly? LastDay { get; set; }

    public List<TermTold> Terms { get; } = [];
}

/// <summary>A case.</summary>
public sealed record CaseTold(string Number, string Obligor, string Custodian, string Policy, List<ObligationTold> Obligations)
{
    /// <summary>The order of all obligations of the case.</summary>
    public string Order { get; init; } = "";
}

/// <summary>Cash assistance of a household.</summary>
public sealed record SpellTold(string Custodian, DateOnly From)
{
    public DateOnly? To { get; set; }
}

/// <summary>Assistance paid.</summary>
public sealed record GrantTold(string Key, string Custodian, DateOnly On, long Cents);

/// <summary>A credit of debt by decision, the oldest first.</summary>
public sealed record CreditTold(string Key, string Obligation, DateOnly On, long Cents);

/// <summary>Money that came in.</summary>
public sealed class ReceiptTold(string key, long cents, How how, DateOnly collected)
{
    public string Key => key;

    public How How => how;

    public DateOnly Collected => collected;

    /// <summary>What is left of it after what the bank took back.</summary>
    public long Cents { get; set; } = cents;

    /// <summary>Empty while nobody knows.</summary>
    public string Obligor { get; set; } = "";

    /// <summary>The case it is for; empty: all of the obligor.</summary>
    public string Case { get; set; } = "";
}

/// <summary>Everything that was told about a county so far.</summary>
public sealed class Told
{
    public List<CaseTold> Cases { get; } = [];

    public List<SpellTold> Spells { get; } = [];

    public List<GrantTold> Grants { get; } = [];

    public List<CreditTold> Credits { get; } = [];

    public List<ReceiptTold> Receipts { get; } = [];
}
