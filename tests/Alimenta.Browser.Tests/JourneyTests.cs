using Alimenta.Office.Access;
using Microsoft.Playwright;

namespace Alimenta.Browser.Tests;

/// <summary>What a person does from page to page: without scripts, with keys alone, on paper, and when the time runs out.</summary>
public sealed class JourneyTests(Chromium chromium)
{
    [Fact]
    public async Task Everything_works_without_scripts()
    {
        var page = await chromium.OpenAsync(1440, scripts: false);
        await page.GotoAsync("/law/rules/us/allocation");
        Assert.Contains("/sign-in?return=", page.Url, StringComparison.Ordinal);
        await page.FillAsync("[name=user]", chromium.Host.UserName(Roles.CaseManager));
        await page.FillAsync("[name=password]", chromium.Host.Password);
        await page.ClickAsync("button:text-is('Sign in')");
        Assert.EndsWith("/law/rules/us/allocation", page.Url, StringComparison.Ordinal);
        await page.ClickAsync("button:text-is('Ask')");
        Assert.True(await page.Locator(".why-box li").First.IsVisibleAsync());
        await page.ClickAsync(".user-menu > summary");
        await page.ClickAsync("button:text-is('Sign out')");
        Assert.EndsWith("/sign-in?said=signed-out", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Why_opens_in_place_by_keyboard_without_scripts()
    {
        var page = await chromium.OpenAsync(1440, Roles.CaseManager, scripts: false);
        await page.GotoAsync("/gallery");
        var panels = page.Locator("#parts .why-row .why-box");
        Assert.False(await panels.Nth(1).IsVisibleAsync());
        await page.Locator("#parts .why-switch summary").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await panels.Nth(1).IsVisibleAsync());
        Assert.False(await panels.Nth(0).IsVisibleAsync());
        await page.Locator(".facts .why-switch summary").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        Assert.True(await page.Locator(".facts-wrap > [data-panel='2']").IsVisibleAsync());
        Assert.False(await page.Locator(".facts-wrap > [data-panel='1']").IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_move_through_a_list_open_a_row_and_can_be_switched_off()
    {
        var page = await chromium.OpenAsync(1440, Roles.CaseManager);
        await page.GotoAsync("/law");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        var wanted = await page.Locator("#parameters tbody tr a").First.GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**" + wanted);

        await page.GotoAsync("/help");
        await page.UncheckAsync("#shortcuts-choice input");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("?");
        Assert.Equal(0, await page.Locator("dialog").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_dialog_gives_the_focus_back_when_it_closes()
    {
        var page = await chromium.OpenAsync(1440, Roles.CaseManager);
        await page.GotoAsync("/law");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("dialog[open]").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator("dialog[open]").CountAsync());
        Assert.StartsWith("/law/", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Before_the_session_ends_the_page_asks_and_then_shows_nothing_more()
    {
        var page = await chromium.OpenAsync(1440, Roles.CaseManager);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/law");
        await page.Clock.FastForwardAsync("13:30");
        Assert.True(await page.Locator("text=Are you still there?").IsVisibleAsync());
        await page.RouteAsync("**/session", route => route.AbortAsync());
        await page.ClickAsync("text=Stay signed in");
        await page.Locator("text=The office could not be reached. Try again.").WaitForAsync();
        await page.UnrouteAsync("**/session");
        await page.ClickAsync("text=Stay signed in");
        await page.Locator("dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Clock.FastForwardAsync("05:00");
        Assert.EndsWith("/law", page.Url, StringComparison.Ordinal);
        // A server that takes its time is waited for, not asked again each second.
        var asked = 0;
        await page.RouteAsync("**/sign-in?said=ended", async route =>
        {
            asked++;
            await Task.Delay(TimeSpan.FromSeconds(3));
            await route.ContinueAsync();
        });
        await page.Clock.FastForwardAsync("11:00");
        await page.WaitForURLAsync("**/sign-in?said=ended");
        Assert.Equal(1, asked);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Paper_shows_the_page_without_its_frame()
    {
        var page = await chromium.OpenAsync(1000, Roles.CaseManager);
        await page.GotoAsync("/gallery");
        await page.Locator("#parts .why-switch summary").First.ClickAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.Locator(".bar").IsVisibleAsync());
        Assert.False(await page.Locator(".csv").IsVisibleAsync());
        Assert.True(await page.Locator("#parts .why-row .why-box").First.IsVisibleAsync());
        Assert.True(await page.Locator(".demo").IsVisibleAsync());
        await Look.PictureAsync(page, "gallery-print");
        await page.Context.CloseAsync();
    }
}
