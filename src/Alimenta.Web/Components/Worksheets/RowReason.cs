using Alimenta.Law.Guidelines;

namespace Alimenta.Web.Components.Worksheets;

/// <summary>Why a line of a worksheet is what it is: how it is worked out, and the steps of the rule that name its figures.</summary>
internal static class RowReason
{
    /// <summary>How the line is worked out; none when there are no words for it.</summary>
    public static string How(GuidelineSheet sheet, SheetRow row, Tongue tongue) => sheet.Lines.WordsOf(row.Label)?.How.In(tongue) ?? "";

    /// <summary>Its name in a language.</summary>
    public static string Label(GuidelineSheet sheet, SheetRow row, Tongue tongue) =>
        tongue == Tongue.Spanish && sheet.Lines.WordsOf(row.Label) is { } words ? words.Es : row.Label;

    /// <summary>The steps that decide this part of the worksheet and name a figure of the line.</summary>
    public static IReadOnlyList<ExplanationStep> Steps(GuidelineSheet sheet, SheetRow row)
    {
        if (sheet.Why is not { } why) return [];
        var parts = sheet.Lines.Why(row.Number);
        List<string> figures = [.. row.Cells.Values.Where(c => c.Value != 0 && c.Kind is LineKind.Money or LineKind.Share).Select(c => c.Kind == LineKind.Money ? new Money(c.Value).ToString() : c.Text)];
        return [.. why.Steps.Where(s => parts.Contains(s.Part) && figures.Exists(f => Names(s.Sentence, f)))];
    }

    // $50.00 is not named by $150.00 or $50.001.
    private static bool Names(string sentence, string figure)
    {
        for (var at = sentence.IndexOf(figure, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(figure, at + 1, StringComparison.Ordinal))
        {
            var end = at + figure.Length;
            if ((at == 0 || !char.IsAsciiDigit(sentence[at - 1])) && (end == sentence.Length || !char.IsAsciiDigit(sentence[end]))) return true;
        }

        return false;
    }
}
