using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Law.Federal.Offset;
using Alimenta.Law.Rules;
using Selected = Alimenta.Data.RemedySelection;
using Rule = Alimenta.Law.Federal.Offset.RemedySelection;

namespace Alimenta.Office.Enforcement;

/// <summary>What a selection changes: rows that begin, and rows that end with how they end.</summary>
/// <param name="Begun">Rows that begin; they have no numbers yet.</param>
/// <param name="Ended">Rows that end.</param>
/// <param name="Amount">What all who are selected now come to, whether anything of it changed or not.</param>
internal sealed record SelectionChanges(IReadOnlyList<Selected> Begun, IReadOnlyList<(long Id, SelectionEnd How)> Ended, Money Amount)
{
    /// <summary>Holds what is decided against where everyone stood, without looking at a database.</summary>
    /// <remarks>Every change of the amount ends the row and begins another, up or down: the law demands that a lower debt is told at once, and what the list says must be what is owed. <see cref="Selected.Since"/> goes on.</remarks>
    /// <param name="law">The law on the business date under a policy.</param>
    /// <param name="today">The business date.</param>
    /// <param name="run">The run.</param>
    /// <param name="obligors">All obligors with an open case.</param>
    /// <param name="open">Where they, and others, stood.</param>
    public static SelectionChanges Of(Func<string, LawOn> law, DateOnly today, long run, IEnumerable<SelectionFacts> obligors, IEnumerable<StandingRow> open)
    {
        var before = open.ToDictionary(o => (o.Obligor, o.Policy, o.Remedy, o.Debt));
        var (begun, ended, selected) = (new List<Selected>(), new List<(long, SelectionEnd)>(), Money.Zero);
        foreach (var one in obligors)
        {
            var facts = "";
            foreach (var decision in Rule.Decide(law(one.Policy), one.Facts).Decisions)
            {
                var (remedy, debt) = (Of(decision.Remedy), Of(decision.Debt));
                before.Remove((one.Obligor, one.Policy, remedy, debt), out var was);
                if (StandingOf(decision.Standing) is not { } standing)
                {
                    if (was is not null) ended.Add((was.Id, decision.Standing == RemedyStanding.NotRecorded ? SelectionEnd.NotRecorded : one.Facts.Cases.Any(c => (c.Assigned + c.Family + c.Conditional).IsPositive) ? SelectionEnd.BelowThreshold : SelectionEnd.Paid));
                    continue;
                }

                var reason = ReasonOf(decision.Reason);
                if (standing == SelectionStanding.Selected) selected += decision.Amount;
                if (was is not null && (was.Standing, was.Reason, was.Amount) == (standing, reason, decision.Amount)) continue;
                if (was is not null) ended.Add((was.Id, SelectionEnd.Changed));
                if (facts.Length == 0) facts = JsonSerializer.Serialize(one.Facts, LawJson.Options);
                begun.Add(new()
                {
                    ObligorId = one.Obligor, Policy = one.Policy, Remedy = remedy, Debt = debt, Standing = standing, Reason = reason, Amount = decision.Amount, Facts = facts,
                    Since = was?.Standing == standing ? was.Since : today, From = today, RunId = run,
                });
            }
        }

        ended.AddRange(before.Values.OrderBy(o => o.Id).Select(o => (o.Id, SelectionEnd.NoOpenCase)));
        return new(begun, ended, selected);
    }

    /// <summary>The remedy as the office keeps it.</summary>
    public static Remedy Of(OffsetRemedy remedy) => remedy switch
    {
        OffsetRemedy.FederalTaxRefund => Remedy.FederalTaxRefund,
        OffsetRemedy.StateTaxRefund => Remedy.StateTaxRefund,
        OffsetRemedy.Passport => Remedy.Passport,
        _ => throw new ArgumentOutOfRangeException(nameof(remedy), remedy, "A remedy that the office does not select for."),
    };

    /// <summary>The part of the debt as the office keeps it.</summary>
    public static SelectedDebt Of(RemedyDebt debt) => debt switch { RemedyDebt.Assigned => SelectedDebt.Assigned, RemedyDebt.Family => SelectedDebt.Family, _ => SelectedDebt.All };

    // Who owes too little, or whose state's threshold is not recorded, has no row.
    private static SelectionStanding? StandingOf(RemedyStanding standing) => standing switch
    {
        RemedyStanding.Selected => SelectionStanding.Selected,
        RemedyStanding.NeedsPerson => SelectionStanding.NeedsPerson,
        RemedyStanding.LeftOut => SelectionStanding.LeftOut,
        _ => null,
    };

    private static SelectionReason ReasonOf(RemedyReason reason) => reason switch
    {
        RemedyReason.ReachesThreshold => SelectionReason.ReachesThreshold,
        RemedyReason.StaysUntilPaid => SelectionReason.StaysUntilPaid,
        RemedyReason.NoNumber => SelectionReason.NoNumber,
        RemedyReason.NumberNotVerified => SelectionReason.NumberNotVerified,
        RemedyReason.NoCustodianAddress => SelectionReason.NoCustodianAddress,
        RemedyReason.FamilyViolence => SelectionReason.FamilyViolence,
        RemedyReason.Died => SelectionReason.Died,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Nobody stands on the list for that reason."),
    };
}
