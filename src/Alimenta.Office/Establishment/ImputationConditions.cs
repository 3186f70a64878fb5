using Alimenta.Law;

namespace Alimenta.Office.Establishment;

/// <summary>What a state wants looked at before income is attributed to a parent.</summary>
/// <param name="Code">The condition, as the law's list names it.</param>
/// <param name="Says">What is to be found.</param>
/// <param name="Citation">Its place in the law.</param>
/// <param name="Status">How sure the list is.</param>
public sealed record ImputationCondition(string Code, string Says, string Citation, LawStatus Status);

/// <summary>The conditions of a state on a day, out of the law tree.</summary>
public static class ImputationConditions
{
    private static readonly string[] Lists = ["imputation-conditions", "imputation-limits"];

    /// <summary>What is to be looked at; nothing where no list is recorded for the day.</summary>
    public static IReadOnlyList<ImputationCondition> Of(LawOn law, string state)
    {
        List<ImputationCondition> conditions = [];
        foreach (var id in Lists.Select(list => $"{state}/guidelines/income-evidence/{list}").Where(law.Covers))
        {
            var status = law.Find(id).Value.Status;
            conditions.AddRange(law.Table(id).Rows.Select(r => new ImputationCondition(r[0].Word, r[1].Word, r[2].Word, status)));
        }

        return conditions;
    }

    /// <summary>The first condition on which nothing was found; null when all were looked at.</summary>
    public static ImputationCondition? Open(IReadOnlyList<ImputationCondition> conditions, IReadOnlyList<ConditionFound> found) =>
        conditions.FirstOrDefault(c => !found.Any(f => f.Code == c.Code && f.Found.Trim().Length > 0));
}
