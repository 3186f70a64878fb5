using System.Net;
using Microsoft.Playwright;

namespace Alimenta.Browser.Tests;

/// <summary>Through the public calculator of each state with the keyboard alone, in both languages, wide and narrow; every step axe clean and never too wide.</summary>
public sealed class CalculatorJourneys(Chromium chromium)
{
    private const int Wide = 1440;
    private const int Narrow = 390;
    private const int Height = 900;
    private const int MostTabs = 250;

    private static readonly (string Field, string Keys)[][] Oregon =
    [
        [("_name_a", "Ana")],
        [("minor_children", "2")],
        [("parent_a.income_cents", "4500")],
        [("parent_b.income_cents", "3200")],
        [("parent_a.overnights_hundredths", "91"), ("parent_b.overnights_hundredths", "274")],
        [("parent_a.coverage_cost_cents", "250"), ("coverage", "parent_a")],
        [],
    ];

    private static readonly (string Field, string Keys)[][] NewYork =
    [
        [],
        [("children[0].lives_with", "parent_b"), ("children[0].born-month", "4"), ("children[0].born-day", "2"), ("children[0].born-year", "2018")],
        [("parent_a.income.gross_income[0].amount_cents", "85000"), ("parent_a.income.fica[0].amount_cents", "6502.50")],
        [("parent_b.income.gross_income[0].amount_cents", "40000")],
        [],
        [("child_care[0].amount_cents", "600"), ("child_care[0].paid_by", "parent_b")],
        [],
    ];

    private static readonly (string Field, string Keys)[][] Iowa =
    [
        [],
        [("children[0].born-month", "4"), ("children[0].born-day", "2"), ("children[0].born-year", "2018"), ("children[0].care", "parent_b")],
        [("parent_a.incomes.wages[0].amount_cents", "2400")],
        [("parent_b.incomes.wages[0].amount_cents", "600")],
        [("visitation_overnights", "130")],
        [],
        [],
    ];

