#pragma warning disable RS0030 // The door itself: the guard below decides who may pass.
using System.Reflection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Alimenta.Data;

/// <summary>The one model, for both engines: integer cents, dates, UTC instants, text, and integer keys that the program hands out.</summary>
/// <remarks>Rows are written through <see cref="CommandRunner"/> only; saving here throws, but for the framework's own sign-in rows.</remarks>
public sealed class AlimentaDb(DbContextOptions<AlimentaDb> options) : IdentityDbContext<User, Role, long>(options)
{
    public DbSet<Office> Offices => Set<Office>();
    public DbSet<SignInSession> Sessions => Set<SignInSession>();
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<PersonAlias> PersonAliases => Set<PersonAlias>();
    public DbSet<OverpaymentChoice> OverpaymentChoices => Set<OverpaymentChoice>();
    public DbSet<Address> Addresses => Set<Address>();
    public DbSet<Phone> Phones => Set<Phone>();
    public DbSet<Employer> Employers => Set<Employer>();
    public DbSet<EmployerAlias> EmployerAliases => Set<EmployerAlias>();
    public DbSet<Employment> Employments => Set<Employment>();
    public DbSet<BankAccount> BankAccounts => Set<BankAccount>();
    public DbSet<PayeeMethod> PayeeMethods => Set<PayeeMethod>();
    public DbSet<CaseFile> Cases => Set<CaseFile>();
    public DbSet<CircleMerge> CircleMerges => Set<CircleMerge>();
    public DbSet<Participant> Participants => Set<Participant>();
    public DbSet<SupportOrder> Orders => Set<SupportOrder>();
    public DbSet<Obligation> Obligations => Set<Obligation>();
    public DbSet<ObligationTerm> ObligationTerms => Set<ObligationTerm>();
    public DbSet<OpeningBalance> OpeningBalances => Set<OpeningBalance>();
    public DbSet<Adjustment> Adjustments => Set<Adjustment>();
    public DbSet<Determination> Determinations => Set<Determination>();
    public DbSet<SupportScenario> SupportScenarios => Set<SupportScenario>();
    public DbSet<InputEvidence> InputEvidence => Set<InputEvidence>();
    public DbSet<SupportFinding> SupportFindings => Set<SupportFinding>();
    public DbSet<OrderProposal> OrderProposals => Set<OrderProposal>();
    public DbSet<ProposedObligation> ProposedObligations => Set<ProposedObligation>();
    public DbSet<AssistanceSpell> AssistanceSpells => Set<AssistanceSpell>();
    public DbSet<SpellMember> SpellMembers => Set<SpellMember>();
    public DbSet<AssistanceGrant> AssistanceGrants => Set<AssistanceGrant>();
    public DbSet<InboundFile> InboundFiles => Set<InboundFile>();

    public DbSet<InboundFilePiece> InboundFilePieces => Set<InboundFilePiece>();
    public DbSet<InboundItem> InboundItems => Set<InboundItem>();
    public DbSet<ReceiptBatch> ReceiptBatches => Set<ReceiptBatch>();
    public DbSet<Receipt> Receipts => Set<Receipt>();
    public DbSet<Identification> Identifications => Set<Identification>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<Payable> Payables => Set<Payable>();
    public DbSet<Disbursement> Disbursements => Set<Disbursement>();
    public DbSet<DisbursementFile> DisbursementFiles => Set<DisbursementFile>();
    public DbSet<Recovery> Recoveries => Set<Recovery>();
    public DbSet<JournalEntry> JournalEntries => Set<JournalEntry>();
    public DbSet<JournalLine> JournalLines => Set<JournalLine>();
    public DbSet<ChainLink> ChainLinks => Set<ChainLink>();
    public DbSet<CaseAccount> CaseAccounts => Set<CaseAccount>();
    public DbSet<CircleState> CircleStates => Set<CircleState>();
    public DbSet<WaitingReceipt> WaitingReceipts => Set<WaitingReceipt>();

