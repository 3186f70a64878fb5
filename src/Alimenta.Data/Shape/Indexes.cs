using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Alimenta.Data;

/// <summary>Few indexes, each for a query that is named here; those of the few rows that lists look for stand in the script 0005_worklists.</summary>
internal static class Indexes
{
    internal static void Apply(ModelBuilder model)
    {
        // Natural keys: what files, exports and people call a row by.
        Unique<Person>(model, p => p.Number);
        Unique<Office>(model, o => o.Code);
        Unique<Employer>(model, e => e.Fein);
        Unique<CaseFile>(model, c => c.Number);
        Unique<Obligation>(model, o => o.NaturalKey);
        Unique<Adjustment>(model, a => a.NaturalKey);
        Unique<Determination>(model, d => d.NaturalKey);
        Unique<AssistanceGrant>(model, g => g.NaturalKey);
        Unique<Receipt>(model, r => r.NaturalKey);
        Unique<Disbursement>(model, d => d.NaturalKey);
        Unique<DisbursementFile>(model, f => f.Identity);
        Unique<InboundItem>(model, i => i.ItemKey);
        Unique<BatchRun>(model, r => r.Key);
        Unique<CaseEvent>(model, e => e.SourceKey);
        Unique<JournalEntry>(model, e => new { e.Key, e.Version });

        // Each request of a browser or a program; all sessions and tokens of one person.
        Unique<SignInSession>(model, s => s.KeyHash);
        Unique<ApiToken>(model, t => t.TokenHash);
        Index<SignInSession>(model, s => s.UserId);
        Index<ApiToken>(model, t => t.UserId);

        // Search by name and number.
        Index<Person>(model, p => p.SearchName);
        Index<Person>(model, p => p.SsnDigits!);
        Index<PersonAlias>(model, a => a.SearchName);
        Index<Employer>(model, e => e.SearchName);
        Index<EmployerAlias>(model, a => a.SearchName);
        Index<SupportOrder>(model, o => o.Docket);

        // The person page, and what identification and disbursement read of a person.
        Index<PersonAlias>(model, a => a.PersonId);
        Index<OverpaymentChoice>(model, c => c.PersonId);
        Index<Address>(model, a => a.PersonId);
        Index<Phone>(model, p => p.PersonId);
        Index<Employment>(model, e => e.PersonId);
        Index<Employment>(model, e => e.EmployerId);
        Index<BankAccount>(model, b => b.PersonId);
        Index<PayeeMethod>(model, m => m.PersonId);
        Index<EmployerAlias>(model, a => a.EmployerId);

        // The facts of a circle, and the case page.
        Index<CaseFile>(model, c => c.CircleId);
        Index<CircleMerge>(model, m => m.IntoId);
        Index<CaseFile>(model, c => c.ObligorId);
        Index<CaseFile>(model, c => c.CustodianId);
        Index<CaseFile>(model, c => c.WorkerId!);
        Index<Participant>(model, p => p.CaseId);
        Index<Participant>(model, p => p.PersonId);
        Index<SupportOrder>(model, o => o.CaseId);
        Index<Obligation>(model, o => o.CaseId);
        Index<ObligationTerm>(model, t => t.ObligationId);
        Index<OpeningBalance>(model, b => b.CaseId);
        Index<Adjustment>(model, a => a.CaseId);
        Index<AssistanceSpell>(model, s => s.CustodianId);
        Index<SpellMember>(model, m => m.SpellId);
        Index<AssistanceGrant>(model, g => g.CustodianId);
        Index<Receipt>(model, r => r.ObligorId!);
        Index<Receipt>(model, r => new { r.ReceivedOn, r.Id });
        Index<CaseEvent>(model, e => new { e.CaseId, e.On });

        // Support calculations of a case: the list, one with all that belongs to it, and what became of it.
        Index<Determination>(model, d => d.CaseId);
        Unique<SupportScenario>(model, s => new { s.DeterminationId, s.Ordinal });
        Index<InputEvidence>(model, e => e.ScenarioId);
        Index<SupportFinding>(model, f => f.ScenarioId);
        Index<OrderProposal>(model, p => p.DeterminationId);
        Unique<ProposedObligation>(model, o => new { o.ProposalId, o.Ordinal });

        // Files and the unidentified queue.
        Index<InboundFile>(model, f => f.FileKey);
        Index<InboundFile>(model, f => f.ContentKey);
        Index<InboundItem>(model, i => i.FileId);
        Index<Receipt>(model, r => new { r.Status, r.ReceivedOn });
        Index<Identification>(model, i => i.ReceiptId);

        // What must leave today, what is held, what went out.
        Index<Payable>(model, p => new { p.Status, p.DueOn });
        Index<Payable>(model, p => p.ReceiptId!);
        Index<Payable>(model, p => p.DisbursementId!).HasFilter("disbursement_id is not null");
        Index<Hold>(model, h => new { h.Status, h.ReviewOn });
        Index<Hold>(model, h => h.ReceiptId!);
        Index<Hold>(model, h => h.CaseId!);
        Index<Disbursement>(model, d => d.FileId!);
        Index<Disbursement>(model, d => d.PayeeId);
        Index<Disbursement>(model, d => d.Trace!);
        Index<Recovery>(model, r => r.PayeeId);

        // Remedies: where an obligor stands, no more than once for each; his history. How they are listed stands in the scripts 0009_remedies and 0010_remedy_lists.
        Unique<RemedySelection>(model, s => new { s.ObligorId, s.Policy, s.Remedy, s.Debt }).HasFilter("valid_to is null");
        Index<RemedySelection>(model, s => s.ObligorId);

        // Interest: one statement of a case for a day; what a run counted.
        Unique<InterestStatement>(model, s => new { s.CaseId, s.ThroughOn });
        Index<InterestStatement>(model, s => s.RunId);

        // The journal: by circle (what is posted, and the case page), by receipt (receipt page), by commit (proof of the chain). Money that is not distributed yet has
        // no circle.
        Index<JournalEntry>(model, e => e.CircleId).HasFilter("circle_id <> 0");
        Index<JournalEntry>(model, e => e.ReceiptId!).HasFilter("receipt_id is not null");
        Index<JournalEntry>(model, e => e.CommitId);
        Index<ChainLink>(model, l => l.CommitId);

        // Worklists, history, audit, outbox, batch.
        Index<WorkTask>(model, t => new { t.Owner, t.DoneOn, t.DueOn });
        Index<WorkTask>(model, t => t.CaseId!);
        Index<FactChange>(model, c => new { c.Entity, c.EntityId });
        Index<AuditEvent>(model, a => new { a.ObjectKind, a.ObjectId });
        Index<AuditEvent>(model, a => new { a.UserId, a.At });
        Index<OutboxMessage>(model, m => m.SentAt!);
        Unique<BatchStep>(model, s => new { s.RunId, s.Ordinal });
        Unique<BatchPartition>(model, p => new { p.StepId, p.Number });
    }

    private static IndexBuilder<T> Index<T>(ModelBuilder model, Expression<Func<T, object>> columns)
        where T : class => model.Entity<T>().HasIndex(columns!);

    private static IndexBuilder<T> Unique<T>(ModelBuilder model, Expression<Func<T, object>> columns)
        where T : class => model.Entity<T>().HasIndex(columns!).IsUnique();
}