    [Theory]
    [InlineData("or", "en", Wide, "Parent A (Ana) pays Parent B $506.00 a month")]
    [InlineData("or", "es", Narrow, "El Progenitor A (Ana) paga al Progenitor B $506.00 al mes")]
    [InlineData("ny", "en", Narrow, "Parent A pays Parent B")]
    [InlineData("ny", "es", Wide, "El Progenitor A paga al Progenitor B")]
    [InlineData("ia", "en", Wide, "Parent A pays Parent B $385.00 a month")]
    [InlineData("ia", "es", Narrow, "El Progenitor A paga al Progenitor B $385.00 al mes")]
    public async Task By_keyboard_from_the_first_question_to_the_worksheet(string state, string language, int width, string result)
    {
        var page = await chromium.OpenAsync(width);
        var wrong = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") wrong.Add("console: " + message.Text); };
        await page.GotoAsync(language == "es" ? "/calculator?lang=es" : "/calculator");
        await PressAsync(page, $"a[href^='/calculator/{state}']");
        var steps = state switch { "or" => Oregon, "ny" => NewYork, _ => Iowa };
        for (var step = 0; step <= steps.Length + 1; step++)
        {
            await LookAsync(page, $"calculator-{state}-{language}-{step + 1}", width, wrong);
            if (step > steps.Length) break;
            foreach (var (field, keys) in step < steps.Length ? steps[step] : []) await AnswerAsync(page, field, keys);
            await PressAsync(page, "button[name=go][value=next]:not([tabindex])");
        }

        Assert.Contains(result, await page.Locator(".payments").InnerTextAsync(), StringComparison.Ordinal);
        await PressAsync(page, "#sheet-0 .why-switch summary", KeyboardOpens);
        Assert.True(await page.Locator("#sheet-0 .why-row .why-box").First.IsVisibleAsync());
        await PressAsync(page, ".sheet-why > summary", KeyboardOpens);
        await PressAsync(page, ".chart .twin > summary", KeyboardOpens);
        await LookAsync(page, $"calculator-{state}-{language}-open", width, wrong);
        await PressAsync(page, "button[formaction*='/worksheet']");
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains(result, await page.Locator(".result").InnerTextAsync(), StringComparison.Ordinal);
        wrong.AddRange((await Look.AxeAsync(page)).Select(w => "worksheet: " + w));
        await Look.PictureAsync(page, $"calculator-{state}-{language}-worksheet");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.DoesNotContain("Ana", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task It_works_without_scripts_and_shows_what_is_wrong_where_it_is()
    {
        var page = await chromium.OpenAsync(Narrow, scripts: false);
        await page.GotoAsync("/calculator/or");
        await page.ClickAsync("button[value=next]:not([tabindex])");
        await page.FillAsync("[name=minor_children]", "1");
        await page.ClickAsync("button[value=next]:not([tabindex])");
        await page.FillAsync("[name='parent_a.income_cents']", "12a");
        await page.ClickAsync("summary:has-text('More about this parent')");
        await page.FillAsync("[name='parent_a.minimum_wage_hours_a_week']", "20");
        await page.ClickAsync("button[value=next]:not([tabindex])");
        Assert.Contains("(L-FACT-TYPE)", await page.Locator(".usa-error-message").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("12a", await page.InputValueAsync("[name='parent_a.income_cents']"));
        // What was filled in is not hidden again.
        Assert.True(await page.Locator("[name='parent_a.minimum_wage_hours_a_week']").IsVisibleAsync());
        await page.ClickAsync("text=Ver en español");
        Assert.Equal("es", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("12a", await page.InputValueAsync("[name='parent_a.income_cents']"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Enter_in_a_field_goes_on_and_adds_no_row()
    {
        var page = await chromium.OpenAsync(Wide);
        await page.GotoAsync("/calculator/ny");
        await PressAsync(page, "button[name=go][value=next]:not([tabindex])");
        await page.SelectOptionAsync("[name='children[0].lives_with']", "parent_a");
        await page.FillAsync("[name='children[0].name']", "Zoe");
        await page.Locator("[name='children[0].name']").FocusAsync();
        await PressAsync(page, "[name='children[0].name']");
        Assert.Contains("Income of Parent A", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Zoe", await page.InputValueAsync("[name='children[0].name']"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_larger_than_any_family_is_not_read()
    {
        // Asks before it sends: the server may answer and hang up while a body is still on its way, and then nobody hears the answer.
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var client = new HttpClient(handler) { BaseAddress = new(chromium.Address), DefaultRequestHeaders = { ExpectContinue = true } };
        using var large = new FormUrlEncodedContent([new("_handler", "calculator"), new("_name_a", new string('x', 2 * 1024 * 1024))]);
        var status = (await client.PostAsync("/calculator/or", large, TestContext.Current.CancellationToken)).StatusCode;
        Assert.True(status is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{status}");
    }

    private static Func<IPage, Task> KeyboardOpens => page => page.Keyboard.PressAsync("Enter");

    private static async Task LookAsync(IPage page, string name, int width, List<string> wrong)
    {
        foreach (var other in (int[])[width == Wide ? Narrow : Wide, width])
        {
            await page.SetViewportSizeAsync(other, Height);
            if (other == width) await Look.PictureAsync(page, name);
            IEnumerable<string> found = [.. await Look.TooWideAsync(page), .. await Look.AxeAsync(page)];
            wrong.AddRange(found.Select(f => $"{name} at {other}: {f}"));
        }
    }

    /// <summary>Goes to something with the Tab key and presses Enter.</summary>
    private static async Task PressAsync(IPage page, string what, Func<IPage, Task>? press = null)
    {
        await TabToAsync(page, what);
        if (press is not null)
        {
            await press(page);
            return;
        }

        await page.EvaluateAsync("() => { window.before = true; }");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
    }

    private static async Task AnswerAsync(IPage page, string field, string keys)
    {
        var what = $"[name='{field}']";
        await TabToAsync(page, what);
        var kind = await page.EvaluateAsync<string>("() => document.activeElement.tagName === 'SELECT' ? 'select' : document.activeElement.type");
        if (kind is "select" or "radio")
        {
            for (var i = 0; i < MostTabs && await ValueAsync() != keys; i++) await page.Keyboard.PressAsync("ArrowDown");
            Assert.Equal(keys, await ValueAsync());
            return;
        }

        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(keys);

        Task<string> ValueAsync() => page.EvaluateAsync<string>("() => document.activeElement.value");
    }

    private static async Task TabToAsync(IPage page, string what)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            if (await page.EvaluateAsync<bool>("what => document.activeElement?.matches(what) ?? false", what)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {what} on {page.Url}.");
    }
}
