using System.ComponentModel;
using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Interest on support that is late in Oregon: the program works none out; it takes an amount that someone else set (OAR 137-055-5080).</summary>
public static class OregonInterest
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "or/interest";

    private const string Law = "OAR 137-055-5080";

    /// <summary>Says what interest goes on the account.</summary>
    /// <param name="on">The law of the day.</param>
    /// <param name="facts">What was set, and by whom.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<OregonInterestAnswer> Decide(LawOn on, OregonInterestFacts facts, Explanation? why = null)
    {
        var law = new GuidelineLaw(on, why);
        var accrues = law.Flag("or/guidelines/interest/accrues");
        var rate = law.Ppm("or/guidelines/interest/rate");
        if (facts.Basis == OregonInterestBasis.None && facts.Amount.IsPositive)
            return new Refusal("L-OR-INTEREST", $"{facts.Amount} of interest has no basis.", "Name the judgment, the written stipulation, or the certified calculation of the state whose order controls.", Law, "basis");
        if (facts.Basis != OregonInterestBasis.None && string.IsNullOrWhiteSpace(facts.Document))
            return new Refusal("L-OR-INTEREST", "The document that sets the interest is not named.", "Name it with its date.", Law, "document");
        why?.Step($"The program works out no interest, though judgments carry {LawWords.Percent(rate)} a year.", Law, "program");
        why?.Step(facts.Basis == OregonInterestBasis.None ? "Nothing sets an amount, so none is added." : $"{facts.Amount} is added as {facts.Document.Trim()} sets it; nothing is added to it later.", Law, "amount");
        return new OregonInterestAnswer(accrues, facts.Amount, rate, law.ToConfirm);
    }
}

/// <summary>Interest that someone set.</summary>
public sealed record OregonInterestFacts
{
    /// <summary>Who set it.</summary>
    [Description("What sets the amount.")]
    public required OregonInterestBasis Basis { get; init; }

    /// <summary>The amount.</summary>
    [Description("The amount that is set; nothing without a basis.")]
    public Money Amount { get; init; }

    /// <summary>The document.</summary>
    [Description("The document that sets it, with its date.")]
    public string Document { get; init; } = "";
}

/// <summary>What can set interest on an account.</summary>
public enum OregonInterestBasis
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A judgment or order with a specific amount.</summary>
    JudgmentForAnAmount,

    /// <summary>The parties in writing.</summary>
    WrittenStipulation,

    /// <summary>A certified calculation of the state whose order controls.</summary>
    CertifiedByOtherState,
}

/// <summary>Interest on an account.</summary>
/// <param name="Accrues">Whether the program itself adds interest as time passes.</param>
/// <param name="Established">What is added now.</param>
/// <param name="RateOfJudgmentsPpm">What judgments carry in a year, for information.</param>
/// <param name="ToConfirm">What it rests on that no official text has confirmed.</param>
public sealed record OregonInterestAnswer(bool Accrues, Money Established, long RateOfJudgmentsPpm, IReadOnlyList<ToConfirm> ToConfirm);
