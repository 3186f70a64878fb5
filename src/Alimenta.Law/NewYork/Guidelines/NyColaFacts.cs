using System.ComponentModel;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>What a cost of living review wants to know. The law date is the day of the review.</summary>
public sealed record NyColaFacts
{
    /// <summary>The day of the order.</summary>
    [Description("The day of the order.")]
    public required DateOnly OrderedOn { get; init; }

    /// <summary>The day of its last change.</summary>
    [Description("The day on which it was last modified or adjusted; left out when it never was.")]
    public DateOnly? ChangedOn { get; init; }

    /// <summary>What is due.</summary>
    [Description("What is due under the order, each obligation by itself.")]
    public required IReadOnlyList<NyColaObligation> Obligations { get; init; }

    /// <summary>Whether the family is on assistance.</summary>
    [Description("Whether the family receives public assistance: the adjustment is then automatic.")]
    public bool OnAssistance { get; init; }

    /// <summary>Whether a party asked.</summary>
    [Description("Whether a party asked for the adjustment, where it is not automatic.")]
    public bool Requested { get; init; }

    /// <summary>What stands in the way.</summary>
    [Description("What keeps the order from being adjusted: other_state (another state's order, or registered for enforcement only), not_active (suspended, terminated, in abeyance or closed), payer_on_assistance, no_address (no valid New York address of either party), against_child (an order before 15 September 1989 in an assistance case where it is not in the child's interest).")]
    public IReadOnlyList<NyColaBar> Bars { get; init; } = [];

    /// <summary>Published changes of years that are not recorded.</summary>
    [Description("Published changes of the index for years that are not recorded or not confirmed.")]
    public IReadOnlyList<NyIndexChange> Published { get; init; } = [];

    /// <summary>The day of mailing.</summary>
    [Description("The day on which the adjusted order is mailed; left out when it is not known.")]
    public DateOnly? MailedOn { get; init; }
}

/// <summary>An obligation under the order.</summary>
public sealed record NyColaObligation
{
    /// <summary>A name.</summary>
    [Description("A name or number of the obligation.")]
    public required string Name { get; init; }

    /// <summary>How much.</summary>
    [Description("What is due each time.")]
    public required Money Amount { get; init; }

    /// <summary>How often.</summary>
    [Description("How often.")]
    public required Frequency Per { get; init; }
}

/// <summary>The change of the index of one year.</summary>
public sealed record NyIndexChange
{
    /// <summary>The year.</summary>
    [Description("The year.")]
    public required int Year { get; init; }

    /// <summary>The change.</summary>
    [Description("The change of the yearly average in millionths: 10000 is a rise of one hundredth; a fall is below 0.")]
    [MayBeNegative]
    public required long ChangePpm { get; init; }

    /// <summary>Where it was published.</summary>
    [Description("Where it was published.")]
    public required string Source { get; init; }
}

/// <summary>What keeps an order from being adjusted.</summary>
public enum NyColaBar
{
    /// <summary>Another state's order, or one registered for enforcement only.</summary>
    OtherState,

    /// <summary>Suspended, terminated, in abeyance or administratively closed.</summary>
    NotActive,

    /// <summary>The payer receives public assistance.</summary>
    PayerOnAssistance,

    /// <summary>Neither party has a valid New York address.</summary>
    NoAddress,

    /// <summary>An order before 15 September 1989 in an assistance case, where it is not in the child's interest.</summary>
    AgainstChild,
}

/// <summary>An obligation before and after.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Per">How often it is due.</param>
/// <param name="Now">What is due each time.</param>
/// <param name="Increase">What is added.</param>
/// <param name="Adjusted">What will be due each time.</param>
public sealed record NyColaLine(string Name, Frequency Per, Money Now, Money Increase, Money Adjusted);

/// <summary>What comes of a review.</summary>
/// <param name="Eligible">Whether the order can be adjusted.</param>
/// <param name="Adjusts">Whether it is: at once on assistance, else when a party asked.</param>
/// <param name="FirstYear">The first year that counts.</param>
/// <param name="LastYear">The last.</param>
/// <param name="SumPpm">The sum of the changes in millionths; below 0 when prices fell.</param>
/// <param name="Years">The change of each year.</param>
/// <param name="Obligations">Each obligation before and after; empty when the order cannot be adjusted.</param>
/// <param name="NotEligibleBecause">Why it cannot.</param>
/// <param name="ObjectBy">The last day to object, when the day of mailing is known.</param>
/// <param name="EffectiveOn">The day on which the adjusted order takes effect unless someone objects; due from the first payment date on or after it.</param>
/// <param name="ToConfirm">Parameters behind the result that no official text has confirmed.</param>
public sealed record NyColaAnswer(bool Eligible, bool Adjusts, int FirstYear, int LastYear, long SumPpm, IReadOnlyList<NyColaYear> Years, IReadOnlyList<NyColaLine> Obligations,
    IReadOnlyList<string> NotEligibleBecause, DateOnly? ObjectBy, DateOnly? EffectiveOn, IReadOnlyList<ToConfirm> ToConfirm);

/// <summary>The change of one year as it was used.</summary>
/// <param name="Year">The year.</param>
/// <param name="ChangePpm">The change in millionths.</param>
/// <param name="Confirmed">Whether it was read in a table of the state; else it is to be confirmed.</param>
public sealed record NyColaYear(int Year, long ChangePpm, bool Confirmed);
