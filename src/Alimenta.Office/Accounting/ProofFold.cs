using System.Runtime.InteropServices;
using Alimenta.Data;
using Alimenta.Ledger;

namespace Alimenta.Office.Accounting;

/// <summary>A debt of one obligation for one month in one place.</summary>
internal readonly record struct DebtRow(long Case, long Obligation, SupportMonth Month, string Place);

/// <summary>Money of one payee on one account.</summary>
internal readonly record struct PayeeRow(long Person, string Account);

/// <summary>Where the money of one receipt is, in cents; credits count up.</summary>
internal struct ReceiptMoney
{
    /// <summary>Brought in by the receipt and not taken back by the bank.</summary>
    public long Brought;

    /// <summary>Waiting for its obligor to be known.</summary>
    public long Unidentified;

    /// <summary>Waiting to be distributed.</summary>
    public long Undistributed;

    /// <summary>Waiting for months to come.</summary>
    public long Future;

    /// <summary>Given by distribution to payees and fees.</summary>
    public long Used;

    public readonly long Waiting => Unidentified + Undistributed + Future;
}

/// <summary>What moved in the custody book on one effective day, in cents; debits count up.</summary>
internal struct DayMoney
{
    public long Received;
    public long Cash;
    public long Others;
}

/// <summary>All balances made again from the first entry on: nothing is read but entries and lines.</summary>
internal sealed class ProofFold
{
    private static readonly Dictionary<string, string> DebtPlaces = new(StringComparer.Ordinal);
    private static readonly HashSet<string> PayeeAccounts = [.. Ledger.Accounts.All.Where(a => a.Code.StartsWith("payable.", StringComparison.Ordinal)).Select(a => a.Code), Ledger.Accounts.Fee.Code];
    private static readonly HashSet<string> PersonAccounts = [.. PayeeAccounts, Ledger.Accounts.Held.Code, Ledger.Accounts.Issued.Code, Ledger.Accounts.Recovery.Code];
    private static readonly HashSet<string> Distributing = [EntryKinds.Distribution];
    private static readonly HashSet<string> Bringing = [EntryKinds.Receipt, EntryKinds.ReturnedItem];

    private readonly Dictionary<DebtRow, long> _debts = [];
    private readonly Dictionary<PayeeRow, long> _payees = [];
    private readonly Dictionary<long, ReceiptMoney> _receipts = [];
    private readonly Dictionary<(long Receipt, long Obligor), long> _obligors = [];
    private readonly Dictionary<string, long> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, DayMoney> _days = [];

    static ProofFold()
    {
        foreach (var account in Ledger.Accounts.Arrears.Append(Ledger.Accounts.Current)) DebtPlaces[account.Code] = account.Code;
    }

    /// <summary>Whether every entry sums to nothing in each book.</summary>
    public ProofTally Balanced { get; } = new("entries-balance", "Every entry sums to nothing in each book.");

    /// <summary>Whether the parts of every distribution are what its lines say.</summary>
    public ProofTally Parts { get; } = new("distributions-add-up", "The parts of every distribution add up to the money distributed, payee by payee.");

    public long Entries { get; private set; }

    public long Lines { get; private set; }

    public long CashIn { get; private set; }

    public long CashOut { get; private set; }

    public IReadOnlyDictionary<DebtRow, long> Debts => _debts;

    public IReadOnlyDictionary<PayeeRow, long> Payees => _payees;

    public IReadOnlyDictionary<long, ReceiptMoney> Receipts => _receipts;

    /// <summary>What of a receipt waits for each obligor, undistributed or kept for months to come; credits count up.</summary>
    public IReadOnlyDictionary<(long Receipt, long Obligor), long> Obligors => _obligors;

    public IReadOnlyDictionary<string, long> Accounts => _accounts;

    public IReadOnlyDictionary<DateOnly, DayMoney> Days => _days;

    /// <summary>Takes the next entry.</summary>
    public void Take(PostedEntry posted)
    {
        Entries++;
        Balanced.Counted++;
        long debt = 0, custody = 0;
        foreach (var line in posted.Lines)
        {
            Lines++;
            Count(_accounts, line.Account, line.Cents);
            if (line.Book == Book.Debt)
            {
                debt += line.Cents;
                TakeDebt(line);
            }
            else
            {
                custody += line.Cents;
                TakeCustody(posted.Row, line);
            }
        }

        if (debt != 0) Balanced.Fault($"entry {posted.Row.Key} version {posted.Row.Version}", "it does not balance in the debt book", new(debt));
        if (custody != 0) Balanced.Fault($"entry {posted.Row.Key} version {posted.Row.Version}", "it does not balance in the custody book", new(custody));
        if (posted.Row.ReversesVersion is null && posted.Row.Kind is EntryKinds.Distribution) ProofParts.Check(posted, Parts);
    }

    private void TakeDebt(JournalLine line)
    {
        if (!DebtPlaces.TryGetValue(line.Account, out var place) || line.CaseId is not { } file || line.ObligationId is not { } obligation) return;
        var row = new DebtRow(file, obligation, line.Month, place);
        ref var left = ref CollectionsMarshal.GetValueRefOrAddDefault(_debts, row, out _);
        left += line.Cents;
        if (left == 0) _debts.Remove(row);
    }

    private void TakeCustody(JournalEntry entry, JournalLine line)
    {
        ref var day = ref CollectionsMarshal.GetValueRefOrAddDefault(_days, entry.EffectiveOn, out _);
        if (line.Account == Ledger.Accounts.Cash.Code)
        {
            day.Cash += line.Cents;
            if (line.Cents > 0) CashIn += line.Cents;
            else CashOut -= line.Cents;
        }
        else
        {
            day.Others += line.Cents;
        }

        if (entry.Kind == EntryKinds.Receipt && line.Account == Ledger.Accounts.Unidentified.Code) day.Received -= line.Cents;
        if (line.PersonId is { } person && PersonAccounts.Contains(line.Account)) TakePayee(new(person, string.IsInterned(line.Account) ?? line.Account), line.Cents);
        if (line.ReceiptId is { } receipt) TakeReceipt(receipt, entry.Kind, line);
    }

    private void TakePayee(PayeeRow row, long cents)
    {
        ref var left = ref CollectionsMarshal.GetValueRefOrAddDefault(_payees, row, out _);
        left += cents;
        if (left == 0) _payees.Remove(row);
    }

    private void TakeReceipt(long receipt, string kind, JournalLine line)
    {
        ref var money = ref CollectionsMarshal.GetValueRefOrAddDefault(_receipts, receipt, out _);
        if (line.Account == Ledger.Accounts.Unidentified.Code) money.Unidentified -= line.Cents;
        else if (line.Account == Ledger.Accounts.Undistributed.Code) money.Undistributed -= line.Cents;
        else if (line.Account == Ledger.Accounts.Future.Code) money.Future -= line.Cents;
        else
        {
            if (Distributing.Contains(kind) && PayeeAccounts.Contains(line.Account)) money.Used -= line.Cents;
            return;
        }

        if (line.ObligorId is { } obligor)
        {
            ref var his = ref CollectionsMarshal.GetValueRefOrAddDefault(_obligors, (receipt, obligor), out _);
            his -= line.Cents;
            if (his == 0) _obligors.Remove((receipt, obligor));
        }

        if (Bringing.Contains(kind)) money.Brought -= line.Cents;
    }

    private static void Count(Dictionary<string, long> sums, string key, long cents)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
        sum += cents;
    }
}
