namespace Alimenta.Ledger;

/// <summary>One of the two linked books. Every entry sums to zero in each book that it touches.</summary>
public enum Book
{
    /// <summary>What is owed: support per obligation, arrears class and month, and unreimbursed assistance.</summary>
    Debt,

    /// <summary>Whose the money in hand is.</summary>
    Custody,
}

/// <summary>What a line may say besides its account and amount. An account names those without which a line on it makes no sense.</summary>
[Flags]
public enum Dimensions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The obligor who owes, or whose money it is.</summary>
    Obligor = 1,

    /// <summary>The case.</summary>
    Case = 2,

    /// <summary>The obligation of an order.</summary>
    Obligation = 4,

    /// <summary>The person or agency that is paid or that got assistance.</summary>
    Person = 8,

    /// <summary>The receipt.</summary>
    Receipt = 16,

    /// <summary>The support month; the month 0 is "undated".</summary>
    Month = 32,

    /// <summary>All of them.</summary>
    All = Obligor | Case | Obligation | Person | Receipt | Month,
}

/// <summary>An account of the chart.</summary>
/// <param name="Code">Its code, unique over both books.</param>
/// <param name="Book">Its book.</param>
/// <param name="Needs">What every line on it must say.</param>
/// <param name="Says">What it holds, in a sentence.</param>
/// <param name="Sign">What a balance above nothing (debit) and below nothing (credit) means.</param>
public sealed record Account(string Code, Book Book, Dimensions Needs, string Says, string Sign)
{
    /// <inheritdoc/>
    public override string ToString() => Code;
}
