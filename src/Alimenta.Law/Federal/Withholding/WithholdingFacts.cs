using System.ComponentModel;

namespace Alimenta.Law.Federal.Withholding;

/// <summary>How an employer shares over several orders what does not cover them.</summary>
public enum SharingMethod
{
    /// <summary>In proportion to what is due.</summary>
    Prorate,

    /// <summary>In equal parts, up to what is due.</summary>
    Equal,
}

/// <summary>What decides how much may be withheld in a pay period.</summary>
public sealed record WithholdingFacts
{
    /// <summary>Earnings after what the law requires to be withheld.</summary>
    [Description("Earnings of the pay period less amounts that the law requires to be withheld (15 USC 1672(b)).")]
    public required Money DisposableEarnings { get; init; }

    /// <summary>Whether the obligor supports another spouse or child.</summary>
    [Description("Whether the obligor supports a spouse or child other than those of these orders.")]
    public required bool SupportsOtherFamily { get; init; }

    /// <summary>The employer's fee.</summary>
    [Description("What the employer charges for withholding; it counts inside the limit.")]
    public Money EmployerFee { get; init; }

    /// <summary>Garnishments that go before support.</summary>
    [Description("Garnishments that have priority over these orders (29 CFR 870.11(b)(2)).")]
    public Money PriorityGarnishments { get; init; }

    /// <summary>How several orders share; null: as the policy says.</summary>
    [Description("How several orders share when the limit does not cover them: the method of the state in which the obligor works (45 CFR 303.100(f)(2)). Left out: the policy's.")]
    public SharingMethod? Method { get; init; }

    /// <summary>The orders.</summary>
    [Description("The withholding orders.")]
    public required IReadOnlyList<WithholdingOrderFacts> Orders { get; init; }
}

/// <summary>One withholding order.</summary>
public sealed record WithholdingOrderFacts
{
    /// <summary>Its number.</summary>
    [Description("The order's number; between equal claims the lowest number, as text, goes first.")]
    public required string Order { get; init; }

    /// <summary>Current support of the pay period.</summary>
    [Description("Current child support to be withheld in the pay period; with cash medical support, unless that stands by itself.")]
    public required Money CurrentDue { get; init; }

    /// <summary>Current cash medical support of the pay period.</summary>
    [Description("Current cash medical support to be withheld in the pay period; shared after child support where the state shares by type.")]
    public Money MedicalDue { get; init; }

    /// <summary>Current spousal support of the pay period.</summary>
    [Description("Current spousal support to be withheld in the pay period; shared last where the state shares by type.")]
    public Money SpousalDue { get; init; }

    /// <summary>Arrears payment of the pay period.</summary>
    [Description("Payment toward arrears to be withheld in the pay period.")]
    public Money ArrearsPayment { get; init; }

    /// <summary>The part of it that enforces old arrears.</summary>
    [Description("The part of the arrears payment that enforces support of the time before the last twelve weeks.")]
    public Money OldArrears { get; init; }

    /// <summary>Current support of all types.</summary>
    internal Money AllCurrent => CurrentDue + MedicalDue + SpousalDue;
}

/// <summary>How much may be withheld and for which order.</summary>
/// <param name="Limit">The most that may be withheld in all.</param>
/// <param name="Withheld">What is withheld in all, the fee included.</param>
/// <param name="EmployerFee">The fee that is taken.</param>
/// <param name="Support">What is withheld for support.</param>
/// <param name="Unwithheld">What the orders want beyond it.</param>
/// <param name="Orders">One for each order, in the order of their numbers.</param>
public sealed record WithholdingAnswer(Money Limit, Money Withheld, Money EmployerFee, Money Support, Money Unwithheld, IReadOnlyList<WithholdingShare> Orders);

/// <summary>What is withheld for one order.</summary>
/// <param name="Order">Its number.</param>
/// <param name="Current">Toward current support.</param>
/// <param name="Arrears">Toward arrears.</param>
/// <param name="Total">All of it.</param>
public sealed record WithholdingShare(string Order, Money Current, Money Arrears, Money Total);
