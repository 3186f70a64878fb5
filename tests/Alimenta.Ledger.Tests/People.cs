namespace Alimenta.Ledger.Tests;

/// <summary>The made-up people of the worked figures, and the natural keys behind their row numbers.</summary>
internal sealed class People(long offset = 0) : INames
{
    public const long Obligor = 11;
    public const long Custodian = 12;
    public const long State = 13;
    public const long Federal = 14;
    public const long Case = 21;
    public const long Obligation = 31;
    public const long FirstReceipt = 41;
    public const long SecondReceipt = 42;

    public string Person(long id) => (id - offset) switch
    {
        Obligor => "F. Okafor (obligor)",
        Custodian => "A. Okafor (custodian)",
        State => "state treasury",
        Federal => "federal share",
        _ => throw new LedgerException($"There is no person {id}."),
    };

    string INames.Case(long id) => id - offset == Case ? "26-104-00731-4" : throw new LedgerException($"There is no case {id}.");

    string INames.Obligation(long id) => id - offset == Obligation ? "26-104-00731-4/1" : throw new LedgerException($"There is no obligation {id}.");

    public string Receipt(long id) => (id - offset) switch
    {
        FirstReceipt => "receipt 1",
        SecondReceipt => "receipt 2",
        _ => throw new LedgerException($"There is no receipt {id}."),
    };
}
