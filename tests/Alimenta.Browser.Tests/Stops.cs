using Microsoft.Playwright;

namespace Alimenta.Browser.Tests;

/// <summary>A page in a state: its name for the picture, and the way there.</summary>
/// <param name="Name">Letters and dashes.</param>
/// <param name="Path">Where to begin.</param>
/// <param name="Then">What to do there.</param>
/// <param name="Status">The status that the page answers with, when it is an error on purpose.</param>
internal sealed record Stop(string Name, string Path, Func<IPage, Task>? Then = null, int Status = 200)
{
    /// <summary>Goes there.</summary>
    public async Task GoAsync(IPage page)
    {
        var response = await page.GotoAsync(Path);
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
        new("not-found", "/there-is-nothing-here", Status: 404),
    ];
}
