namespace Alimenta.Formats.Nacha;

/// <summary>An entry to be written. One of: <see cref="DisbursementEntry"/>, <see cref="SupportPayment"/>, <see cref="EmployerPayment"/>,
/// <see cref="ReturnedPayment"/>, <see cref="ChangeNotification"/>.</summary>
/// <param name="Account">The account that the entry names.</param>
/// <param name="Amount">The money.</param>
/// <param name="Id">The receiver's number with the originator, up to fifteen characters.</param>
/// <param name="Name">The receiver's name.</param>
public abstract record PaymentEntry(BankAccount Account, Money Amount, string Id, string Name)
{
    /// <summary>PPD, CCD, CTX or COR.</summary>
    public abstract string EntryClass { get; }

    /// <summary>What the entry is for.</summary>
    public abstract EntryPurpose Purpose { get; }

    /// <summary>The entry without protected data.</summary>
    public sealed override string ToString() => $"{EntryClass} {Amount}";
}

/// <summary>A payment to a person (PPD).</summary>
/// <param name="Account">The person's account.</param>
/// <param name="Amount">The money.</param>
/// <param name="Id">The number of the payment; refused when it has the form of a Social Security number.</param>
/// <param name="Name">The person's name.</param>
public sealed record DisbursementEntry(BankAccount Account, Money Amount, string Id, string Name) : PaymentEntry(Account, Amount, Id, Name)
{
    /// <summary>Whether it only tries out the account.</summary>
    public bool IsPrenote { get; private init; }

    /// <inheritdoc/>
    public override string EntryClass => "PPD";

    /// <inheritdoc/>
    public override EntryPurpose Purpose => IsPrenote ? EntryPurpose.Prenote : EntryPurpose.Live;

    /// <summary>A trial of an account without money.</summary>
    public static DisbursementEntry Prenote(BankAccount account, string paymentNumber, string payee) => new(account, Money.Zero, paymentNumber, payee) { IsPrenote = true };
}

/// <summary>A payment for one obligor with its child support segment (CCD with addenda): from a state to another, or from an employer. Without money it carries news of employment.</summary>
/// <param name="Account">The account of the receiving unit.</param>
/// <param name="Amount">The money sent: the segment's amount, or less where a fee was kept (RI, RT, RO).</param>
/// <param name="Id">A number of the sender's choice.</param>
/// <param name="Name">The receiving unit.</param>
/// <param name="Ded">For whom it is.</param>
public sealed record SupportPayment(BankAccount Account, Money Amount, string Id, string Name, DedSegment Ded) : PaymentEntry(Account, Amount, Id, Name)
{
    /// <inheritdoc/>
    public override string EntryClass => "CCD";

    /// <inheritdoc/>
    public override EntryPurpose Purpose => Amount.IsZero ? EntryPurpose.ZeroDollar : EntryPurpose.Live;
}

/// <summary>A payment for several employees with an X12 820 (CTX). Its amount is the sum of its segments.</summary>
/// <param name="Account">The account of the receiving unit.</param>
/// <param name="Id">A number of the sender's choice.</param>
/// <param name="Name">The receiving unit.</param>
/// <param name="Payer">The employer.</param>
/// <param name="Items">For whom it is, at least one; without kept fees.</param>
public sealed record EmployerPayment(BankAccount Account, string Id, string Name, string Payer, IReadOnlyList<DedSegment> Items)
    : PaymentEntry(Account, Items.Sum(item => item.Amount), Id, Name)
{
    /// <inheritdoc/>
    public override string EntryClass => "CTX";

    /// <inheritdoc/>
    public override EntryPurpose Purpose => Amount.IsZero ? EntryPurpose.ZeroDollar : EntryPurpose.Live;
}

/// <summary>An entry sent back by the bank that received it, as that bank writes it.</summary>
/// <param name="Account">The bank to which it goes back, and the account that the original entry named.</param>
/// <param name="Amount">The money of the original entry.</param>
/// <param name="Id">The identification number of the original entry.</param>
/// <param name="Name">The name in the original entry.</param>
/// <param name="Return">Why, and which entry.</param>
public sealed record ReturnedPayment(BankAccount Account, Money Amount, string Id, string Name, ReturnDetail Return) : PaymentEntry(Account, Amount, Id, Name)
{
    /// <inheritdoc/>
    public override string EntryClass => Return.OriginalClass;

