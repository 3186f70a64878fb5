using System.Text.RegularExpressions;
using Alimenta.Kernel;
using Alimenta.Office.Access;
using Alimenta.Testing;
using Microsoft.Playwright;

namespace Alimenta.Browser.Tests;

/// <summary>The money road as people walk it, by keyboard and without scripts: from a file to a deposit, and from a question on the telephone to its answer.</summary>
public sealed partial class MoneyJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_a_name_to_the_case_to_why_to_the_receipt_to_the_deposit(bool scripts)
    {
        var places = await WorkedCounty.PlacesAsync();
        var page = await chromium.OpenAsync(1440, Roles.Supervisor, scripts: scripts);
        await page.GotoAsync("/");
        await page.FocusAsync(".bar input[type=search]");
        await page.Keyboard.TypeAsync(places.Guide.Rich);
        await EnterAsync(page);
        Assert.EndsWith($"/cases/{places.Guide.Rich}", page.Url, StringComparison.Ordinal);

        var why = page.Locator("#balances .why-switch summary").First;
        await why.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator("#balances .why-box").First.IsVisibleAsync());
        Assert.Contains("CFR", await page.Locator("#balances .why-box").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync($"/receipts/{places.Guide.Receipt}");
        await PressAsync(page, page.Locator("#payables tbody a[href^='/payments/']").First);
        Assert.Contains($"/payments/{places.Payment}", page.Url, StringComparison.Ordinal);
        Assert.Contains(places.Guide.Rich, await page.InnerTextAsync("#stub"), StringComparison.Ordinal);
        await PressAsync(page, page.Locator(".facts a[href^='/files/out/']"));
        Assert.Contains("Payments", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_is_taken_in_and_the_payment_that_nobody_is_known_for_is_given_its_owner()
    {
        var places = await WorkedCounty.PlacesAsync();
        var page = await chromium.OpenAsync(1440, Roles.Accounting, scripts: false, office: Office.Desk);
        await page.GotoAsync("/files");
        await PressAsync(page, page.Locator("a[href='/files/receive']").First);
        var bytes = PayrollFile.Of(MadeUpCounty.Date, 'J', new Withheld(places.Guide.Assisted, "899990888", "", Money.Of(33)), new Withheld("5551", "899990889", "WANDERER", Money.Of(29)));
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "JOURNEY.ach", MimeType = "text/plain", Buffer = bytes });
        await PressAsync(page, page.Locator("button:text-is('Take it in')"));
        Assert.Contains("2 receipts of $62.00 posted", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await PressAsync(page, page.Locator("a[href='/money/unidentified']").First);
        await PressAsync(page, page.Locator("tr", new() { HasText = "WANDERER" }).Locator("text=Say whose"));
        await TypeAsync(page, "case", places.Guide.Rich);
        await TypeAsync(page, "reason", "The employer wrote today");
        await PressAsync(page, page.Locator("button:text-is('Show what would change')"));
        Assert.Contains("What would change", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await PressAsync(page, page.Locator("button:text-is('It is theirs')"));
        Assert.Matches(ReceiptSaid(), page.Url);
        Assert.Contains("The owner is named, and the money is distributed.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task One_person_makes_the_files_and_another_releases_one_by_its_total()
    {
        var accounting = await chromium.OpenAsync(1440, Roles.Accounting, scripts: false, office: Office.Desk);
        await accounting.GotoAsync("/money");
        await accounting.GotoAsync("/money/pay");
        await PressAsync(accounting, accounting.Locator("button:text-is('Show what would leave')"));
        await PressAsync(accounting, accounting.Locator("button:text-is('Make these files')"));
        Assert.Contains("The files are made.", await accounting.InnerTextAsync("main"), StringComparison.Ordinal);
        await PressAsync(accounting, accounting.Locator("#files tbody th a").First);
        var file = new Uri(accounting.Url).AbsolutePath;
        var total = await accounting.InnerTextAsync(".fact-value >> nth=0");
        Assert.Contains("You made this file", await accounting.InnerTextAsync("main"), StringComparison.Ordinal);
        await accounting.Context.CloseAsync();

        var releaser = await chromium.OpenAsync(390, Roles.DisbursementReleaser, scripts: false, office: Office.Desk);
        await releaser.GotoAsync(file);
        await TypeAsync(releaser, "total", total.TrimStart('$'));
        await PressAsync(releaser, releaser.Locator("button:text-is('Release')"));
        Assert.Contains("Released. The payments are on their way", await releaser.InnerTextAsync("main"), StringComparison.Ordinal);
        await releaser.Context.CloseAsync();
    }

    [Fact]
    public async Task A_pile_is_keyed_without_leaving_the_keyboard()
    {
        var places = await WorkedCounty.PlacesAsync();
        var page = await chromium.OpenAsync(1440, Roles.Accounting, office: Office.Desk);
        await page.GotoAsync("/money/batches");
        // The cursor stands in the first field.
        foreach (var text in (string[])["2", "150"]) await NextAsync(page, text);
        await EnterAsync(page);
        await ItemAsync(page, places.Guide.Rich, "50", "Voluntary");
        await ItemAsync(page, places.Guide.Assisted, "100", "FederalTaxOffset");
        Assert.Contains("Count and amount agree.", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("Close and post the batch", await page.EvaluateAsync<string>("document.activeElement.innerText"));
        await EnterAsync(page);
        Assert.Contains("The batch is posted", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task ItemAsync(IPage page, string file, string amount, string source)
    {
        Assert.Equal("case", await page.EvaluateAsync<string>("document.activeElement.name"));
        foreach (var text in (string[])[file, amount, $"7{amount}", "A. Payer"]) await NextAsync(page, text);
        await page.Locator("[name=source]").SelectOptionAsync(source);
        await page.FocusAsync("[name=payor]");
        await EnterAsync(page);
    }

    private static async Task NextAsync(IPage page, string text)
    {
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Tab");
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await page.FocusAsync($"[name={field}]");
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task PressAsync(IPage page, ILocator what)
    {
        await what.FocusAsync();
        await EnterAsync(page);
    }

    // The page that is left is marked, so that the next one is known when it is there.
    private static async Task EnterAsync(IPage page)
    {
        await page.EvaluateAsync("document.documentElement.dataset.left = 'yes'");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("html:not([data-left]) main").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    [GeneratedRegex("/receipts/[0-9]+\\?said=placed$")]
    private static partial Regex ReceiptSaid();
}
