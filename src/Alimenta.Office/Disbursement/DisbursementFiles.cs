using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Writes the files of a day's payments: ACH credits, card loads, the register of warrants. A file has an identity, so it cannot be made twice.</summary>
/// <param name="ctx">The command.</param>
/// <param name="bank">How the office banks.</param>
/// <param name="today">The business date.</param>
/// <param name="most">Payments in a file at most.</param>
internal sealed class DisbursementFiles(CommandContext ctx, BankSettings bank, DateOnly today, int most)
{
    private const string Traces = "trace";

    private static readonly (DisbursementFileKind Kind, PaymentMethod Method)[] Kinds =
    [
        (DisbursementFileKind.Ach, PaymentMethod.Deposit), (DisbursementFileKind.Card, PaymentMethod.Card), (DisbursementFileKind.StateCcd, PaymentMethod.OtherState), (DisbursementFileKind.Warrant, PaymentMethod.Warrant),
    ];

    /// <summary>The kind of file in which payments of a way leave.</summary>
    public static DisbursementFileKind KindOf(PaymentMethod method) => Kinds.Single(k => k.Method == method).Kind;

    /// <summary>Payments that could not be written, each with the reason: they stand in no file.</summary>
    public List<(Payment Payment, Refusal Why)> Refused { get; } = [];

    /// <summary>Writes payments into files, and tests of new accounts with them. The payments get their file and trace; writing their rows is left to the caller.</summary>
    /// <param name="payments">The payments.</param>
    /// <param name="names">Their payees.</param>
    /// <param name="maker">Who made the files, and so may not release them.</param>
    /// <param name="untested">The people with new accounts, locked.</param>
    public async Task<Outcome<IReadOnlyList<FileMade>>> WriteAsync(IReadOnlyList<Payment> payments, IReadOnlyDictionary<long, Person> names, long maker, IReadOnlyCollection<long> untested)
    {
        var prefix = today.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var before = await ctx.Db.DisbursementFiles.AsNoTracking().CountAsync(f => f.BusinessDate == today, ctx.Cancel);
        var made = new List<FileMade>();
        var prenotes = await AccountTests.OfAsync(ctx, untested, today);
        var writable = await WritableAsync(payments, names);
        foreach (var (kind, method) in Kinds)
        {
            var tests = kind == DisbursementFileKind.Ach ? prenotes : [];
            var chunks = writable.Where(p => p.Payment.Row.Method == method).Chunk(most).ToList();
            if (chunks.Count == 0 && tests.Count > 0) chunks.Add([]);
            foreach (var of in chunks)
            {
                var file = ctx.Add(new DisbursementFile
                {
                    Identity = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{kind}-{before + made.Count + 1}"), Kind = kind, BusinessDate = today, CreatedBy = maker, CreatedAt = ctx.Now,
                    Count = of.Length, Amount = of.Sum(p => p.Payment.Row.Amount), Status = DisbursementFileStatus.Created,
                });
                foreach (var (payment, _) in of) payment.Row.FileId = file.Id;
                var content = kind == DisbursementFileKind.Warrant ? Register(of, names) : await AchAsync(of, tests, before + made.Count);
                if (content.Refusal is { } refusal) return refusal;
                file.Content = content.Value;
                file.ContentKey = Convert.ToHexStringLower(SHA256.HashData(file.Content));
                made.Add(new(file.Id, file.Identity, kind, file.Count, file.Amount));
                tests = [];
            }
        }

        return made;
    }

    /// <summary>The entry of every payment; a warrant has none.</summary>
    private async Task<List<(Payment Payment, PaymentEntry? Entry)>> WritableAsync(IReadOnlyList<Payment> payments, IReadOnlyDictionary<long, Person> names)
    {
        var entries = new PaymentEntries(names, await StateRemittances.LoadAsync(ctx.Db, [.. payments.Where(p => p.Row.Method == PaymentMethod.OtherState).SelectMany(p => p.Parts)], ctx.Cancel));
        var writable = new List<(Payment, PaymentEntry?)>(payments.Count);
        foreach (var payment in payments)
        {
            if (payment.Row.Method == PaymentMethod.Warrant)
            {
                writable.Add((payment, null));
                continue;
            }

            var entry = entries.Of(payment);
            if (entry.Refusal is { } why) Refused.Add((payment, why));
            else writable.Add((payment, entry.Value));
        }

        return writable;
    }

    private async Task<Outcome<byte[]>> AchAsync(IReadOnlyList<(Payment Payment, PaymentEntry? Entry)> payments, IReadOnlyList<(Alimenta.Data.BankAccount Account, PaymentEntry Entry)> prenotes, int filesBefore)
    {
        var entries = payments.Select(p => p.Entry!).Concat(prenotes.Select(p => p.Entry)).ToList();
        var terms = new BatchTerms(bank.Name[..Math.Min(16, bank.Name.Length)], bank.CompanyId, bank.Bank, "CHILD SUPP", today);
        var written = NachaWriter.Write(new PaymentFile(new(bank.Bank, bank.Origin, "", bank.Name), new(today, new(12, 0), (char)('A' + filesBefore % 26)), [new(terms, entries)])
        {
            FirstSequence = await TracesAsync(entries.Count),
        });
        if (written.Refusal is { } refusal) return refusal;
        for (var i = 0; i < payments.Count; i++) payments[i].Payment.Row.Trace = written.Value.Traces[i];
        for (var i = 0; i < prenotes.Count; i++)
            (prenotes[i].Account.PrenoteStatus, prenotes[i].Account.PrenoteOn, prenotes[i].Account.PrenoteTrace) = (PrenoteStatus.Sent, today, written.Value.Traces[payments.Count + i]);
        return written.Value.Bytes.ToArray();
    }

    /// <summary>Traces go on from file to file and begin anew only when all seven digits were used, so that one names a single payment for as long as can be.</summary>
    private async Task<long> TracesAsync(int count)
    {
        while (true)
        {
            var first = (await ctx.NextNumberAsync(Traces, count) - 1) % NachaWriter.LastSequence + 1;
            if (first + count - 1 <= NachaWriter.LastSequence) return first;
        }
    }

    /// <summary>The register from which warrants are printed and which the bank pays against (positive pay).</summary>
    private static Outcome<byte[]> Register(IReadOnlyList<(Payment Payment, PaymentEntry? Entry)> payments, IReadOnlyDictionary<long, Person> names)
    {
        var text = new StringBuilder("warrant,date,payee,amount_cents\r\n");
        foreach (var row in payments.Select(p => p.Payment.Row))
        {
            row.Trace = $"W{row.Id:D9}";
            text.Append(CultureInfo.InvariantCulture, $"{row.Trace},{row.On:yyyy-MM-dd},\"{PaymentEntries.NameOf(names[row.PayeeId]).Replace("\"", "\"\"", StringComparison.Ordinal)}\",{row.Amount.Cents}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
