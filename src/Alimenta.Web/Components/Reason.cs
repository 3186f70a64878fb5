namespace Alimenta.Web.Components;

/// <summary>Why a figure is what it is: what a "Why?" opens.</summary>
/// <param name="Title">What is explained, as a heading: Why $92.10 went to never assigned arrears.</param>
/// <param name="Tree">The steps of the rule that decided it.</param>
/// <param name="Part">Show only the steps that decide this part; empty shows all.</param>
public sealed record Reason(string Title, Explanation Tree, string Part = "")
{
    /// <summary>The steps to show: those of the part and those that hold for all parts.</summary>
    internal IEnumerable<ExplanationStep> StepsOf(Explanation tree) => tree.Steps.Where(s => Part.Length == 0 || s.Part.Length == 0 || s.Part == Part);
}
