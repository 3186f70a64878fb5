using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>Which property points to which table. Nothing is ever deleted, so every foreign key restricts.</summary>
internal static class ForeignKeys
{
    private static readonly Dictionary<string, Type> Targets = new(StringComparer.Ordinal)
    {
        ["OfficeId"] = typeof(Office),
        ["PersonId"] = typeof(Person),
        ["ObligorId"] = typeof(Person),
        ["CustodianId"] = typeof(Person),
        ["SupportedPersonId"] = typeof(Person),
        ["AgencyPersonId"] = typeof(Person),
        ["MemberId"] = typeof(Person),
        ["PayeeId"] = typeof(Person),
        ["EmployerId"] = typeof(Employer),
        ["BankAccountId"] = typeof(BankAccount),
        ["CaseId"] = typeof(CaseFile),
        ["DirectedCaseId"] = typeof(CaseFile),
        ["OrderId"] = typeof(SupportOrder),
        ["DirectedOrderId"] = typeof(SupportOrder),
        ["ObligationId"] = typeof(Obligation),
        ["OtherParentId"] = typeof(Person),
        ["DeterminationId"] = typeof(Determination),
        ["ScenarioId"] = typeof(SupportScenario),
        ["ProposalId"] = typeof(OrderProposal),
        ["SpellId"] = typeof(AssistanceSpell),
        ["WorkerId"] = typeof(User),
        ["BatchId"] = typeof(ReceiptBatch),
        ["InboundItemId"] = typeof(InboundItem),
        ["ReceiptId"] = typeof(Receipt),
        ["HoldId"] = typeof(Hold),
        ["DisbursementId"] = typeof(Disbursement),
        ["RunId"] = typeof(BatchRun),
        ["EndRunId"] = typeof(BatchRun),
        ["StepId"] = typeof(BatchStep),
    };

    // Lines are checked as they are posted: each number must resolve to a natural key. A foreign key per line would cost more than the line.
    private static readonly HashSet<Type> Without = [typeof(JournalEntry), typeof(JournalLine), typeof(CaseAccount), typeof(FactChange)];

    internal static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            if (Without.Contains(entity.ClrType) || entity.ClrType.Namespace != typeof(ForeignKeys).Namespace) continue;
            foreach (var property in entity.GetProperties().ToList())
            {
                if (Target(entity.ClrType, property.Name) is not { } target) continue;
                model.Entity(entity.ClrType).HasOne(target).WithMany().HasForeignKey(property.Name).OnDelete(DeleteBehavior.Restrict);
            }
        }

        // A receipt points to the item it came from; the item's own pointer back would make a circle, so it is a plain number.
        model.Entity<InboundItem>().HasOne<InboundFile>().WithMany().HasForeignKey(i => i.FileId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<InboundFilePiece>().HasOne<InboundFile>().WithMany().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<Disbursement>().HasOne<DisbursementFile>().WithMany().HasForeignKey(d => d.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    private static Type? Target(Type entity, string property) =>
        (entity == typeof(InboundItem) && property == nameof(InboundItem.ReceiptId)) ? null : Targets.GetValueOrDefault(property);
}
