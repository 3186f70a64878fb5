using Alimenta.Office.Access;
using Microsoft.Playwright;

namespace Alimenta.Browser.Tests;

/// <summary>The pages of cases, receipts, files, money and oversight, full and empty, refused and opened.</summary>
internal static class MoneyStops
{
    public static IReadOnlyList<Stop> All { get; } = [.. Cases(), .. Support(), .. Receipts(), .. Files(), .. Money(), .. Batches(), .. Oversight(), .. Enforcement(), .. Empty()];

    private static IEnumerable<Stop> Enforcement() =>
    [
        new("enforcement", "/enforcement", As: Roles.Accounting),
        new("enforcement-person", "/enforcement?show=person", As: Roles.CaseManager),
        new("enforcement-left-out", "/enforcement?show=left-out&remedy=passport", As: Roles.CaseManager),
        new("enforcement-ended", "/enforcement?show=ended", As: Roles.CaseManager),
        new("enforcement-case", "/enforcement?case=not-a-number", As: Roles.CaseManager),
        new("enforcement-of", "/enforcement", async page =>
        {
            await page.Locator("#selection tbody a").First.ClickAsync();
            await page.Locator("#history .why-switch summary").First.ClickAsync();
            await page.Locator("details.why > summary").First.ClickAsync();
        }, Roles.CaseManager),
        new("enforcement-of-none", "/enforcement/{rich}", As: Roles.CaseManager),
        new("enforcement-of-unknown", "/enforcement/24-104-00000-0", As: Roles.CaseManager, Status: 404),
        new("enforcement-run", "/oversight/runs/{run-selection}", As: Roles.Accounting),
    ];

    private static IEnumerable<Stop> Cases() =>
    [
        new("home-accounting", "/", As: Roles.Accounting),
        new("search", "/search", As: Roles.CaseManager),
        new("search-hits", "/search", page => SearchAsync(page, "a"), Roles.CaseManager),
        new("search-none", "/search", page => SearchAsync(page, "Xqzw"), Roles.CaseManager),
        new("cases", "/cases", As: Roles.CaseManager),
        new("cases-none", "/cases?status=closed", As: Roles.CaseManager),
        new("case", "/cases/{rich}", As: Roles.CaseManager),
        new("case-why", "/cases/{assisted}", async page =>
        {
            await page.Locator(".facts .why-switch summary").First.ClickAsync();
            await page.Locator("#parts .why-switch summary").First.ClickAsync();
            await page.Locator("#balances .why-switch summary").First.ClickAsync();
            await page.Locator("#owed .twin summary").ClickAsync();
        }, Roles.CaseManager),
        new("case-protected", "/cases/{protected}/people", As: Roles.CaseManager),
        new("case-interest", "/cases/{interest}/interest", As: Roles.CaseManager),
        new("case-interest-why", "/cases/{interest}/interest", page => page.Locator("#interest .why-switch summary").First.ClickAsync(), As: Roles.CaseManager),
        new("case-interest-none", "/cases/{rich}/interest", As: Roles.CaseManager),
        new("interest-run", "/oversight/runs/{run-interest}", As: Roles.Accounting),
        new("case-people", "/cases/{rich}/people", As: Roles.CaseManager),
        new("case-people-error", "/cases/{rich}/people", async page =>
        {
            await page.Locator("details.reveal > summary").First.ClickAsync();
            await page.Locator("details.reveal button").First.ClickAsync();
        }, Roles.CaseManager),
        new("case-orders", "/cases/{rich}/orders", As: Roles.CaseManager),
        new("case-orders-assisted", "/cases/{assisted}/orders", As: Roles.CaseManager),
        new("case-timeline", "/cases/{rich}/timeline", As: Roles.CaseManager),
        new("case-ledger", "/cases/{rich}/ledger", As: Roles.CaseManager),
        new("case-ledger-why", "/cases/{assisted}/ledger?kind=distribution", page => page.Locator("#ledger .why-switch summary").First.ClickAsync(), Roles.CaseManager),
        new("case-ledger-none", "/cases/{rich}/ledger?month=1999-01", As: Roles.CaseManager),
        new("case-protect", "/cases/{rich}/protect"),
        new("case-protect-error", "/cases/{rich}/protect", page => page.ClickAsync("text=Show what would change")),
        new("case-protect-look", "/cases/{rich}/protect", async page =>
        {
            foreach (var (part, value) in new[] { ("from-month", "1"), ("from-day", "1"), ("from-year", "2026"), ("to-month", "12"), ("to-day", "31"), ("to-year", "2026") }) await page.FillAsync($"[name={part}]", value);
            await page.FillAsync("[name=reason]", "the family must not be disturbed");
            await page.ClickAsync("text=Show what would change");
        }),
        new("case-not-there", "/cases/26-104-99999-9", As: Roles.CaseManager, Status: 404),
    ];

