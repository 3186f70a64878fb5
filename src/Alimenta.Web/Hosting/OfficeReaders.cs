using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Establishment;
using Alimenta.Office.Reading;
using Alimenta.Office.Receipts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alimenta.Web.Hosting;

/// <summary>What the pages call of the office: what reads for them, and the commands behind their forms. Each takes the database and nothing of a request.</summary>
internal static class OfficeReaders
{
    private static readonly Type[] All =
    [
        typeof(CasePages), typeof(CaseWhys), typeof(EntryWhys), typeof(CaseCharts), typeof(CaseReceipts), typeof(CasePeople), typeof(CaseAssistances), typeof(CaseLedgers), typeof(CaseLists), typeof(CaseTimelines),
        typeof(ReceiptPages), typeof(ReceiptLists), typeof(ReceiptWhys), typeof(HomeFigures), typeof(Search), typeof(Names), typeof(ListReads), typeof(ProtectedData), typeof(TaskLists), typeof(UnidentifiedQueue), typeof(IdentifyReceipt), typeof(ReturnReceipt), typeof(DistributeByHand), typeof(ProtectSpan), typeof(Determinations), typeof(GuidelineDesk),
    ];

    public static void AddOffice(this IServiceCollection services)
    {
        services.TryAddSingleton(s => new PolicyDesk(s.GetRequiredService<Law.LawStore>()));
        services.TryAddSingleton(BankSettings.Demonstration);
        foreach (var type in All) services.TryAddSingleton(type);
    }
}
