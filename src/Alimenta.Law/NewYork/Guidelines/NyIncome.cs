using System.Text.Json;
using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>What a line of a parent's income is by (b)(5).</summary>
/// <param name="Item">The item.</param>
/// <param name="Clause">Its subparagraph, such as (vii)(H).</param>
/// <param name="Label">What it is.</param>
/// <param name="Deducted">Whether it is deducted.</param>
/// <param name="Imputed">Whether it is added at the court's discretion.</param>
/// <param name="Amount">How much in a year.</param>
/// <param name="Because">For an imputed amount: why.</param>
internal sealed record NyIncomeLine(NyIncomeItem Item, string Clause, string Label, bool Deducted, bool Imputed, Money Amount, string Because);

/// <summary>The income of a parent: (b)(5).</summary>
/// <param name="Who">The parent.</param>
/// <param name="Lines">Its parts.</param>
/// <param name="Gross">What is added up.</param>
/// <param name="Deductions">What is deducted.</param>
internal sealed record NyIncome(GuidelineParty Who, IReadOnlyList<NyIncomeLine> Lines, Money Gross, Money Deductions)
{
    /// <summary>Income after deductions, at least nothing.</summary>
    public Money Income => (Gross - Deductions).OrZero;

    /// <summary>Adds up a parent's income; maintenance of the case is taken as settled before.</summary>
    /// <param name="terms">The law of the day.</param>
    /// <param name="who">The parent.</param>
    /// <param name="parent">The parent's facts.</param>
    /// <param name="paid">Maintenance paid to the other parent in a year.</param>
    /// <param name="received">Maintenance received from the other parent in a year.</param>
    public static NyIncome Of(NyTerms terms, GuidelineParty who, NyParent parent, Money paid, Money received)
    {
        List<NyIncomeLine> lines = new(parent.Income.Count + 3);
        var (gross, deductions) = (Money.Zero, Money.Zero);
        for (var i = 0; i < parent.Income.Count; i++) Add(parent.Income[i].Item, terms.OfYear(parent.Income[i].Amount, parent.Income[i].Per), parent.Income[i].Because);
        if (parent.FicaFrom is { } earnings) Add(NyIncomeItem.Fica, NyFica.Of(terms, earnings), NyFica.Because(terms, earnings));
        if (received.IsPositive) Add(NyIncomeItem.MaintenanceReceived, received, "");
        if (paid.IsPositive) Add(NyIncomeItem.MaintenancePaid, paid, "");
        return new(who, lines, gross, deductions);

        void Add(NyIncomeItem item, Money amount, string because)
        {
            var line = Line(terms, item, amount, because);
            lines.Add(line);
            if (line.Deducted) deductions += amount;
            else gross += amount;
        }
    }

    /// <summary>Whether the law adds an item only at the court's discretion.</summary>
    public static bool Imputes(NyTerms terms, NyIncomeItem item) => Row(terms, item)[1].Word == "impute";

    /// <summary>The item as facts write it.</summary>
    public static string Word(NyIncomeItem item) => JsonNamingPolicy.SnakeCaseLower.ConvertName(item.ToString());

    private static NyIncomeLine Line(NyTerms terms, NyIncomeItem item, Money amount, string because)
    {
        var row = Row(terms, item);
        return new(item, row[2].Word, row[3].Word, row[1].Word == "deduct", row[1].Word == "impute", amount, because);
    }

    private static IReadOnlyList<LawCell> Row(NyTerms terms, NyIncomeItem item) =>
        terms.Items.Rows[(int)item] is var row && Names[(int)item] == row[0].Word
            ? row
            : throw new InvalidOperationException($"ny/guidelines/income/items does not list {Names[(int)item]} in its place.");

    private static readonly string[] Names = [.. Enum.GetValues<NyIncomeItem>().Select(Word)];
}