    private static IEnumerable<Stop> Support() =>
    [
        new("support-list", "/cases/{rich}/support", As: Roles.CaseManager),
        new("support-list-none", "/cases/{assisted}/support", As: Roles.CaseManager),
        new("support-list-auditor", "/cases/{rich}/support", As: Roles.Auditor),
        new("support-draft", "/cases/{rich}/support/2", As: Roles.CaseManager),
        new("support-draft-lines", "/cases/{rich}/support/2?lines=all", As: Roles.CaseManager),
        new("support-draft-error", "/cases/{rich}/support/2", async page =>
        {
            await page.FillAsync("[name='law-date-year']", "");
            await page.ClickAsync("text=Calculate under that day’s law");
            await page.Locator(".usa-error-message").First.WaitForAsync();
        }, Roles.CaseManager),
        new("support-accepted", "/cases/{rich}/support/1", As: Roles.CaseManager),
        new("support-inputs", "/cases/{rich}/support/2/scenarios/2", As: Roles.CaseManager),
        new("support-inputs-error", "/cases/{rich}/support/2/scenarios/1", async page =>
        {
            await page.FillAsync("[name='parent_a.union_dues_cents']", "some");
            await page.FillAsync("[name='parent_a.overnights_hundredths']", "366");
            await page.PressAsync("[name='parent_a.overnights_hundredths']", "Tab");
            await page.Locator("#scenario-parent_a\\.union_dues_cents-error .usa-error-message").WaitForAsync();
        }, Roles.CaseManager),
        new("support-inputs-kept", "/cases/{rich}/support/1/scenarios/1", As: Roles.Auditor),
        new("support-worksheet", "/cases/{rich}/support/1/scenarios/1/worksheet", page => page.Locator("#sheet-0 .why-switch summary").Nth(3).ClickAsync(), Roles.CaseManager),
        new("support-evidence", "/cases/{rich}/support/2/scenarios/1/evidence?path=parent_a.income_cents", As: Roles.CaseManager),
        new("support-evidence-imputed", "/cases/{rich}/support/2/scenarios/2/evidence?path=parent_b.potential_income_cents", page => page.ClickAsync("text=Record it"), Roles.CaseManager),
        new("support-evidence-all", "/cases/{rich}/support/1/scenarios/1/evidence", As: Roles.Auditor),
        new("support-today", "/cases/{rich}/support/1/today", As: Roles.CaseManager),
        new("support-order", "/cases/{rich}/support/1/order", As: Roles.CaseManager),
        new("support-order-error", "/cases/{rich}/support/1/order", page => page.ClickAsync("text=Enter it as an order"), Roles.CaseManager),
        new("support-order-none", "/cases/{rich}/support/2/order", As: Roles.CaseManager),
        new("support-not-there", "/cases/{rich}/support/9", As: Roles.CaseManager, Status: 404),
    ];

    private static IEnumerable<Stop> Receipts() =>
    [
        new("receipts", "/receipts"),
        new("receipts-none", "/receipts?to=1999-12-31"),
        new("receipt", "/receipts/{receipt}"),
        new("receipt-why", "/receipts/{receipt}", async page =>
        {
            await page.Locator("#parts .why-switch summary").First.ClickAsync();
            await page.Locator("#payables .why-switch summary").First.ClickAsync();
        }),
        new("receipt-unidentified", "/receipts/{unidentified}", As: Roles.Accounting),
        new("receipt-joint", "/receipts/{joint}"),
        new("receipt-returned", "/receipts/{returned}"),
        new("receipt-identify", "/receipts/{unidentified}/identify", As: Roles.Accounting),
        new("receipt-identify-error", "/receipts/{unidentified}/identify", page => page.ClickAsync("text=Show what would change"), Roles.Accounting),
        new("receipt-move", "/receipts/{receipt}/move"),
        new("receipt-by-hand", "/receipts/{receipt}/by-hand"),
        new("receipt-by-hand-look", "/receipts/{receipt}/by-hand", async page =>
        {
            await page.Locator("input[name^=pay-]").Last.FillAsync("1.00");
            await page.FillAsync("[name=reason]", "agreed in court");
            await page.ClickAsync("text=Show what would change");
        }),
        new("receipt-by-hand-error", "/receipts/{receipt}/by-hand", page => page.ClickAsync("text=Show what would change")),
        new("receipt-return", "/receipts/{receipt}/return"),
        new("receipt-return-look", "/receipts/{receipt}/return", async page =>
        {
            await page.FillAsync("[name=reason]", "R01 insufficient funds");
            await page.ClickAsync("text=Show what would change");
        }),
        new("receipt-not-there", "/receipts/999999", Status: 404),
    ];

