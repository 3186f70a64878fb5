using System.ComponentModel;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Withholding;

/// <summary>What the additional amount is computed from.</summary>
public sealed record NyAdditionalAmountFacts
{
    /// <summary>All arrears.</summary>
    [Description("All that is in arrears.")]
    public required Money Arrears { get; init; }

    /// <summary>The current obligation.</summary>
    [Description("The current obligation, each time that it is due; 0 when there is none.")]
    public Money Current { get; init; }

    /// <summary>The last obligation.</summary>
    [Description("When there is no current obligation: the last one that was not 0; left out when there never was one.")]
    public Money? LastCurrent { get; init; }

    /// <summary>How often.</summary>
    [Description("How often the current or the last obligation is due.")]
    public Frequency Frequency { get; init; } = Frequency.Monthly;

    /// <summary>Instalments that a court ordered.</summary>
    [Description("What a court ordered to be paid toward arrears, as often as the obligation is due.")]
    public Money Instalment { get; init; }
}

/// <summary>What is withheld.</summary>
/// <param name="Withheld">Whether an order to withhold is issued.</param>
/// <param name="Additional">What is withheld toward arrears in addition.</param>
/// <param name="Frequency">How often that is.</param>
/// <param name="Total">All that the order asks for each time: current obligation, instalments and the additional amount.</param>
/// <param name="ToConfirm">Parameters behind the result that no official text has confirmed.</param>
public sealed record NyAdditionalAmountAnswer(bool Withheld, Money Additional, Frequency Frequency, Money Total, IReadOnlyList<ToConfirm> ToConfirm);

/// <summary>What New York withholds toward arrears beside the current obligation, until the arrears are paid: 18 NYCRR 347.9(e). What of it an employer may take is a rule of its own.</summary>
public static class NyAdditionalAmount
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "ny/additional-withholding";

    private const string Root = "ny/withholding/additional-amount/";
    private const string Law = "18 NYCRR 347.9(e)";
    private const long Whole = 1_000_000;

    /// <summary>Computes the additional amount.</summary>
    /// <param name="law">The law of the day.</param>
    /// <param name="facts">Arrears and obligation.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<NyAdditionalAmountAnswer> Decide(LawOn law, NyAdditionalAmountFacts facts, Explanation? why = null)
    {
        if (facts.Current.IsPositive && facts.LastCurrent is not null)
            return new Refusal("L-NY-LAST-CURRENT", "There is a current obligation, so the last one does not count.", "Leave the last one out.", Law, "last_current_cents");
        var given = new GuidelineLaw(law, why);
        var (additional, often, says) = Amount(given, facts);
        if (facts.Instalment.IsPositive && often != facts.Frequency)
            return new Refusal("L-NY-INSTALMENT", "The instalments are not by the month, but what is withheld toward these arrears is.", "Give the instalments by the month, with the frequency monthly.", Law, "instalment_cents");
        var withheld = facts.Current.IsPositive || additional.IsPositive || facts.Instalment.IsPositive;
        var total = facts.Current + facts.Instalment + additional;
        why?.Step($"{says}{(withheld ? $" The order asks for {total} in all." : "")}", Law, "additional");
        return new NyAdditionalAmountAnswer(withheld, additional, often, total, given.ToConfirm);
    }

    private static (Money Amount, Frequency Often, string Says) Amount(GuidelineLaw law, NyAdditionalAmountFacts facts)
    {
        var (arrears, least) = (facts.Arrears, law.Money(Root + "least-arrears"));
        if (arrears.IsZero) return (Money.Zero, facts.Frequency, "Nothing is in arrears, so nothing is added.");
        if (facts.Current.IsPositive)
        {
            var share = law.Ppm(Root + "share-with-current");
            var half = facts.Current.ShareHalfUp(share, Whole);
            return (half, facts.Frequency, $"Toward arrears of {arrears}, {LawWords.Percent(share)} of the current obligation of {facts.Current} is added: {half}, as often as it is due.");
        }

        if (arrears < least) return (Money.Zero, Frequency.Monthly, $"There is no current obligation, and arrears of {arrears} are too small to withhold.");
        if (arrears <= law.Money(Root + "large-arrears"))
        {
            var small = law.Money(Root + "small-amount");
            return (small, Frequency.Monthly, $"There is no current obligation; toward arrears of {arrears}, {small} a month is withheld.");
        }

        if (facts.LastCurrent is { } last)
        {
            var share = law.Ppm(Root + "share-without-current");
            var more = last.ShareHalfUp(share, Whole);
            return (more, facts.Frequency, $"No current obligation is left; toward arrears of {arrears}, {LawWords.Percent(share)} of the last one of {last} is withheld: {more}, as often as it was due.");
        }

        var months = law.Whole(Root + "months-without-order");
        var part = arrears.ShareHalfUp(1, months);
        return (part, Frequency.Monthly, $"There never was a current obligation: the arrears of {arrears} are withheld in {months} months, {part} each.");
    }
}
