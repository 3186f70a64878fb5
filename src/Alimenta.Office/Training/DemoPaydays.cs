using Alimenta.Formats.Nacha;
using Alimenta.Office.Disbursement;
using AchAccount = Alimenta.Formats.Nacha.BankAccount;

namespace Alimenta.Office.Training;

/// <summary>Makes up the payment files of a county's employers, in the format in which real ones come.</summary>
internal sealed class DemoPaydays(DemoOptions options, DemoCounty county, BankSettings bank)
{
    /// <summary>The days on which employers pay in a span: every second Friday, and the first business day of each month.</summary>
    public static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            if (BiweeklyPayday(day) || MonthlyPayday(day)) yield return day;
    }

    /// <summary>The file that arrives on a day; null when no one pays.</summary>
    /// <param name="day">The day.</param>
    /// <param name="strange">Whether strange entries are mixed in: unknown numbers, damaged segments, people who left.</param>
    public byte[]? File(DateOnly day, bool strange)
    {
        var dice = new Dice(unchecked((ulong)options.Seed * 7919 + (ulong)day.DayNumber));
        var employees = county.Families.Where(f => f.Begins <= day && (f.Biweekly ? BiweeklyPayday(day) : MonthlyPayday(day)) && Pays(f, dice)).GroupBy(f => f.Employer).OrderBy(g => g.Key).ToList();
        if (employees.Count == 0) return null;
        var batches = employees.Select(g => Batch(county.Employers[g.Key], [.. g], day, dice, strange)).ToList();
        var written = NachaWriter.Write(new PaymentFile(new(bank.Bank, "9000000017", bank.Name, "PAYROLL CLEARING"), new(day, new(6, 30)), batches) { FirstSequence = day.DayNumber % 900 * 10_000L + 1 });
        return written.Value.Bytes.ToArray();
    }

    private PaymentBatch Batch(DemoEmployer employer, List<DemoFamily> employees, DateOnly day, Dice dice, bool strange)
    {
        var account = new AchAccount(bank.Bank, "1000200030");
        var entries = employees.Select((f, i) =>
        {
            var amount = Amount(f, dice);
            var left = strange && dice.Percent(1);
            var unknown = strange && dice.Percent(2);
            var ded = new DedSegment(DedApplication.CS, unknown ? "7734Z" : f.Directed ? f.Case.Replace("-", "", StringComparison.Ordinal) : "EMPLOYEE", day.AddDays(-2), amount, unknown ? "899990123" : f.Ssn,
                dice.Percent(20) ? MedicalSupport.Available : MedicalSupport.NotAvailable, DedName.Of(f.Last, f.First), "4105100", left);
            return (PaymentEntry)new SupportPayment(account, amount, $"E{i + 1:D6}", "STATE DISBURSEMENT", ded);
        }).ToList();
        return new(new(employer.Name[..Math.Min(16, employer.Name.Length)].ToUpperInvariant(), "1" + employer.Fein, employer.Bank, "CHILD SUPP", day), entries);
    }

    /// <summary>What is withheld: the month's support in equal parts over the year's paydays; some send a little more or less.</summary>
    private static Money Amount(DemoFamily f, Dice dice)
    {
        var regular = f.Biweekly ? f.Due.ShareHalfUp(12, 26) : f.Due;
        return f.Habit switch
        {
            < 70 => regular,
            < 85 => regular.ShareHalfUp(dice.From(40, 95), 100) + new Money(dice.Below(100)),
            _ => regular.ShareHalfUp(dice.From(100, 140), 100) + new Money(dice.Below(100)),
        };
    }

    private static bool Pays(DemoFamily f, Dice dice) => f.Habit switch
    {
        < 55 => true,
        < 85 => dice.Percent(82),
        < 93 => dice.Percent(35),
        _ => false,
    };

    private static bool BiweeklyPayday(DateOnly day) => day.DayOfWeek == DayOfWeek.Friday && day.DayNumber / 7 % 2 == new DateOnly(2026, 11, 20).DayNumber / 7 % 2;

    private static bool MonthlyPayday(DateOnly day) => BusinessCalendar.Federal.OnOrAfter(new(day.Year, day.Month, 1)) == day;
}
