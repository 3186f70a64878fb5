using System.Net;
using System.Text.RegularExpressions;

namespace Alimenta.Web.Tests;

/// <summary>Someone who walks through the calculator without scripts: what stands in the form is sent with what is typed.</summary>
internal sealed partial class CalculatorVisitor(Visitor visitor, string address)
{
    /// <summary>The page as it stands.</summary>
    public string Page { get; private set; } = "";

    /// <summary>The answer to the last request.</summary>
    public HttpResponseMessage? Answer { get; private set; }

    /// <summary>The cookies that were set.</summary>
    public IEnumerable<string> Cookies => visitor.Cookies.Keys;

    /// <summary>The name of the step.</summary>
    public string Heading => WebUtility.HtmlDecode(HeadingText().Match(Page).Groups[1].Value);

    /// <summary>What is said to be wrong, beside its field.</summary>
    public IReadOnlyList<string> Errors => [.. ErrorText().Matches(Page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    public static async Task<CalculatorVisitor> AtAsync(Server server, string state, string language = "")
    {
        var at = new CalculatorVisitor(await server.VisitAsync(), $"/calculator/{state}{(language.Length > 0 ? "?lang=" + language : "")}");
        await at.ComeAsync();
        return at;
    }

    /// <summary>Types and goes on.</summary>
    public Task NextAsync(params (string Field, string Text)[] typed) => GoAsync("next", typed);

    /// <summary>Types and presses a button.</summary>
    public async Task GoAsync(string button, params (string Field, string Text)[] typed)
    {
        Answer = await visitor.PostAsync(address, Fields(button, typed));
        Page = await Answer.Content.ReadAsStringAsync();
    }

    /// <summary>Presses a button that leads to another address.</summary>
    public async Task<byte[]> TakeAsync(string to)
    {
        Answer = await visitor.PostAsync(to, Fields("", []));
        return await Answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Sends a file from the first step.</summary>
    public async Task OpenAsync(string name, byte[] file)
    {
        Answer = await visitor.UploadAsync(address, Fields("open", []), name, file);
        Page = await Answer.Content.ReadAsStringAsync();
    }

    private async Task ComeAsync() => Page = await visitor.ReadAsync(address);

    /// <summary>What stands in a field; null when it is not there.</summary>
    public string? Field(string name) => Stands().Where(f => f.Key == name).Select(f => f.Value).FirstOrDefault();

    private List<KeyValuePair<string, string>> Fields(string button, (string Field, string Text)[] typed) =>
        [.. Stands().Where(f => typed.All(t => t.Field != f.Key)), .. typed.Select(t => KeyValuePair.Create(t.Field, t.Text)), KeyValuePair.Create("go", button)];

    private IEnumerable<KeyValuePair<string, string>> Stands()
    {
        var form = FormText().Match(Page).Value;
        foreach (var attributes in Inputs().Matches(form).Select(m => Attributes().Matches(m.Value).ToDictionary(a => a.Groups[1].Value, a => WebUtility.HtmlDecode(a.Groups[2].Value))))
        {
            if (!attributes.TryGetValue("name", out var name) || attributes.GetValueOrDefault("type") == "file") continue;
            if (attributes.GetValueOrDefault("type") is "radio" or "checkbox" && !attributes.ContainsKey("checked")) continue;
            yield return new(name, attributes.GetValueOrDefault("value", ""));
        }

        foreach (Match select in Selects().Matches(form))
        {
            var chosen = Selected().Match(select.Value) is { Success: true } one ? one.Groups[1].Value : FirstOption().Match(select.Value).Groups[1].Value;
            yield return new(WebUtility.HtmlDecode(select.Groups[1].Value), WebUtility.HtmlDecode(chosen));
        }

        foreach (Match area in Areas().Matches(form)) yield return new(WebUtility.HtmlDecode(area.Groups[1].Value), WebUtility.HtmlDecode(area.Groups[2].Value));
    }

    [GeneratedRegex("<form[^>]*class=\"calculator\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormText();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("([a-z-]+)(?:=\"([^\"]*)\")?(?=[\\s/>])")]
    private static partial Regex Attributes();

    [GeneratedRegex("<select[^>]*name=\"([^\"]*)\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<option value=\"([^\"]*)\"[^>]* selected")]
    private static partial Regex Selected();

    [GeneratedRegex("<option value(?:=\"([^\"]*)\")?")]
    private static partial Regex FirstOption();

    [GeneratedRegex("<textarea[^>]*name=\"([^\"]*)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Areas();

    [GeneratedRegex("usa-step-indicator__heading-text\">([^<]*)<")]
    private static partial Regex HeadingText();

    [GeneratedRegex("usa-error-message\"[^>]*><span class=\"usa-sr-only\">[^<]*</span>([^<]*)<")]
    private static partial Regex ErrorText();
}
