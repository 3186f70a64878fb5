using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Browser.Tests;

/// <summary>Support is determined on a case as a worker does it, with scripts and without: from the tab of the case to the order.</summary>
public sealed class SupportJourneys(Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_the_case_to_the_accepted_order(bool scripts)
    {
        var places = await WorkedCounty.PlacesAsync();
        var page = await chromium.OpenAsync(1440, Roles.CaseManager, scripts: scripts, office: Office.Desk);
        await page.GotoAsync($"/cases/{places.Guide.Assisted}");
        await page.ClickAsync("text=Support calculation");
        await page.ClickAsync("text=Start with what the case knows");
        foreach (var (name, text) in new[] { ("parent_a.income_cents", "5,200"), ("parent_b.income_cents", "2,100"), ("parent_a.overnights_hundredths", "52"), ("parent_b.overnights_hundredths", "313") })
            await page.FillAsync($"[name='{name}']", text);
        if (scripts)
        {
            await page.PressAsync("[name='parent_b.overnights_hundredths']", "Tab");
            await page.Locator("#live-result .amount").First.WaitForAsync();
            await page.Locator("text=Saved at").WaitForAsync();
            await page.ReloadAsync();
            Assert.Equal("5,200", await page.InputValueAsync("[name='parent_a.income_cents']"));
        }
        else
        {
            // Enter in a box saves.
            await page.PressAsync("[name='parent_b.overnights_hundredths']", "Enter");
            Assert.Contains("said=saved", page.Url, StringComparison.Ordinal);
        }

        foreach (var parent in new[] { "a", "b" })
        {
            await page.Locator($"[name=step][value='evidence:parent_{parent}.income_cents']").ClickAsync();
            await page.SelectOptionAsync("[name=kind]", "ParentStatement");
            await page.FillAsync("[name='said-by']", "The parent");
            await page.ClickAsync("text=Record it");
        }

        await page.Locator("text=Save and go to the calculation").ClickAsync();
        await page.ClickAsync("button:text-is('Complete it')");
        await page.FillAsync("[name='decided-by']", "Circuit Court");
        await page.ClickAsync("text=Accept it and propose an order");
        Assert.Contains("Proposed order", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await page.FillAsync("[name=tribunal]", "Circuit Court");
        await page.FillAsync("[name=docket]", scripts ? "26DR5001" : "26DR5002");
        await page.ClickAsync("text=Enter it as an order");
        Assert.Contains("This became order 26DR500", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync($"/cases/{places.Guide.Assisted}/orders");
        Assert.Contains(scripts ? "26DR5001" : "26DR5002", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
