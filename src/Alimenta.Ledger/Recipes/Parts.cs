namespace Alimenta.Ledger;

/// <summary>What every entry says besides its lines.</summary>
/// <param name="Key">The natural key of what is done.</param>
/// <param name="On">The day from which it counts in law.</param>
public sealed record EntryHead(string Key, DateOnly On)
{
    /// <summary>Counts the entries under the key from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Derived detail for screens; no part of the hash.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The accounting circle; 0 where there is none.</summary>
    public long CircleId { get; init; }

    /// <summary>The case that it is about, when it is about one.</summary>
    public long? CaseId { get; init; }

    /// <summary>The receipt that it is about, when it is about one.</summary>
    public long? ReceiptId { get; init; }

    internal Entry With(string kind, IEnumerable<Line> lines) => new Entry(kind, Key, Version, On, Line.Net(lines))
    {
        Reason = Reason,
        Detail = Detail,
        CircleId = CircleId,
        CaseId = CaseId,
        ReceiptId = ReceiptId,
    }.Check();
}

/// <summary>A debt of support: who owes it under which obligation for which month.</summary>
/// <param name="ObligorId">Who owes.</param>
/// <param name="CaseId">The case.</param>
/// <param name="ObligationId">The obligation.</param>
/// <param name="Month">The support month, or undated.</param>
public sealed record Owed(long ObligorId, long CaseId, long ObligationId, SupportMonth Month);

/// <summary>A debt that goes from one account to another: what it leaves is credited, where it goes is debited.</summary>
/// <param name="Debt">The debt.</param>
/// <param name="From">The account that it leaves, such as charged or current.</param>
/// <param name="To">The account to which it goes, such as current, an arrears class or satisfied.</param>
/// <param name="Amount">How much, above nothing.</param>
public sealed record DebtMovement(Owed Debt, Account From, Account To, Money Amount)
{
    internal IEnumerable<Line> Lines()
    {
        if (!Amount.IsPositive) throw new LedgerException($"A debt moves by an amount above nothing, not by {Amount}.");
        var line = new Line(To, Amount) { ObligorId = Debt.ObligorId, CaseId = Debt.CaseId, ObligationId = Debt.ObligationId, Month = Debt.Month };
        return [line, line with { Account = From, Amount = -Amount }];
    }
}

/// <summary>Money in hand that a distribution uses up: an obligor's receipt.</summary>
/// <param name="ObligorId">Whose money.</param>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="FromFuture">Whether it had been held for months to come.</param>
public sealed record MoneySource(long ObligorId, long ReceiptId, bool FromFuture = false);

/// <summary>A use of distributed money: to whom how much goes.</summary>
/// <param name="To">A payable account, the fee, or future.</param>
/// <param name="Amount">How much, above nothing.</param>
public sealed record MoneyUsed(Account To, Money Amount)
{
    /// <summary>The payee; not for future.</summary>
    public long? PersonId { get; init; }

    /// <summary>The case out of which it comes.</summary>
    public long? CaseId { get; init; }
}

/// <summary>A change of what is not reimbursed of a custodian's assistance.</summary>
/// <param name="Ura">The account: title IV-A or IV-E.</param>
/// <param name="CustodianId">The custodian whose assistance it is.</param>
/// <param name="Amount">Above nothing: assistance paid; below: paid back, or retained out of support.</param>
/// <param name="Retained">Whether it was retained out of support; else it is assistance paid or corrected.</param>
public sealed record AssistanceMovement(Account Ura, long CustodianId, Money Amount, bool Retained)
{
    internal IEnumerable<Line> Lines()
    {
        var line = new Line(Ura, Amount) { PersonId = CustodianId };
        return [line, line with { Account = Retained ? Accounts.AssistanceRetained : Accounts.AssistancePaid, Amount = -Amount }];
    }
}

/// <summary>Money that stands to a payee's name out of a receipt and a case.</summary>
/// <param name="Account">The account on which it stands.</param>
/// <param name="PersonId">The payee.</param>
/// <param name="Amount">How much, above nothing.</param>
public sealed record PayeeMoney(Account Account, long PersonId, Money Amount)
{
    /// <summary>The receipt, when it comes out of one.</summary>
    public long? ReceiptId { get; init; }

    /// <summary>The case, when it comes out of one.</summary>
    public long? CaseId { get; init; }

    /// <summary>The lines that take it from its account to another (from: debit, to: credit).</summary>
    internal IEnumerable<Line> To(Account other)
    {
        if (!Amount.IsPositive) throw new LedgerException($"Money moves by an amount above nothing, not by {Amount}.");
        var line = new Line(Account, Amount) { PersonId = PersonId, ReceiptId = ReceiptId, CaseId = CaseId };
        return [line, line with { Account = other, Amount = -Amount }];
    }
}
