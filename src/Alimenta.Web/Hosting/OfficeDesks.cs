using Alimenta.Office;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Interest;
using Alimenta.Office.Reading;
using Alimenta.Office.Receipts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alimenta.Web.Hosting;

/// <summary>What the pages of files, money and oversight, and the interface, call of the office.</summary>
internal static class OfficeDesks
{
    private static readonly Type[] All =
    [
        typeof(ReceiveFile), typeof(ManualBatches), typeof(IdentifyReceipt), typeof(ReturnReceipt), typeof(DisbursementRun), typeof(ReleaseFile), typeof(AccrualRun), typeof(CircleRuns), typeof(PaymentRuns), typeof(SelectionRun), typeof(SelectionRuns), typeof(SelectionCheck), typeof(SelectionLists), typeof(InterestRun), typeof(InterestRuns), typeof(InterestDesk), typeof(CaseInterests), typeof(BusinessDays),
        typeof(BusinessDates), typeof(FilesIn), typeof(FilesOut), typeof(PaymentPages), typeof(PaymentWhys), typeof(KeyedBatches), typeof(UnidentifiedQueue), typeof(DueLists), typeof(HoldLists), typeof(RecoveryLists),
        typeof(HomeFigures), typeof(ExplainWaiting), typeof(PayableWhys), typeof(BatchLists), typeof(AuditLogs), typeof(ListReads), typeof(Names), typeof(CasePages), typeof(CaseLedgers), typeof(ReceiptPages), typeof(BalancesOn), typeof(ExplainBalance),
    ];

    public static void AddOfficeDesks(this IServiceCollection services)
    {
        services.TryAddSingleton(s => new PolicyDesk(s.GetRequiredService<Law.LawStore>()));
        services.TryAddSingleton(BankSettings.Demonstration);
        foreach (var type in All) services.TryAddSingleton(type);
        services.AddSingleton<PartedRuns>(s => s.GetRequiredService<CircleRuns>());
        services.AddSingleton<PartedRuns>(s => s.GetRequiredService<PaymentRuns>());
        services.AddSingleton<PartedRuns>(s => s.GetRequiredService<SelectionRuns>());
        services.AddSingleton<PartedRuns>(s => s.GetRequiredService<InterestRuns>());
        services.TryAddSingleton<OfficeRuns>();
        services.AddSingleton<PdfPress>();
        services.AddSingleton<WorksheetPapers>();
        services.AddSingleton<FollowedReads>();
        services.AddSingleton<FollowerWatch>();
        services.AddHostedService(s => s.GetRequiredService<FollowerWatch>());
        services.AddSingleton<RunWorker>();
        services.AddHostedService(s => s.GetRequiredService<RunWorker>());
    }
}
