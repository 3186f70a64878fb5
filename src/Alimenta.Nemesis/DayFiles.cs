using Alimenta.Office.Training;
using System.Globalization;
using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Disbursement;
using Microsoft.EntityFrameworkCore;
using AchAccount = Alimenta.Formats.Nacha.BankAccount;

namespace Alimenta.Nemesis;

/// <summary>A family whose payments come.</summary>
internal sealed record Payor(string Case, string Ssn, string Last, string First, long Circle);

/// <summary>The payment files of the days that a seed makes up, in the format in which real ones come.</summary>
internal sealed class DayFiles(long seed, IReadOnlyList<Payor> payors)
{
    private const int MostPayments = 12;
    private const int FilesADay = 2;
    private const int LateOnceIn = 2;

    /// <summary>The families whose payments come.</summary>
    public IReadOnlyList<Payor> Payors => payors;

    /// <summary>The families of a county that pay.</summary>
    public static async Task<IReadOnlyList<Payor>> PayorsAsync(AlimentaStore store, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await (from c in db.Cases
                      join p in db.People on c.ObligorId equals p.Id
                      where p.SsnDigits != null
                      orderby c.Number
                      select new Payor(c.Number, p.SsnDigits!, p.Last, p.First, c.CircleId)).ToListAsync(cancel);
    }

    /// <summary>The files that arrive on a day: those of the day itself, but for the last when it is late, and the late one of the business day before.</summary>
    /// <param name="day">The day.</param>
    /// <param name="lateFirst">Whether the late file comes first, as it should, or after the files of the day.</param>
    public IReadOnlyList<(string Name, byte[] Bytes)> ArrivingOn(DateOnly day, bool lateFirst = true)
    {
        var before = day.AddDays(-1);
        while (!BusinessCalendar.Federal.IsOpen(before)) before = before.AddDays(-1);
        var late = before > Storm.Before && IsLate(before) ? Of(before)[^1..] : [];
        var own = IsLate(day) ? Of(day)[..^1] : Of(day);
        return lateFirst ? [.. late, .. own] : [.. own, .. late];
    }

    /// <summary>Whether files arrive on the day in an order that can be turned round.</summary>
    public bool HasLateAndOwn(DateOnly day) => ArrivingOn(day) is { Count: > 1 } arriving && arriving[0].Name != Of(day)[0].Name;

    // The only file of a day is never late, so that something arrives every day.
    private bool IsLate(DateOnly day) => Of(day).Length > 1 && new Dice(unchecked((ulong)(seed * 7_919 + day.DayNumber))).Below(LateOnceIn) == 0;

    /// <summary>The files of a day.</summary>
    private (string Name, byte[] Bytes)[] Of(DateOnly day)
    {
        var chance = new Dice(unchecked((ulong)(seed * 1_000_003 + day.DayNumber)));
        return [.. Enumerable.Range(1, 1 + chance.Below(FilesADay)).Select(n => ($"PAY{day:yyMMdd}{n}.ach", File(day, n, chance)))];
    }

    private byte[] File(DateOnly day, int number, Dice chance)
    {
        var bank = BankSettings.Demonstration;
        var account = new AchAccount(bank.Bank, "1000200030");
        var entries = Enumerable.Range(0, 1 + chance.Below(MostPayments)).Select(i =>
        {
            var payor = chance.One(payors);
            var amount = new Money(1_000 + chance.Below(60_000));
            // Now and then nobody knows whose money it is.
            var strange = chance.Below(20) == 0;
            var ded = new DedSegment(DedApplication.CS, strange ? "7734Z" : payor.Case.Replace("-", "", StringComparison.Ordinal), day.AddDays(-1), amount, strange ? "899990123" : payor.Ssn,
                MedicalSupport.NotAvailable, DedName.Of(payor.Last, payor.First), "4105100", false);
            return (PaymentEntry)new SupportPayment(account, amount, string.Create(CultureInfo.InvariantCulture, $"E{i:D6}"), "STATE DISBURSEMENT", ded);
        }).ToList();
        var batch = new PaymentBatch(new("STORMY WORKS", "1940000001", bank.Bank, "CHILD SUPP", day), entries);
        var written = NachaWriter.Write(new PaymentFile(new(bank.Bank, "9000000017", bank.Name, "NEMESIS"), new(day, new(6 + number, 30)), [batch]) { FirstSequence = day.DayNumber % 900 * 10_000L + number * 1_000 + 1 });
        return written.Refusal is { } refusal ? throw new InvalidOperationException(refusal.ToString()) : written.Value.Bytes.ToArray();
    }

    /// <summary>The file cut off in the middle of its records.</summary>
    public static byte[] Cut(byte[] bytes, Dice chance) => bytes[..(1 + chance.Below(Needed(bytes)))];

    /// <summary>The file as it lies there piece by piece while a slow partner sends it.</summary>
    public static IEnumerable<byte[]> Pieces(byte[] bytes, Dice chance)
    {
        var needed = Needed(bytes);
        for (var end = 1 + chance.Below(needed); ; end += 1 + (needed - end) / 2)
        {
            yield return bytes[..end];
            if (needed - end < bytes.Length / 10) yield break;
        }
    }

    /// <summary>Where the record of the file's totals begins; behind it lie lines of nines that only fill up the block, and a file without them is whole.</summary>
    private static int Needed(byte[] bytes) => bytes.AsSpan().IndexOf("\n9"u8);

    /// <summary>The file with a digit of the first payment's amount changed: its totals no longer agree.</summary>
    public static byte[] Flipped(byte[] bytes, int chance)
    {
        var text = System.Text.Encoding.ASCII.GetString(bytes);
        var at = text.IndexOf("\n6", StringComparison.Ordinal) + 1;
        var copy = (byte[])bytes.Clone();
        // Columns 30 to 39 of an entry hold its amount in cents.
        var digit = at + 29 + chance % 10;
        copy[digit] = (byte)('0' + (copy[digit] - '0' + 1) % 10);
        return copy;
    }
}
