using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alimenta.Web.Tests;

/// <summary>A component drawn by itself.</summary>
internal static partial class Drawn
{
    /// <summary>Its HTML.</summary>
    public static async Task<string> HtmlAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(Alimenta.Law.LawStore.BuiltIn).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>HTML with its letters beyond ASCII as letters, to be read; what guards the page stays as it is.</summary>
    public static string Letters(string html) => Letter().Replace(html, m => char.ConvertFromUtf32(int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

    [GeneratedRegex("&#x((?!2[0-9A-F];|3[0-9A-F];)[0-9A-F]{2,5});")]
    private static partial Regex Letter();
}
