using System.Globalization;

namespace Alimenta.Formats.Nacha;

/// <summary>The kind of account that an entry moves money to or from.</summary>
public enum AccountKind
{
    /// <summary>Checking; a prepaid card is reached the same way.</summary>
    Checking = 2,

    /// <summary>Savings.</summary>
    Savings = 3,

    /// <summary>A bank's general ledger.</summary>
    GeneralLedger = 4,

    /// <summary>A loan.</summary>
    Loan = 5,
}

/// <summary>What an entry is for.</summary>
public enum EntryPurpose
{
    /// <summary>It moves money.</summary>
    Live,

    /// <summary>It sends an earlier entry back, or tells of a change.</summary>
    ReturnOrChange,

    /// <summary>It tries out an account and moves nothing.</summary>
    Prenote,

    /// <summary>It carries information and moves nothing.</summary>
    ZeroDollar,
}

/// <summary>The two digits in record 6 that say what is moved: kind of account, direction and purpose.</summary>
/// <param name="Account">The kind of account.</param>
/// <param name="IsCredit">Whether money goes to the account; else it comes from it.</param>
/// <param name="Purpose">What the entry is for.</param>
public readonly record struct TransactionCode(AccountKind Account, bool IsCredit, EntryPurpose Purpose)
{
    /// <summary>The two digits.</summary>
    /// <exception cref="InvalidOperationException">There is no such code: a loan takes no debit prenote and no zero-dollar debit.</exception>
    public int Code => Digits() is var code && TryFind(code, out _) ? code : throw new InvalidOperationException("A loan account takes no such debit.");

    // Second digit: credits 1 return, 2 live, 3 prenote, 4 zero-dollar; debits 6, 7, 8, 9. The live debit of a loan is 55, and only a reversal.
    private int Digits()
    {
        var credit = Purpose switch { EntryPurpose.ReturnOrChange => 1, EntryPurpose.Live => 2, EntryPurpose.Prenote => 3, _ => 4 };
        var digit = IsCredit ? credit : Account == AccountKind.Loan && Purpose == EntryPurpose.Live ? 5 : credit + 5;
        return (int)Account * 10 + digit;
    }

    /// <summary>All codes.</summary>
    public static IReadOnlyList<TransactionCode> All { get; } =
    [
        .. from account in Enum.GetValues<AccountKind>()
           from credit in new[] { true, false }
           from purpose in Enum.GetValues<EntryPurpose>()
           where account != AccountKind.Loan || credit || purpose is EntryPurpose.Live or EntryPurpose.ReturnOrChange
           select new TransactionCode(account, credit, purpose),
    ];

    private static readonly Dictionary<int, TransactionCode> ByDigits = All.ToDictionary(code => code.Digits());

    /// <summary>The meaning of two digits.</summary>
    /// <returns>Whether they mean anything.</returns>
    public static bool TryFind(long digits, out TransactionCode code)
    {
        code = default;
        return digits is >= 0 and <= 99 && ByDigits.TryGetValue((int)digits, out code);
    }

    /// <summary>The two digits as text.</summary>
    public override string ToString() => Code.ToString("00", CultureInfo.InvariantCulture);
}
