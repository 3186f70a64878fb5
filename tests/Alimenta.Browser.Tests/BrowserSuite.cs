using Microsoft.Playwright;

namespace Alimenta.Browser.Tests;

/// <summary>Every page in every state, on a wide and on a narrow screen: axe clean, not too wide, reached by keyboard, nothing refused by the content policy.</summary>
public sealed class BrowserSuite(Chromium chromium)
{
    private static readonly int[] Widths = [390, 1440];

    /// <summary>The pages, their states, and the widths.</summary>
    public static TheoryData<string, int> Looks()
    {
        var data = new TheoryData<string, int>();
        foreach (var stop in Stops.All)
            foreach (var width in Widths) data.Add(stop.Name, width);
        return data;
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task A_page_is_clean(string name, int width)
    {
        var stop = Stops.All.Single(s => s.Name == name);
        var page = await chromium.OpenAsync(width, stop.As);
        var wrong = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning" && !stop.Expects(message.Text)) wrong.Add("console: " + message.Text); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(chromium.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) wrong.Add("asks elsewhere: " + request.Url); };
        try
        {
            await stop.GoAsync(page);
            wrong.AddRange(await Look.TooWideAsync(page));
            if (width < 400)
            {
                // As wide as a screen of 1280 at 400 percent (WCAG 1.4.10).
                await page.SetViewportSizeAsync(320, 900);
                wrong.AddRange(await Look.TooWideAsync(page));
                await page.SetViewportSizeAsync(width, 900);
            }

            await Look.PictureAsync(page, $"{name}-{width}");
            wrong.AddRange(await Look.AxeAsync(page));
            wrong.AddRange(await Look.KeyboardAsync(page));
        }
        finally
        {
            await page.Context.CloseAsync();
        }

        Assert.True(wrong.Count == 0, $"{name} at {width}:\n" + string.Join('\n', wrong));
    }
}
