using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Worksheet CSF 02 0910 from line 1a to line 9g. Each part of it has its own file and reads as the worksheet does.</summary>
internal sealed partial class Worksheet
{
    private readonly OregonTerms _terms;
    private readonly OregonFacts _facts;

    private Worksheet(OregonFacts facts, OregonTerms terms, OregonIntake intake, bool rebutted)
    {
        (_facts, _terms, Intake) = (facts, terms, intake);
        A = new(GuidelineParty.ParentA, facts.ParentA, rebutted ? facts.Rebuttal!.ParentA ?? new() : null);
        B = new(GuidelineParty.ParentB, facts.ParentB, rebutted ? facts.Rebuttal!.ParentB ?? new() : null);
        if (rebutted) CaretakerSpecialCosts = Rounding.Dollars(facts.Rebuttal!.CaretakerSpecialCosts);
    }

    /// <summary>The first parent's column.</summary>
    public Column A { get; }

    /// <summary>The second parent's column.</summary>
    public Column B { get; }

    /// <summary>What was worked out before the worksheet: potential income, child care, overnights.</summary>
    public OregonIntake Intake { get; }

    /// <summary>The highest minimum wage full time, against which line 4c is tested.</summary>
    public decimal HighestWage => _terms.HighestWageFullTime;

    public int Minors => _facts.MinorChildren;

    public int School => _facts.ChildrenAttendingSchool;

    public int Children => Minors + School;

    public decimal CaretakerSpecialCosts { get; }

    public bool Rebutted => A.Change is not null;

    /// <summary>Fills in all lines, or says why the chosen coverage cannot be.</summary>
    /// <param name="facts">Facts in which the checks found no fault.</param>
    /// <param name="terms">The figures of the day.</param>
    /// <param name="intake">What was worked out before.</param>
    /// <param name="law">The law of the day.</param>
    /// <param name="rebutted">Whether the changes of the rebuttal are made.</param>
    public static Outcome<Worksheet> FillIn(OregonFacts facts, OregonTerms terms, OregonIntake intake, GuidelineLaw law, bool rebutted)
    {
        var sheet = new Worksheet(facts, terms, intake, rebutted);
        sheet.FillInIncome();
        sheet.FillInBasicSupport();
        sheet.FillInChildCare();
        sheet.FillInSpecialCosts();
        if (sheet.FillInCoverage(law) is { } refusal) return refusal;
        sheet.FillInCredits();
        sheet.SayWhoPays();
        sheet.FillInMinimum();
        sheet.FillInSupport();
        return sheet;
    }

    private void Each(Action<Column> fill)
    {
        fill(A);
        fill(B);
    }
}
