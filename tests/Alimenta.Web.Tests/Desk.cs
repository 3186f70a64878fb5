using System.Net;
using System.Text.RegularExpressions;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

/// <summary>What tests of forms share: send a form of a page, and look where its answer says what.</summary>
internal static class Desk
{
    /// <summary>Sends a form of a page as a browser would.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this Visitor visitor, string path, string form, params (string Field, string Value)[] typed) =>
        await visitor.PostAsync(path, [.. await visitor.FormAsync(path, form), .. typed.Select(t => KeyValuePair.Create(t.Field, t.Value))]);

    /// <summary>Sends a form that is refused: the page comes again, with the message beside the field and all that was typed.</summary>
    public static async Task<string> RefusedAsync(this Visitor visitor, string path, string form, string field, string message, params (string Field, string Value)[] typed)
    {
        var answer = await visitor.SendAsync(path, form, typed);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {answer.Headers.Location}");
        Assert.Contains(message, page, StringComparison.Ordinal);
        if (field.Length > 0) Assert.Matches($"id=\"{form}-{field}-error\"[^§]*?</span>[^<]*{Regex.Escape(message)}", page);
        foreach (var (name, value) in typed.Where(t => t.Value.Length > 0 && t.Field is not ("step" or "item" or "tender" or "source" or "joint" or "answer" or "all")))
            Assert.True(page.Contains($"value=\"{value}\"", StringComparison.Ordinal) || page.Contains($">{value}</textarea>", StringComparison.Ordinal), $"{name} was lost: {value}");
        return page;
    }

    /// <summary>Sends a form that is accepted, and opens the page to which it leads.</summary>
    public static async Task<string> DoneAsync(this Visitor visitor, string path, string form, params (string Field, string Value)[] typed)
    {
        var answer = await visitor.SendAsync(path, form, typed);
        var page = answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "";
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{path}: {answer.StatusCode} {Regex.Match(page, "error-summary.*?</ul>", RegexOptions.Singleline).Value}");
        return WebUtility.HtmlDecode(await visitor.ReadAsync(answer.Headers.Location!.ToString()));
    }

    /// <summary>Sends a form that the role is not offered, with a token from another page.</summary>
    public static async Task<HttpResponseMessage> ForgeAsync(this Visitor visitor, string path, string form, params (string Field, string Value)[] typed)
    {
        var token = (await visitor.FormAsync("/account", "own-password")).Single(f => f.Key == "__RequestVerificationToken");
        return await visitor.PostAsync(path, [token, new("_handler", form), .. typed.Select(t => KeyValuePair.Create(t.Field, t.Value))]);
    }

    /// <summary>How often something stands in the audit log.</summary>
    public static long Recorded(this Server server, string action) => server.Number($"select count(*) from audit_event where action = '{action}'");

    /// <summary>A number out of the database.</summary>
    public static long Number(this Server server, string sql) => Convert.ToInt64(server.Database.Scalar(sql), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A text out of the database.</summary>
    public static string Word(this Server server, string sql) => (string)server.Database.Scalar(sql)!;

    /// <summary>An amount as a person types it.</summary>
    public static string Typed(long cents) => new Money(cents).ToString().TrimStart('$');

    /// <summary>The three parts of a day.</summary>
    public static (string, string)[] Day(string field, DateOnly day) =>
        [($"{field}-month", $"{day.Month}"), ($"{field}-day", $"{day.Day}"), ($"{field}-year", $"{day.Year}")];

    /// <summary>The business date of the county.</summary>
    public static DateOnly Today => MadeUpCounty.Date;
}
