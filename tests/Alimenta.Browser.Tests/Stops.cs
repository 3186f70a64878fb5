using Alimenta.Office.Access;
using Alimenta.Testing;
using Microsoft.Playwright;

namespace Alimenta.Browser.Tests;

/// <summary>A page in a state: its name for the picture, and the way there.</summary>
/// <param name="Name">Letters and dashes.</param>
/// <param name="Path">Where to begin.</param>
/// <param name="Then">What to do there.</param>
/// <param name="As">The role of the visitor; empty for someone who is not signed in.</param>
/// <param name="Status">The status that the page answers with, when it is an error on purpose.</param>
/// <param name="At">The office in which it is looked at.</param>
internal sealed record Stop(string Name, string Path, Func<IPage, Task>? Then = null, string As = Roles.Supervisor, int Status = 200, Office At = Office.County)
{
    /// <summary>Where to begin, with the numbers of the county in place of their names.</summary>
    public string Address(Places places) => Path
        .Replace("{rich}", places.Guide.Rich, StringComparison.Ordinal).Replace("{protected}", places.Guide.Protected, StringComparison.Ordinal).Replace("{assisted}", places.Guide.Assisted, StringComparison.Ordinal)
        .Replace("{receipt}", $"{places.Guide.Receipt}", StringComparison.Ordinal).Replace("{unidentified}", $"{places.Guide.Unidentified}", StringComparison.Ordinal)
        .Replace("{joint}", $"{places.Guide.Joint}", StringComparison.Ordinal).Replace("{returned}", $"{places.ReturnedReceipt}", StringComparison.Ordinal)
        .Replace("{file}", $"{places.FileIn.Posted}", StringComparison.Ordinal).Replace("{file-refused}", $"{places.FileIn.Refused}", StringComparison.Ordinal).Replace("{file-again}", $"{places.FileIn.Again}", StringComparison.Ordinal)
        .Replace("{out-waiting}", $"{places.FileOut.Waiting}", StringComparison.Ordinal).Replace("{out-released}", $"{places.FileOut.Released}", StringComparison.Ordinal).Replace("{payment}", $"{places.Payment}", StringComparison.Ordinal)
        .Replace("{hold-joint}", $"{places.Hold.Joint}", StringComparison.Ordinal).Replace("{hold-unidentified}", $"{places.Hold.Unidentified}", StringComparison.Ordinal).Replace("{hold-dispute}", $"{places.Hold.Dispute}", StringComparison.Ordinal)
        .Replace("{recovery}", $"{places.Recovery}", StringComparison.Ordinal).Replace("{batch}", $"{places.Batch.Open}", StringComparison.Ordinal).Replace("{batch-agrees}", $"{places.Batch.Agrees}", StringComparison.Ordinal)
        .Replace("{batch-posted}", $"{places.Batch.Posted}", StringComparison.Ordinal).Replace("{run}", $"{places.Run.Accrual}", StringComparison.Ordinal).Replace("{run-selection}", $"{places.Run.Selection}", StringComparison.Ordinal).Replace("{run-interest}", $"{places.Run.Interest}", StringComparison.Ordinal).Replace("{interest}", places.Interest, StringComparison.Ordinal).Replace("{proof}", $"{places.Run.Proof}", StringComparison.Ordinal);

    /// <summary>Goes there.</summary>
    public async Task GoAsync(IPage page)
    {
        var response = await page.GotoAsync(Address(await WorkedCounty.PlacesAsync()));
        Assert.Equal(Status, response!.Status);
        if (Then is not null) await Then(page);
    }

    /// <summary>Whether the browser may complain so: it reports each error status.</summary>
    public bool Expects(string complaint) => Status >= 400 && complaint.Contains($"status of {Status}", StringComparison.Ordinal);
}

/// <summary>All pages in all states. A new page adds its line here.</summary>
internal static class Stops
{
    public static IReadOnlyList<Stop> All { get; } =
    [
        new("gallery", "/gallery"),
        new("gallery-why", "/gallery", async page =>
        {
            await page.Locator(".facts .why-switch summary").First.ClickAsync();
            await page.Locator("#parts .why-switch summary").Nth(1).ClickAsync();
            await page.Locator("#owed .twin summary").ClickAsync();
        }),
        new("sign-in", "/sign-in", As: ""),
        new("sign-in-error", "/sign-in", page => page.ClickAsync("text=Sign in >> nth=-1"), As: ""),
        new("sign-in-ended", "/sign-in?said=ended", As: ""),
        new("calculator", "/calculator", As: ""),
        new("calculator-es", "/calculator?lang=es", As: ""),
        new("calculator-or", "/calculator/or", As: ""),
        new("calculator-error", "/calculator/or", async page =>
        {
            await page.ClickAsync("button[value=next]:not([tabindex])");
            await page.ClickAsync("button[value=next]:not([tabindex])");
        }, As: ""),
        new("calculator-rows", "/calculator/ny", async page =>
        {
            await page.ClickAsync("button[value=next]:not([tabindex])");
            await page.ClickAsync("button[value='add:children']");
        }, As: ""),
        new("calculator-file", "/calculator/ia", async page =>
        {
            await page.ClickAsync(".from-file > summary");
            await page.ClickAsync("button[value=open]");
        }, As: ""),
        new("calculator-none", "/calculator/tx", As: "", Status: 404),
        new("home", "/"),
        new("help", "/help"),
        new("account", "/account"),
        new("account-error", "/account", page => page.ClickAsync("text=Change password")),
        new("account-token", "/account", async page =>
        {
            await page.FillAsync("[name=token]", "Payroll upload");
            await page.ClickAsync("text=Make a token");
        }),
        new("user-menu", "/help", page => page.ClickAsync(".user-menu > summary")),
        new("shortcuts", "/help", page => page.Keyboard.PressAsync("?")),
        new("accounts", "/accounts", As: Roles.Administrator),
        new("accounts-new", "/accounts/new", As: Roles.Administrator),
        new("accounts-new-error", "/accounts/new", page => page.ClickAsync("text=Make the account"), As: Roles.Administrator),
        new("accounts-conflict", "/accounts/new", async page =>
        {
            await page.FillAsync("[name=name]", "P. Doyle");
            await page.FillAsync("[name=user]", "doyle");
            await page.Locator("[name=roles][value=accounting] + label").ClickAsync();
            await page.Locator("[name=roles][value=disbursement-releaser] + label").ClickAsync();
            await page.ClickAsync("text=Make the account");
        }, As: Roles.Administrator),
        new("account-page-2", "/accounts/1", As: Roles.Administrator),
        new("account-page", "/accounts", page => page.ClickAsync("text=M. Lindqvist"), As: Roles.Administrator),
        new("law", "/law"),
        new("law-none", "/law?words=nothing-like-this"),
        new("law-figure", "/law/us/policy/joint-hold/months"),
        new("law-coverage", "/law/coverage"),
        new("rules", "/law/rules"),
        new("rule", "/law/rules/us/allocation"),
        new("rule-answer", "/law/rules/us/allocation", page => page.ClickAsync("button:text-is('Ask')")),
        new("rule-error", "/law/rules/us/monthly-equivalent", async page =>
        {
            await page.FillAsync("[name=facts]", "{ \"amount_cents\": -1 }");
            await page.ClickAsync("button:text-is('Ask')");
        }),
        new("not-found", "/there-is-nothing-here", Status: 404),
        new("law-not-found", "/law/us/nothing", Status: 404),
        new("forbidden", "/accounts", Status: 403),
    ];
}
