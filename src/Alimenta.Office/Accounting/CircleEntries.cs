using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Ledger;
using LawProgram = Alimenta.Law.Federal.History.AssistanceProgram;

namespace Alimenta.Office.Accounting;

/// <summary>Turns the steps of a played history into ledger entries: the same step gives the same lines on every day and on every engine.</summary>
public sealed class CircleEntries(LoadedCircle circle, SpecialPayees special)
{
    /// <summary>The entry of a step, with a version to be counted by the caller.</summary>
    public Entry Entry(Step step, int version)
    {
        var head = new EntryHead(step.Key, step.On)
        {
            Version = version,
            CircleId = circle.Id,
            CaseId = step.Case.Length > 0 ? circle.Cases[step.Case].Id : null,
            ReceiptId = step.Receipt.Length > 0 ? circle.Receipts[step.Receipt].Id : null,
            Detail = step.Kind == StepKind.Distribution ? StepDetail.Of(step).Text() : "",
        };
        if (step.Kind is not (StepKind.Grant or StepKind.Distribution) && step.Assistance.Count + step.Uses.Count > 0)
            throw new InvalidOperationException($"Step {step.Key} ({step.Kind}) moves assistance or money, and its recipe moves debts only.");
        var debts = step.Debts.Select(Movement);
        return step.Kind switch
        {
            StepKind.Opening => Recipes.OpeningBalance(head, debts),
            StepKind.Charge => Recipes.Charge(head, debts),
            StepKind.SpellBegin => Recipes.ClassMove(head, debts),
            StepKind.Grant => Recipes.Grant(head, step.Assistance.Select(Movement), debts),
            StepKind.Adjustment => Recipes.Adjustment(head, debts),
            StepKind.Distribution => Recipes.Distribution(head, Source(step), debts, step.Assistance.Select(Movement), [.. step.Uses.Select(Used)]),
            _ => Recipes.MonthEnd(head, debts),
        };
    }

    /// <summary>The person or agency that a use pays.</summary>
    public long PayeeOf(MoneyUse use) => use.To switch
    {
        Recipient.StateIvA or Recipient.StateIvE => use.Federal ? special.Federal : special.State,
        Recipient.Fee => special.State,
        Recipient.Medicaid => special.Medicaid,
        Recipient.Agency => use.Payee.Length > 0 ? circle.People[use.Payee] : special.Agency,
        _ => circle.People[use.Payee],
    };

    /// <summary>The custody account of a use.</summary>
    public static Account AccountOf(MoneyUse use) => use.To switch
    {
        Recipient.StateIvA or Recipient.StateIvE => use.Federal ? Accounts.PayableFederal : Accounts.PayableState,
        Recipient.Medicaid => Accounts.PayableMedicaid,
        Recipient.Agency => Accounts.PayableAgency,
        Recipient.Fee => Accounts.Fee,
        Recipient.Refund => Accounts.PayableRefund,
        Recipient.Future => Accounts.Future,
        _ => Accounts.PayableFamily,
    };

    private DebtMovement Movement(DebtMove move)
    {
        var file = circle.Cases[move.Case];
        return new(new(file.ObligorId, file.Id, circle.Obligations[move.Obligation], move.Month), Place(move.From), Place(move.To), move.Amount);
    }

    private AssistanceMovement Movement(AssistanceMove change) =>
        new(change.Program == LawProgram.FosterCare ? Accounts.UraIve : Accounts.UraTanf, circle.People[change.Custodian], change.Amount, change.Retained);

    private MoneySource Source(Step step)
    {
        var receipt = circle.Receipts[step.Receipt];
        return new(receipt.ObligorId!.Value, receipt.Id, step.FromFuture);
    }

    private MoneyUsed Used(MoneyUse use) => use.To == Recipient.Future
        ? new(Accounts.Future, use.Amount)
        : new(AccountOf(use), use.Amount) { PersonId = PayeeOf(use), CaseId = use.Case.Length > 0 ? circle.Cases[use.Case].Id : null };

    private static Account Place(DebtPlace place) => place switch
    {
        DebtPlace.Charged => Accounts.Charged,
        DebtPlace.Current => Accounts.Current,
        DebtPlace.NA => Accounts.NeverAssigned,
        DebtPlace.PA => Accounts.PermanentlyAssigned,
        DebtPlace.TA => Accounts.TemporarilyAssigned,
        DebtPlace.CA => Accounts.ConditionallyAssigned,
        DebtPlace.UDA => Accounts.UnassignedDuring,
        DebtPlace.UPA => Accounts.UnassignedBefore,
        DebtPlace.FC => Accounts.FosterCare,
        DebtPlace.MED => Accounts.Medical,
        DebtPlace.Satisfied => Accounts.Satisfied,
        DebtPlace.SatisfiedByPartner => Accounts.SatisfiedByPartner,
        DebtPlace.Adjusted => Accounts.Adjusted,
        _ => Accounts.Opening,
    };
}

/// <summary>The payees that are not persons of a case.</summary>
/// <param name="State">The state's treasury.</param>
/// <param name="Federal">The federal share, paid through the state's treasury.</param>
/// <param name="Medicaid">The Medicaid agency.</param>
/// <param name="Agency">The foster care agency where none is recorded on the spell.</param>
public sealed record SpecialPayees(long State, long Federal, long Medicaid, long Agency);
