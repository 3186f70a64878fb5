using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Alimenta.Browser.Tests;

/// <summary>What is looked at on every page: rules of accessibility, width, keyboard, and that nothing foreign was asked for.</summary>
internal static class Look
{
    // A page may have some stops more than its own: the frame of a list that scrolls.
    private const int MostTabsMore = 5;

    /// <summary>Everything that axe finds wrong; empty is good.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help} at {n.Html}"))];
    }

    /// <summary>What sticks out to the right of the window; tables and code may scroll inside their own frame, but not what explains them.</summary>
    public static Task<string[]> TooWideAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
          const width = document.documentElement.clientWidth;
          const out = [...document.querySelectorAll('body *')]
            .filter(e => (!e.closest('.table-scroll, pre, svg, .usa-sr-only, .skip') || e.matches('.table-scroll .why-row .why-box, .table-scroll .caption-text')) && e.checkVisibility() && e.getBoundingClientRect().right > width + 1)
            .map(e => `<${e.tagName.toLowerCase()} class="${e.className}"> reaches ${Math.round(e.getBoundingClientRect().right)} of ${width}`);
          if (document.documentElement.scrollWidth > width) out.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);
          return out;
        }
        """);

    /// <summary>What the Tab key does not reach, or reaches without showing it. With a dialog open, only what is in it counts.</summary>
    public static async Task<IReadOnlyList<string>> KeyboardAsync(IPage page)
    {
        var wanted = await page.EvaluateAsync<int>("""
            () => {
              const can = 'a[href], button:not([tabindex="-1"]), input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
              const groups = new Set(), look = window.look = { left: new Set(), wrong: [] };
              for (const e of (document.querySelector('dialog[open]') ?? document).querySelectorAll(can)) {
                if (!e.checkVisibility({ visibilityProperty: true }) || e.disabled) continue;
                if (e.type === 'radio') { if (groups.has(e.name)) continue; groups.add(e.name); }
                look.left.add(e);
              }
              document.addEventListener('focusin', event => {
                const e = event.target, s = getComputedStyle(e), label = e.nextElementSibling ? getComputedStyle(e.nextElementSibling, '::before') : s;
                if (look.left.delete(e) && s.outlineStyle === 'none' && s.boxShadow === 'none' && label.outlineStyle === 'none') look.wrong.push('focus does not show on ' + e.outerHTML.slice(0, 120));
                if (e.type === 'radio') for (const other of look.left) if (other.name === e.name) look.left.delete(other);
              });
              document.activeElement?.blur();
              window.scrollTo(0, 0);
              // A field for a day or a month is several stops: its parts and its calendar.
              return look.left.size + 4 * [...look.left].filter(e => e.type === 'date' || e.type === 'month').length;
            }
            """);
        for (var i = 0; i < wanted + MostTabsMore; i++) await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<string[]>("() => [...window.look.wrong, ...[...window.look.left].map(e => 'Tab does not reach ' + e.outerHTML.slice(0, 120))]");
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
