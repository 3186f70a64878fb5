using Alimenta.Testing;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Alimenta.Browser.Tests;

/// <summary>Every page in every state, on a wide and on a narrow screen: axe clean, not too wide, reached by keyboard, nothing refused by the content policy.</summary>
public sealed class BrowserSuite(Chromium chromium)
{
    private static readonly int[] Widths = [390, 1440];

    /// <summary>The pages, their states, and the widths.</summary>
    public static TheoryData<string, int> Looks()
    {
        var data = new TheoryData<string, int>();
        foreach (var stop in Stops.All.Concat(MoneyStops.All))
            foreach (var width in Widths) data.Add(stop.Name, width);
        return data;
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task A_page_is_clean(string name, int width)
    {
        var stop = Stops.All.Concat(MoneyStops.All).Single(s => s.Name == name);
        var page = await chromium.OpenAsync(width, stop.As, office: stop.At);
        var address = (await chromium.AtAsync(stop.At)).Address;
        var wrong = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning" && !stop.Expects(message.Text)) wrong.Add("console: " + message.Text); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) wrong.Add("asks elsewhere: " + request.Url); };
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

    /// <summary>A page that nobody put on the list fails here.</summary>
    [Fact]
    public async Task Every_page_of_the_product_is_looked_at()
    {
        var places = await WorkedCounty.PlacesAsync();
        var looked = new List<string>();
        foreach (var stop in Stops.All.Concat(MoneyStops.All)) looked.Add(stop.Address(places).Split('?')[0]);
        var pages = chromium.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.Any(m => m is ComponentTypeMetadata)).Select(e => new RoutePatternMatcher(e)).ToList();
        Assert.True(pages.Count > 35, $"{pages.Count} pages");
        Assert.Empty(pages.Where(p => !looked.Exists(p.Fits)).Select(p => p.Text));
    }

    /// <summary>Whether an address is one of a page's, a plainer page apart: /accounts/new is not /accounts/{id}.</summary>
    private sealed class RoutePatternMatcher(RouteEndpoint page)
    {
        public string Text => "/" + page.RoutePattern.RawText!.TrimStart('/');

        public bool Fits(string address)
        {
            var values = new RouteValueDictionary();
            var matches = new TemplateMatcher(TemplateParser.Parse(page.RoutePattern.RawText!.TrimStart('/')), []).TryMatch(address, values);
            return matches && (values.Count == 0 || !values.Values.Any(v => v is "new" or "coverage" or "rules" or "receive" or "out"))
                && page.RoutePattern.ParameterPolicies.All(p => p.Value.All(c => c.Content != "long" || long.TryParse(values[p.Key]?.ToString(), out _)));
        }
    }
}
