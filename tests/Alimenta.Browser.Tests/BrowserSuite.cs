using Alimenta.Testing;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Alimenta.Browser.Tests;

/// <summary>Every page in every state, on a wide and on a narrow screen: axe clean, not too wide, reached by keyboard, nothing refused by the content policy.</summary>
public sealed class BrowserSuite(Chromium chromium)
{
    private const int Narrow = 390;
    private const int Wide = 1440;

    // As wide as a screen of 1280 at 400 percent (WCAG 1.4.10).
    private const int Reflow = 320;
    private const int Height = 900;

    private static IReadOnlyList<Stop> AllStops { get; } = [.. Stops.All, .. MoneyStops.All];

    /// <summary>The pages and their states; only those whose name begins with ALIMENTA_STOPS, when that is set.</summary>
    public static TheoryData<string> Looks() =>
        [.. AllStops.Select(s => s.Name).Where(n => n.StartsWith(Environment.GetEnvironmentVariable("ALIMENTA_STOPS") ?? "", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Looks))]
    public async Task A_page_is_clean(string name)
    {
        var stop = AllStops.Single(s => s.Name == name);
        var page = await chromium.OpenAsync(Wide, stop.As, office: stop.At);
        var address = (await chromium.AtAsync(stop.At)).Address;
        var wrong = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning" && !stop.Expects(message.Text)) wrong.Add("console: " + message.Text); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) wrong.Add("asks elsewhere: " + request.Url); };
        try
        {
            await stop.GoAsync(page);
            foreach (var width in (int[])[Wide, Narrow])
            {
                await page.SetViewportSizeAsync(width, Height);
                await Look.PictureAsync(page, $"{name}-{width}");
                IEnumerable<string> found = [.. await Look.TooWideAsync(page), .. await Look.AxeAsync(page), .. await Look.KeyboardAsync(page)];
                wrong.AddRange(found.Select(f => $"at {width}: {f}"));
            }

            await page.SetViewportSizeAsync(Reflow, Height);
            wrong.AddRange((await Look.TooWideAsync(page)).Select(f => $"at {Reflow}: {f}"));
        }
        finally
        {
            await page.Context.CloseAsync();
        }

        Assert.True(wrong.Count == 0, $"{name}:\n" + string.Join('\n', wrong));
    }

    /// <summary>A page that nobody put on the list fails here.</summary>
    [Fact]
    public async Task Every_page_of_the_product_is_looked_at()
    {
        var places = await WorkedCounty.PlacesAsync();
        var looked = new List<string>();
        foreach (var stop in AllStops) looked.Add(stop.Address(places).Split('?')[0]);
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
