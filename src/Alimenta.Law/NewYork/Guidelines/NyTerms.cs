using System.Collections.Concurrent;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>What the guideline reads from the law of the day before it begins.</summary>
internal sealed class NyTerms
{
    public const long Whole = 1_000_000;

    private static readonly string[] Frequencies = [.. Enum.GetNames<Frequency>().Select(name => name.ToLowerInvariant())];

    // Every line has its citation; by court each is put together once.
    private static readonly ConcurrentDictionary<string, string> OfFamilyCourt = new();
    private static readonly ConcurrentDictionary<string, string> OfSupremeCourt = new();
    private readonly ConcurrentDictionary<string, string> _citations;

    private const string Root = "ny/guidelines/";

    // The published charts; between them lie years whose reserve was not found as published, and it is never computed.
    private static readonly string[] Charts = [Root + "low-income", Root + "low-income-2023", Root + "low-income-2014", Root + "low-income-2007", Root + "low-income-2003"];

    private readonly GuidelineLaw _law;
    private readonly long[] _periods = new long[Frequencies.Length];

    private NyTerms(GuidelineLaw law, string chart, NyCourt court)
    {
        _law = law;
        (Statute, _citations) = court == NyCourt.FamilyCourt ? ("FCA 413(1)", OfFamilyCourt) : ("DRL 240(1-b)", OfSupremeCourt);
        Percentages = law.Table(Root + "percentages");
        Cap = law.Money(Root + "cap");
        Poverty = law.Money(chart + "/poverty");
        Reserve = law.Money(chart + "/reserve");
        Items = law.Table(Root + "income/items");
        foreach (var row in law.Table("us/obligation/periods-a-year").Rows)
            if (Array.IndexOf(Frequencies, row[0].Word) is var frequency and >= 0) _periods[frequency] = row[1].Number;
        Months = Periods(Frequency.Monthly);
        Weeks = Periods(Frequency.Weekly);
    }

    /// <summary>The terms of the day, or why there are none.</summary>
    public static Outcome<NyTerms> Read(LawStore store, GuidelineLaw law, NyCourt court)
    {
        if (Array.Find(Charts, c => law.Covers(c + "/poverty") && law.Covers(c + "/reserve")) is { } chart) return new NyTerms(law, chart, court);
        var held = string.Join("; ", Charts.Select(c => store.Find(c + "/reserve")).OfType<LawParameter>().Select(p => p.Covered).OrderBy(p => p.From));
        return new Refusal(LawNotCovered.Code, $"The poverty income guideline and self-support reserve of {Days.Words(law.Date)} are not recorded as published: they are recorded {held}.",
            "Choose a date that is covered, or add the published chart (LDSS 4515) of that year to the law tree (docs/law/README.md). The reserve is never computed.", "FCA 413(1)(b)(6), (d); SSL 111-i(2)(a)");
    }

    /// <summary>The statute that the court of the case cites.</summary>
    public string Statute { get; }

    public LawTable Percentages { get; }

    public Money Cap { get; }

    public Money Poverty { get; }

    public Money Reserve { get; }

    public LawTable Items { get; }

    public long Months { get; }

    public long Weeks { get; }

    /// <summary>How many periods of a frequency make a year.</summary>
    public long Periods(Frequency frequency) => _periods[(int)frequency] is > 0 and var periods ? periods
        : throw new InvalidOperationException($"us/obligation/periods-a-year does not list {Frequencies[(int)frequency]}.");

    /// <summary>An amount of a period as the amount of a year: exact.</summary>
    public Money OfYear(Money amount, Frequency per) => new(checked(amount.Cents * Periods(per)));

    /// <summary>The place of a paragraph in the statute of the court.</summary>
    public string Cite(string paragraph) => _citations.GetOrAdd(paragraph, static (paragraph, statute) => statute + paragraph, Statute);

    public Money Money(string name) => _law.Money(Root + name);

    public long Ppm(string name) => _law.Ppm(Root + name);

    public int Count(string name) => _law.Whole(Root + name);

    public bool Flag(string name) => _law.Flag(Root + name);

    public string Word(string name) => _law.Word(Root + name);

    /// <summary>Whether a parameter has a value on the day.</summary>
    public bool Covers(string name) => _law.Covers(Root + name);

    /// <summary>From how many children on the percentage is only the least one.</summary>
    public long LeastFrom => Percentages.Rows[^1][0].Number;

    /// <summary>The percentage for so many children, at least one; the court's own where it may set one.</summary>
    public long Percentage(int children, long? set) =>
        children >= LeastFrom && set is { } own ? own : Percentages.AtOrBelow("children", children)![1].Number;
}
