using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Child care costs by payer after the caps of OAR 137-050-0735: line 3a.</summary>
/// <param name="ParentA">Paid by the first parent.</param>
/// <param name="ParentB">Paid by the second parent.</param>
/// <param name="Caretaker">Paid by the caretaker.</param>
/// <param name="CutOff">What the caps cut off.</param>
public sealed record ChildCareCosts(Money ParentA, Money ParentB, Money Caretaker, Money CutOff)
{
    private static readonly ChildCareCosts None = new(default, default, default, default);

    /// <summary>Caps each child's cost by age and place. Where several pay for one child, each payer's part is cut in proportion (our choice).</summary>
    /// <remarks>The official calculator leaves the caps to whoever fills it in; here they are applied because age and place are known.</remarks>
    public static ChildCareCosts Of(IReadOnlyList<OregonChildCareFacts> entries, GuidelineLaw law)
    {
        if (entries.Count == 0) return None;
        var caps = law.Table("or/guidelines/child-care/caps");
        var sum = new Money[3];
        var cutOff = Money.Zero;
        foreach (var child in entries.GroupBy(e => e.Child, StringComparer.Ordinal))
        {
            var paid = child.Sum(e => e.Cost);
            var allowed = Money.Min(paid, Cap(caps, child.First(), law.Date));
            cutOff += paid - allowed;
            var parts = allowed == paid ? [.. child.Select(e => e.Cost)] : allowed.Apportion([.. child.Select(e => e.Cost.Cents)]);
            foreach (var (entry, part) in child.Zip(parts)) sum[(int)entry.Payer] += part;
        }

        return new(sum[(int)OregonPayer.ParentA], sum[(int)OregonPayer.ParentB], sum[(int)OregonPayer.Caretaker], cutOff);
    }

    private static Money Cap(LawTable caps, OregonChildCareFacts care, DateOnly day) =>
        caps.AtOrBelow("age-years", Age(care.Born, day))![caps.Column(care.Area == OregonCareArea.Listed ? "listed" : "elsewhere")].Money;

    /// <summary>Whole years of age on a day.</summary>
    internal static int Age(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return born.AddYears(years) > day ? years - 1 : years;
    }
}
