using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law;
using Alimenta.Law.Guidelines;
using Alimenta.Law.NewYork.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Web.Components.Worksheets;

/// <summary>A calculation by a state's guideline as pages and paper show it: every line, who pays, what must be found, what is to be confirmed, and why.</summary>
/// <remarks>Read from the result of the rule as it is kept and sent, so that one calculated now and one kept with a case look the same.</remarks>
public sealed record GuidelineSheet
{
    /// <summary>The guideline.</summary>
    public required GuidelineRules State { get; init; }

    /// <summary>The law date.</summary>
    public required DateOnly LawDate { get; init; }

    /// <summary>The version of the law that was read.</summary>
    public required string LawVersion { get; init; }

    /// <summary>The official form and our words beside its lines.</summary>
    public required StateLines Lines { get; init; }

    /// <summary>The worksheet; with a rebuttal or an agreement, theirs after it.</summary>
    public required IReadOnlyList<SheetTable> Tables { get; init; }

    /// <summary>What New York orders, by year, month and week; nothing elsewhere.</summary>
    public IReadOnlyList<(Phrase Title, NyOrder Order)> Orders { get; init; } = [];

    /// <summary>Who pays whom what.</summary>
    public required IReadOnlyList<GuidelinePayment> Payments { get; init; }

    /// <summary>Who provides health coverage, where the guideline decides it; null where it does not.</summary>
    public IReadOnlyList<GuidelineParty>? Coverage { get; init; }

    /// <summary>Whether the result stops short of a decision of a person.</summary>
    public bool DecisionNeeded { get; init; }

    /// <summary>What must be found or decided and written down.</summary>
    public required IReadOnlyList<GuidelineFinding> Findings { get; init; }

    /// <summary>Figures behind it that no official text has confirmed.</summary>
    public required IReadOnlyList<ToConfirm> ToConfirm { get; init; }

    /// <summary>Why it came out so; null when that was not asked for.</summary>
    public Explanation? Why { get; init; }

    /// <summary>The answer of a guideline.</summary>
    /// <exception cref="ArgumentException">The rule is no guideline.</exception>
    public static GuidelineSheet Of(RuleAnswer answer) => Of(answer.Rule, answer.AsOf, answer.LawVersion, answer.Value, answer.Why);

    /// <summary>A kept result of a guideline.</summary>
    /// <param name="rule">The rule, such as or/guideline.</param>
    /// <param name="lawDate">The law date.</param>
    /// <param name="lawVersion">The version of the law that was read.</param>
    /// <param name="value">The result as JSON.</param>
    /// <param name="why">Its explanation; null when there is none at hand.</param>
    /// <exception cref="ArgumentException">The rule is no guideline.</exception>
    public static GuidelineSheet Of(string rule, DateOnly lawDate, string lawVersion, JsonNode value, Explanation? why)
    {
        var state = GuidelineRules.All.FirstOrDefault(g => g.Rule == rule) ?? throw new ArgumentException($"{rule} is no guideline of a state.", nameof(rule));
        var words = StateLines.Of(state.State);
        return new()
        {
            State = state,
            LawDate = lawDate,
            LawVersion = lawVersion,
            Lines = words,
            Tables = [.. new[]
            {
                SheetTable.Of(Phrase.None, Read<WorksheetLine>(value["lines"]), words),
                SheetTable.Of(("With the rebuttal", "Con la refutación"), Read<WorksheetLine>(value["rebuttal_lines"]), words),
                SheetTable.Of(("Agreed amount", "Monto acordado"), Read<WorksheetLine>(value["agreement_lines"]), words),
            }.Where(t => t.Parts.Count > 0)],
            Orders = [.. OrdersOf(value)],
            Payments = PaymentsOf(value),
            Coverage = value["coverage"] is { } coverage ? Read<GuidelineParty>(coverage) : null,
            DecisionNeeded = value["decision_needed"]?.GetValue<bool>() ?? false,
            Findings = Read<GuidelineFinding>(value["findings"]),
            ToConfirm = Read<ToConfirm>(value["to_confirm"]),
            Why = why,
        };
    }

    /// <summary>Who pays whom in the end; in New York an amount that is ordered or agreed stands in the place of basic support.</summary>
    public static IReadOnlyList<GuidelinePayment> PaymentsOf(JsonNode value)
    {
        var payments = Read<GuidelinePayment>(value["payments"] ?? value["support"]?["payments"]);
        return value["ordered"]?.Deserialize<GuidelinePayment>(LawJson.Options) is { } other ? [.. payments.Select(p => p.Kind == PaymentKind.Cash ? other : p)] : payments;
    }

    private static IEnumerable<(Phrase, NyOrder)> OrdersOf(JsonNode value)
    {
        if (value["support"]?.Deserialize<NyOrder>(LawJson.Options) is { } now) yield return (("What is ordered", "Lo que se ordena"), now);
        if (value["after_maintenance"]?.Deserialize<NyOrder>(LawJson.Options) is { } after) yield return (("From the day after maintenance ends", "Desde el día siguiente al fin de la manutención conyugal"), after);
    }

    private static IReadOnlyList<T> Read<T>(JsonNode? node) => node?.Deserialize<IReadOnlyList<T>>(LawJson.Options) ?? [];
}
