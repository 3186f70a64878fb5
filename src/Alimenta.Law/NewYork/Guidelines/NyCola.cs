using System.Globalization;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>The cost of living adjustment of an order: SSL 111-n, FCA 413-a.</summary>
public static class NyCola
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "ny/cola";

    private const string Root = "ny/guidelines/cola/";
    private const string Law = "SSL 111-n; FCA 413-a";
    private const long Whole = 1_000_000;

    /// <summary>Reviews an order on the law date.</summary>
    /// <param name="law">The law on the day of the review.</param>
    /// <param name="facts">The order.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<NyColaAnswer> Decide(LawOn law, NyColaFacts facts, Explanation? why = null)
    {
        var given = new GuidelineLaw(law, why);
        if (Fault(given, facts) is { } fault) return fault;
        var latest = facts.ChangedOn is { } changed && changed > facts.OrderedOn ? changed : facts.OrderedOn;
        var first = Math.Max(given.Whole(Root + "first-year"), latest.Year);
        var last = law.Date.Year - 1;
        var years = Years(given, facts, first, last);
        if (!years.Ok) return years.Refusal!;
        var sum = years.Value.Sum(y => y.ChangePpm);
        why?.Step(years.Value.Count == 0 ? $"No whole year lies between {Days.Words(latest)} and this year." : $"{string.Join(" + ", years.Value.Select(y => $"{y.Year}: {Percent(y.ChangePpm)}"))} = {Percent(sum)}.", Law, "sum");

        var against = Against(given, facts, latest, sum);
        foreach (var reason in against) why?.Step(reason, Law, "eligible");
        if (against.Count > 0) return new NyColaAnswer(false, false, first, last, sum, years.Value, [], against, null, null, given.ToConfirm);

        var lines = Adjust(given, facts.Obligations, sum, why);
        var adjusts = facts.OnAssistance || facts.Requested;
        why?.Step(facts.OnAssistance ? "The family is on assistance: the order is adjusted without a request." : facts.Requested ? "A party asked: the order is adjusted." : "Nobody asked: both parties are told of the right to ask, and nothing changes until one does.", Law, "eligible");
        DateOnly? objectBy = adjusts && facts.MailedOn is { } mailed ? mailed.AddDays(given.Whole(Root + "objection-within")) : null;
        DateOnly? effective = adjusts && facts.MailedOn is { } sent ? sent.AddDays(given.Whole(Root + "effective-after")) : null;
        if (effective is { } day) why?.Step($"Mailed on {Days.Words(facts.MailedOn!.Value)}: objections by {Days.Words(objectBy!.Value)}; without one it takes effect on {Days.Words(day)}, due from the first payment date on or after it.", "FCA 413-a(3)", "dates");
        return new NyColaAnswer(true, adjusts, first, last, sum, years.Value, lines, [], objectBy, effective, given.ToConfirm);
    }

    private static Refusal? Fault(GuidelineLaw law, NyColaFacts facts)
    {
        if (facts.OrderedOn > law.Date) return new("L-NY-COLA-DATE", "The order is of a day after the review.", "Correct the day of the order or of the review.", Law, "ordered_on");
        if (facts.ChangedOn > law.Date) return new("L-NY-COLA-DATE", "The last change is of a day after the review.", "Correct it.", Law, "changed_on");
        if (facts.ChangedOn < facts.OrderedOn) return new("L-NY-COLA-DATE", "The last change is before the order.", "Correct one of the two days.", Law, "changed_on");
        if (facts.MailedOn < law.Date) return new("L-NY-COLA-DATE", "The adjusted order is mailed before the review.", "Correct the day of mailing.", Law, "mailed_on");
        if (facts.Obligations.Count == 0) return new("L-NY-COLA-NONE", "No obligation is named.", "Name what is due under the order.", Law, "obligations");
        if (facts.Obligations.Any(o => o.Per == Frequency.Once)) return new("L-NY-ONCE", "What is due once is not adjusted.", "Leave it out.", Law, "obligations");
        if (facts.Obligations.GroupBy(o => o.Name).Any(g => g.Count() > 1)) return new("L-NY-COLA-TWICE", "An obligation stands twice.", "Name each once.", Law, "obligations");
        if (facts.Published.FirstOrDefault(p => p.ChangePpm is > Whole or < -Whole) is { } wild) return new("L-NY-COLA-INDEX", $"The change given for {wild.Year} is more than the index itself.", "Give millionths: 10000 is one hundredth.", Law, "published");
        return facts.Published.GroupBy(p => p.Year).Any(g => g.Count() > 1) ? new("L-NY-COLA-TWICE", "The change of a year stands twice.", "Give each year once.", Law, "published") : null;
    }

    private static Outcome<IReadOnlyList<NyColaYear>> Years(GuidelineLaw law, NyColaFacts facts, int first, int last)
    {
        List<NyColaYear> years = [];
        var read = law.Table(Root + "changes");
        for (var year = first; year <= last; year++)
        {
            var stated = facts.Published.FirstOrDefault(p => p.Year == year);
            if (Change(read, year) is { } sure)
            {
                if (stated is not null && stated.ChangePpm != sure)
                    return new Refusal("L-NY-COLA-INDEX", $"The change of {year} is recorded as {Percent(sure)}, and {Percent(stated.ChangePpm)} was given.", "Leave it out, or correct the law tree with its source.", Law, "published");
                years.Add(new(year, sure, true));
            }
            else if (stated is not null)
            {
                years.Add(new(year, stated.ChangePpm, false));
            }
            else if (Change(law.Table(Root + "changes-unconfirmed"), year) is { } likely)
            {
                years.Add(new(year, likely, false));
            }
            else
            {
                return new Refusal("L-NY-COLA-INDEX", $"The change of the index for {year} is not recorded.", "Give it under \"published\" with its source, or add it to the law tree (docs/law/README.md).", Law, "published");
            }
        }

        return years;
    }

    private static long? Change(LawTable table, int year)
    {
        foreach (var row in table.Rows)
            if (row[0].Number == year) return row[1].Number - row[2].Number;
        return null;
    }

    private static List<string> Against(GuidelineLaw law, NyColaFacts facts, DateOnly latest, long sum)
    {
        List<string> against = [];
        var threshold = law.Ppm(Root + "threshold");
        var age = law.Whole(Root + "least-age");
        if (sum < threshold) against.Add($"The changes add up to {Percent(sum)}, less than {Percent(threshold)}.");
        if (latest.AddYears(age) > law.Date) against.Add($"The order or its last change, of {Days.Words(latest)}, is not yet {age} years old.");
        if (facts.Obligations.All(o => o.Amount.IsZero)) against.Add("Nothing is due under the order.");
        against.AddRange(facts.Bars.Distinct().Select(bar => bar switch
        {
            NyColaBar.OtherState => "The order is of another state, or registered here only to be enforced.",
            NyColaBar.NotActive => "The obligation is suspended, ended, in abeyance or closed.",
            NyColaBar.PayerOnAssistance => "The payer receives public assistance.",
            NyColaBar.NoAddress => "Neither party has a valid address in New York.",
            _ => "The order is older than the standards, and adjusting it is not in the child's interest.",
        }));
        return against;
    }

    /// <summary>The sum of the obligations in the shortest of their periods is raised and rounded to the dollar, then spread back in proportion.</summary>
    private static List<NyColaLine> Adjust(GuidelineLaw law, IReadOnlyList<NyColaObligation> obligations, long sum, Explanation? why)
    {
        var unit = law.Money(Root + "round-to").Cents;
        var table = law.Table("us/obligation/periods-a-year");
        List<long> periods = [.. obligations.Select(o => table.Rows.First(r => r[0].Word.Equals(o.Per.ToString(), StringComparison.OrdinalIgnoreCase))[1].Number)];
        var most = periods.Max();
        // Cents of a year: exact for every frequency, and the same for all obligations.
        Int128 yearly = 0;
        for (var i = 0; i < periods.Count; i++) yearly += (Int128)obligations[i].Amount.Cents * periods[i];
        var (units, rest) = Int128.DivRem(yearly * (Whole + sum), (Int128)most * Whole * unit);
        if (2 * rest >= (Int128)most * Whole * unit) units++;
        var raised = units * unit * most;
        why?.Step($"{Cents(yearly, most)} x {Percent(sum)} more, in the shortest period, rounded to the nearest {new Money(unit)}: {Cents(raised, most)}.", Law, "amount");
        List<NyColaLine> lines = [];
        for (var i = 0; i < periods.Count; i++)
        {
            var (cents, part) = Int128.DivRem(obligations[i].Amount.Cents * raised, yearly);
            var adjusted = new Money((long)(2 * part >= yearly ? cents + 1 : cents));
            lines.Add(new(obligations[i].Name, obligations[i].Per, obligations[i].Amount, adjusted - obligations[i].Amount, adjusted));
            why?.Step($"{obligations[i].Name}: {obligations[i].Amount} becomes {adjusted}.", Law, "amount");
        }

        return lines;
    }

    private static Money Cents(Int128 yearly, long periods) => new((long)((yearly + periods / 2) / periods));

    private static string Percent(long ppm) => ppm < 0 ? string.Create(CultureInfo.InvariantCulture, $"-{LawWords.Percent(-ppm)}") : LawWords.Percent(ppm);
}
