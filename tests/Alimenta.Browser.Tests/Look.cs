using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Alimenta.Browser.Tests;

/// <summary>What is looked at on every page: rules of accessibility, width, keyboard, and that nothing foreign was asked for.</summary>
internal static class Look
{
    private const int MostTabs = 600;

    /// <summary>Everything that axe finds wrong; empty is good.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help} at {n.Html}"))];
    }

    /// <summary>What sticks out to the right of the window; tables and code may scroll inside their own frame.</summary>
    public static Task<string[]> TooWideAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
          const width = document.documentElement.clientWidth;
          const out = [...document.querySelectorAll('body *')]
            .filter(e => !e.closest('.table-scroll, pre, svg, .usa-sr-only, .skip') && e.getClientRects().length > 0 && e.getBoundingClientRect().right > width + 1)
            .map(e => `<${e.tagName.toLowerCase()} class="${e.className}"> reaches ${Math.round(e.getBoundingClientRect().right)} of ${width}`);
          if (document.documentElement.scrollWidth > width) out.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);
          return out;
        }
        """);

    /// <summary>What the Tab key does not reach, or reaches without showing it.</summary>
    public static async Task<IReadOnlyList<string>> KeyboardAsync(IPage page)
    {
        var wanted = await page.EvaluateAsync<int>("""
            () => {
              const can = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
              const seen = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden' && !e.disabled;
              const groups = new Set();
              let n = 0;
              for (const e of document.querySelectorAll(can)) {
                if (!seen(e)) continue;
                if (e.type === 'radio') { if (groups.has(e.name)) continue; groups.add(e.name); }
                e.dataset.look = n++;
              }
              document.activeElement?.blur();
              window.scrollTo(0, 0);
              return n;
            }
            """);
        var reached = new HashSet<string>();
        var wrong = new List<string>();
        for (var i = 0; i < MostTabs && reached.Count < wanted; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string[]>("""
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return ['', ''];
                  const s = getComputedStyle(e), label = e.nextElementSibling ? getComputedStyle(e.nextElementSibling, '::before') : s;
                  const shown = s.outlineStyle !== 'none' || s.boxShadow !== 'none' || label.outlineStyle !== 'none';
                  return [e.dataset.look ?? '', shown ? '' : `focus does not show on ${e.outerHTML.slice(0, 120)}`];
                }
                """);
            if (at[0].Length > 0 && reached.Add(at[0]) && at[1].Length > 0) wrong.Add(at[1]);
        }

        var missed = await page.EvaluateAsync<string[]>("reached => [...document.querySelectorAll('[data-look]')].filter(e => !reached.includes(e.dataset.look)).map(e => 'Tab does not reach ' + e.outerHTML.slice(0, 120))", reached.ToArray());
        return [.. wrong, .. missed];
    }

    /// <summary>Saves a picture of the whole page under artifacts/screenshots.</summary>
    public static Task PictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });

    private static string Folder
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "Alimenta.slnx"))) at = at.Parent;
            return Path.Combine(at?.FullName ?? AppContext.BaseDirectory, "artifacts", "screenshots");
        }
    }
}
