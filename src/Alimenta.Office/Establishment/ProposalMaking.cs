using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Law.Guidelines;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Makes a proposal of an order out of an accepted scenario: what the obligor of the case pays, each kind by itself and each child's part of it.</summary>
/// <remarks>What the other parent would pay belongs to a case in which that one owes, and what is paid to a child directly is not paid through the custodian:
/// both are told on the proposal (<see cref="NotProposed"/>), and neither becomes an obligation of this case.</remarks>
internal static class ProposalMaking
{
    public static async Task<Outcome<OrderProposal>> MakeAsync(CommandContext ctx, GuidelineDesk desk, CaseFile file, Determination row, SupportScenario scenario, DateOnly begins, bool weekly)
    {
        var children = await (from p in ctx.Db.Participants join who in ctx.Db.People on p.PersonId equals who.Id where p.CaseId == file.Id && p.Role == ParticipantRole.Child && p.To == null orderby who.Born, who.Id select who).AsNoTracking().ToListAsync(ctx.Cancel);
        var law = desk.Law.On(begins, $"us-{row.State}");
        var supported = children.Where(c => SupportedChildren.IsMinor(c, law)).ToList();
        var value = JsonNode.Parse(scenario.ResultJson)!;
        var payments = Proposed(GuidelineResult.Of(value)).ToList();
        if (supported.Count == 0 && payments.Count > 0)
            return new Refusal("R-PROPOSAL-CHILDREN", $"No child of the case is supported on {Days.Words(begins)}.", "Check the children's days of birth and the first day.", Field: "beginsOn");
        if (payments.Count > 0 && supported.Where(c => c.Born > begins).MaxBy(c => c.Born) is { Born: { } born } unborn)
            return new Refusal("R-PROPOSAL-UNBORN", $"Support would begin on {Days.Words(begins)}, before {unborn.First} {unborn.Last} was born on {Days.Words(born)}.", "Enter a first day on which every child it orders support for was born.", Field: "beginsOn");
        if (weekly)
        {
            if (Weekly(value, payments) is not { } perWeek) return new Refusal("R-PROPOSAL-WEEKLY", "This guideline gives amounts by the month only.", "Propose the order by the month.", Field: "frequency");
            payments = perWeek;
        }

        var proposal = ctx.Add(new OrderProposal { CaseId = file.Id, DeterminationId = row.Id, Status = ProposalStatus.Open, Frequency = weekly ? Frequency.Weekly : Frequency.Monthly, BeginsOn = begins });
        var ordinal = 0;
        foreach (var payment in payments)
        {
            var parts = payment.Amount.Apportion([.. supported.Select(_ => 1L)]);
            foreach (var (child, part) in supported.Zip(parts).Where(p => p.Second.IsPositive))
                ctx.Add(new ProposedObligation { ProposalId = proposal.Id, Ordinal = ++ordinal, Kind = KindOf(payment.Kind), PaymentKind = payment.Kind.ToString(), SupportedPersonId = child.Id, Amount = part, Citation = payment.Citation });
        }

        return proposal;
    }

    /// <summary>The payments that become obligations of the case: of parent A, of an amount, to the one who receives.</summary>
    private static IEnumerable<GuidelinePayment> Proposed(GuidelineResult result) => result.Payments.Where(p => IsProposed(p) && p.Amount.IsPositive);

    internal static bool IsProposed(GuidelinePayment payment) =>
        payment is { From: GuidelineParty.ParentA, SharePpm: null } && payment.To is GuidelineParty.ParentB or GuidelineParty.Caretaker;

    /// <summary>Health care in money is medical support; everything else is support of the child.</summary>
    private static ObligationKind KindOf(PaymentKind kind) => kind is PaymentKind.CashMedical or PaymentKind.HealthInsurance ? ObligationKind.Medical : ObligationKind.Child;

    // Each line is rounded from the figure of the year for the week itself; a twelfth is not divided again.
    private static List<GuidelinePayment>? Weekly(JsonNode value, List<GuidelinePayment> payments)
    {
        if (value["support"]?["order"] is not JsonArray lines || value["support"]?["totals"] is not JsonArray totals || value["ordered"] is not null) return null;
        var own = lines.Where(l => l!["from"]!.GetValue<string>() == "parent_a" && l["kind"]!.GetValue<string>() != "cash").GroupBy(l => l!["kind"]!.GetValue<string>()).ToDictionary(g => g.Key, g => g.Sum(l => new Money(l!["weekly_cents"]!.GetValue<long>())));
        var all = totals.Where(t => t!["from"]!.GetValue<string>() == "parent_a").Sum(t => new Money(t!["weekly_cents"]!.GetValue<long>()));
        var costs = own.Values.Sum();
        return [.. payments.Select(p => p with { Amount = p.Kind == PaymentKind.Cash ? (all - costs).OrZero : own.GetValueOrDefault(Word(p.Kind)) })];
    }

    private static string Word(PaymentKind kind) => Naming.Snake(kind.ToString());
}

/// <summary>What of an accepted result is not an obligation of the case.</summary>
public static class NotProposed
{
    /// <summary>The payments that the order states but the case does not charge.</summary>
    public static IReadOnlyList<GuidelinePayment> Of(GuidelineResult result) => [.. result.Payments.Where(p => !ProposalMaking.IsProposed(p))];
}
