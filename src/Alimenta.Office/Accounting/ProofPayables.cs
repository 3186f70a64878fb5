using System.Globalization;
using Alimenta.Data;
using Alimenta.Ledger;
using Alimenta.Office.Disbursement;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Whether the lists that people work with (payables, payments, files, recoveries) say what the journal says.</summary>
internal sealed class ProofPayables(AlimentaDb db, ProofFold fold, ProofNames names, CancellationToken cancel)
{
    private readonly ProofTally _payables = new("payables", "What is open to every payee is what the journal says of that payee, kind by kind; so is what is on its way out.");
    private readonly ProofTally _payments = new("payments", "Every payment is the sum of what it is made of, every file the sum of its payments, and what left the bank is what the files and returns say.");
    private readonly ProofTally _recoveries = new("recoveries", "What every payee has had too much is what the journal says of that payee.");

    public async Task<IReadOnlyList<ProofTally>> RunAsync()
    {
        await PayablesAsync();
        await PaymentsAsync();
        await FilesAsync();
        await BankAsync();
        await RecoveriesAsync();
        return [_payables, _payments, _recoveries];
    }

    private async Task PayablesAsync()
    {
        var listed = new Dictionary<PayeeRow, long>();
        foreach (var row in await SumsAsync("select payee_id as \"Id\", payee_kind as \"Word\", cast(sum(amount) as bigint) as \"Cents\" from payable where status = 'open' group by payee_id, payee_kind"))
            Add(listed, new(row.Id, PayableAccounts.Of(Kind(row.Word)).Code), row.Cents);
        foreach (var row in await SumsAsync("select payee_id as \"Id\", '' as \"Word\", cast(sum(amount) as bigint) as \"Cents\" from payable where status = 'in_file' group by payee_id"))
            Add(listed, new(row.Id, Accounts.Issued.Code), row.Cents);
        var journal = fold.Payees.Where(p => p.Key.Account != Accounts.Held.Code && p.Key.Account != Accounts.Recovery.Code).ToDictionary(p => p.Key, p => -p.Value);
        foreach (var key in listed.Keys.Union(journal.Keys))
            await _payables.CompareAsync(new(journal.GetValueOrDefault(key)), new(listed.GetValueOrDefault(key)), async () => $"{await names.PersonAsync(key.Person)}, {key.Account}", "listed");
    }

    private async Task PaymentsAsync()
    {
        _payments.Counted += await db.Disbursements.CountAsync(cancel);
        const string sql = """
            select d.natural_key as "Word", d.amount as "Id", cast(coalesce(sum(p.amount), 0) as bigint) as "Cents"
            from disbursement d left join payable p on p.disbursement_id = d.id
            where d.status in ('created', 'released', 'cleared')
            group by d.id, d.natural_key, d.amount having d.amount <> cast(coalesce(sum(p.amount), 0) as bigint)
            """;
        foreach (var row in await SumsAsync(sql)) _payments.Fault($"payment {row.Word}", $"it is of {new Money(row.Id)} and made of {new Money(row.Cents)}", new(row.Cents - row.Id));
    }

    private async Task FilesAsync()
    {
        _payments.Counted += await db.DisbursementFiles.CountAsync(cancel);
        const string sql = """
            select f.identity as "Word", f.amount as "Id", cast(coalesce(sum(d.amount), 0) as bigint) as "Cents"
            from disbursement_file f left join disbursement d on d.file_id = f.id and d.status <> 'voided'
            where f.status <> 'voided'
            group by f.id, f.identity, f.amount having f.amount <> cast(coalesce(sum(d.amount), 0) as bigint)
            """;
        foreach (var row in await SumsAsync(sql)) _payments.Fault($"file {row.Word}", $"it is of {new Money(row.Id)} and made of {new Money(row.Cents)}", new(row.Cents - row.Id));
    }

    /// <summary>What left the bank and came back by the entries, against the files released and the payments returned.</summary>
    private async Task BankAsync()
    {
        const string sql = """
            select 0 as "Id", 'released' as "Word", cast(coalesce(sum(amount), 0) as bigint) as "Cents" from disbursement_file where status = 'released'
            union all select 0, 'returned', cast(coalesce(sum(amount), 0) as bigint) from disbursement where status = 'returned'
            union all select 0, kind, cast(coalesce(sum(cents), 0) as bigint) from journal_line where account = 'cash' and kind in ('file-release', 'disbursement-return') group by kind
            """;
        var sums = (await SumsAsync(sql)).ToDictionary(r => r.Word, r => r.Cents);
        await _payments.CompareAsync(new(-sums.GetValueOrDefault(EntryKinds.FileRelease)), new(sums["released"]), () => Task.FromResult("all files"), "released by the files");
        await _payments.CompareAsync(new(sums.GetValueOrDefault(EntryKinds.DisbursementReturn)), new(sums["returned"]), () => Task.FromResult("all payments"), "returned by the payments");
    }

    private async Task RecoveriesAsync()
    {
        var listed = (await SumsAsync("select payee_id as \"Id\", '' as \"Word\", cast(sum(amount - recovered) as bigint) as \"Cents\" from recovery where status in ('potential', 'active') group by payee_id"))
            .ToDictionary(r => r.Id, r => r.Cents);
        var journal = fold.Payees.Where(p => p.Key.Account == Accounts.Recovery.Code).ToDictionary(p => p.Key.Person, p => p.Value);
        foreach (var payee in listed.Keys.Union(journal.Keys))
            await _recoveries.CompareAsync(new(journal.GetValueOrDefault(payee)), new(listed.GetValueOrDefault(payee)), () => names.PersonAsync(payee), "listed");
    }

    private Task<List<SumRow>> SumsAsync(string sql) => db.Database.SqlQueryRaw<SumRow>(sql).ToListAsync(cancel);

    private static PayeeKind Kind(string word) => Enum.GetValues<PayeeKind>().First(k => Naming.Snake(k.ToString()) == word);

    private static void Add(Dictionary<PayeeRow, long> sums, PayeeRow key, long cents) => sums[key] = sums.GetValueOrDefault(key) + cents;
}

/// <summary>A sum read from the database.</summary>
internal sealed class SumRow
{
    public long Id { get; set; }

    public string Word { get; set; } = "";

    public long Cents { get; set; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {Word} {Cents}");
}