    public DbSet<KeptFacts> KeptFacts => Set<KeptFacts>();
    public DbSet<CustodyBalance> CustodyBalances => Set<CustodyBalance>();
    public DbSet<RemedySelection> RemedySelections => Set<RemedySelection>();
    public DbSet<InterestStatement> InterestStatements => Set<InterestStatement>();
    public DbSet<WorkTask> Tasks => Set<WorkTask>();
    public DbSet<CaseEvent> CaseEvents => Set<CaseEvent>();
    public DbSet<CommandLog> Commands => Set<CommandLog>();
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();
    public DbSet<FactChange> FactChanges => Set<FactChange>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<BusinessDay> BusinessDays => Set<BusinessDay>();
    public DbSet<BatchRun> BatchRuns => Set<BatchRun>();
    public DbSet<BatchStep> BatchSteps => Set<BatchStep>();
    public DbSet<BatchPartition> BatchPartitions => Set<BatchPartition>();
    public DbSet<SchemaVersion> SchemaVersions => Set<SchemaVersion>();
    public DbSet<IdBlock> IdBlocks => Set<IdBlock>();

    /// <summary>Open while the runner itself saves.</summary>
    internal bool DoorOpen { get; set; }

    /// <summary>Whether the runner owns the transaction: nobody else may commit it, and a connection that broke under it may not be opened anew.</summary>
    internal bool Owned { get; set; }

    /// <summary>Whether the owner itself commits now.</summary>
    internal bool Committing { get; set; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CheckDoor();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CheckDoor();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>();
        configurationBuilder.Properties<SupportMonth>().HaveConversion<SupportMonthConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<OffsetConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var set in GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var type = set.PropertyType.GetGenericArguments()[0];
            if (typeof(IRow).IsAssignableFrom(type)) builder.Entity(type).Property(nameof(IRow.Id)).ValueGeneratedNever();
            if (type.GetProperty("Version") is not null && type != typeof(JournalEntry)) builder.Entity(type).Property("Version").IsConcurrencyToken();
        }

        builder.Entity<User>().Property(u => u.Id).ValueGeneratedNever();
        builder.Entity<Role>().Property(r => r.Id).ValueGeneratedNever();
        builder.Entity<BusinessDay>().Property(d => d.Id).ValueGeneratedNever();
        builder.Entity<JournalLine>().ToView("journal_line").HasKey(l => new { l.EntryId, l.LineNo });
        builder.Entity<ChainLink>().HasKey(l => new { l.Book, l.Seq });
        builder.Entity<InboundFilePiece>().HasKey(p => new { p.FileId, p.Number });
        builder.Entity<WaitingReceipt>().HasKey(w => new { w.ObligorId, w.ReceiptId });
        builder.Entity<CaseAccount>().HasKey(a => a.CaseId);
        builder.Entity<CaseAccount>().Property(a => a.CaseId).ValueGeneratedNever();
        builder.Entity<CircleState>().HasKey(c => c.CircleId);
        builder.Entity<CircleState>().Property(c => c.CircleId).ValueGeneratedNever();
        builder.Entity<KeptFacts>().HasKey(c => c.CircleId);
        builder.Entity<KeptFacts>().Property(c => c.CircleId).ValueGeneratedNever();
        builder.Entity<CustodyBalance>().HasKey(b => b.Account);
        builder.Entity<CommandLog>().HasKey(c => c.Key);
        builder.Entity<AuditEvent>().HasKey(a => a.Seq);
        builder.Entity<AuditEvent>().Property(a => a.Seq).ValueGeneratedNever();
        builder.Entity<IdBlock>().HasKey(b => b.Kind);
        builder.Entity<SchemaVersion>().HasKey(v => v.Number);
        builder.Entity<SchemaVersion>().ToTable(t => t.ExcludeFromMigrations());
        EnumsAsText(builder);
        ForeignKeys.Apply(builder);
        Indexes.Apply(builder);
        Naming.Apply(builder);
    }

    private static void EnumsAsText(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum) property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumText<>).MakeGenericType(type))!);
        }
    }

    // The framework's user store saves its own rows (a wrong password counts even when nothing else happens); all else has one door.
    private void CheckDoor()
    {
        if (DoorOpen) return;
        var other = ChangeTracker.Entries().FirstOrDefault(e => e.State is not (Microsoft.EntityFrameworkCore.EntityState.Unchanged or Microsoft.EntityFrameworkCore.EntityState.Detached)
            && e.Entity is not (User or Role or DataProtectionKey) && e.Metadata.ClrType.Namespace == typeof(AlimentaDb).Namespace);
        if (other is not null) throw new InvalidOperationException($"{other.Metadata.ClrType.Name} is written through CommandRunner only.");
    }
}
