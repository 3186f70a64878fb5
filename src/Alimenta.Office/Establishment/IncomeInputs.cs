using System.Text.RegularExpressions;
using Alimenta.Law.Guidelines.Forms;

namespace Alimenta.Office.Establishment;

/// <summary>Which inputs are income, for which someone must be able to say how it is known, and which of them are imputed.</summary>
public static partial class IncomeInputs
{
    private static readonly string[] Imputing = ["non_income_assets", "perquisites", "fringe_benefits", "help_from_relatives", "former_income"];

    /// <summary>Whether a place in the facts is income of a parent.</summary>
    public static bool IsIncome(string path) => Income().IsMatch(FactPath.Open(path));

    /// <summary>The places of income that is filled in and above nothing.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyDictionary<string, string> typed) =>
        [.. typed.Where(t => IsIncome(t.Key) && t.Value.Trim() is { Length: > 0 } text && text.Any(c => c is >= '1' and <= '9')).Select(t => t.Key).Order(StringComparer.Ordinal)];

    /// <summary>Whether an income is attributed rather than earned, by what was typed beside it.</summary>
    public static bool IsImputed(string path, IReadOnlyDictionary<string, string> typed)
    {
        if (path.EndsWith(".potential_income_cents", StringComparison.Ordinal) || path.EndsWith(".minimum_wage_hours_a_week", StringComparison.Ordinal)) return true;
        var entry = path[..(path.LastIndexOf('.') + 1)];
        return Imputing.Contains(typed.GetValueOrDefault(entry + "item", "")) || typed.GetValueOrDefault(entry + "imputed", "none") is not ("" or "none");
    }

    [GeneratedRegex(@"^parent_[ab]\.(income_cents|potential_income_cents|minimum_wage_hours_a_week|income\[\]\.amount_cents|incomes\[\]\.amount_cents|stated_net\.monthly_cents)$", RegexOptions.CultureInvariant)]
    private static partial Regex Income();
}