    /// <inheritdoc/>
    public override EntryPurpose Purpose => EntryPurpose.ReturnOrChange;

    /// <summary>The return of an entry that was read.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="originatingBank">The bank to which it goes back.</param>
    /// <param name="reasonCode">Why, such as R03.</param>
    /// <param name="dateOfDeath">With R14 and R15.</param>
    public static ReturnedPayment Of(NachaEntry entry, AbaRouting originatingBank, string reasonCode, DateOnly? dateOfDeath = null) =>
        new(new(originatingBank, entry.Account, entry.Code.Account), entry.Amount, entry.Id, entry.Name,
            new(reasonCode, entry.Trace, entry.ReceivingBank[..8], entry.EntryClass, entry.Code.IsCredit, dateOfDeath));
}

/// <summary>Why an entry is sent back, and which.</summary>
/// <param name="ReasonCode">R01 to R90.</param>
/// <param name="OriginalTrace">Its fifteen digits.</param>
/// <param name="OriginalDfi">Eight digits of the bank that received it.</param>
/// <param name="OriginalClass">Its entry class.</param>
/// <param name="WasCredit">Whether it was a credit.</param>
/// <param name="DateOfDeath">With R14 and R15.</param>
/// <param name="Information">Words of the bank.</param>
public sealed record ReturnDetail(string ReasonCode, string OriginalTrace, string OriginalDfi, string OriginalClass, bool WasCredit = true, DateOnly? DateOfDeath = null, string Information = "");

/// <summary>A notification of change (COR), as the bank that paid the entry writes it.</summary>
/// <param name="Account">The bank to which it goes, and the account that the original entry named.</param>
/// <param name="Id">The identification number of the original entry.</param>
/// <param name="Name">The name in the original entry.</param>
/// <param name="ChangeCode">C01 to C14.</param>
/// <param name="OriginalTrace">The fifteen digits of the original trace number.</param>
/// <param name="OriginalDfi">Eight digits of the bank that received it.</param>
/// <param name="CorrectedData">The right data, laid out as the code says, at most 29 characters; <see cref="Corrected"/> lays them out.</param>
public sealed record ChangeNotification(BankAccount Account, string Id, string Name, string ChangeCode, string OriginalTrace, string OriginalDfi, string CorrectedData)
    : PaymentEntry(Account, Money.Zero, Id, Name)
{
    /// <summary>Whether the original entry was a credit.</summary>
    public bool WasCredit { get; init; } = true;

    /// <inheritdoc/>
    public override string EntryClass => "COR";

    /// <inheritdoc/>
    public override EntryPurpose Purpose => EntryPurpose.ReturnOrChange;

    /// <summary>The notification for an entry that was read.</summary>
    public static ChangeNotification Of(NachaEntry entry, AbaRouting originatingBank, string changeCode, string correctedData) =>
        new(new(originatingBank, entry.Account, entry.Code.Account), entry.Id, entry.Name, changeCode, entry.Trace, entry.ReceivingBank[..8], correctedData) { WasCredit = entry.Code.IsCredit };

    /// <summary>Lays out corrected data as a change code says.</summary>
    /// <exception cref="ArgumentException">The code has no such data, or a datum does not fit.</exception>
    public static string Corrected(string changeCode, params IReadOnlyList<(CorrectedField Field, string Value)> data)
    {
        var layout = ChangeMeaning.Find(changeCode)?.Layout ?? [];
        var text = new string(' ', ChangeAddendaRecord.CorrectedData.Length).ToCharArray();
        foreach (var (field, value) in data)
        {
            var part = layout.FirstOrDefault(part => part.Field == field);
            if (part is null || value.Length > part.Length) throw new ArgumentException($"{changeCode} has no place for this {field}.", nameof(data));
            value.CopyTo(0, text, part.Start - 1, value.Length);
        }

        return new(text);
    }
}