    private static IEnumerable<Stop> Files() =>
    [
        new("files", "/files", As: Roles.Accounting),
        new("files-receive", "/files/receive", As: Roles.Accounting),
        new("files-receive-error", "/files/receive", page => page.ClickAsync("button:text-is('Take it in')"), Roles.Accounting),
        new("file", "/files/{file}?said=posted", As: Roles.Accounting),
        new("file-refused", "/files/{file-refused}", As: Roles.Accounting),
        new("file-again", "/files/{file-again}", As: Roles.Accounting),
        new("files-out", "/files/out", As: Roles.Accounting),
        new("file-out-control", "/files/out/{out-waiting}/control", As: Roles.Accounting),
        new("file-out-release", "/files/out/{out-waiting}", As: Roles.DisbursementReleaser),
        new("file-out-release-error", "/files/out/{out-waiting}", async page =>
        {
            await page.FillAsync("[name=total]", "1.00");
            await page.ClickAsync("button:text-is('Release')");
        }, Roles.DisbursementReleaser),
        new("file-out-released", "/files/out/{out-released}", As: Roles.DisbursementReleaser),
        new("payment", "/payments/{payment}"),
        new("payment-why", "/payments/{payment}", async page =>
        {
            await page.Locator(".facts .why-switch summary").First.ClickAsync();
            await page.Locator("#stub .why-switch summary").First.ClickAsync();
        }),
    ];

    private static IEnumerable<Stop> Money() =>
    [
        new("money", "/money", As: Roles.Accounting),
        new("money-all", "/money?show=all", page => page.Locator("#due .why-switch summary").First.ClickAsync(), Roles.Accounting),
        new("money-late", "/money?show=late", As: Roles.Accounting),
        new("money-unidentified", "/money/unidentified", As: Roles.Accounting),
        new("money-holds", "/money/holds", page => page.Locator("#holds .why-switch summary").First.ClickAsync()),
        new("money-holds-none", "/money/holds?age=180"),
        new("money-hold-joint", "/money/holds/{hold-joint}"),
        new("money-hold-error", "/money/holds/{hold-joint}", page => page.ClickAsync("button:text-is('Release')")),
        new("money-hold-unidentified", "/money/holds/{hold-unidentified}"),
        new("money-hold-dispute", "/money/holds/{hold-dispute}"),
        new("money-hold-not-there", "/money/holds/999999", Status: 404),
        new("money-dispute", "/money/disputes"),
        new("money-dispute-error", "/money/disputes", page => page.ClickAsync("button:text-is('Show what would wait')")),
        new("money-recoveries", "/money/recoveries"),
        new("money-recovery", "/money/recoveries/{recovery}"),
        new("money-recovery-error", "/money/recoveries/{recovery}", page => page.ClickAsync("text=Record the answer")),
        new("money-pay", "/money/pay", As: Roles.Accounting),
        new("money-pay-look", "/money/pay", page => page.ClickAsync("text=Show what would leave"), Roles.Accounting),
    ];

    private static IEnumerable<Stop> Batches() =>
    [
        new("batches", "/money/batches", As: Roles.Accounting),
        new("batches-error", "/money/batches", page => page.ClickAsync("text=Open the batch"), Roles.Accounting),
        new("batch", "/money/batches/{batch}", As: Roles.Accounting),
        new("batch-error", "/money/batches/{batch}", page => page.ClickAsync("button:text-is('Add')"), Roles.Accounting),
        new("batch-differs", "/money/batches/{batch}", page => page.ClickAsync("text=Close and post the batch"), Roles.Accounting),
        new("batch-agrees", "/money/batches/{batch-agrees}", As: Roles.Accounting),
        new("batch-posted", "/money/batches/{batch-posted}", As: Roles.Accounting),
    ];

    private static IEnumerable<Stop> Oversight() =>
    [
        new("oversight", "/oversight", As: Roles.Accounting),
        new("oversight-error", "/oversight", async page =>
        {
            await page.FillAsync("[name=date-year]", "26");
            await page.ClickAsync("text=Open this day");
        }, Roles.Accounting),
        new("oversight-run", "/oversight/runs/{run}"),
        new("oversight-run-proof", "/oversight/runs/{proof}"),
        new("oversight-proofs", "/oversight/proofs"),
        new("oversight-audit", "/oversight/audit", As: Roles.Auditor),
        new("oversight-audit-none", "/oversight/audit?from=1999-01-01&to=1999-12-31", As: Roles.Auditor),
    ];

    private static IEnumerable<Stop> Empty() =>
    [
        new("new-home", "/", At: Office.New),
        new("new-cases", "/cases", At: Office.New),
        new("new-receipts", "/receipts", At: Office.New),
        new("new-files", "/files", At: Office.New),
        new("new-money", "/money", At: Office.New),
        new("new-enforcement", "/enforcement", As: Roles.Accounting, At: Office.New),
        new("new-oversight", "/oversight", As: Roles.Accounting, At: Office.New),
        new("new-proofs", "/oversight/proofs", At: Office.New),
    ];

    private static async Task SearchAsync(IPage page, string words)
    {
        await page.FillAsync("#query", words);
        await page.Locator("main button:text-is('Search')").ClickAsync();
    }
}
