using Alimenta.Formats.Nacha;

namespace Alimenta.Office.Receipts;

/// <summary>A person who owes support, as identification sees him.</summary>
/// <param name="Id">The person.</param>
/// <param name="Last">Last name.</param>
/// <param name="First">First name.</param>
/// <param name="Ssn">Nine digits, or empty.</param>
/// <param name="Aliases">Other names, last and first.</param>
public sealed record ObligorSeen(long Id, string Last, string First, string Ssn, IReadOnlyList<(string Last, string First)> Aliases);

/// <summary>A case as identification sees it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Obligor">Who pays in it.</param>
public sealed record CaseSeen(long Id, string Number, ObligorSeen Obligor);

/// <summary>An order as identification sees it.</summary>
/// <param name="Id">The order.</param>
/// <param name="Docket">Its number.</param>
/// <param name="Case">Its case.</param>
public sealed record OrderSeen(long Id, string Docket, CaseSeen Case);

/// <summary>What is known that may match the numbers in a remittance.</summary>
public interface IKnown
{
    /// <summary>The case with a number, written with or without dashes.</summary>
    CaseSeen? Case(string number);

    /// <summary>The orders with a docket number.</summary>
    IReadOnlyList<OrderSeen> Orders(string docket);

    /// <summary>Those who owe support under a Social Security number.</summary>
    IReadOnlyList<ObligorSeen> Obligors(string ssn);
}

/// <summary>Whose money it is, by which rule, and why.</summary>
/// <param name="Obligor">Who pays; null: unidentified.</param>
/// <param name="Case">The case that it is for, when the sender named one that is his.</param>
/// <param name="Order">The order that it is for, when the sender named one that is his.</param>
/// <param name="Rule">The rule that decided: case, order, ssn or none.</param>
/// <param name="Why">Why, in words without protected data.</param>
public sealed record Identified(ObligorSeen? Obligor, CaseSeen? Case, OrderSeen? Order, string Rule, string Why);

/// <summary>Identification of a remittance: case number, then order number, then Social Security number with name; else a person chooses.</summary>
/// <remarks>A known case with another Social Security number is not trusted (our convention F2). Money is never refused for want of a match.</remarks>
public static class Identify
{
    /// <summary>Decides for one child support segment.</summary>
    public static Identified Decide(DedSegment ded, IKnown known)
    {
        var id = ded.CaseId.Trim();
        if (id.Length > 0 && known.Case(id) is { } file)
            return Agrees(ded, file.Obligor)
                ? new(file.Obligor, file, null, "case", $"Case {file.Number} was named, and the Social Security number agrees.")
                : None($"Case {file.Number} was named, but the Social Security number is not that of the person who pays in it.");

        if (id.Length > 0 && known.Orders(id) is { Count: > 0 } orders)
        {
            var his = orders.Where(o => Agrees(ded, o.Case.Obligor)).ToList();
            return his.Count == 1
                ? new(his[0].Case.Obligor, his[0].Case, his[0], "order", $"Order {his[0].Docket} was named, and the Social Security number agrees.")
                : None(his.Count == 0
                    ? $"Order {id} was named, but the Social Security number is not that of the person who pays under it."
                    : $"Order {id} was named, and {his.Count} orders have this number.");
        }

        var people = known.Obligors(ded.SsnDigits);
        var named = people.Where(p => NameAgrees(ded, p)).ToList();
        return named.Count == 1
            ? new(named[0], null, null, "ssn", "The Social Security number and the name agree; no case or order of this number is known.")
            : None(people.Count == 0 ? "Neither the number sent nor the Social Security number is known."
                : named.Count == 0 ? "The Social Security number is known, but the name differs or was not sent."
                : "The Social Security number and the name fit more than one person.");
    }

    private static bool Agrees(DedSegment ded, ObligorSeen obligor) =>
        obligor.Ssn.Length > 0 ? obligor.Ssn == ded.SsnDigits : NameAgrees(ded, obligor);

    private static bool NameAgrees(DedSegment ded, ObligorSeen obligor) =>
        DedName.Compare(ded.ObligorName, obligor.Last, obligor.First) == NameAgreement.Agrees
        || obligor.Aliases.Any(a => DedName.Compare(ded.ObligorName, a.Last, a.First) == NameAgreement.Agrees);

    private static Identified None(string why) => new(null, null, null, "none", why);
}
