using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Microsoft.EntityFrameworkCore;
using AchAccount = Alimenta.Formats.Nacha.BankAccount;
using PaidOut = Alimenta.Data.Disbursement;

namespace Alimenta.Office.Disbursement;

/// <summary>Writes the files of a day's payments: ACH credits, card loads, the register of warrants. A file has an identity, so it cannot be made twice.</summary>
internal sealed class DisbursementFiles(CommandContext ctx, BankSettings bank, DateOnly today)
{
    private const int DaysOfTraces = 90;
    private const long TracesADay = 110_000;

    public async Task<Outcome<IReadOnlyList<FileMade>>> WriteAsync(IReadOnlyList<(PaidOut Row, List<Payable> Parts, PayeeFacts Payee)> payments, IReadOnlyDictionary<long, Person> names)
    {
        var prefix = today.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var before = await ctx.Db.DisbursementFiles.AsNoTracking().CountAsync(f => f.BusinessDate == today, ctx.Cancel);
        var made = new List<FileMade>();
        var prenotes = await PrenotesAsync();
        var remittances = await StateRemittances.LoadAsync(ctx.Db, [.. payments.Where(p => p.Row.Method == PaymentMethod.OtherState).SelectMany(p => p.Parts)], ctx.Cancel);
        var used = await ctx.Db.DisbursementFiles.AsNoTracking().Where(f => f.BusinessDate == today).SumAsync(f => f.Count, ctx.Cancel)
            + await ctx.Db.BankAccounts.AsNoTracking().CountAsync(a => a.PrenoteOn == today && a.PrenoteTrace != null, ctx.Cancel);
        foreach (var (kind, method) in new[] { (DisbursementFileKind.Ach, PaymentMethod.Deposit), (DisbursementFileKind.Card, PaymentMethod.Card), (DisbursementFileKind.StateCcd, PaymentMethod.OtherState), (DisbursementFileKind.Warrant, PaymentMethod.Warrant) })
        {
            var of = payments.Where(p => p.Row.Method == method).ToList();
            var tests = kind == DisbursementFileKind.Ach ? prenotes : [];
            if (of.Count == 0 && tests.Count == 0) continue;
            var file = ctx.Add(new DisbursementFile
            {
                Identity = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{kind}-{before + made.Count + 1}"), Kind = kind, BusinessDate = today, CreatedBy = ctx.Request.By.UserId, CreatedAt = ctx.Now,
                Count = of.Count, Amount = of.Sum(p => p.Row.Amount), Status = DisbursementFileStatus.Created,
            });
            foreach (var payment in of) payment.Row.FileId = file.Id;
            var content = kind == DisbursementFileKind.Warrant ? Register(of, names) : Ach(of, tests, names, remittances, (before + made.Count, used));
            if (content.Refusal is { } refusal) return refusal;
            file.Content = content.Value;
            file.ContentKey = Convert.ToHexStringLower(SHA256.HashData(file.Content));
            used += of.Count + tests.Count;
            made.Add(new(file.Id, file.Identity, kind, file.Count, file.Amount));
        }

        return made;
    }

    private Outcome<byte[]> Ach(IReadOnlyList<(PaidOut Row, List<Payable> Parts, PayeeFacts Payee)> payments, IReadOnlyList<(Alimenta.Data.BankAccount Account, Person Person)> prenotes, IReadOnlyDictionary<long, Person> names,
        StateRemittances remittances, (int File, int Traces) before)
    {
        var entries = payments.Select(p => p.Row.Method == PaymentMethod.OtherState
                ? (PaymentEntry)new SupportPayment(Account(p.Payee.Account!), p.Row.Amount, PaymentNumber(p.Row), Name(names[p.Row.PayeeId]), remittances.Of(p.Parts, p.Row.Amount, p.Payee.Method!.Fips!))
                : new DisbursementEntry(Account(p.Payee.Account!), p.Row.Amount, PaymentNumber(p.Row), Name(names[p.Row.PayeeId])))
            .Concat(prenotes.Select(p => DisbursementEntry.Prenote(Account(p.Account), $"T{p.Account.Id}", Name(p.Person)))).ToList();
        var terms = new BatchTerms(bank.Name[..Math.Min(16, bank.Name.Length)], bank.CompanyId, bank.Bank, "CHILD SUPP", today);
        // The traces of a day begin at a number of its own and go on from file to file, so that a trace names one payment for as long as a bank may answer.
        var written = NachaWriter.Write(new PaymentFile(new(bank.Bank, bank.Origin, "", bank.Name), new(today, new(12, 0), (char)('A' + before.File % 26)), [new(terms, entries)])
        {
            FirstSequence = today.DayNumber % DaysOfTraces * TracesADay + before.Traces + 1,
        });
        if (written.Refusal is { } refusal) return refusal;
        for (var i = 0; i < payments.Count; i++) payments[i].Row.Trace = written.Value.Traces[i];
        for (var i = 0; i < prenotes.Count; i++)
            (prenotes[i].Account.PrenoteStatus, prenotes[i].Account.PrenoteOn, prenotes[i].Account.PrenoteTrace) = (PrenoteStatus.Sent, today, written.Value.Traces[payments.Count + i]);
        return written.Value.Bytes.ToArray();
    }

    /// <summary>The register from which warrants are printed and which the bank pays against (positive pay).</summary>
    private static Outcome<byte[]> Register(IReadOnlyList<(PaidOut Row, List<Payable> Parts, PayeeFacts Payee)> payments, IReadOnlyDictionary<long, Person> names)
    {
        var text = new StringBuilder("warrant,date,payee,amount_cents\r\n");
        foreach (var (row, _, _) in payments)
        {
            row.Trace = $"W{row.Id:D9}";
            text.Append(CultureInfo.InvariantCulture, $"{row.Trace},{row.On:yyyy-MM-dd},\"{Name(names[row.PayeeId]).Replace("\"", "\"\"", StringComparison.Ordinal)}\",{row.Amount.Cents}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>New accounts are tested with an entry of nothing before money goes to them.</summary>
    private async Task<List<(Alimenta.Data.BankAccount Account, Person Person)>> PrenotesAsync()
    {
        var untested = await ctx.Db.BankAccounts.Where(a => a.PrenoteStatus == PrenoteStatus.None && a.Kind != BankAccountKind.Card && a.From <= today && (a.To == null || a.To >= today)).OrderBy(a => a.Id).ToListAsync(ctx.Cancel);
        var ids = untested.Select(a => a.PersonId).ToList();
        var people = await ctx.Db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ctx.Cancel);
        return [.. untested.Select(a => (a, people[a.PersonId]))];
    }

    private static AchAccount Account(Alimenta.Data.BankAccount account) => new(
        AbaRouting.TryParse(account.Routing, out var routing) ? routing : throw new InvalidOperationException($"Account {account.Id} has a routing number that does not check."),
        account.AccountNumber, account.Kind == BankAccountKind.Savings ? AccountKind.Savings : AccountKind.Checking);

    private static string PaymentNumber(PaidOut row) => row.Id.ToString("D10", CultureInfo.InvariantCulture);

    private static string Name(Person person) => person.OrganizationName.Length > 0 ? person.OrganizationName : $"{person.First} {person.Last}";
}
