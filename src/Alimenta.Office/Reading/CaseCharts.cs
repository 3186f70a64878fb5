using Alimenta.Data;
using Alimenta.Ledger;

namespace Alimenta.Office.Reading;

/// <summary>What was owed, charged and paid in a case, month by month, from the journal.</summary>
/// <param name="Number">The case.</param>
/// <param name="Months">The months, the oldest first; the last is the running one, as it stands today.</param>
/// <param name="Arrears">Arrears at the end of each month by class; classes that were always nothing are left out.</param>
/// <param name="Charged">What was charged in each month.</param>
/// <param name="Paid">What was paid in each month.</param>
public sealed record CaseChart(string Number, IReadOnlyList<SupportMonth> Months, IReadOnlyList<ClassSeries> Arrears, IReadOnlyList<Money> Charged, IReadOnlyList<Money> Paid)
{
    /// <summary>Arrears owed to the family.</summary>
    public IReadOnlyList<Money> OwedToFamily => Total(assigned: false);

    /// <summary>Arrears assigned to the state or an agency.</summary>
    public IReadOnlyList<Money> Assigned => Total(assigned: true);

    private List<Money> Total(bool assigned) => [.. Enumerable.Range(0, Months.Count).Select(i => Arrears.Where(a => a.Assigned == assigned).Sum(a => a.Values[i]))];
}

/// <summary>One class of arrears over months.</summary>
/// <param name="Class">Its code.</param>
/// <param name="Says">What it is.</param>
/// <param name="Assigned">Whether it is assigned to the state or an agency.</param>
/// <param name="Values">One amount for each month.</param>
public sealed record ClassSeries(string Class, string Says, bool Assigned, IReadOnlyList<Money> Values);

/// <summary>Reads the figures of the charts of a case.</summary>
public sealed class CaseCharts(AlimentaStore store)
{
    private const int MostMonths = 600;
    private static readonly HashSet<string> AssignedClasses = [Accounts.PermanentlyAssigned.Code, Accounts.TemporarilyAssigned.Code, Accounts.ConditionallyAssigned.Code, Accounts.FosterCare.Code, Accounts.Medical.Code];

    /// <summary>The figures of the last months.</summary>
    public async Task<Outcome<CaseChart>> ReadAsync(Actor by, string number, int months = 36, CancellationToken cancel = default)
    {
        if (!CaseNumber.TryParse(number, out var parsed)) return CaseAccess.Unknown(number);
        await using var db = store.Read();
        var ask = new Questions(db).With("@number", parsed.ToString()).With("@user", by.UserId);
        var heads = ask.Ask($"select c.number, coalesce((select business_date from business_day), c.opened_on), {CaseAccess.OwnSql} from case_file c where c.number = @number", r => (Number: r.Text(), Today: r.Date(), Own: r.Flag()));
        var moves = ask.Ask(
            $"""
            select l.account, l.effective_on, cast(sum(l.cents) as bigint) from journal_line l
            where {PostedLines.OfThisCase} and l.case_id = (select id from case_file where number = @number) and l.book = 'debt' group by l.account, l.effective_on
            """, r => (Account: r.Text(), Month: SupportMonth.Of(r.Date()), Amount: r.Money()));
        await ask.AnswerAsync(cancel);
        if (heads.Count == 0) return CaseAccess.Unknown(number);
        if (heads[0].Own) return CaseAccess.Own(heads[0].Number);
        await store.Audit.ReadAsync(by, "case.chart", "case", heads[0].Number, cancel: cancel);
        var last = SupportMonth.Of(heads[0].Today);
        var first = last.Plus(1 - Math.Clamp(months, 1, MostMonths));
        if (moves.Count > 0 && moves.Min(m => m.Month) is var began && began > first && began <= last) first = began;
        var count = last.Number - first.Number + 1;
        return new CaseChart(
            heads[0].Number, [.. Enumerable.Range(0, count).Select(first.Plus)],
            [.. Accounts.Arrears.Select(a => new ClassSeries(a.Code, a.Says, AssignedClasses.Contains(a.Code), Standing(moves, a.Code, first, count))).Where(s => s.Values.Any(v => !v.IsZero))],
            Moved(moves, first, count, -1, Accounts.Charged.Code), Moved(moves, first, count, 1, Accounts.Satisfied.Code, Accounts.SatisfiedByPartner.Code));
    }

    /// <summary>The balance at the end of each month; what was before the first month counts.</summary>
    private static List<Money> Standing(IReadOnlyList<(string Account, SupportMonth Month, Money Amount)> moves, string account, SupportMonth first, int count)
    {
        var values = Moved(moves, first, count, 1, account);
        values[0] += moves.Where(m => m.Account == account && m.Month < first).Sum(m => m.Amount);
        for (var i = 1; i < count; i++) values[i] += values[i - 1];
        return values;
    }

    private static List<Money> Moved(IReadOnlyList<(string Account, SupportMonth Month, Money Amount)> moves, SupportMonth first, int count, int sign, params string[] accounts)
    {
        var values = Enumerable.Repeat(Money.Zero, count).ToList();
        foreach (var (account, month, amount) in moves)
        {
            var at = month.Number - first.Number;
            if (at >= 0 && at < count && accounts.Contains(account)) values[at] += new Money(sign * amount.Cents);
        }

        return values;
    }
}
